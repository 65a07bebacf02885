//! What a document lies inside, and what lies inside it. A window asks for parts: an archive holds any number of files.

use proof_model::{DocumentId, Outcome};
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

    /// A part of what lies directly inside a document, in the order in which it came: from the row `from` on, at most
    /// `count`.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn inside(&self, document: DocumentId, from: u32, count: u32) -> Result<Vec<Relative>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM (SELECT id FROM document WHERE parent = ?1 ORDER BY id LIMIT ?3 OFFSET ?2) part
             JOIN document_line l ON l.document = part.id ORDER BY l.document"
        ))?;
        Ok(statement.query_map((document.to_string(), from, count), read)?.collect::<Result<_, _>>()?)
    }

    /// How many documents lie directly inside one, and how many of them came before another.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn count_inside(&self, document: DocumentId, before: DocumentId) -> Result<(u32, u32), StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT count(*), count(*) FILTER (WHERE id < ?2) FROM document WHERE parent = ?1")?;
        Ok(statement.query_row([document.to_string(), before.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?)
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
