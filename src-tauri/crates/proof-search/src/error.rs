//! What can go wrong with an index, and why one has to be built again.

use std::path::{Path, PathBuf};

use tantivy::TantivyError;

/// Why the index could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Another process, or another [`Index`](crate::Index) in this one, is writing to the index.
    #[error("{} is being written by another Proofline: close it, or open this library for reading only", .0.display())]
    Locked(PathBuf),
    /// The index was opened for reading only.
    #[error("this search index was opened for reading only")]
    ReadOnly,
    /// The files of the index do not hold what was written. The remedy is to build it again.
    #[error("the search index in {} is damaged ({detail}): rebuild it", dir.display())]
    Damaged {
        /// The folder of the index.
        dir: PathBuf,
        /// What was found.
        detail: String,
    },
    /// The folder cannot be read or written, or the disk is full.
    #[error("the search index in {} cannot be used: {detail}", dir.display())]
    Unusable {
        /// The folder of the index.
        dir: PathBuf,
        /// The reason, as the operating system or tantivy puts it.
        detail: String,
    },
}

impl SearchError {
    /// Sorts an error of tantivy's by what a caller can do about it.
    pub(crate) fn from_tantivy(dir: &Path, error: &TantivyError) -> Self {
        let dir = dir.to_path_buf();
        let detail = error.to_string();
        match error {
            TantivyError::LockFailure(tantivy::directory::error::LockError::LockBusy, _) => Self::Locked(dir),
            TantivyError::DataCorruption(_)
            | TantivyError::OpenReadError(_)
            | TantivyError::IncompatibleIndex(_) => Self::Damaged { dir, detail },
            _ => Self::Unusable { dir, detail },
        }
    }

    pub(crate) fn damaged(dir: &Path, detail: impl Into<String>) -> Self {
        Self::Damaged { dir: dir.to_path_buf(), detail: detail.into() }
    }

    pub(crate) fn unusable(dir: &Path, detail: &dyn std::fmt::Display) -> Self {
        Self::Unusable { dir: dir.to_path_buf(), detail: detail.to_string() }
    }
}

/// Why an index has to be built again from the store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// There was none.
    #[error("there was no search index")]
    Missing,
    /// It was begun and never committed.
    #[error("the search index was never finished")]
    Unfinished,
    /// Another version of Proofline laid it out differently.
    #[error("the search index was made by another version of Proofline")]
    OtherSchema,
    /// It belongs to another library.
    #[error("the search index belongs to another library")]
    OtherLibrary,
    /// Its files do not hold what was written.
    #[error("the search index was damaged: {0}")]
    Damaged(String),
}
