//! Import: files in, documents with pages out, from a queue that outlives the program.
//!
//! An original is safely on disk before anything else happens to it. It is then read in a worker, and its rows go in with
//! one transaction, which takes it off the queue and puts on it what lies inside: the attachments of an e-mail, the
//! entries of an archive. A crash at any point leaves at most an original without a document, whose file still waits.

mod gather;
mod inside;
mod queue;
mod record;
mod run;
mod take;
mod watch;

use std::{collections::HashMap, path::PathBuf};

use proof_model::{CaseId, DocumentId, Outcome, When};
use serde::{Deserialize, Serialize};

use crate::{Library, LibraryError};
pub use gather::{Candidate, gather};
pub(crate) use inside::Inside;
pub use queue::{ImportState, Reached};
pub use watch::{Lookout, Watched};

/// What is said of the files of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Title; by the file where empty.
    pub title: String,
    /// The cases to put them in.
    pub cases: Vec<CaseId>,
    /// Who published or wrote them.
    pub source: String,
    /// The origin that they copy.
    pub origin: String,
    /// When they were published.
    pub published: When,
    /// The date that they bear; by the file, where it is a message, where undated.
    pub dated: When,
    /// How they were obtained.
    pub obtained: String,
}

/// An import.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// The files, from [`gather`].
    pub files: Vec<Candidate>,
    /// What is said of all of them.
    pub details: Details,
    /// What is said of some, by the place where they are found; it replaces `details` whole.
    pub details_of: HashMap<String, Details>,
    /// Whether it can be undone. What a new library comes with cannot.
    pub lasting: bool,
}

impl Import {
    /// What undo calls it.
    pub(crate) fn name(&self) -> String {
        match self.files.as_slice() {
            [file] => format!("import {}", file.name()),
            files => format!("import {} files", files.len()),
        }
    }
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The path that was given, or the e-mail's with the attachment's name.
    pub path: String,
    /// How reading it ended.
    pub outcome: Outcome,
    /// The document; none where the file could not be kept.
    pub document: Option<DocumentId>,
    /// Number of pages.
    pub pages: u32,
    /// Why it did not end well, or that the same bytes were here before.
    pub reason: Option<String>,
}

/// Whoever follows an import.
pub trait Watcher {
    /// Files were finished: their documents are in the library, durably.
    fn done(&mut self, rows: &[Imported], reached: Reached);
    /// Whether to stop. What waits goes on waiting.
    fn stopped(&self) -> bool;
}

impl Library {
    /// Imports files: puts them on the queue and works it off. What is done stays done, whether the import ends, is
    /// stopped or fails; what is not goes on waiting.
    ///
    /// # Errors
    /// Where the library cannot be written; a file that cannot be read is a row, not an error.
    pub fn import(&self, import: &Import, watcher: &mut dyn Watcher) -> Result<(), LibraryError> {
        self.queue_import(import)?;
        self.run_imports(watcher)
    }
}

/// Where an attachment is found: in the file that holds it.
pub(crate) fn place_within(place: &str, name: &str) -> String {
    format!("{place}/{name}")
}

/// Whether a file of a media type is a message, with a subject and a date of its own.
pub(crate) fn is_message(media_type: &str) -> bool {
    matches!(media_type, "message/rfc822" | "application/vnd.ms-outlook")
}

/// A path as it is shown and kept.
pub(crate) fn shown(path: &std::path::Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path)).display().to_string()
}
