//! Quotes: the passages that accounts and annotations cite, and whether they are where they should be.

use proof_model::Citation;

use super::account::read_citation;
use crate::{Read, Store, StoreError};

/// A quote, with who cites it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteRecord {
    /// The account's or the annotation's identifier.
    pub id: String,
    /// The title of the event whose account cites it; none where somebody highlighted it.
    pub event: Option<String>,
    /// The document's title.
    pub document_title: String,
    /// The passage.
    pub citation: Citation,
    /// Whether it was in its page when that was last looked up.
    pub verified: bool,
}

impl Read<'_> {
    /// How many quotes there are.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn quote_count(&self) -> Result<u64, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM account WHERE document IS NOT NULL) + (SELECT count(*) FROM annotation)";
        Ok(self.conn.query_row(sql, [], |row| row.get(0))?)
    }

    /// Looks every quote up again in its page, for as long as `go_on` says so, which is told of each whether it is there
    /// once in its context.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_quotes(&self, go_on: &mut dyn FnMut(QuoteRecord, bool) -> bool) -> Result<(), StoreError> {
        let sql = "SELECT q.*, d.title, coalesce(c.holds, 0) AS holds FROM (
                SELECT a.id, a.document, a.page, a.exact, a.prefix, a.suffix, e.title AS event
                    FROM account a JOIN event e ON e.id = a.event WHERE a.document IS NOT NULL
                UNION ALL SELECT id, document, page, exact, prefix, suffix, NULL FROM annotation
            ) q JOIN document d ON d.id = q.document LEFT JOIN quote_check c ON c.account = q.id
            ORDER BY q.document, q.page, q.id";
        let mut statement = self.conn.prepare(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(QuoteRecord {
                id: row.get("id")?,
                event: row.get("event")?,
                document_title: row.get("title")?,
                citation: read_citation(row)?,
                verified: row.get("holds")?,
            })
        })?;
        // Quotes come page by page: a page is read once.
        let (mut at, mut text) = (None, None);
        for row in rows {
            let quote = row?;
            let place = (quote.citation.document, quote.citation.page);
            if at != Some(place) {
                (at, text) = (Some(place), self.page_text(place.0, place.1)?);
            }
            let holds = text.as_deref().is_some_and(|text| quote.citation.quote.locate(text).is_some());
            if !go_on(quote, holds) {
                break;
            }
        }
        Ok(())
    }

    fn page_text(&self, document: proof_model::DocumentId, page: u32) -> Result<Option<String>, StoreError> {
        match self.page(document, page) {
            Ok(page) => Ok(Some(page.text)),
            Err(StoreError::NoPage { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Store {
    /// Notes which quotes were found in their pages and which were not, by their identifiers. Not an act: it states
    /// nothing new.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn mark_quotes(&mut self, found: &[(String, bool)]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        let mut mark = transaction.prepare_cached("INSERT OR REPLACE INTO quote_check VALUES (?1, ?2)")?;
        for row in found {
            mark.execute((&row.0, row.1))?;
        }
        drop(mark);
        transaction.commit()?;
        Ok(())
    }
}
