//! Filters that were kept under a name. What a filter says is not the store's: it is kept as it came.

use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// The saved views, by name, each with its filter's JSON.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn views(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT name, filter FROM saved_view ORDER BY name")?;
        Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Keeps a filter under a name, in place of the one that bears it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn save_view(&self, name: &str, filter: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO saved_view VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET filter = ?2";
        self.conn().prepare_cached(sql)?.execute((name, filter))?;
        Ok(())
    }

    /// Forgets a saved view.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn remove_view(&self, name: &str) -> Result<(), StoreError> {
        match self.conn().prepare_cached("DELETE FROM saved_view WHERE name = ?1")?.execute([name])? {
            0 => Err(StoreError::NotFound { what: "saved view", key: name.to_owned() }),
            _ => Ok(()),
        }
    }
}
