//! A library's index, as those who search it and those who work on it share it.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use proof_search::Index;
use proof_store::{Folder, Reader};

use super::work::Next;
use crate::{LibraryError, library::Access};

/// How long a search waits for an index that is being opened.
const PATIENCE: Duration = Duration::from_millis(250);

/// Told of how far the index is, whenever it holds something else.
type Told = dyn Fn(Option<(usize, usize)>) + Send + Sync;

/// A library's index.
pub(crate) struct Upkeep {
    pub(super) folder: Folder,
    /// Held by whoever works the queue off.
    pub(super) work: Mutex<Work>,
    pub(super) state: Mutex<State>,
    opened: Condvar,
    told: Mutex<Option<Arc<Told>>>,
    pub(super) distrusted: AtomicBool,
    stopped: AtomicBool,
    pub(super) writer: Arc<Access>,
}

/// What working the queue off needs.
#[derive(Default)]
pub(super) struct Work {
    /// A connection of its own: whoever reads does not wait for it.
    reader: Option<Reader>,
    pub(super) newest: Option<Newest>,
}

/// The index that the queue is of.
pub(super) struct Newest {
    pub(super) index: Arc<Index>,
    pub(super) in_the_making: bool,
}

/// What others see of it.
#[derive(Default)]
pub(super) struct State {
    pub(super) answering: Option<Arc<Index>>,
    pub(super) building: Option<(usize, usize)>,
    /// Why it could not be opened.
    failed: Option<String>,
}

impl Upkeep {
    /// The index of a library, not opened yet.
    pub(crate) fn new(folder: Folder, writer: Arc<Access>) -> Self {
        Self {
            folder,
            work: Mutex::default(),
            state: Mutex::default(),
            opened: Condvar::new(),
            told: Mutex::default(),
            distrusted: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
            writer,
        }
    }

    /// Whether the library can be written.
    pub(crate) fn can_write(&self) -> bool {
        matches!(&*self.writer, Access::Write(_))
    }

    /// The index that answers, where one is open.
    pub(crate) fn answering(&self) -> Option<Arc<Index>> {
        let state = lock(&self.state);
        // One in the making is elsewhere when it is made, which whoever only reads is not told.
        let moved = || state.building.is_some() && !self.folder.index_in_the_making().is_dir();
        if !self.can_write() && moved() { None } else { state.answering.clone() }
    }

    /// The index that answers, once one is open; none where that takes longer than a search can wait.
    pub(crate) fn wait_for_answering(&self) -> Result<Option<Arc<Index>>, LibraryError> {
        let until = Instant::now() + PATIENCE;
        let mut state = lock(&self.state);
        while state.answering.is_none() {
            let left = until.saturating_duration_since(Instant::now());
            if let Some(why) = state.failed.take() {
                return Err(LibraryError::Index(why));
            }
            if left.is_zero() {
                state.building.get_or_insert((0, 0));
                break;
            }
            state = self.opened.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        Ok(state.answering.clone())
    }

    /// Opens the index to read it alone; none where there is none that can be trusted.
    pub(crate) fn open_to_read(&self) -> Result<Option<Arc<Index>>, LibraryError> {
        let mut work = lock(&self.work);
        let library = self.library(&mut work)?;
        let (whole, making) = (self.folder.index(), self.folder.index_in_the_making());
        let mut found = (Index::open_read_only(&whole, &library)?, None);
        if found.0.is_none() && making.is_dir() {
            found = (Index::open_read_only(&making, &library)?, Some(self.reached(&mut work)?));
        }
        let mut state = lock(&self.state);
        state.answering = found.0.map(Arc::new);
        state.building = found.1;
        Ok(state.answering.clone())
    }

    /// How far an index is that is made anew.
    pub(crate) fn state(&self) -> Option<(usize, usize)> {
        lock(&self.state).building
    }

    /// Whom to tell when it holds something else.
    pub(crate) fn tell(&self, told: impl Fn(Option<(usize, usize)>) + Send + Sync + 'static) {
        *lock(&self.told) = Some(Arc::new(told));
    }

    /// Asks whoever works to end after the item in hand.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Notes that reading it showed that it is damaged: it answers no more, and is made anew.
    pub(crate) fn distrust(&self) {
        self.distrusted.store(true, Ordering::SeqCst);
        lock(&self.state).answering = None;
    }

    /// Notes why it could not be brought up to date.
    pub(crate) fn failed(&self, error: &LibraryError) {
        lock(&self.state).failed = Some(error.to_string());
        self.opened.notify_all();
    }

    /// Works the queue off until it is empty, and opens the index or makes it anew where it has to be.
    pub(crate) fn catch_up(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<(), LibraryError> {
        while self.go_on(progress)? != Next::Done {}
        Ok(())
    }

    /// Works off what is queued, and leaves for later what comes meanwhile.
    pub(super) fn catch_up_for_now(&self) -> Result<(), LibraryError> {
        while self.go_on(&mut |_, _| ())? == Next::Now {}
        Ok(())
    }

    /// Works until a commit. Others may work between two of them.
    fn go_on(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Next, LibraryError> {
        if self.is_stopped() {
            return Ok(Next::Done);
        }
        let mut work = lock(&self.work);
        let next = self.open(&mut work).and_then(|()| self.step(&mut work, progress));
        self.or_close(&mut work, next)
    }

    /// Makes it anew, while the one that is there answers.
    pub(crate) fn rebuild(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<(), LibraryError> {
        let mut work = lock(&self.work);
        let begun = self.begin_anew(&mut work);
        self.or_close(&mut work, begun)?;
        drop(work);
        self.catch_up(progress)
    }

    pub(super) fn answer_with(&self, answering: Option<Arc<Index>>, building: Option<(usize, usize)>) {
        *lock(&self.state) = State { answering, building, failed: None };
        self.opened.notify_all();
        self.announce(building);
    }

    pub(super) fn announce(&self, building: Option<(usize, usize)>) {
        let told = lock(&self.told).clone();
        if let Some(told) = told {
            told(building);
        }
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How many items are in the newest index, of how many.
    pub(super) fn reached(&self, work: &mut Work) -> Result<(usize, usize), LibraryError> {
        let read = reading(&self.folder, work)?.read();
        let (total, waiting) = (read.items_count()?, read.index_queue_length()?);
        Ok((total.saturating_sub(waiting), total))
    }

    pub(super) fn library(&self, work: &mut Work) -> Result<String, LibraryError> {
        Ok(reading(&self.folder, work)?.read().library()?.0)
    }
}

pub(super) fn reading<'a>(folder: &Folder, work: &'a mut Work) -> Result<&'a Reader, LibraryError> {
    match &mut work.reader {
        Some(reader) => Ok(reader),
        slot => Ok(slot.insert(Reader::open(folder)?)),
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
