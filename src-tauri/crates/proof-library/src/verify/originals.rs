//! The originals: every one hashed again, on all cores, and every file among them accounted for.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, SystemTime},
};

use proof_model::Sha256;
use proof_store::{Found, Kept, OriginalRecord, Originals, StoreError};

use super::{Part, Problem, Verification, VerifyWatcher, Walk, note};
use crate::LibraryError;

/// For how long after it was written a file may wait for its rows while somebody imports.
const IN_HAND: Duration = Duration::from_hours(1);

impl Walk<'_> {
    pub(super) fn originals(&self, verification: &mut Verification) -> Result<(), LibraryError> {
        // The largest first: otherwise one of them may keep a single core busy at the end.
        let originals = self.read(|read| Ok(read.originals()?))?;
        let hashing = Hashing {
            folder: self.library.folder.originals(),
            total: originals.iter().map(|original| original.size).sum(),
            originals: &originals,
            next: AtomicUsize::new(0),
            bytes: AtomicU64::new(0),
            watcher: self.watcher,
            problems: &self.problems,
            checked: Mutex::default(),
        };
        self.watcher.reached(Part::Original, 0, hashing.total);
        thread::scope(|scope| {
            for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(|| hashing.work());
            }
        });
        verification.bytes = hashing.bytes.into_inner();
        verification.originals = hashing.checked.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.unnamed()
    }

    /// Finds the files among the originals that no row names.
    fn unnamed(&self) -> Result<(), LibraryError> {
        let (folder, now) = (self.library.folder.originals(), SystemTime::now());
        let kept = folder.kept()?;
        // Read after the files: a file whose rows came meanwhile has them now.
        let rows = self.read(|read| Ok(read.originals()?))?;
        let named: std::collections::BTreeSet<Sha256> = rows.into_iter().map(|row| row.sha256).collect();
        let importing = self.library.is_importing() || self.library.read_only().is_some();
        for file in kept {
            let young = file.written.and_then(|written| now.duration_since(written).ok());
            let in_hand = importing && young.is_some_and(|age| age < IN_HAND);
            if self.watcher.cancelled() {
                break;
            }
            if !in_hand && !file.named.is_some_and(|sha256| named.contains(&sha256)) {
                self.report(stray(&folder, &file));
            }
        }
        Ok(())
    }
}

/// What the threads share that hash.
struct Hashing<'a> {
    folder: Originals,
    originals: &'a [OriginalRecord],
    total: u64,
    next: AtomicUsize,
    bytes: AtomicU64,
    watcher: &'a dyn VerifyWatcher,
    problems: &'a Mutex<Vec<Problem>>,
    checked: Mutex<BTreeMap<Sha256, bool>>,
}

impl Hashing<'_> {
    fn work(&self) {
        while let Some(original) = self.originals.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            if self.watcher.cancelled() {
                return;
            }
            let found = self.folder.check(&original.sha256, &mut |bytes| {
                let done = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
                self.watcher.reached(Part::Original, done, self.total);
                !self.watcher.cancelled()
            });
            let holds = match &found {
                Ok(Found::Stopped) => return,
                found => matches!(found, Ok(Found::Whole(_))),
            };
            let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
            checked.insert(original.sha256, holds);
            drop(checked);
            if let Some(message) = fault(original, found) {
                note(
                    self.watcher,
                    self.problems,
                    Problem::new(Part::Original, original.sha256.to_string(), message),
                );
            }
        }
    }
}

fn fault(original: &OriginalRecord, found: Result<Found, StoreError>) -> Option<String> {
    let what = match &original.title {
        Some(title) => format!("the stored file of “{title}”"),
        None => "the stored file of a document that was taken away".to_owned(),
    };
    match found {
        Ok(Found::Whole(size)) if size == original.size => None,
        Ok(Found::Whole(size)) => Some(format!(
            "{what} is what was imported and has {size} bytes, but its row says {}: the row was changed. Put \
             library.db back from a backup",
            original.size
        )),
        Ok(Found::Changed | Found::Stopped) => Some(format!(
            "{what} is not what was imported: its bytes have changed. Put it back from a backup, or import the true \
             file again"
        )),
        Ok(Found::Missing) => {
            Some(format!("{what} is missing. Put it back from a backup, or import the file again"))
        }
        Err(error) => Some(format!("{what} cannot be read: {error}")),
    }
}

/// A file that no row names: one that an import left which was broken off, or one that somebody put there.
fn stray(folder: &Originals, file: &Kept) -> Problem {
    let left = file.named.filter(|sha256| matches!(folder.holds(sha256), Ok(Some(true))));
    let message = match left {
        Some(_) => {
            "no document has this file: an import was broken off after it was stored, or it was taken back. Import it \
             again, or leave it: it harms nothing"
        }
        None => {
            "this file is none of the library's, and no import puts one there: its name is not the hash of its bytes. \
             Find out who did, and take it out of the folder"
        }
    };
    let only_a_note = left.is_some();
    Problem { only_a_note, ..Problem::new(Part::Original, shown(&file.path), message) }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
