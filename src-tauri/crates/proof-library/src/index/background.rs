//! The thread that keeps a library's index up to date: soon after an act, and under load with a pause between commits.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::Upkeep;

/// How long what follows an act is gathered with it.
const GATHER: Duration = Duration::from_millis(150);
/// From one commit to the next at least.
const PAUSE: Duration = Duration::from_millis(1500);

/// The thread, begun when there is something for it to do. Dropping this ends it after the item in hand; what is not in the
/// index then is on the queue still.
pub(crate) struct Background {
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct Shared {
    upkeep: Upkeep,
    bell: Mutex<Bell>,
    rang: Condvar,
}

/// What the thread is asked for.
#[derive(Default)]
struct Bell {
    /// Something changed.
    rung: bool,
    /// Somebody waits for it.
    hurry: bool,
    stop: bool,
}

impl Background {
    /// A thread that is not begun yet.
    pub(crate) fn new(upkeep: Upkeep) -> Self {
        let shared = Shared { upkeep, bell: Mutex::default(), rang: Condvar::new() };
        Self { shared: Arc::new(shared), thread: Mutex::default() }
    }

    /// What it works on.
    pub(crate) fn upkeep(&self) -> &Upkeep {
        &self.shared.upkeep
    }

    /// Says that something changed.
    pub(crate) fn ring(&self) {
        self.ask(false);
    }

    /// Asks for the index at once: somebody waits for it.
    pub(crate) fn begin(&self) {
        self.ask(true);
    }

    fn ask(&self, hurry: bool) {
        if !self.shared.upkeep.can_write() {
            return;
        }
        let mut bell = self.shared.bell();
        bell.rung = true;
        bell.hurry |= hurry;
        drop(bell);
        self.shared.rang.notify_all();
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        if thread.is_none() {
            let shared = self.shared.clone();
            // Without a thread, the queue is worked off by whoever needs the index to be up to date.
            *thread = thread::Builder::new().name("index".to_owned()).spawn(move || shared.run()).ok();
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.shared.bell().stop = true;
        self.shared.upkeep.stop();
        self.shared.rang.notify_all();
        let thread = self.thread.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // Nothing is lost with a thread that panicked: what it did not do is on the queue.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn run(&self) {
        let mut last: Option<Instant> = None;
        while self.wait(last) {
            // What cannot be done now stays on the queue for the next time.
            if let Err(error) = self.upkeep.catch_up_for_now() {
                self.upkeep.failed(&error);
            }
            last = Some(Instant::now());
        }
    }

    /// Waits until something is to be done and was gathered; false where the thread has to end.
    fn wait(&self, last: Option<Instant>) -> bool {
        let mut bell = self.bell();
        while !bell.rung && !bell.stop {
            bell = self.rang.wait(bell).unwrap_or_else(PoisonError::into_inner);
        }
        let gathered = Instant::now() + GATHER;
        let until = last.map_or(gathered, |last| gathered.max(last + PAUSE));
        while !bell.hurry && !bell.stop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            bell = self.rang.wait_timeout(bell, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        (bell.rung, bell.hurry) = (false, false);
        !bell.stop
    }

    fn bell(&self) -> MutexGuard<'_, Bell> {
        self.bell.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
