//! Errors at the wire: a code that programs act on, a message that says what, and a hint that says what next.

use proof_library::{LibraryError, StoreError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An error, as it crosses the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct WireError {
    /// What kind of error it is.
    pub code: ErrorCode,
    /// What went wrong, naming the file, the place or the thing.
    pub message: String,
    /// What to do about it; empty where the message says that already.
    pub hint: String,
    /// For a query or a date that does not parse: the character, from 1.
    pub column: Option<u32>,
    /// For a query that does not parse: its plain reading, which does.
    pub plain: Option<String>,
}

/// What kind of error it is. The window has words and an action for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// No library is open.
    NoLibrary,
    /// The folder is not there, or holds no library.
    NotALibrary,
    /// The folder for a new library is not empty.
    NotEmpty,
    /// Made by a newer Proofline.
    NewerSchema,
    /// Made by an older Proofline, and not yet brought forward.
    OlderSchema,
    /// Another Proofline is writing to it.
    Locked,
    /// The library, or this window on it, can only be read.
    ReadOnly,
    /// No such case, event, document or page.
    NotFound,
    /// The words fit more than one.
    Ambiguous,
    /// A name that is taken already.
    Taken,
    /// A date that EDTF cannot hold.
    BadDate,
    /// A quote that its page does not hold, or holds more than once.
    BadQuote,
    /// A query that does not parse.
    BadQuery,
    /// Another value that cannot be used.
    BadValue,
    /// Nothing to undo or to redo, or it cannot be done any more.
    NothingToUndo,
    /// An import is running.
    Busy,
    /// The disk, or the computer's rights on it.
    Disk,
    /// Damaged: the library needs a repair.
    Damaged,
    /// Our fault.
    Internal,
}

impl WireError {
    /// An error with its code, message and hint.
    pub fn new(code: ErrorCode, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into(), column: None, plain: None }
    }

    /// An error that should not have happened.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        Self::new(
            ErrorCode::Internal,
            format!("Proofline made a mistake: {error}"),
            "Nothing was changed. Please report it.",
        )
    }
}

impl From<LibraryError> for WireError {
    fn from(error: LibraryError) -> Self {
        let message = error.to_string();
        match error {
            LibraryError::Store(error) => Self::store(&error, message),
            LibraryError::Search(error) => {
                Self::new(ErrorCode::Disk, error.to_string(), "Rebuild the index: proofline rebuild-index.")
            }
            LibraryError::Query(error) => Self {
                column: u32::try_from(error.column).ok(),
                plain: error.plain,
                ..Self::new(
                    ErrorCode::BadQuery,
                    format!("character {}: {}.", error.column, error.message.trim_end_matches('.')),
                    "",
                )
            },
            LibraryError::Date(error) => Self {
                column: u32::try_from(error.column).ok(),
                ..Self::new(ErrorCode::BadDate, message, "")
            },
            LibraryError::ReadOnly(_) => Self::new(
                ErrorCode::ReadOnly,
                message,
                "Close the other window or command that has it open, then open it again.",
            ),
            LibraryError::NoSuchFile(_) | LibraryError::NotAFile(_) => {
                Self::new(ErrorCode::NotFound, message, "Check the path. Nothing was imported.")
            }
            LibraryError::Export(_) | LibraryError::Index(_) => Self::new(ErrorCode::Disk, message, ""),
            LibraryError::Table(_)
            | LibraryError::Amount(_)
            | LibraryError::Word(_)
            | LibraryError::Empty(_)
            | LibraryError::Refused(_) => Self::new(ErrorCode::BadValue, message, ""),
            LibraryError::Manifest { .. } => Self::internal(message),
        }
    }
}

impl From<StoreError> for WireError {
    fn from(error: StoreError) -> Self {
        LibraryError::from(error).into()
    }
}

impl WireError {
    fn store(error: &StoreError, message: String) -> Self {
        let (code, hint) = match error {
            StoreError::NotALibrary { .. } => {
                (ErrorCode::NotALibrary, "Give the folder of a library, or make one: proofline new DIR.")
            }
            StoreError::NotEmpty(_) => (ErrorCode::NotEmpty, "Give a new or an empty folder."),
            StoreError::NewerSchema { .. } => {
                (ErrorCode::NewerSchema, "Open it with the newer Proofline. Nothing in it was changed.")
            }
            StoreError::OlderSchema { .. } => (
                ErrorCode::OlderSchema,
                "Close the other window or command that has it open, then open it again: it is brought forward then.",
            ),
            StoreError::Locked(_) => (
                ErrorCode::Locked,
                "Close the other window or command, or read it only. Nothing was changed.",
            ),
            StoreError::NotFound { .. } => {
                (ErrorCode::NotFound, "Give an identifier, the start of one, or an exact name.")
            }
            StoreError::NoPage { .. } => (ErrorCode::NotFound, ""),
            StoreError::Ambiguous { .. } => (ErrorCode::Ambiguous, "Give more of the identifier."),
            StoreError::Taken { .. } => (ErrorCode::Taken, "Choose another name."),
            StoreError::Quote { .. } => (ErrorCode::BadQuote, ""),
            StoreError::NothingTo(_) => (ErrorCode::NothingToUndo, ""),
            StoreError::Disk { .. } => {
                (ErrorCode::Disk, "Check the disk and the rights on that path, then try again.")
            }
            StoreError::Damaged(_) => (ErrorCode::Damaged, "Run proofline verify to see what is affected."),
            StoreError::Sql(_) => {
                (ErrorCode::Damaged, "Run proofline verify to see whether the database is whole.")
            }
        };
        Self::new(code, message, hint)
    }
}
