//! Verification: everything that the library promises, checked from the ground up.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use proof_model::{DocumentId, Sha256};
use proof_search::{SearchError, entry_digest};
use proof_store::{Fault, Originals, StoreError};

use crate::{Library, LibraryError, index::entries};

/// What was checked, and everything that does not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// Originals whose bytes were hashed again.
    pub originals: u64,
    /// Quotes that were looked up again in their pages.
    pub quotes: u64,
    /// Lines of the ledger whose hash was computed again.
    pub ledger: u64,
    /// Pages of the index that were compared with the library's.
    pub index: u64,
    /// What does not hold.
    pub problems: Vec<Problem>,
}

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where: original, quote, ledger, index or database.
    pub part: Part,
    /// Which one.
    pub item: String,
    /// What is wrong with it, and the remedy.
    pub message: String,
}

/// A part of the library that is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The files that were taken in.
    Original,
    /// The passages that accounts cite.
    Quote,
    /// The chain of changes.
    Ledger,
    /// What is searched.
    Index,
    /// SQLite's own file.
    Database,
}

impl Part {
    /// The word that is sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Quote => "quote",
            Self::Ledger => "ledger",
            Self::Index => "index",
            Self::Database => "database",
        }
    }
}

impl Library {
    /// Checks all of it. `progress` is told what part is under way.
    ///
    /// # Errors
    /// Where the library cannot be read at all; what does not hold is a problem, not an error.
    pub fn verify(&self, progress: &(dyn Fn(Part) + Sync)) -> Result<Verification, LibraryError> {
        let mut verification = Verification::default();
        progress(Part::Database);
        let mut faults = self.read::<_, LibraryError>(|read| Ok(read.check_database()?))?;
        faults.extend(self.read::<_, LibraryError>(|read| Ok(read.check_lines()?))?);
        verification.problems.extend(faults.into_iter().map(|fault| problem(Part::Database, fault)));
        progress(Part::Original);
        self.verify_originals(&mut verification)?;
        progress(Part::Quote);
        self.verify_quotes(&mut verification)?;
        progress(Part::Ledger);
        let (lines, faults) = self.read::<_, LibraryError>(|read| Ok(read.check_ledger()?))?;
        verification.ledger = lines;
        verification.problems.extend(faults.into_iter().map(|fault| problem(Part::Ledger, fault)));
        progress(Part::Index);
        self.verify_index(&mut verification)?;
        Ok(verification)
    }

    /// Hashes every original again, on all cores.
    fn verify_originals(&self, verification: &mut Verification) -> Result<(), LibraryError> {
        let originals = self.read::<_, LibraryError>(|read| Ok(read.originals()?))?;
        let (folder, next) = (self.folder.originals(), AtomicUsize::new(0));
        let check = || {
            let mut problems = Vec::new();
            while let Some((sha256, title)) = originals.get(next.fetch_add(1, Ordering::Relaxed)) {
                problems.extend(check_original(&folder, sha256, title));
            }
            problems
        };
        let found: Vec<Problem> = thread::scope(|scope| {
            let workers = thread::available_parallelism().map_or(1, usize::from);
            let threads: Vec<_> = (0..workers).map(|_| scope.spawn(check)).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
        });
        verification.originals = originals.len() as u64;
        verification.problems.extend(found);
        Ok(())
    }

    /// Looks every quote up again in its page, and notes which hold.
    fn verify_quotes(&self, verification: &mut Verification) -> Result<(), LibraryError> {
        let mut found = Vec::new();
        self.read::<_, LibraryError>(|read| {
            for event in read.events(None)? {
                for record in event.accounts {
                    let Some(citation) = &record.account.citation else { continue };
                    verification.quotes += 1;
                    let holds = match read.page(citation.document, citation.page) {
                        Ok(page) => citation.quote.locate(&page.text).is_some(),
                        Err(StoreError::NoPage { .. }) => false,
                        Err(error) => return Err(error.into()),
                    };
                    if holds != record.verified {
                        found.push((record.account.id, holds));
                    }
                    if !holds {
                        verification.problems.push(broken(&event.event.title, &record, citation.page));
                    }
                }
            }
            Ok(())
        })?;
        if !found.is_empty() && self.read_only().is_none() {
            self.store()?.mark_quotes(&found)?;
        }
        Ok(())
    }

    /// Compares what the index holds of every page with what the library holds.
    fn verify_index(&self, verification: &mut Verification) -> Result<(), LibraryError> {
        let index = match self.index() {
            Ok(index) => index,
            Err(LibraryError::ReadOnly(why)) => {
                verification.problems.push(stale(self.folder.index().display().to_string(), &why));
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        if let Err(error @ SearchError::Damaged { .. }) = index.verify() {
            verification.problems.push(stale(self.folder.index().display().to_string(), &error.to_string()));
            return Ok(());
        }
        let mut held: HashMap<(String, u32), u64> = HashMap::new();
        index.entries(|document, page, digest| {
            held.insert((document.to_owned(), page), digest);
        })?;
        verification.index = held.len() as u64;
        for document in self.read::<_, LibraryError>(|read| Ok(read.document_ids()?))? {
            self.compare_document(document, &mut held, verification)?;
        }
        let left = held.into_keys().map(|(document, page)| {
            stale(format!("{document}, page {page}"), "the index holds a page that the library does not")
        });
        verification.problems.extend(left);
        Ok(())
    }

    fn compare_document(
        &self,
        document: DocumentId,
        held: &mut HashMap<(String, u32), u64>,
        verification: &mut Verification,
    ) -> Result<(), LibraryError> {
        let id = document.to_string();
        let Some(indexed) = self.read::<_, LibraryError>(|read| Ok(read.indexed_document(&id)?))? else {
            return Ok(());
        };
        for entry in entries(indexed) {
            let found = held.remove(&(id.clone(), entry.page));
            if found != Some(entry_digest(&entry)) {
                let place = format!("{}, page {}", entry.title, entry.page);
                verification.problems.push(stale(place, "the index does not hold the page as it is"));
            }
        }
        Ok(())
    }
}

fn check_original(folder: &Originals, sha256: &Sha256, title: &str) -> Option<Problem> {
    let message = match folder.holds(sha256) {
        Ok(Some(true)) => return None,
        Ok(Some(false)) => format!(
            "the stored file of “{title}” is not what was imported: its bytes have changed. Put it back from a backup, \
             or import the true file again"
        ),
        Ok(None) => {
            format!(
                "the stored file of “{title}” is missing. Put it back from a backup, or import the file again"
            )
        }
        Err(error) => format!("the stored file of “{title}” cannot be read: {error}"),
    };
    Some(Problem { part: Part::Original, item: sha256.to_string(), message })
}

fn broken(event: &str, record: &proof_store::AccountRecord, page: u32) -> Problem {
    let title = record.document_title.as_deref().unwrap_or_default();
    Problem {
        part: Part::Quote,
        item: record.account.id.to_string(),
        message: format!(
            "“{event}” cites {title}, page {page}, but the quote is not there once in its context. Open the page and \
             cite the passage again"
        ),
    }
}

fn stale(item: String, reason: &str) -> Problem {
    Problem {
        part: Part::Index,
        item,
        message: format!("{reason}. Rebuild the index: proofline rebuild-index"),
    }
}

fn problem(part: Part, fault: Fault) -> Problem {
    Problem { part, item: fault.item, message: fault.message }
}
