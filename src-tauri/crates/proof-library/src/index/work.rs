//! Opening the index, working its queue off, and making it anew beside the one that answers.
//!
//! What is queued is out of date in the newest index: the one in the making where there is one. That begins empty, with
//! everything queued, and takes the place of the other when the queue is empty. So a crash at any point costs repetition only:
//! the next opening finds it and goes on.

use std::{
    fs, io,
    path::Path,
    sync::{Arc, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

use proof_search::{Index, SearchError};
use proof_store::{QueuedItem, StoreError};

use super::{
    entries,
    upkeep::{Newest, Upkeep, Work, lock, reading},
};
use crate::LibraryError;

/// Items between two commits at most.
const BATCH: usize = 2000;
/// From one commit to the next at most: what is in the index is to be found.
const COMMIT_EVERY: Duration = Duration::from_secs(2);

/// What is left to do after a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing.
    Done,
    /// What came meanwhile: more may follow, and a commit of its own for each is too dear.
    Later,
    /// What there was no time for.
    Now,
}

impl Upkeep {
    /// After an error, the writer may be good for nothing: it is opened again the next time.
    pub(super) fn or_close<T>(
        &self,
        work: &mut Work,
        done: Result<T, LibraryError>,
    ) -> Result<T, LibraryError> {
        if let Err(error) = &done {
            if matches!(error, LibraryError::Search(SearchError::Damaged { .. })) {
                self.distrusted.store(true, Ordering::SeqCst);
            }
            self.close(work);
        }
        done
    }

    /// Opens the index that the queue is of.
    pub(super) fn open(&self, work: &mut Work) -> Result<(), LibraryError> {
        if self.distrusted.swap(false, Ordering::SeqCst) {
            self.close(work);
            remove(&self.folder.index())?;
            remove(&self.folder.index_in_the_making())?;
        }
        if work.newest.is_some() {
            return Ok(());
        }
        let library = self.library(work)?;
        if self.folder.index_in_the_making().is_dir() {
            return self.go_on_making(work, &library);
        }
        match Index::open(&self.folder.index(), &library)?.into_parts() {
            (index, None) if !self.is_ahead(work, &index)? => {
                let index = Arc::new(index);
                work.newest = Some(Newest { index: index.clone(), in_the_making: false });
                self.answer_with(Some(index), None);
                Ok(())
            }
            (of_no_use, _) => {
                drop(of_no_use);
                remove(&self.folder.index())?;
                self.make(work, &library, None)
            }
        }
    }

    /// Begins to make it anew. The one that is there answers meanwhile, but is changed no more.
    pub(super) fn begin_anew(&self, work: &mut Work) -> Result<(), LibraryError> {
        let library = self.library(work)?;
        let old = Index::open_read_only(&self.folder.index(), &library)?.map(Arc::new);
        lock(&self.state).answering.clone_from(&old);
        if let Some(newest) = work.newest.take() {
            wait_for_last(newest.index);
        }
        remove(&self.folder.index_in_the_making())?;
        self.distrusted.store(false, Ordering::SeqCst);
        self.make(work, &library, old)
    }

    fn go_on_making(&self, work: &mut Work, library: &str) -> Result<(), LibraryError> {
        let old = Index::open_read_only(&self.folder.index(), library)?;
        self.make(work, library, old.map(Arc::new))
    }

    /// Opens the index in the making. Before its first commit everything is queued: without one it begins from the start.
    fn make(&self, work: &mut Work, library: &str, old: Option<Arc<Index>>) -> Result<(), LibraryError> {
        let (index, empty) = Index::open(&self.folder.index_in_the_making(), library)?.into_parts();
        if empty.is_some() || self.is_ahead(work, &index)? {
            index.clear()?;
            self.writer.store()?.queue_all_for_index()?;
        }
        let reached = self.reached(work)?;
        let index = Arc::new(index);
        work.newest = Some(Newest { index: index.clone(), in_the_making: true });
        self.answer_with(Some(old.unwrap_or(index)), Some(reached));
        Ok(())
    }

    /// Whether an index shows a state of the library that is no more: an older copy of the library was put back.
    fn is_ahead(&self, work: &mut Work, index: &Index) -> Result<bool, LibraryError> {
        Ok(index.stamp()?.generation > reading(&self.folder, work)?.read().ledger_end()?)
    }

    /// Puts items in the index until it is time to commit.
    pub(super) fn step(
        &self,
        work: &mut Work,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Next, LibraryError> {
        let queued = reading(&self.folder, work)?.read().index_queue(BATCH)?;
        if queued.is_empty() {
            self.take_place(work)?;
            return Ok(Next::Done);
        }
        let Some(newest) = &work.newest else { return Ok(Next::Done) };
        let (index, in_the_making) = (newest.index.clone(), newest.in_the_making);
        let shows = reading(&self.folder, work)?.read().ledger_end()?;
        let held = self.put(work, &index, &queued)?;
        if self.is_stopped() {
            return Ok(Next::Done);
        }
        index.commit_at(shows)?;
        self.writer.store()?.index_holds(&queued[..held])?;
        let reached = self.reached(work)?;
        progress(reached.0, reached.1);
        let building = in_the_making.then_some(reached);
        lock(&self.state).building = building;
        self.announce(building);
        let (is_whole, was_all) = (reached.0 >= reached.1, held == queued.len() && held < BATCH);
        Ok(match (is_whole, was_all) {
            (true, _) if !in_the_making => Next::Done,
            (false, true) => Next::Later,
            _ => Next::Now,
        })
    }

    /// Puts items in the index, as many as there is time for: how many.
    fn put(&self, work: &mut Work, index: &Index, queued: &[QueuedItem]) -> Result<usize, LibraryError> {
        let (began, reader) = (Instant::now(), reading(&self.folder, work)?);
        for (done, QueuedItem { item, .. }) in queued.iter().enumerate() {
            if self.is_stopped() || began.elapsed() >= COMMIT_EVERY {
                return Ok(done);
            }
            let read = reader.read();
            match read.snapshot::<_, StoreError>(|| read.indexed(item))? {
                Some(indexed) => index.put(&item.id, entries(item, indexed))?,
                None => index.remove(&item.id)?,
            }
        }
        Ok(queued.len())
    }

    /// Puts an index that is whole in the place of the one that answered.
    fn take_place(&self, work: &mut Work) -> Result<(), LibraryError> {
        let Some(newest) = work.newest.take_if(|newest| newest.in_the_making) else { return Ok(()) };
        // An index that was never committed, of an empty library, would be made anew each time.
        newest.index.commit()?;
        let library = self.library(work)?;
        self.let_another_answer(newest.index, &library)?;
        if self.move_in().is_err() {
            // Where files that are open cannot be moved, whoever searches waits a moment.
            lock(&self.state).answering = None;
            self.move_in()?;
        }
        let (index, empty) = Index::open(&self.folder.index(), &library)?.into_parts();
        if empty.is_some() {
            return Err(LibraryError::Index("the search index was damaged while it was made".to_owned()));
        }
        let index = Arc::new(index);
        work.newest = Some(Newest { index: index.clone(), in_the_making: false });
        self.answer_with(Some(index), None);
        Ok(())
    }

    /// Closes an index for writing; it goes on answering where no older one does.
    fn let_another_answer(&self, index: Arc<Index>, library: &str) -> Result<(), LibraryError> {
        let answers = lock(&self.state).answering.as_ref().is_some_and(|other| Arc::ptr_eq(other, &index));
        if answers {
            let reading = Index::open_read_only(&self.folder.index_in_the_making(), library)?;
            lock(&self.state).answering = reading.map(Arc::new);
        }
        wait_for_last(index);
        Ok(())
    }

    fn move_in(&self) -> Result<(), LibraryError> {
        let making = self.folder.index_in_the_making();
        remove(&self.folder.index())?;
        fs::rename(&making, self.folder.index()).map_err(disk(&making))
    }

    fn close(&self, work: &mut Work) {
        lock(&self.state).answering = None;
        if let Some(newest) = work.newest.take() {
            wait_for_last(newest.index);
        }
    }
}

/// Waits for those who search this index just now, then closes it: its files and its lock are free after that.
fn wait_for_last(index: Arc<Index>) {
    let until = Instant::now() + Duration::from_secs(2);
    while Arc::strong_count(&index) > 1 && Instant::now() < until {
        thread::sleep(Duration::from_millis(1));
    }
    drop(index);
}

fn remove(folder: &Path) -> Result<(), LibraryError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(disk(folder)(error)),
        _ => Ok(()),
    }
}

fn disk(path: &Path) -> impl FnOnce(io::Error) -> LibraryError {
    let path = path.to_owned();
    move |source| StoreError::Disk { path, source }.into()
}
