//! The queue of files to import: what waits, what was done, and how it ended. It outlives the program.

mod rows;

use std::path::PathBuf;

use proof_model::{DocumentId, Outcome};
use rusqlite::OptionalExtension;

use super::to_json;
use crate::{Read, Store, StoreError, Stored, Tx};
use rows::{batch, end, insert, insert_batch, item};

/// An import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportBatch {
    /// Identifier, and the group that undo takes back.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What is said of its files, as JSON. Only the library knows its shape.
    pub said: String,
    /// When it was begun, RFC 3339 in UTC.
    pub begun_at: String,
    /// How it stands.
    pub state: BatchState,
}

/// How an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// Its files are taken in, one after another.
    Running,
    /// Its files wait until somebody lets it go on.
    Paused,
    /// It was broken off; what was done is kept.
    Cancelled,
    /// All of its files are done.
    Done,
}

/// A file that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportItem {
    /// Its number in the queue; 0 for one that is not in it yet.
    pub id: i64,
    /// The import that it is of.
    pub batch: String,
    /// For a file inside another: the document that it lies in, and its bytes, which are stored.
    pub inside: Option<(DocumentId, Stored)>,
    /// How many files it lies inside of.
    pub depth: u32,
    /// Where it is read from or, inside another, where it lies.
    pub path: PathBuf,
    /// Where it was found, as it is kept.
    pub place: String,
    /// Its name.
    pub name: String,
    /// The larger, the sooner.
    pub rank: u32,
}

/// How a file ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportEnd {
    /// Outcome.
    pub outcome: Outcome,
    /// Why it is not `Ok`, or what else there is to be known.
    pub reason: Option<String>,
    /// Its document; none where it could not be kept.
    pub document: Option<DocumentId>,
    /// Number of pages.
    pub pages: u32,
}

/// How many files of an import, or of all that are under way, stand how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Files that wait.
    pub waiting: u32,
    /// Files that are done, by outcome.
    pub done: Vec<(Outcome, u32)>,
}

impl ImportCounts {
    /// Files that are done.
    pub fn finished(&self) -> u32 {
        self.done.iter().map(|(_, count)| count).sum()
    }
}

impl BatchState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
            Self::Done => "done",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Running, Self::Paused, Self::Cancelled, Self::Done]
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}

impl Read<'_> {
    /// The next files that wait in imports that run, at most so many.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn waiting_imports(&self, most: usize) -> Result<Vec<ImportItem>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT i.* FROM import_item i JOIN import_batch b ON b.id = i.batch
             WHERE i.state = 'waiting' AND b.state = 'running' ORDER BY i.rank DESC, i.depth DESC, i.id LIMIT ?1",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        Ok(statement.query_map([most], item)?.collect::<Result<_, _>>()?)
    }

    /// Whether a file still waits: its import may have been broken off meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn import_waits(&self, item: i64) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM import_item WHERE id = ?1 AND state = 'waiting'";
        Ok(self.conn.prepare_cached(sql)?.exists([item])?)
    }

    /// Whether files wait that lie inside a document.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn imports_wait_inside(&self, document: DocumentId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM import_item WHERE within = ?1 AND state = 'waiting'";
        Ok(self.conn.prepare_cached(sql)?.exists([document.to_string()])?)
    }

    /// The imports that are kept, the newest first.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn import_batches(&self) -> Result<Vec<ImportBatch>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM import_batch ORDER BY begun_at DESC, id DESC")?;
        Ok(statement.query_map([], batch)?.collect::<Result<_, _>>()?)
    }

    /// An import by its identifier.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn import_batch(&self, id: &str) -> Result<Option<ImportBatch>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM import_batch WHERE id = ?1")?;
        Ok(statement.query_row([id], batch).optional()?)
    }

    /// How the files of some imports stand.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn import_counts(&self, batches: &[String]) -> Result<ImportCounts, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT outcome, count(*) AS files FROM import_item WHERE batch IN (SELECT value FROM json_each(?1))
             GROUP BY outcome ORDER BY outcome",
        )?;
        let rows = statement.query_map([to_json(&batches)?], |row| {
            let waits = row.get_ref("outcome")? == rusqlite::types::ValueRef::Null;
            Ok(((!waits).then(|| super::document::outcome(row)).transpose()?, row.get::<_, u32>("files")?))
        })?;
        let mut counts = ImportCounts::default();
        for row in rows {
            match row? {
                (None, waiting) => counts.waiting = waiting,
                (Some(outcome), done) => counts.done.push((outcome, done)),
            }
        }
        Ok(counts)
    }

    /// The files of an import that are done and did not end well, at most so many: where each was found, and how it
    /// ended.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn import_failures(&self, batch: &str, most: usize) -> Result<Vec<(String, ImportEnd)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT place, outcome, reason, document, pages FROM import_item
             WHERE batch = ?1 AND state = 'done' AND outcome <> 'ok' ORDER BY id LIMIT ?2",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = statement.query_map((batch, most), |row| Ok((row.get("place")?, end(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Queues an import, whose files are to be queued in this transaction.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn queue_batch(&self, batch: &ImportBatch) -> Result<(), StoreError> {
        insert_batch(self.conn(), batch)
    }

    /// Queues a file that lies inside a document of this transaction.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn queue_inside(&self, item: &ImportItem) -> Result<(), StoreError> {
        insert(self.conn(), item)
    }

    /// Notes how a file ended: it waits no longer.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn import_ended(&self, item: i64, end: &ImportEnd) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "UPDATE import_item SET state = 'done', outcome = ?2, reason = ?3, document = ?4, pages = ?5
                 WHERE id = ?1",
            )?
            .execute((
                item,
                end.outcome.as_str(),
                &end.reason,
                end.document.map(|document| document.to_string()),
                end.pages,
            ))?;
        Ok(())
    }
}

