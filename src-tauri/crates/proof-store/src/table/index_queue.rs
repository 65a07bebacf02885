use crate::{Read, Store, StoreError, Tx};

impl Read<'_> {
    /// The documents whose entry in the index is out of date.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn index_queue(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT document FROM index_queue ORDER BY document")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Queues a document for the index.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn queue_for_index(&self, document: &str) -> Result<(), StoreError> {
        self.conn().prepare_cached("INSERT OR IGNORE INTO index_queue VALUES (?1)")?.execute([document])?;
        Ok(())
    }
}

impl Store {
    /// Takes documents off the queue once the index holds them durably. Not an act: it changes nothing that
    /// anybody stated.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn index_holds(&mut self, documents: &[String]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        let mut done = transaction.prepare_cached("DELETE FROM index_queue WHERE document = ?1")?;
        for document in documents {
            done.execute([document])?;
        }
        drop(done);
        transaction.commit()?;
        Ok(())
    }

    /// Queues every document: the index is to be made anew.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn queue_all_for_index(&mut self) -> Result<(), StoreError> {
        self.conn.execute("INSERT OR IGNORE INTO index_queue SELECT id FROM document", [])?;
        Ok(())
    }
}
