use proof_model::{DocumentId, Page};
use rusqlite::{OptionalExtension, Row};

use crate::{Read, StoreError, Tx};

/// A page of a document's text.
pub type PageRecord = Page;

impl Read<'_> {
    /// A page of a document.
    ///
    /// # Errors
    /// [`StoreError::NoPage`] where the document has no such page.
    pub fn page(&self, document: DocumentId, number: u32) -> Result<Page, StoreError> {
        let sql = "SELECT p.number, p.label, p.text FROM page p JOIN document d ON d.original = p.original
                   WHERE d.id = ?1 AND p.number = ?2";
        self.conn
            .prepare_cached(sql)?
            .query_row((document.to_string(), number), read)
            .optional()?
            .map_or_else(|| Err(self.no_page(document, number)), Ok)
    }

    fn no_page(&self, document: DocumentId, page: u32) -> StoreError {
        let sql = "SELECT d.title, (SELECT count(*) FROM page WHERE original = d.original)
                   FROM document d WHERE d.id = ?1";
        let found = self.conn.query_row(sql, [document.to_string()], |row| Ok((row.get(0)?, row.get(1)?)));
        found.map_or_else(StoreError::from, |(document, pages)| StoreError::NoPage { document, page, pages })
    }

    /// The documents that have no text on any page.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn documents_without_text(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT d.id FROM document d
                   WHERE NOT EXISTS (SELECT 1 FROM page p WHERE p.original = d.original AND trim(p.text) <> '')";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// All pages of a document.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn pages(&self, document: DocumentId) -> Result<Vec<Page>, StoreError> {
        let sql = "SELECT p.number, p.label, p.text FROM page p JOIN document d ON d.original = p.original
                   WHERE d.id = ?1 ORDER BY p.number";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([document.to_string()], read)?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    pub(crate) fn replace_pages(&self, original: &str, pages: &[Page]) -> Result<(), StoreError> {
        self.conn().prepare_cached("DELETE FROM page WHERE original = ?1")?.execute([original])?;
        let mut insert = self.conn().prepare_cached("INSERT INTO page VALUES (?1, ?2, ?3, ?4)")?;
        for page in pages {
            insert.execute((original, page.number, &page.label, &page.text))?;
        }
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Page> {
    Ok(Page { number: row.get(0)?, label: row.get(1)?, text: row.get(2)? })
}
