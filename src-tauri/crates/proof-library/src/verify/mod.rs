//! Verification: everything that the library promises, checked from the ground up.

mod derived;
mod index;
mod originals;
mod quotes;

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use proof_model::Sha256;
use proof_store::{Fault, Head, Read, Reader, VerificationRecord};

use crate::{Changed, Library, LibraryError, Op, head::HeadCheck};

/// What was checked, and everything that does not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// When it began, RFC 3339 in UTC.
    pub at: String,
    /// How long it took.
    pub took: Duration,
    /// The account of the computer that did it.
    pub actor: String,
    /// Whether it was cancelled before its end: then only what is counted here was looked at.
    pub cancelled: bool,
    /// Bytes of originals that were hashed again.
    pub bytes: u64,
    /// Every original that was hashed again, and whether it is what was imported.
    pub originals: BTreeMap<Sha256, bool>,
    /// Quotes that were looked up again in their pages.
    pub quotes: u64,
    /// Lines of the ledger whose hash was computed again.
    pub ledger: u64,
    /// Pages of the index that were compared with the library's.
    pub index: u64,
    /// The head of the ledger as it was found.
    pub head: Head,
    /// How it stands against a head that was written out earlier, where one was given.
    pub against: Option<HeadCheck>,
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
    /// Whether it is only to be known: nothing that the library promises is broken by it.
    pub only_a_note: bool,
}

/// A part of the library that is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The files that were taken in.
    Original,
    /// The passages that accounts and annotations cite.
    Quote,
    /// The chain of changes.
    Ledger,
    /// What is searched.
    Index,
    /// SQLite's own file, and what is derived in it.
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

/// Whoever follows a verification. Called from several threads, and more often than can be shown.
pub trait VerifyWatcher: Sync {
    /// How much of a part is done: bytes of originals, else items; of how much, 0 where that is not known.
    fn reached(&self, part: Part, done: u64, total: u64) {
        let _ = (part, done, total);
    }

    /// Something does not hold.
    fn found(&self, problem: &Problem) {
        let _ = problem;
    }

    /// Whether to stop.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Nobody follows.
impl VerifyWatcher for () {}

impl Verification {
    /// Whether everything was looked at and holds.
    pub fn holds(&self) -> bool {
        !self.cancelled && self.broken() == 0
    }

    /// How many things do not hold.
    pub fn broken(&self) -> usize {
        self.problems.iter().filter(|problem| !problem.only_a_note).count()
    }
}

impl Library {
    /// Checks all of it, also against a head that was written out earlier where one is given. One that comes to its end
    /// is put on the ledger, where the library can be written.
    ///
    /// # Errors
    /// Where the library cannot be read at all; what does not hold is a problem, not an error.
    pub fn verify(
        &self,
        against: Option<&Head>,
        watcher: &dyn VerifyWatcher,
    ) -> Result<(Verification, Option<Changed>), LibraryError> {
        let (began, at) = (Instant::now(), self.now());
        let walk = Walk::new(self, watcher)?;
        let mut verification =
            Verification { at, actor: self.surroundings.world.actor(), ..Verification::default() };
        walk.all(&mut verification, against)?;
        verification.problems = walk.problems.into_inner().unwrap_or_else(PoisonError::into_inner);
        verification.cancelled = watcher.cancelled();
        let changed = self.put_on_ledger(&mut verification);
        verification.took = began.elapsed();
        Ok((verification, changed))
    }

    /// Puts a verification on the ledger. What was found is worth telling even where that fails.
    fn put_on_ledger(&self, verification: &mut Verification) -> Option<Changed> {
        if verification.cancelled || self.read_only().is_some() {
            return None;
        }
        let failed = verification.originals.iter().filter(|(_, holds)| !**holds);
        let record = VerificationRecord {
            id: self.surroundings.world.uuid().to_string(),
            at: verification.at.clone(),
            originals: verification.originals.len() as u64,
            problems: verification.broken() as u64,
            failed: failed.map(|(sha256, _)| sha256.to_string()).collect(),
            head: verification.head.hash.clone(),
        };
        let result = match verification.broken() {
            0 => "everything holds".to_owned(),
            1 => "1 problem".to_owned(),
            many => format!("{many} problems"),
        };
        match self.transact(&Op::Verify { result }, |tx| Ok(tx.add_verification(&record)?)) {
            Ok(((), changed)) => Some(changed),
            Err(error) => {
                let message = format!("this verification could not be put on it: {error}");
                verification.problems.push(Problem::new(Part::Ledger, "its end", message));
                None
            }
        }
    }
}

/// A walk through a library. It reads on a connection of its own, so that nobody else who reads has to wait.
struct Walk<'a> {
    library: &'a Library,
    reader: Reader,
    watcher: &'a dyn VerifyWatcher,
    problems: Mutex<Vec<Problem>>,
}

impl<'a> Walk<'a> {
    fn new(library: &'a Library, watcher: &'a dyn VerifyWatcher) -> Result<Self, LibraryError> {
        Ok(Self { library, reader: Reader::open(&library.folder)?, watcher, problems: Mutex::default() })
    }

    fn all(&self, verification: &mut Verification, against: Option<&Head>) -> Result<(), LibraryError> {
        let steps = [Self::derived, Self::originals, Self::quotes];
        for step in steps {
            if self.watcher.cancelled() {
                return Ok(());
            }
            step(self, verification)?;
        }
        if !self.watcher.cancelled() {
            self.ledger(verification, against)?;
        }
        if self.watcher.cancelled() { Ok(()) } else { self.index(verification) }
    }

    fn ledger(&self, verification: &mut Verification, against: Option<&Head>) -> Result<(), LibraryError> {
        self.read(|read| {
            let total = read.ledger_length()?;
            let (lines, faults) = read.check_ledger_watched(&mut |lines| {
                self.watcher.reached(Part::Ledger, lines, total);
                !self.watcher.cancelled()
            })?;
            verification.ledger = lines;
            verification.head = read.head()?;
            self.faults(Part::Ledger, faults);
            if let Some(head) = against {
                let check = HeadCheck::of(read, head)?;
                if !check.ok {
                    self.report(Problem::new(Part::Ledger, "the head that was written out", &*check.words));
                }
                verification.against = Some(check);
            }
            Ok(())
        })
    }

    /// Reads one state of the library.
    fn read<T>(&self, work: impl FnOnce(Read<'_>) -> Result<T, LibraryError>) -> Result<T, LibraryError> {
        let read = self.reader.read();
        read.snapshot(|| work(read))
    }

    fn report(&self, problem: Problem) {
        note(self.watcher, &self.problems, problem);
    }

    fn faults(&self, part: Part, faults: Vec<Fault>) {
        for fault in faults {
            self.report(Problem::new(part, fault.item, fault.message));
        }
    }
}

impl Problem {
    fn new(part: Part, item: impl Into<String>, message: impl Into<String>) -> Self {
        Self { part, item: item.into(), message: message.into(), only_a_note: false }
    }
}

/// Tells of a problem and keeps it.
fn note(watcher: &dyn VerifyWatcher, problems: &Mutex<Vec<Problem>>, problem: Problem) {
    watcher.found(&problem);
    problems.lock().unwrap_or_else(PoisonError::into_inner).push(problem);
}
