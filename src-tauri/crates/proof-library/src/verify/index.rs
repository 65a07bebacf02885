//! The index: what it holds of every page, compared with what the library holds.

use std::collections::{BTreeSet, HashMap};

use proof_search::{Index, SearchError, entry_digest};
use proof_store::Item;

use super::{Part, Problem, Verification, Walk};
use crate::{LibraryError, index::entries};

/// How often items are looked at again that others may have changed while the index was read.
const LOOKS: usize = 3;

/// What the index holds: the digest of each page, by item and page.
type Held = HashMap<(String, u32), u64>;

impl Walk<'_> {
    pub(super) fn index(&self, verification: &mut Verification) -> Result<(), LibraryError> {
        let index = match self.library.whole_index() {
            Ok(index) => index,
            Err(LibraryError::ReadOnly(why) | LibraryError::Index(why)) => {
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
        // Somebody may have changed something between the look at the index and the look at the library.
        for _ in 1..LOOKS {
            let again: BTreeSet<String> = faults.iter().map(|(item, _)| item.clone()).collect();
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

    /// Compares some items, or all, with what the index holds, and gives what differs, each with its item. What is queued
    /// does not count: it is known to come.
    fn compare(
        &self,
        mut held: Held,
        only: Option<&BTreeSet<String>>,
    ) -> Result<Vec<(String, Problem)>, LibraryError> {
        let asked = |id: &str| only.is_none_or(|only| only.contains(id));
        let mut items = self.read(|read| Ok(read.items()?))?;
        items.retain(|item| asked(&item.id));
        let mut faults = Vec::new();
        for (done, item) in (1_u64..).zip(&items) {
            if self.watcher.cancelled() {
                return Ok(faults);
            }
            self.compare_item(item, &mut held, &mut faults)?;
            if only.is_none() {
                self.watcher.reached(Part::Index, done, items.len() as u64);
            }
        }
        faults.extend(held.into_keys().filter(|(id, _)| asked(id)).map(|(id, page)| {
            let item = format!("{id}, page {page}");
            (id, stale(item, "the index holds what the library does not"))
        }));
        if !faults.is_empty() {
            let waiting = self.read(|read| {
                let waits = |(id, _): &(String, Problem)| read.waits_for_index(id);
                Ok(faults.iter().map(waits).collect::<Result<Vec<_>, _>>()?)
            })?;
            let mut waiting = waiting.into_iter();
            faults.retain(|_| !waiting.next().unwrap_or_default());
        }
        Ok(faults)
    }

    fn compare_item(
        &self,
        item: &Item,
        held: &mut Held,
        faults: &mut Vec<(String, Problem)>,
    ) -> Result<(), LibraryError> {
        let Some(indexed) = self.read(|read| Ok(read.indexed(item)?))? else { return Ok(()) };
        for entry in entries(item, indexed) {
            let found = held.remove(&(item.id.clone(), entry.page));
            if found != Some(entry_digest(&entry)) {
                let place = format!("{}, page {}", entry.title, entry.page);
                let problem = stale(place, "the index does not hold it as it is");
                faults.push((item.id.clone(), problem));
            }
        }
        Ok(())
    }
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
