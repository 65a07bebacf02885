//! Import: files in, documents with pages out, one family (a file with what is attached to it) an act.
//!
//! An original is safely on disk before anything else happens to it. It is then read in a worker, and the
//! family's rows go in with one transaction. A crash at any point leaves at most an original without a document,
//! which importing the file again takes up.

mod family;
mod gather;
mod record;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use proof_model::{CaseId, DocumentId, Outcome, When};

use crate::{Library, LibraryError};
pub use gather::{Candidate, gather};

/// What is said of the files of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// The date that they bear; by the file, where it is an e-mail, where undated.
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
    fn done(&mut self, rows: &[Imported]);
    /// Whether to stop. Asked between files.
    fn cancelled(&self) -> bool;
}

/// How often the index is brought up to date while an import runs.
const INDEX_EVERY: Duration = Duration::from_secs(3);

impl Library {
    /// Imports files. What is done stays done, whether the import ends, is cancelled or fails.
    ///
    /// # Errors
    /// Where the library cannot be written; a file that cannot be read is a row, not an error.
    pub fn import(&self, import: &Import, watcher: &mut dyn Watcher) -> Result<(), LibraryError> {
        drop(self.store()?);
        let _under_way = UnderWay::begin(&self.importing);
        let group = self.surroundings.world.uuid().to_string();
        let next = AtomicUsize::new(0);
        let workers = thread::available_parallelism().map_or(2, usize::from);
        thread::scope(|scope| {
            let (sender, prepared) = mpsc::sync_channel(workers);
            for _ in 0..workers {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || {
                    while let Some(file) = import.files.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if sender.send(self.prepare(file)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            // Dropping the receiver, at the end or on an error, ends the workers after the file in hand.
            self.record_all(import, &group, prepared, watcher)
        })?;
        self.refresh_index()
    }

    /// Whether an import is under way: then files lie among the originals whose rows are still to come.
    pub(crate) fn is_importing(&self) -> bool {
        self.importing.load(Ordering::SeqCst) > 0
    }

    fn record_all(
        &self,
        import: &Import,
        group: &str,
        prepared: mpsc::Receiver<family::Prepared>,
        watcher: &mut dyn Watcher,
    ) -> Result<(), LibraryError> {
        let mut indexed = Instant::now();
        for family in prepared {
            let rows = self.record(import, group, family)?;
            watcher.done(&rows);
            if watcher.cancelled() {
                break;
            }
            if indexed.elapsed() >= INDEX_EVERY {
                self.refresh_index()?;
                indexed = Instant::now();
            }
        }
        Ok(())
    }
}

/// An import under way, counted for as long as this lives.
struct UnderWay<'a>(&'a AtomicUsize);

impl<'a> UnderWay<'a> {
    fn begin(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Where an attachment is found: in the file that holds it.
pub(crate) fn place_within(place: &str, name: &str) -> String {
    format!("{place}/{name}")
}

/// A path as it is shown and kept.
pub(crate) fn shown(path: &std::path::Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path)).display().to_string()
}
