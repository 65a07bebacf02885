//! The index of everything that can be found, kept in step with the store by a thread of its own. It can be thrown away at
//! any time.

mod background;
mod entries;
mod people;
mod upkeep;
mod work;

use std::sync::Arc;

use proof_search::{Found, Index, Query, SearchError, SearchRequest};

pub(crate) use self::{background::Background, entries::entries, upkeep::Upkeep};
use crate::{Library, LibraryError, rank};

impl Library {
    /// Searches everything. While the index is made anew, what is there is searched: [`Library::index_state`] says so.
    ///
    /// # Errors
    /// Where the index cannot be read. One that turns out to be damaged is made anew from then on, in the background.
    pub fn search(&self, query: &Query, request: &SearchRequest) -> Result<Found, LibraryError> {
        let index = match self.index.upkeep().answering() {
            Some(index) => Some(index),
            None => self.wait_for_index()?,
        };
        let Some(index) = index else { return Ok(Found::default()) };
        let found = index.search(query, request);
        drop(index);
        if let Err(SearchError::Damaged { detail, .. }) = &found {
            return Err(self.distrust_index(detail));
        }
        let mut found = found?;
        let instead = Query::parse(&found.instead_typed).ok().filter(|query| !query.is_empty());
        self.read(|read| rank::by_closeness(read, instead.as_ref().unwrap_or(query), &mut found))?;
        Ok(found)
    }

    /// How many items the index holds that is being made anew, and how many it has to hold, both 0 while a search has to go
    /// without because it is still being opened; none where it holds all of them, but for what was changed just now.
    pub fn index_state(&self) -> Option<(usize, usize)> {
        self.index.upkeep().state()
    }

    /// Puts everything in the index that it does not hold yet, and returns when it does. A library that can only be read
    /// is as up to date as whoever writes to it keeps it.
    ///
    /// # Errors
    /// Where the disk fails.
    pub fn index_up_to_date(&self) -> Result<(), LibraryError> {
        if self.read_only().is_some() {
            return Ok(());
        }
        self.index.upkeep().catch_up(&mut |_, _| ())
    }

    /// Makes the whole index anew from the store, while the one that is there goes on answering. `progress` is told how
    /// many items are done, of how many.
    ///
    /// # Errors
    /// Where the library can only be read, or the disk fails.
    pub fn rebuild_index(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<(), LibraryError> {
        drop(self.store()?);
        self.index.upkeep().rebuild(progress)
    }

    /// Opens the index in the background and keeps it up to date from now on. `told` is called whenever it holds
    /// something else, with [`Library::index_state`].
    pub fn follow_index(&self, told: impl Fn(Option<(usize, usize)>) + Send + Sync + 'static) {
        self.index.upkeep().tell(told);
        self.index.begin();
    }

    /// Whoever has to know that the index holds all of an import waits for it here, but not for an index that is made anew.
    pub(crate) fn settle_index(&self) -> Result<(), LibraryError> {
        if self.index_state().is_none() {
            return self.index_up_to_date();
        }
        self.index.ring();
        Ok(())
    }

    /// The index with all that it has to hold.
    pub(crate) fn whole_index(&self) -> Result<Arc<Index>, LibraryError> {
        self.index_up_to_date()?;
        let index = match self.index.upkeep().answering() {
            Some(index) => Some(index),
            None => self.wait_for_index()?,
        };
        index.ok_or_else(|| LibraryError::Index("the search index cannot be opened".to_owned()))
    }

    fn wait_for_index(&self) -> Result<Option<Arc<Index>>, LibraryError> {
        if let Some(why) = self.read_only() {
            let missing = || LibraryError::ReadOnly(format!("{why}, and its index has to be made anew"));
            return self.index.upkeep().open_to_read()?.ok_or_else(missing).map(Some);
        }
        self.index.begin();
        self.index.upkeep().wait_for_answering()
    }

    fn distrust_index(&self, detail: &str) -> LibraryError {
        if let Some(why) = self.read_only() {
            return LibraryError::ReadOnly(format!("{why}, and its index is damaged ({detail})"));
        }
        self.index.upkeep().distrust();
        self.index.begin();
        LibraryError::Index(format!(
            "the search index is damaged ({detail}). It is being made anew: search again in a moment"
        ))
    }
}
