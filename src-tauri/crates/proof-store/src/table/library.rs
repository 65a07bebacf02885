use rusqlite::OptionalExtension;

use crate::{Read, StoreError};

impl Read<'_> {
    /// The library's identifier and name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn library(&self) -> Result<(String, String), StoreError> {
        Ok(self.conn.query_row("SELECT id, name FROM library", [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// How many cases, events and documents there are.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn counts(&self) -> Result<(u32, u32, u32), StoreError> {
        let sql = "SELECT (SELECT count(*) FROM case_file), (SELECT count(*) FROM event),
                          (SELECT count(*) FROM document)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
    }

    /// How many things want a look: documents unread or unfiled, events that rest on nothing or on an
    /// allegation alone, quotes and highlights that are not in their page.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn review_count(&self) -> Result<u32, StoreError> {
        let sql = "SELECT
            (SELECT count(*) FROM original o JOIN document d ON d.original = o.sha256
                WHERE o.outcome NOT IN ('ok', 'partial'))
          + (SELECT count(*) FROM document d WHERE d.parent IS NULL
                AND NOT EXISTS (SELECT 1 FROM document_case WHERE document = d.id))
          + (SELECT count(*) FROM event_line WHERE strength < 2)
          + (SELECT count(*) FROM quote_check q JOIN account a ON a.id = q.account WHERE q.holds = 0)
          + (SELECT count(*) FROM quote_check q JOIN annotation a ON a.id = q.account WHERE q.holds = 0)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// The name of the act that undo would take back.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn next_undo(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT act FROM undo_step WHERE undone = 0 ORDER BY seq DESC LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?)
    }

    /// The name of the act that redo would do again.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn next_redo(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT act FROM undo_step WHERE undone = 1 ORDER BY seq LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?)
    }
}
