//! Searches that are kept under a name.

use proof_store::SavedSearch;

use crate::{Changed, Library, LibraryError, Op, event::named};

impl Library {
    /// Keeps a search, as JSON, under a name, in place of the one that bears it. `was` is the name that it bore before, for
    /// one that gets another. It counts as looked at now, a renamed one as before.
    ///
    /// # Errors
    /// Where the name is empty, or none bears the name before.
    pub fn save_search(&self, name: &str, search: &str, was: Option<&str>) -> Result<Changed, LibraryError> {
        let name = named(name, "the name of the search")?;
        let was = was.filter(|was| *was != name);
        let looked_at = match was {
            Some(was) => self.saved_search(was)?.looked_at,
            None => self.now(),
        };
        let op = Op::SaveSearch { name: name.clone() };
        let ((), changed) = self.transact(&op, |tx| {
            was.map_or(Ok(()), |was| tx.remove_saved_search(was))?;
            Ok(tx.save_search(&name, search)?)
        })?;
        self.store()?.looked_at_search(&name, &looked_at)?;
        Ok(changed)
    }

    /// Forgets a saved search. Undo brings it back.
    ///
    /// # Errors
    /// Where there is no such search.
    pub fn remove_saved_search(&self, name: &str) -> Result<Changed, LibraryError> {
        let op = Op::RemoveSearch { name: name.to_owned() };
        Ok(self.transact(&op, |tx| Ok(tx.remove_saved_search(name)?))?.1)
    }

    /// The saved searches, by name.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>, LibraryError> {
        self.read(|read| Ok(read.saved_searches()?))
    }

    /// Takes a saved search up: it is looked at now. Gives it as it stood before, with when it was last looked at. In a
    /// library that can only be read nothing is written down.
    ///
    /// # Errors
    /// Where there is no such search.
    pub fn look_at_search(&self, name: &str) -> Result<SavedSearch, LibraryError> {
        let before = self.saved_search(name)?;
        if self.read_only().is_none() {
            self.store()?.looked_at_search(name, &self.now())?;
        }
        Ok(before)
    }

    fn saved_search(&self, name: &str) -> Result<SavedSearch, LibraryError> {
        self.read(|read| Ok(read.saved_search(name)?))
    }
}
