//! An index on disk: opened, filled, committed, verified.

mod folder;
mod inspect;
pub(crate) mod schema;
mod stamp;

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use tantivy::index::IndexSettings;
use tantivy::indexer::UserOperation;
use tantivy::{Executor, IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyError, Term};

use self::schema::Fields;
pub use self::stamp::Stamp;
use crate::analysis;
use crate::entry::PageEntry;
use crate::error::{Reason, SearchError};
use crate::query::Query;
use crate::search::{self, Found, Place, SearchRequest};

/// Bytes of postings that the writer gathers in memory before it writes them out.
const WRITER_HEAP: usize = 100_000_000;

/// The pages of one library, ready to be searched and, unless opened for reading only, changed.
///
/// Used behind `&self` from any thread. Changes are seen and kept only after [`Index::commit`]. Dropping the index
/// waits for merges under way and lets go of the lock; changes that were not committed are gone.
pub struct Index {
    dir: PathBuf,
    library: String,
    fields: Fields,
    inner: tantivy::Index,
    reader: IndexReader,
    executor: Executor,
    writing: Option<Mutex<Writing>>,
}

struct Writing {
    /// `None` once the index is being dropped, or when a failed writer could not be replaced.
    writer: Option<IndexWriter>,
    generation: u64,
}

/// An index opened for writing.
pub enum Opened {
    /// It holds what was last committed.
    Ready(Index),
    /// It is empty and has to be filled from the store. Commit once, at the end: an index that was never committed
    /// asks to be built again at the next opening.
    Rebuild(Index, Reason),
}

impl Opened {
    /// The index, and why it is empty if it has to be filled.
    pub fn into_parts(self) -> (Index, Option<Reason>) {
        match self {
            Self::Ready(index) => (index, None),
            Self::Rebuild(index, reason) => (index, Some(reason)),
        }
    }
}

impl Index {
    /// Opens the index of the library in this folder for writing, made new and empty when there is none or when
    /// what is there cannot be trusted: another layout, another library, a file that is damaged or gone.
    ///
    /// Reads every file once to compare checksums. The folder is the index's own: building it again deletes whatever
    /// files lie in it.
    pub fn open(dir: &Path, library: &str) -> Result<Opened, SearchError> {
        fs::create_dir_all(dir).map_err(|error| SearchError::unusable(dir, &error))?;
        let lock = folder::patiently(|| folder::lock(dir))?;
        let judged = judge(dir, library)?;
        let (index, stamp, reason) = match judged {
            Ok((index, stamp)) => (index, stamp, None),
            Err(reason) => (create(dir)?, Stamp::default(), Some(reason)),
        };
        drop(lock);
        let index = Self::with_writer(dir, library, index, stamp.generation)?;
        Ok(match reason {
            None => Opened::Ready(index),
            Some(reason) => Opened::Rebuild(index, reason),
        })
    }

    /// Opens the index for reading only, also while another process writes; `None` when it is missing or cannot be
    /// trusted. Commits of the other process are seen within a second.
    pub fn open_read_only(dir: &Path, library: &str) -> Result<Option<Self>, SearchError> {
        if !dir.is_dir() {
            return Ok(None);
        }
        // A merge in the other process may take files away between the list and the look: once more, then.
        let judged = judge(dir, library)?.or_else(|_| judge(dir, library).unwrap_or(Err(Reason::Missing)));
        let Ok((index, _)) = judged else { return Ok(None) };
        Self::with_reader(dir, library, index, ReloadPolicy::OnCommitWithDelay).map(Some)
    }

    /// Replaces all pages of the document by these, given in page order.
    pub fn put(&self, document: &str, pages: impl IntoIterator<Item = PageEntry>) -> Result<(), SearchError> {
        self.write(|writer, _| {
            // All in one go, so that the pages of an item lie beside one another in one segment: counting relies on it.
            let before = UserOperation::Delete(Term::from_field_text(self.fields.document, document));
            let pages = pages.into_iter().enumerate();
            let page =
                |(position, entry)| UserOperation::Add(self.fields.index_document(&entry, position == 0));
            let batch: Vec<UserOperation> = std::iter::once(before).chain(pages.map(page)).collect();
            writer.run(batch).map(drop)
        })
    }

    /// Takes all pages of the document out.
    pub fn remove(&self, document: &str) -> Result<(), SearchError> {
        self.put(document, [])
    }

    /// Takes everything out.
    pub fn clear(&self) -> Result<(), SearchError> {
        self.write(|writer, _| writer.delete_all_documents().map(drop))
    }

    /// Makes all changes durable, and visible to searches that begin after it returns.
    ///
    /// When this or a change before it fails (a full disk, say), all changes since the last commit are taken back
    /// and have to be given again.
    pub fn commit(&self) -> Result<(), SearchError> {
        self.commit_generation(None)
    }

    /// Commits, and notes that the index now shows this state of the store; see [`Stamp`].
    pub fn commit_at(&self, generation: u64) -> Result<(), SearchError> {
        self.commit_generation(Some(generation))
    }

    /// What the last commit says of itself.
    pub fn stamp(&self) -> Result<Stamp, SearchError> {
        let metas = folder::guarded(&self.dir, || self.inner.load_metas())?;
        match Stamp::from_payload(metas.payload.as_deref(), &self.library) {
            Ok(stamp) => Ok(stamp),
            Err(Reason::Unfinished) => Ok(Stamp { library: self.library.clone(), generation: 0 }),
            Err(reason) => Err(SearchError::damaged(&self.dir, reason.to_string())),
        }
    }

