//! The index: what it holds of every page, compared with what the library holds.

use std::collections::{BTreeSet, HashMap};

use proof_search::{Index, SearchError, entry_digest};

use super::{Part, Problem, Verification, Walk};
use crate::{LibraryError, index::entries};

/// How often documents are looked at again that others may have changed while the index was read.
const LOOKS: usize = 3;

/// What the index holds: the digest of each page, by document and page.
type Held = HashMap<(String, u32), u64>;

impl Walk<'_> {
    pub(super) fn index(&self, verification: &mut Verification) -> Result<(), LibraryError> {
        let index = match self.library.index() {
            Ok(index) => index,
            Err(LibraryError::ReadOnly(why)) => {
                self.report(stale(self.library.folder.index().display().to_string(), &why));
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        if let Err(error @ SearchError::Damaged { .. }) = index.verify() {
            let item = self.library.folder.index().display().to_string();
            self.report(stale(item, &error.to_string()));
            return Ok(());
        }
        let held = held(&index)?;
        verification.index = held.len() as u64;
        let mut faults = self.compare(held, None)?;
        // Somebody may have changed a document between the look at the index and the look at the library.
        for _ in 1..LOOKS {
            let again: BTreeSet<String> = faults.iter().map(|(document, _)| document.clone()).collect();
            if again.is_empty() {
                break;
            }
            faults = self.compare(self::held(&index)?, Some(&again))?;
        }
        for (_, problem) in faults {
            self.report(problem);
        }
        Ok(())
    }

    /// Compares documents, or all, with what the index holds, and gives what differs, each with its document. What is
    /// queued does not count: it is known to come.
    fn compare(
        &self,
        mut held: Held,
        only: Option<&BTreeSet<String>>,
    ) -> Result<Vec<(String, Problem)>, LibraryError> {
        let all = self.read(|read| Ok(read.document_ids()?))?;
        let documents: Vec<String> =
            all.iter().map(ToString::to_string).filter(|id| asked(only, id)).collect();
        let mut faults = Vec::new();
        for (done, document) in (1_u64..).zip(&documents) {
            if self.watcher.cancelled() {
                return Ok(faults);
            }
            self.compare_document(document, &mut held, &mut faults)?;
            if only.is_none() {
                self.watcher.reached(Part::Index, done, documents.len() as u64);
            }
        }
        faults.extend(held.into_keys().filter(|(document, _)| asked(only, document)).map(
            |(document, page)| {
                let item = format!("{document}, page {page}");
                (document, stale(item, "the index holds a page that the library does not"))
            },
        ));
        if !faults.is_empty() {
            let queued: BTreeSet<String> = self.read(|read| Ok(read.index_queue()?))?.into_iter().collect();
            faults.retain(|(document, _)| !queued.contains(document));
        }
        Ok(faults)
    }

    fn compare_document(
        &self,
        document: &str,
        held: &mut Held,
        faults: &mut Vec<(String, Problem)>,
    ) -> Result<(), LibraryError> {
        let Some(indexed) = self.read(|read| Ok(read.indexed_document(document)?))? else { return Ok(()) };
        for entry in entries(indexed) {
            let found = held.remove(&(document.to_owned(), entry.page));
            if found != Some(entry_digest(&entry)) {
                let place = format!("{}, page {}", entry.title, entry.page);
                let problem = stale(place, "the index does not hold the page as it is");
                faults.push((document.to_owned(), problem));
            }
        }
        Ok(())
    }
}

fn asked(only: Option<&BTreeSet<String>>, document: &str) -> bool {
    only.is_none_or(|only| only.contains(document))
}

fn held(index: &Index) -> Result<Held, LibraryError> {
    let mut held = Held::new();
    index.entries(|document, page, digest| {
        held.insert((document.to_owned(), page), digest);
    })?;
    Ok(held)
}

fn stale(item: String, reason: &str) -> Problem {
    Problem::new(Part::Index, item, format!("{reason}. Rebuild the index: proofline rebuild-index"))
}
