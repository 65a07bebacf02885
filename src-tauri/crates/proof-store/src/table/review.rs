//! What wants a look: each list is one query, however large the library.

use proof_model::{Strength, Support};

use super::line;
use crate::{Read, StoreError};

/// A document or an event that wants a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRecord<T> {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is the matter with it.
    pub matter: T,
}

/// A quote that is not in its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenQuote {
    /// The title of the document in which it should be.
    pub document: String,
    /// Page of the file.
    pub page: u32,
    /// The words.
    pub exact: String,
}

impl Read<'_> {
    /// The documents that could not be read, each with the reason.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn unread(&self) -> Result<Vec<ReviewRecord<Option<String>>>, StoreError> {
        let sql = "SELECT d.id, d.title, o.reason FROM original o JOIN document d ON d.original = o.sha256
                   WHERE o.outcome NOT IN ('ok', 'partial') ORDER BY d.id";
        self.review_records(sql, |row| row.get(2))
    }

    /// The documents in no case, save attachments.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn unfiled(&self) -> Result<Vec<ReviewRecord<()>>, StoreError> {
        let sql = "SELECT id, title FROM document d WHERE parent IS NULL
                   AND NOT EXISTS (SELECT 1 FROM document_case WHERE document = d.id) ORDER BY id";
        self.review_records(sql, |_| Ok(()))
    }

    /// The events that rest on nothing or on an allegation alone, in the order of their dates.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn unsupported(&self) -> Result<Vec<ReviewRecord<Support>>, StoreError> {
        let sql = "SELECT e.id, e.title, l.sources, l.origins, l.strength FROM event_line l
                   JOIN event e ON e.id = l.event WHERE l.strength < 2 ORDER BY l.sort_key, l.place, l.event";
        debug_assert!(Strength::OneOrigin as u8 == 2, "the query says so");
        self.review_records(sql, |row| {
            Ok(Support { sources: row.get(2)?, origins: row.get(3)?, strength: line::strength(row.get(4)?) })
        })
    }

    /// The events that cite a quote which is not in its page, in the order of their dates.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn broken_quotes(&self) -> Result<Vec<ReviewRecord<BrokenQuote>>, StoreError> {
        let sql = "SELECT e.id, e.title, d.title, a.page, a.exact FROM quote_check q
                   JOIN account a ON a.id = q.account JOIN document d ON d.id = a.document
                   JOIN event e ON e.id = a.event JOIN event_line l ON l.event = e.id
                   WHERE q.holds = 0 ORDER BY l.sort_key, l.place, l.event, a.id";
        self.review_records(sql, broken)
    }

    /// The documents with a highlight or a note whose words are not in their page.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn broken_annotations(&self) -> Result<Vec<ReviewRecord<BrokenQuote>>, StoreError> {
        let sql = "SELECT d.id, d.title, d.title, a.page, a.exact FROM quote_check q
                   JOIN annotation a ON a.id = q.account JOIN document d ON d.id = a.document
                   WHERE q.holds = 0 ORDER BY d.id, a.page, a.id";
        self.review_records(sql, broken)
    }

    fn review_records<T>(
        &self,
        sql: &str,
        matter: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<ReviewRecord<T>>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(ReviewRecord { id: row.get(0)?, title: row.get(1)?, matter: matter(row)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn broken(row: &rusqlite::Row<'_>) -> rusqlite::Result<BrokenQuote> {
    Ok(BrokenQuote { document: row.get(2)?, page: row.get(3)?, exact: row.get(4)? })
}