/// None of these is an act: they change nothing that anybody stated.
impl Store {
    /// Queues an import with its files. What is kept of imports that ended long ago goes.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn queue_import(&mut self, batch: &ImportBatch, files: &[ImportItem]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        transaction.execute(
            "DELETE FROM import_batch WHERE state IN ('done', 'cancelled') AND id NOT IN
                 (SELECT id FROM import_batch WHERE state IN ('done', 'cancelled')
                  ORDER BY begun_at DESC, id DESC LIMIT ?1)",
            [KEPT],
        )?;
        insert_batch(&transaction, batch)?;
        files.iter().try_for_each(|file| insert(&transaction, file))?;
        transaction.commit()?;
        Ok(())
    }

    /// Notes how files ended that no document comes of.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn imports_ended(&mut self, ends: &[(i64, ImportEnd)]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        let tx = Tx::on(&transaction);
        ends.iter().try_for_each(|(item, end)| tx.import_ended(*item, end))?;
        transaction.commit()?;
        Ok(())
    }

    /// Changes how imports stand that stood in `from`. The files that wait in one that is broken off wait no longer.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn turn_imports(&mut self, from: &[BatchState], to: BatchState) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        for from in from {
            transaction.execute(
                "UPDATE import_batch SET state = ?2 WHERE state = ?1",
                (from.as_str(), to.as_str()),
            )?;
        }
        transaction.execute(
            "DELETE FROM import_item WHERE state = 'waiting'
                 AND batch IN (SELECT id FROM import_batch WHERE state = 'cancelled')",
            [],
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// Notes the imports in which nothing waits any more as done.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn finish_imports(&mut self) -> Result<(), StoreError> {
        self.conn.execute(
            "UPDATE import_batch SET state = 'done' WHERE state = 'running' AND NOT EXISTS
                 (SELECT 1 FROM import_item WHERE batch = import_batch.id AND state = 'waiting')",
            [],
        )?;
        Ok(())
    }

    /// Lets what lies inside a document come before everything else.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn hurry_imports(&mut self, document: DocumentId, rank: u32) -> Result<(), StoreError> {
        self.conn.execute(
            "UPDATE import_item SET rank = ?2 WHERE within = ?1 AND state = 'waiting'",
            (document.to_string(), rank),
        )?;
        Ok(())
    }
}

/// Breaks an import off, where there is one of that name: what waits is forgotten.
pub(crate) fn break_off(conn: &rusqlite::Connection, id: &str) -> Result<(), StoreError> {
    conn.execute(
        "UPDATE import_batch SET state = 'cancelled' WHERE id = ?1 AND state IN ('running', 'paused')",
        [id],
    )?;
    conn.execute("DELETE FROM import_item WHERE batch = ?1 AND state = 'waiting'", [id])?;
    Ok(())
}

/// How many imports that ended are kept, so that one can see how they ended.
const KEPT: u32 = 3;

#[cfg(test)]
mod tests;
