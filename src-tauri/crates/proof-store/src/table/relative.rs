//! What a document lies inside, and what lies inside it. A window asks for parts: an archive holds any number of files.

use proof_model::{DocumentId, Outcome, Sha256};
use rusqlite::Row;

use super::{document::outcome, parsed};
use crate::{Read, StoreError};

/// A document as its relatives are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    /// Identifier.
    pub document: DocumentId,
    /// Title.
    pub title: String,
    /// The kind in a word.
    pub kind: String,
    /// How reading it ended.
    pub outcome: Outcome,
    /// How many documents lie directly inside it.
    pub inside: u32,
}

const COLUMNS: &str = "l.document, l.title, l.kind, l.outcome, l.attachments";

/// How deep files may lie inside each other and still be listed: an import stops long before.
const DEEPEST: u32 = 100;

impl Read<'_> {
    /// What a document lies inside, the outermost first: an archive, an e-mail in it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn around(&self, document: DocumentId) -> Result<Vec<Relative>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "WITH RECURSIVE around (id, depth) AS
                 (SELECT parent, 1 FROM document WHERE id = ?1
                  UNION ALL SELECT d.parent, depth + 1 FROM document d JOIN around ON d.id = around.id
                      WHERE depth < {DEEPEST})
             SELECT {COLUMNS} FROM around JOIN document_line l ON l.document = around.id ORDER BY depth DESC"
        ))?;
        Ok(statement.query_map([document.to_string()], read)?.collect::<Result<_, _>>()?)
    }

    /// A part of what lies directly inside a document, by title, since files are read side by side and come in any order:
    /// from the row `from` on, at most `count`.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn inside(&self, document: DocumentId, from: u32, count: u32) -> Result<Vec<Relative>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM document d JOIN document_line l ON l.document = d.id WHERE d.parent = ?1
             ORDER BY l.title_key, l.document LIMIT ?3 OFFSET ?2"
        ))?;
        Ok(statement.query_map((document.to_string(), from, count), read)?.collect::<Result<_, _>>()?)
    }

    /// The originals of the documents that lie directly inside a document.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn originals_inside(&self, document: DocumentId) -> Result<Vec<Sha256>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT original FROM document WHERE parent = ?1")?;
        let rows = statement.query_map([document.to_string()], |row| parsed(row, "original"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many documents lie directly inside one.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn count_inside(&self, document: DocumentId) -> Result<u32, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT count(*) FROM document WHERE parent = ?1")?;
        Ok(statement.query_row([document.to_string()], |row| row.get(0))?)
    }

    /// How many documents stand before another in the order in which [`Read::inside`] lists those inside what it lies in.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn count_before(&self, document: DocumentId) -> Result<u32, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM document this JOIN document_line t ON t.document = this.id
                 JOIN document d ON d.parent = this.parent JOIN document_line l ON l.document = d.id
             WHERE this.id = ?1 AND (l.title_key, l.document) < (t.title_key, t.document)",
        )?;
        Ok(statement.query_row([document.to_string()], |row| row.get(0))?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Relative> {
    Ok(Relative {
        document: parsed(row, "document")?,
        title: row.get("title")?,
        kind: row.get("kind")?,
        outcome: outcome(row)?,
        inside: row.get("attachments")?,
    })
}
