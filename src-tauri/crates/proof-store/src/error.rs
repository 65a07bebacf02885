//! What can go wrong in the store.

use std::path::{Path, PathBuf};

use proof_model::QuoteError;

/// Why the store could not do what was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder is not there, or holds no library.
    #[error("{} is no Proofline library: {reason}", path.display())]
    NotALibrary {
        /// The folder.
        path: PathBuf,
        /// What is missing.
        reason: String,
    },
    /// A new library wants an empty folder.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// Made by a newer Proofline.
    #[error("{} was made by a newer Proofline: it has schema {found}, this program knows {known}", path.display())]
    NewerSchema {
        /// The folder.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// Made by an older Proofline: opening it for writing brings it forward.
    #[error("{} was made by an older Proofline: it has schema {found}, this program reads {known}", path.display())]
    OlderSchema {
        /// The folder.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The schema that is read here.
        known: u32,
    },
    /// Another process writes to it.
    #[error("{} is open for writing in another window or command", .0.display())]
    Locked(PathBuf),
    /// No such thing.
    #[error("there is no {what} “{key}”")]
    NotFound {
        /// Case, event, document, page.
        what: &'static str,
        /// What was asked for.
        key: String,
    },
    /// No such page.
    #[error("“{document}” has no page {page}: its pages are {}", pages_words(*pages))]
    NoPage {
        /// The document's title.
        document: String,
        /// The page that was asked for.
        page: u32,
        /// How many it has.
        pages: u32,
    },
    /// The words fit more than one.
    #[error("“{key}” fits {count} {what}s, among them {}", matches.join(", "))]
    Ambiguous {
        /// How many it fits.
        count: usize,
        /// Case, event or document.
        what: &'static str,
        /// What was asked for.
        key: String,
        /// The first of them, each as `name (identifier)`.
        matches: Vec<String>,
    },
    /// A name that is taken.
    #[error("there is a {what} “{name}” already")]
    Taken {
        /// Case or party.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// Words that cannot be cited from their page.
    #[error("{document}, page {page}: {reason}")]
    Quote {
        /// The document's title.
        document: String,
        /// Page of the file.
        page: u32,
        /// Why not.
        reason: QuoteError,
    },
    /// Nothing to undo or redo.
    #[error("there is nothing to {0}")]
    NothingTo(&'static str),
    /// The disk, or the rights on it.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// What is stored is not what was stored.
    #[error("the library is damaged: {0}")]
    Damaged(String),
    /// What SQLite said.
    #[error("the database: {0}")]
    Sql(#[from] rusqlite::Error),
}

/// What was looked for; none where it is not there.
///
/// # Errors
/// Every error but [`StoreError::NotFound`].
pub fn if_there<T>(found: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(StoreError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

impl StoreError {
    /// For `map_err` on what the system says of a path.
    pub(crate) fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Disk { path, source }
    }

    pub(crate) fn damaged(what: impl std::fmt::Display) -> Self {
        Self::Damaged(what.to_string())
    }

    /// The error of a row that broke a rule of uniqueness, told by its name.
    pub(crate) fn not_found_or_sql(error: rusqlite::Error, what: &'static str, key: &str) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound { what, key: key.to_owned() },
            error => Self::Sql(error),
        }
    }

    pub(crate) fn taken_or_sql(error: rusqlite::Error, what: &'static str, name: &str) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ConstraintViolation) => Self::Taken { what, name: name.to_owned() },
            _ => Self::Sql(error),
        }
    }
}

fn pages_words(pages: u32) -> String {
    match pages {
        0 => "none, since no text could be read from it".to_owned(),
        1 => "1".to_owned(),
        more => format!("1 to {more}"),
    }
}
