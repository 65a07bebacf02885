//! What was done with documents outside the library, and the walks through all originals.

use proof_model::{CustodyAct, DocumentId};
use rusqlite::OptionalExtension;

use super::{json, to_json};
use crate::{Entry, Read, StoreError, Tx, derive::EVERY, ledger};

/// A walk through all originals that came to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationRecord {
    /// Identifier.
    pub id: String,
    /// When it began, RFC 3339 in UTC.
    pub at: String,
    /// Originals whose bytes were hashed again.
    pub originals: u64,
    /// Everything that did not hold, of whatever part of the library.
    pub problems: u64,
    /// SHA-256 of the originals that were not what was imported, or were missing.
    pub failed: Vec<String>,
    /// SHA-256 of the last line of the ledger before it; empty where there was none.
    pub head: String,
}

/// Something that was done with a document outside the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustodyRecord {
    /// Identifier.
    pub id: String,
    /// The document.
    pub document: DocumentId,
    /// What.
    pub act: CustodyAct,
    /// The file that was written, and why.
    pub detail: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
}

impl Read<'_> {
    /// The lines of the ledger that tell of a document, oldest first: its own, and since it came those of all
    /// documents.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn ledger_of(&self, document: DocumentId) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT seq FROM ledger_document WHERE document = ?1
                   UNION SELECT seq FROM ledger_document WHERE document = ?2
                       AND seq > (SELECT min(seq) FROM ledger_document WHERE document = ?1)
                   ORDER BY seq";
        let mut statement = self.conn.prepare_cached(sql)?;
        let lines = statement.query_map((document.to_string(), EVERY), |row| row.get(0))?;
        lines.map(|seq| ledger::entry(self.conn, seq?)).collect()
    }

    /// The newest walk through all originals; none where there was none.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn last_verification(&self) -> Result<Option<VerificationRecord>, StoreError> {
        let sql = "SELECT * FROM verification ORDER BY at DESC, id DESC LIMIT 1";
        let record = self.conn.prepare_cached(sql)?.query_row([], |row| {
            Ok(VerificationRecord {
                id: row.get("id")?,
                at: row.get("at")?,
                originals: row.get("originals")?,
                problems: row.get("problems")?,
                failed: json(row, "failed")?,
                head: row.get("head")?,
            })
        });
        Ok(record.optional()?)
    }
}

impl Tx<'_> {
    /// Notes what was done with a document outside the library.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_custody(&self, record: &CustodyRecord) -> Result<(), StoreError> {
        self.conn().prepare_cached("INSERT INTO custody VALUES (?1, ?2, ?3, ?4, ?5)")?.execute((
            &record.id,
            record.document.to_string(),
            record.act.as_str(),
            &record.detail,
            &record.at,
        ))?;
        Ok(())
    }

    /// Notes what a walk through all originals found.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_verification(&self, record: &VerificationRecord) -> Result<(), StoreError> {
        self.conn().prepare_cached("INSERT INTO verification VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute((
            &record.id,
            &record.at,
            record.originals,
            record.problems,
            to_json(&record.failed)?,
            &record.head,
        ))?;
        Ok(())
    }
}
