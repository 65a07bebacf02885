//! Searches that were kept under a name, and when each was last looked at. What a search asks is not the store's: it is
//! kept as it came.

use rusqlite::OptionalExtension;

use crate::{Read, Store, StoreError, Tx};

/// A search that was kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// The name.
    pub name: String,
    /// What it asks, as JSON.
    pub search: String,
    /// When it was last looked at, RFC 3339 in UTC; empty where never.
    pub looked_at: String,
}

const SELECT: &str = "SELECT s.name, s.search, coalesce(l.looked_at, '')
                      FROM saved_search s LEFT JOIN search_look l ON l.name = s.name";

impl Read<'_> {
    /// The saved searches, by name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} ORDER BY s.name"))?;
        Ok(statement.query_map([], row)?.collect::<Result<_, _>>()?)
    }

    /// One saved search.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn saved_search(&self, name: &str) -> Result<SavedSearch, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE s.name = ?1"))?;
        statement.query_row([name], row).optional()?.ok_or_else(|| not_found(name))
    }
}

impl Tx<'_> {
    /// Keeps a search under a name, in place of the one that bears it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn save_search(&self, name: &str, search: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO saved_search VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET search = ?2";
        self.conn().prepare_cached(sql)?.execute((name, search))?;
        Ok(())
    }

    /// Forgets a saved search.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn remove_saved_search(&self, name: &str) -> Result<(), StoreError> {
        match self.conn().prepare_cached("DELETE FROM saved_search WHERE name = ?1")?.execute([name])? {
            0 => Err(not_found(name)),
            _ => Ok(()),
        }
    }
}

impl Store {
    /// Writes down when a saved search was looked at. Not an act: it changes nothing that anybody stated.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn looked_at_search(&mut self, name: &str, at: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO search_look VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET looked_at = ?2";
        self.conn.prepare_cached(sql)?.execute((name, at))?;
        Ok(())
    }
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<SavedSearch> {
    Ok(SavedSearch { name: row.get(0)?, search: row.get(1)?, looked_at: row.get(2)? })
}

fn not_found(name: &str) -> StoreError {
    StoreError::NotFound { what: "saved search", key: name.to_owned() }
}