    /// Pages in the index, by the last commit.
    pub fn pages(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Finds the pages that the query asks for, gathered by document, best first.
    pub fn search(&self, query: &Query, request: &SearchRequest) -> Result<Found, SearchError> {
        let searcher = self.searcher();
        folder::guarded(&self.dir, || {
            let place = Place { searcher: &searcher, fields: &self.fields, executor: &self.executor };
            place.run(query, request)
        })
    }

    /// Reads every file of the index and compares its checksum: `Damaged` when one does not fit.
    pub fn verify(&self) -> Result<(), SearchError> {
        match folder::guarded(&self.dir, || inspect::damage(&self.inner))? {
            None => Ok(()),
            Some(detail) => Err(SearchError::damaged(&self.dir, detail)),
        }
    }

    /// Shows every page in the index: document, page number, [`entry_digest`](crate::entry_digest). No order.
    pub fn entries(&self, mut visit: impl FnMut(&str, u32, u64)) -> Result<(), SearchError> {
        let searcher = self.searcher();
        folder::guarded(&self.dir, || search::entries(&searcher, &mut visit))
    }

    fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    fn commit_generation(&self, generation: Option<u64>) -> Result<(), SearchError> {
        self.write(|writer, current| {
            let generation = generation.unwrap_or(*current);
            let stamp = Stamp { library: self.library.clone(), generation };
            let mut prepared = writer.prepare_commit()?;
            prepared.set_payload(&stamp.to_payload());
            prepared.commit()?;
            *current = generation;
            Ok(())
        })?;
        folder::guarded(&self.dir, || self.reader.reload())
    }

    /// Runs a change. A writer that has failed once refuses all later work, so it is replaced.
    fn write(
        &self,
        change: impl FnOnce(&mut IndexWriter, &mut u64) -> Result<(), TantivyError>,
    ) -> Result<(), SearchError> {
        let mut writing = relock(self.writing.as_ref().ok_or(SearchError::ReadOnly)?);
        let Writing { writer, generation } = &mut *writing;
        let slot = writer;
        let writer = slot.as_mut().ok_or(SearchError::ReadOnly)?;
        let Err(error) = change(writer, generation) else { return Ok(()) };
        if writer.rollback().is_err() {
            *slot = None;
        }
        Err(SearchError::from_tantivy(&self.dir, &error))
    }

    fn with_writer(
        dir: &Path,
        library: &str,
        index: tantivy::Index,
        generation: u64,
    ) -> Result<Self, SearchError> {
        let mut opened = Self::with_reader(dir, library, index, ReloadPolicy::Manual)?;
        let writer = folder::patiently(|| {
            folder::guarded(dir, || opened.inner.writer_with_num_threads(processors(), WRITER_HEAP))
        })?;
        opened.writing = Some(Mutex::new(Writing { writer: Some(writer), generation }));
        Ok(opened)
    }

    fn with_reader(
        dir: &Path,
        library: &str,
        mut inner: tantivy::Index,
        reload: ReloadPolicy,
    ) -> Result<Self, SearchError> {
        inner.set_tokenizers(analysis::tokenizers());
        let reader = folder::guarded(dir, || inner.reader_builder().reload_policy(reload).try_into())?;
        let (dir, library, fields) = (dir.to_path_buf(), library.to_owned(), schema::schema().1);
        let executor = executor(dir.as_path())?;
        Ok(Self { dir, library, fields, inner, reader, executor, writing: None })
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        let writer = self.writing.as_ref().and_then(|writing| relock(writing).writer.take());
        if let Some(writer) = writer {
            // Nothing is lost when a merge fails: the segments that it would have joined are still there.
            let _ = writer.wait_merging_threads();
        }
    }
}

/// Processors that one index works with: more would be taken from the reader and the window.
fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(2)
}

/// Where searches run: on several processors, where there are several.
fn executor(dir: &Path) -> Result<Executor, SearchError> {
    match processors() {
        1 => Ok(Executor::single_thread()),
        several => folder::guarded(dir, || Executor::multi_thread(several, "proof-search-")),
    }
}

/// A change that panicked left the writer as its own rollback rules say, so the lock may be taken again.
fn relock(writing: &Mutex<Writing>) -> MutexGuard<'_, Writing> {
    writing.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Opens what the folder holds and decides whether it can be trusted.
fn judge(dir: &Path, library: &str) -> Result<Result<(tantivy::Index, Stamp), Reason>, SearchError> {
    let directory = folder::directory(dir)?;
    if !tantivy::Index::exists(&*directory).unwrap_or(true) {
        let untouched = fs::read_dir(dir).is_ok_and(|mut entries| {
            entries
                .all(|entry| entry.is_ok_and(|entry| entry.path().extension().is_some_and(|e| e == "lock")))
        });
        return Ok(Err(if untouched {
            Reason::Missing
        } else {
            Reason::Damaged("meta.json is missing".into())
        }));
    }
    let read = folder::guarded(dir, || {
        let index = tantivy::Index::open(directory)?;
        let payload = index.load_metas()?.payload;
        Ok((index, payload))
    });
    let (index, payload) = match read {
        Ok(read) => read,
        Err(error) => return Ok(Err(Reason::Damaged(error.to_string()))),
    };
    let stamp = match Stamp::from_payload(payload.as_deref(), library) {
        Ok(stamp) => stamp,
        Err(reason) => return Ok(Err(reason)),
    };
    Ok(match folder::guarded(dir, || inspect::damage(&index)) {
        Ok(None) => Ok((index, stamp)),
        Ok(Some(detail)) => Err(Reason::Damaged(detail)),
        Err(error) => Err(Reason::Damaged(error.to_string())),
    })
}

fn create(dir: &Path) -> Result<tantivy::Index, SearchError> {
    folder::empty(dir)?;
    let directory = folder::directory(dir)?;
    folder::guarded(dir, || tantivy::Index::create(directory, schema::schema().0, IndexSettings::default()))
}
