//! The index, kept in step with the store. It can be thrown away at any time.

use std::sync::{Arc, PoisonError};

use proof_search::{Found, Index, PageEntry, Query, SearchRequest};
use proof_store::IndexedDocument;

use crate::{Library, LibraryError};

/// Documents between two commits when the whole index is made anew: the writer's memory is bounded by itself.
const BATCH: usize = 500;

impl Library {
    /// Searches the pages.
    ///
    /// # Errors
    /// Where the index cannot be read and cannot be made anew either.
    pub fn search(&self, query: &Query, request: &SearchRequest) -> Result<Found, LibraryError> {
        Ok(self.index()?.search(query, request)?)
    }

    /// Makes the whole index anew from the store. `progress` is told how many documents are done, of how many.
    ///
    /// # Errors
    /// Where the library can only be read, or the disk fails.
    pub fn rebuild_index(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<(), LibraryError> {
        self.store()?.queue_all_for_index()?;
        let index = self.index()?;
        index.clear()?;
        self.work_off_queue(&index, progress)
    }

    /// Brings the index up to date with what is queued.
    pub(crate) fn refresh_index(&self) -> Result<(), LibraryError> {
        let queued = self.read::<_, LibraryError>(|read| Ok(read.index_queue()?))?;
        if queued.is_empty() {
            return Ok(());
        }
        self.work_off_queue(&*self.index()?, &mut |_, _| ())
    }

    /// The index: opened on first use, made anew where it is missing, old or damaged.
    pub(crate) fn index(&self) -> Result<Arc<Index>, LibraryError> {
        let mut slot = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = &*slot {
            return Ok(index.clone());
        }
        let index = Arc::new(self.open_index()?);
        *slot = Some(index.clone());
        Ok(index)
    }

    fn open_index(&self) -> Result<Index, LibraryError> {
        let (library, _) = self.read::<_, LibraryError>(|read| Ok(read.library()?))?;
        let folder = self.folder.index();
        if let Some(why) = self.read_only() {
            let missing = || LibraryError::ReadOnly(format!("{why}, and its index has to be made anew"));
            return Index::open_read_only(&folder, &library)?.ok_or_else(missing);
        }
        let (index, rebuild) = Index::open(&folder, &library)?.into_parts();
        if rebuild.is_some() {
            self.store()?.queue_all_for_index()?;
        }
        self.work_off_queue(&index, &mut |_, _| ())?;
        if rebuild.is_some() {
            // An index that was never committed, of a library without documents, would be made anew each time.
            index.commit()?;
        }
        Ok(index)
    }

    /// Puts every queued document in the index. A document leaves the queue only after the commit that holds
    /// it, so a crash at any point costs a repetition and nothing else.
    fn work_off_queue(
        &self,
        index: &Index,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(), LibraryError> {
        let queued = self.read::<_, LibraryError>(|read| Ok(read.index_queue()?))?;
        let mut done = 0;
        for batch in queued.chunks(BATCH) {
            for document in batch {
                match self.read::<_, LibraryError>(|read| Ok(read.indexed_document(document)?))? {
                    Some(indexed) => index.put(document, entries(indexed))?,
                    None => index.remove(document)?,
                }
                done += 1;
                progress(done, queued.len());
            }
            index.commit()?;
            self.store()?.index_holds(batch)?;
        }
        Ok(())
    }
}

/// What the index holds of a document: its pages, or one entry for its title where it has none.
pub(crate) fn entries(indexed: IndexedDocument) -> Vec<PageEntry> {
    let record = indexed.document;
    let claim = |name: &str| {
        let values = record.original.metadata.iter().filter(|(key, _)| key == name);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    };
    let title_only = PageEntry {
        document: record.document.id.to_string(),
        page: 0,
        title: record.document.title.clone(),
        file_name: record.document.file_name.clone(),
        media_type: record.original.media_type.clone(),
        cases: record.cases.iter().map(ToString::to_string).collect(),
        case_names: indexed.case_names,
        source: record.document.source.clone(),
        from: claim("from"),
        to: claim("to"),
        ..PageEntry::default()
    };
    if indexed.pages.is_empty() {
        return vec![title_only];
    }
    let pages = indexed.pages.into_iter();
    pages.map(|page| PageEntry { page: page.number, text: page.text, ..title_only.clone() }).collect()
}
