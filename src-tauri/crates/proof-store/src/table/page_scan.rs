//! Pages that are pictures: what a machine read on them, or why none did.

use proof_model::{DocumentId, Sha256};
use rusqlite::{OptionalExtension, Row};

use crate::{Read, StoreError, Tx};

/// A page that is a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageScan {
    /// Its number in the file, from 1.
    pub page: u32,
    /// What a machine read; or why none did, in words for the user.
    pub machine: Result<MachineReading, String>,
}

/// What a machine read on a page. The text is the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachineReading {
    /// Program and version.
    pub program: String,
    /// How sure it is of the page, 0 to 100.
    pub confidence: u8,
    /// Its words with their places, as JSON. Only the library knows its shape.
    pub words: String,
}

impl Read<'_> {
    /// What is known of a page of a document as a picture; none where it is no picture.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn page_scan(&self, document: DocumentId, page: u32) -> Result<Option<PageScan>, StoreError> {
        let sql = "SELECT s.* FROM page_scan s JOIN document d ON d.original = s.original
                   WHERE d.id = ?1 AND s.page = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row((document.to_string(), page), read).optional()?)
    }

    /// The pages of a document that a machine read.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn machine_read_pages(&self, document: DocumentId) -> Result<Vec<u32>, StoreError> {
        let sql = "SELECT s.page FROM page_scan s JOIN document d ON d.original = s.original
                   WHERE d.id = ?1 AND s.program IS NOT NULL";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([document.to_string()], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The documents with pages that no machine has read, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn documents_with_unread_scans(&self) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT DISTINCT d.id FROM page_scan s JOIN document d ON d.original = s.original
                   WHERE s.unread IS NOT NULL ORDER BY d.id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| super::parsed(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Replaces what is known of an original's pages as pictures.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn put_scans(&self, original: &Sha256, scans: &[PageScan]) -> Result<(), StoreError> {
        let original = original.to_string();
        self.conn().prepare_cached("DELETE FROM page_scan WHERE original = ?1")?.execute([&original])?;
        let mut insert =
            self.conn().prepare_cached("INSERT INTO page_scan VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        for scan in scans {
            let read = scan.machine.as_ref().ok();
            insert.execute((
                &original,
                scan.page,
                read.map(|read| &read.program),
                read.map(|read| read.confidence),
                read.map(|read| &read.words),
                scan.machine.as_ref().err(),
            ))?;
        }
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<PageScan> {
    let unread: Option<String> = row.get("unread")?;
    let machine = match unread {
        Some(why) => Err(why),
        None => Ok(MachineReading {
            program: row.get("program")?,
            confidence: row.get("confidence")?,
            words: row.get("words")?,
        }),
    };
    Ok(PageScan { page: row.get("page")?, machine })
}
