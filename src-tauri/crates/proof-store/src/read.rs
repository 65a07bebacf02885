//! What can be read, on whichever connection.

use rusqlite::Connection;

use crate::{StoreError, ledger};

/// Everything that can be read. The queries stand in one file a table, under `table/`.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    pub(crate) conn: &'a Connection,
}

impl Read<'_> {
    /// Runs `work` on one state of the library, whatever is written meanwhile.
    ///
    /// # Errors
    /// What `work` fails with.
    pub fn snapshot<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let transaction = self.conn.unchecked_transaction().map_err(StoreError::from)?;
        let answer = work()?;
        transaction.finish().map_err(StoreError::from)?;
        Ok(answer)
    }

    /// The newest lines of the ledger, newest first.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn ledger(&self, limit: u32) -> Result<Vec<ledger::Entry>, StoreError> {
        ledger::newest(self.conn, limit)
    }
}
