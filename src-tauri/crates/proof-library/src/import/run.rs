//! The queue worked off: files taken from it by their rank, prepared on all cores, recorded by one.

use std::{
    collections::{HashSet, VecDeque},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use proof_store::ImportItem;

use super::{Reached, Watcher, take::Prepared};
use crate::{Library, LibraryError};

/// How long nothing may come before it is looked whether to stop.
const LOOK: Duration = Duration::from_millis(200);
/// How many waiting files are fetched at once.
const FETCHED: usize = 64;
/// After what time they are fetched anew: others may be wanted sooner meanwhile, or no more.
const FRESH: Duration = Duration::from_secs(1);
/// How many files at most go in with one transaction: each alone would wait for the disk, and for as long again for
/// the ledger and the queue.
const TOGETHER: usize = 8;
/// How long the first of them waits for the others. What is done shows a moment later.
const GATHERED: Duration = Duration::from_millis(100);

impl Library {
    /// Takes in what waits on the queue, until nothing does that may, or the watcher stops it. What is done is done
    /// durably; what is not goes on waiting.
    ///
    /// # Errors
    /// Where the library cannot be written; a file that cannot be read is a row, not an error.
    pub fn run_imports(&self, watcher: &mut dyn Watcher) -> Result<(), LibraryError> {
        drop(self.store()?);
        let _under_way = UnderWay::begin(&self.importing);
        let workers = thread::available_parallelism().map_or(2, usize::from);
        let reached = self.import_state()?.reached;
        let (jobs, waiting) = channel::<ImportItem>();
        let (sender, prepared) = channel();
        let waiting = Mutex::new(waiting);
        let stop = Arc::new(AtomicBool::new(false));
        thread::scope(|scope| {
            for _ in 0..workers {
                let (waiting, sender, stop) = (&waiting, sender.clone(), stop.clone());
                scope.spawn(move || self.work(waiting, &sender, &stop));
            }
            drop(sender);
            // Dropping the sender of jobs, at the end or on an error, ends the workers after the file in hand.
            let run = Run::new(self, jobs, prepared, workers, reached);
            let ended = run.run(watcher, &stop);
            // Whatever is in hand after an error is in vain.
            stop.store(true, Ordering::Relaxed);
            ended
        })?;
        self.store()?.finish_imports()?;
        self.settle_index()
    }

    fn work(&self, jobs: &Mutex<Receiver<ImportItem>>, prepared: &Sender<Prepared>, stop: &Arc<AtomicBool>) {
        loop {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(item) = job else { return };
            if prepared.send(self.prepare(item, stop)).is_err() {
                return;
            }
        }
    }

    /// Whether an import is under way: then files lie among the originals whose rows are still to come.
    pub(crate) fn is_importing(&self) -> bool {
        self.importing.load(Ordering::SeqCst) > 0
    }
}

/// The queue as one run works it off.
struct Run<'a> {
    library: &'a Library,
    jobs: Sender<ImportItem>,
    prepared: Receiver<Prepared>,
    /// How many files are given out at once: one for each worker, and one that it finds when it is done, beside those that
    /// are done and wait for others.
    most_in_hand: usize,
    in_hand: HashSet<i64>,
    fetched: VecDeque<ImportItem>,
    fetched_at: Instant,
    reached: Reached,
}

impl<'a> Run<'a> {
    fn new(
        library: &'a Library,
        jobs: Sender<ImportItem>,
        prepared: Receiver<Prepared>,
        workers: usize,
        reached: Reached,
    ) -> Self {
        Self {
            library,
            jobs,
            prepared,
            most_in_hand: workers * 2 + TOGETHER,
            in_hand: HashSet::new(),
            fetched: VecDeque::new(),
            fetched_at: Instant::now(),
            reached,
        }
    }

    fn run(mut self, watcher: &mut dyn Watcher, stop: &AtomicBool) -> Result<(), LibraryError> {
        loop {
            if watcher.stopped() {
                stop.store(true, Ordering::Relaxed);
            } else {
                self.feed()?;
            }
            if self.in_hand.is_empty() {
                return Ok(());
            }
            match self.prepared.recv_timeout(LOOK) {
                Ok(first) => {
                    let ready = self.gather(first);
                    self.record(ready, watcher)?;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }

    /// The files that are done soon after this one, and it.
    fn gather(&self, first: Prepared) -> Vec<Prepared> {
        let until = Instant::now() + GATHERED;
        let mut ready = vec![first];
        while ready.len() < TOGETHER.min(self.in_hand.len()) {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(more) = self.prepared.recv_timeout(left) else { break };
            ready.push(more);
        }
        ready
    }

    /// Gives out as many files as there are hands for.
    fn feed(&mut self) -> Result<(), LibraryError> {
        while self.in_hand.len() < self.most_in_hand {
            let Some(item) = self.next()? else { break };
            self.in_hand.insert(item.id);
            if self.jobs.send(item).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// The next file that waits and is in nobody's hands.
    fn next(&mut self) -> Result<Option<ImportItem>, LibraryError> {
        if self.fetched.is_empty() || self.fetched_at.elapsed() >= FRESH {
            let most = FETCHED + self.in_hand.len();
            let waiting = self.library.read::<_, LibraryError>(|read| Ok(read.waiting_imports(most)?))?;
            self.fetched = waiting.into_iter().filter(|item| !self.in_hand.contains(&item.id)).collect();
            self.fetched_at = Instant::now();
        }
        Ok(self.fetched.pop_front())
    }

    fn record(&mut self, ready: Vec<Prepared>, watcher: &mut dyn Watcher) -> Result<(), LibraryError> {
        for prepared in &ready {
            self.in_hand.remove(&prepared.item.id);
        }
        let recorded = self.library.record(ready)?;
        self.reached.done += recorded.ended;
        self.reached.total += recorded.found;
        watcher.done(&recorded.rows, self.reached);
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
