//! What can go wrong in the library.

use std::{io::ErrorKind, path::PathBuf};

use proof_export::ExportError;
use proof_extract::TableError;
use proof_model::{AmountError, NumberError, UnknownWord, WhenError};
use proof_search::{QueryError, SearchError};
use proof_store::StoreError;

/// Why the library could not do what was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The store's reason.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index's reason.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The index cannot answer now, in words that say what is done about it.
    #[error("{0}")]
    Index(String),
    /// A query that does not parse.
    #[error("{}", .0.message)]
    Query(QueryError),
    /// A date that EDTF cannot hold.
    #[error(transparent)]
    Date(#[from] WhenError),
    /// A sum that is none.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// A word that is not in its list.
    #[error(transparent)]
    Word(#[from] UnknownWord),
    /// A name or title that is empty.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// What was asked for cannot be done with these things.
    #[error("{0}")]
    Refused(String),
    /// A file that holds no table.
    #[error(transparent)]
    Table(TableError),
    /// A file that could not be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The library was opened for reading only.
    #[error("this library can only be read here: {0}")]
    ReadOnly(String),
    /// A path to import that is not there.
    #[error("{}: there is no such file or folder", .0.display())]
    NoSuchFile(PathBuf),
    /// A path to import that is a device or a pipe.
    #[error("{}: it is neither a file nor a folder", .0.display())]
    NotAFile(PathBuf),
    /// The manifest of a sample does not hold together.
    #[error("the sample's manifest, {place}: {reason}")]
    Manifest {
        /// The key or file.
        place: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl From<TableError> for LibraryError {
    fn from(error: TableError) -> Self {
        match error {
            TableError::NotOpened { path, error } if error.kind() == ErrorKind::NotFound => {
                Self::NoSuchFile(path)
            }
            error => Self::Table(error),
        }
    }
}

impl From<NumberError> for LibraryError {
    fn from(error: NumberError) -> Self {
        Self::Refused(error.to_string())
    }
}

impl LibraryError {
    pub(crate) fn manifest(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Manifest { place: place.into(), reason: reason.into() }
    }
}
