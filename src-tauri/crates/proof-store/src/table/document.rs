use proof_model::{
    Acquisition, CaseId, DateBasis, DateKind, Document, DocumentId, Location, Marks, Original, Outcome, Page,
    ReadFrom, Sha256,
};
use rusqlite::{OptionalExtension, Row};

use super::{Naming, json, parsed, to_json, word};
use crate::{Read, StoreError, Tx, derive};

const NAMING: Naming = Naming {
    what: "document",
    by_name: "SELECT id, title FROM document WHERE id = ?1 OR title = ?1 OR file_name = ?1 OR original = ?1",
    by_start: "SELECT id, title FROM document WHERE id >= ?1 AND id < ?2",
};

/// A document with its original, its cases and its family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRecord {
    /// The document.
    pub document: Document,
    /// Its bytes, and how reading them ended.
    pub original: Original,
    /// The cases that it is in.
    pub cases: Vec<CaseId>,
    /// Every place where its bytes were found.
    pub locations: Vec<Location>,
    /// How many documents lie directly inside it.
    pub attachments: u32,
    /// How many accounts cite it.
    pub cited: u32,
    /// What people marked it with.
    pub marks: Marks,
    /// Where its dates were read from, as far as that is known.
    pub dates_from: Vec<DateBasis>,
}

/// An original, as its row says it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalRecord {
    /// SHA-256 of its bytes.
    pub sha256: Sha256,
    /// Their number.
    pub size: u64,
    /// The title of its document; none where that was taken away.
    pub title: Option<String>,
}

const SELECT: &str = "SELECT d.*, o.*, (SELECT count(*) FROM page WHERE original = d.original) AS pages,
        (SELECT count(*) FROM account WHERE document = d.id) AS cited,
        (SELECT json_group_array(case_file) FROM document_case WHERE document = d.id) AS cases,
        (SELECT count(*) FROM document WHERE parent = d.id) AS attachments
    FROM document d JOIN original o ON o.sha256 = d.original";

impl Read<'_> {
    /// The documents of one case or of all, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn documents(&self, case: Option<CaseId>) -> Result<Vec<DocumentRecord>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE ?1 IS NULL OR d.id IN (SELECT document FROM document_case WHERE case_file = ?1)
             ORDER BY d.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let records = statement.query_map([case.map(|case| case.to_string())], read)?;
        records.map(|record| self.whole(record?)).collect()
    }

    /// The document that an identifier, the start of one, an exact title, a file name or a hash means.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn find_document(&self, key: &str) -> Result<DocumentRecord, StoreError> {
        let id = NAMING.resolve(self.conn, key)?;
        let sql = format!("{SELECT} WHERE d.id = ?1");
        self.whole(self.conn.prepare_cached(&sql)?.query_row([id], read)?)
    }

    /// A document, by its identifier.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn document(&self, id: DocumentId) -> Result<Option<DocumentRecord>, StoreError> {
        let sql = format!("{SELECT} WHERE d.id = ?1");
        let found = self.conn.prepare_cached(&sql)?.query_row([id.to_string()], read).optional()?;
        found.map(|record| self.whole(record)).transpose()
    }

    /// The document of an original, where there is one.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn document_of(&self, original: &Sha256) -> Result<Option<DocumentRecord>, StoreError> {
        let sql = format!("{SELECT} WHERE d.original = ?1");
        let found = self.conn.prepare_cached(&sql)?.query_row([original.to_string()], read).optional()?;
        found.map(|record| self.whole(record)).transpose()
    }

    /// A document and everything that lies inside it, however deep.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn family(&self, document: DocumentId) -> Result<Vec<DocumentId>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "WITH RECURSIVE inside (id) AS
                 (SELECT ?1 UNION SELECT d.id FROM document d JOIN inside ON d.parent = inside.id)
             SELECT id FROM inside",
        )?;
        let rows = statement.query_map([document.to_string()], |row| parsed(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A document's title.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn document_title(&self, document: DocumentId) -> Result<String, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT title FROM document WHERE id = ?1")?;
        Ok(statement.query_row([document.to_string()], |row| row.get(0))?)
    }

    /// Every original that was ever taken in, the largest first.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn originals(&self) -> Result<Vec<OriginalRecord>, StoreError> {
        let sql =
            "SELECT o.sha256, o.size, d.title FROM original o LEFT JOIN document d ON d.original = o.sha256
                   ORDER BY o.size DESC, o.sha256";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(OriginalRecord {
                sha256: parsed(row, "sha256")?,
                size: row.get("size")?,
                title: row.get("title")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The identifiers of all documents, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn document_ids(&self) -> Result<Vec<DocumentId>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT id FROM document ORDER BY id")?;
        Ok(statement.query_map([], |row| parsed(row, "id"))?.collect::<Result<_, _>>()?)
    }

    fn dates_from(&self, document: DocumentId) -> Result<Vec<DateBasis>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM date_basis WHERE document = ?1 ORDER BY date")?;
        let rows = statement.query_map([document.to_string()], |row| {
            Ok(DateBasis {
                date: word(row, "date", DateKind::from_word)?,
                read_from: word(row, "read_from", ReadFrom::from_word)?,
                detail: row.get("detail")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn whole(&self, mut record: DocumentRecord) -> Result<DocumentRecord, StoreError> {
        let sql = "SELECT l.*, coalesce(a.obtained_by, '') AS obtained_by, coalesce(a.obtained_from, '') AS obtained_from,
                          coalesce(a.obtained_on, '') AS obtained_on, coalesce(a.account, '') AS account
                   FROM location l LEFT JOIN acquisition a ON a.document = l.document AND a.path = l.path
                   WHERE l.document = ?1 ORDER BY l.imported_at, l.path";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([record.document.id.to_string()], |row| {
            Ok(Location {
                document: parsed(row, "document")?,
                path: row.get("path")?,
                obtained: row.get("obtained")?,
                imported_at: row.get("imported_at")?,
                acquisition: Acquisition {
                    obtained_by: row.get("obtained_by")?,
                    obtained_from: row.get("obtained_from")?,
                    obtained_on: parsed(row, "obtained_on")?,
                    account: row.get("account")?,
                },
            })
        })?;
        record.locations = rows.collect::<Result<_, _>>()?;
        record.marks = self.marks(record.document.id)?;
        record.dates_from = self.dates_from(record.document.id)?;
        Ok(record)
    }
}

impl Tx<'_> {
    /// Notes an original that is on disk, with what was read from it. What was read before is replaced.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn put_original(
        &self,
        original: &Original,
        pages: &[Page],
        reader: u32,
        now: &str,
    ) -> Result<(), StoreError> {
        let sha256 = original.sha256.to_string();
        self.conn()
            .prepare_cached(
                "INSERT INTO original VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (sha256) DO UPDATE SET media_type = excluded.media_type, outcome = excluded.outcome,
                     reason = excluded.reason, metadata = excluded.metadata, reader = excluded.reader",
            )?
            .execute((
                &sha256,
                i64::try_from(original.size).unwrap_or(i64::MAX),
                &original.media_type,
                now,
                original.outcome.as_str(),
                &original.reason,
                to_json(&original.metadata)?,
                reader,
            ))?;
        self.replace_pages(&sha256, pages)?;
        self.put_message_names(original)?;
        derive::refresh_original(self.conn(), &original.sha256)
    }

    /// Adds a document and puts it in cases.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_document(&self, document: &Document) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")?
            .execute((
                document.id.to_string(),
                document.original.to_string(),
                &document.title,
                &document.file_name,
                &document.source,
                &document.origin,
                document.event_date.edtf(),
                document.dated.edtf(),
                document.published.edtf(),
                document.captured.edtf(),
                document.parent.map(|parent| parent.to_string()),
            ))?;
        Ok(())
    }

    /// Replaces what is said of a document. Its original stays what it is.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn update_document(&self, document: &Document) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "UPDATE document SET title = ?2, source = ?3, origin = ?4, event_edtf = ?5, dated = ?6,
                     published = ?7, captured = ?8 WHERE id = ?1",
            )?
            .execute((
                document.id.to_string(),
                &document.title,
                &document.source,
                &document.origin,
                document.event_date.edtf(),
                document.dated.edtf(),
                document.published.edtf(),
                document.captured.edtf(),
            ))?;
        Ok(())
    }

    /// Takes a document out of a case. It stays in the library.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn unfile_document(&self, document: DocumentId, case: CaseId) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("DELETE FROM document_case WHERE document = ?1 AND case_file = ?2")?
            .execute((document.to_string(), case.to_string()))?;
        Ok(())
    }

    /// Puts a document in a case. One that is there stays there.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn file_document(&self, document: DocumentId, case: CaseId) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT OR IGNORE INTO document_case VALUES (?1, ?2)")?
            .execute((document.to_string(), case.to_string()))?;
        Ok(())
    }

    /// Notes a place where a document's bytes were found. Says whether it was new.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_location(&self, location: &Location) -> Result<bool, StoreError> {
        let added =
            self.conn().prepare_cached("INSERT OR IGNORE INTO location VALUES (?1, ?2, ?3, ?4)")?.execute(
                (location.document.to_string(), &location.path, &location.obtained, &location.imported_at),
            )?;
        if added == 1 && location.acquisition != Acquisition::default() {
            self.set_acquisition(location)?;
        }
        Ok(added == 1)
    }

    /// Replaces what is said of how a document was obtained at a place.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where it was not found there.
    pub fn update_location(&self, location: &Location) -> Result<(), StoreError> {
        let changed = self
            .conn()
            .prepare_cached("UPDATE location SET obtained = ?3 WHERE document = ?1 AND path = ?2")?
            .execute((location.document.to_string(), &location.path, &location.obtained))?;
        if changed == 0 {
            return Err(StoreError::NotFound { what: "place of the document", key: location.path.clone() });
        }
        self.set_acquisition(location)
    }

    fn set_acquisition(&self, location: &Location) -> Result<(), StoreError> {
        let Acquisition { obtained_by, obtained_from, obtained_on, account } = &location.acquisition;
        self.conn()
            .prepare_cached(
                "INSERT INTO acquisition VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (document, path) DO UPDATE SET
                     obtained_by = excluded.obtained_by, obtained_from = excluded.obtained_from,
                     obtained_on = excluded.obtained_on, account = excluded.account",
            )?
            .execute((
                location.document.to_string(),
                &location.path,
                obtained_by,
                obtained_from,
                obtained_on.edtf(),
                account,
            ))?;
        Ok(())
    }

    /// Says where one of a document's dates was read from.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_date_basis(&self, document: DocumentId, basis: &DateBasis) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO date_basis VALUES (?1, ?2, ?3, ?4) ON CONFLICT (document, date) DO UPDATE SET
                     read_from = excluded.read_from, detail = excluded.detail",
            )?
            .execute((document.to_string(), basis.date.as_str(), basis.read_from.as_str(), &basis.detail))?;
        Ok(())
    }
}

pub(crate) fn outcome(row: &Row<'_>) -> rusqlite::Result<Outcome> {
    word(row, "outcome", |text| {
        Outcome::from_word(text).ok_or_else(|| std::io::Error::other(format!("“{text}” is no outcome")))
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<DocumentRecord> {
    let size: i64 = row.get("size")?;
    let parent: Option<String> = row.get("parent")?;
    let sha256: Sha256 = parsed(row, "original")?;
    Ok(DocumentRecord {
        document: Document {
            id: parsed(row, "id")?,
            original: sha256,
            title: row.get("title")?,
            file_name: row.get("file_name")?,
            source: row.get("source")?,
            origin: row.get("origin")?,
            event_date: parsed(row, "event_edtf")?,
            dated: parsed(row, "dated")?,
            published: parsed(row, "published")?,
            captured: parsed(row, "captured")?,
            parent: parent.map(|_| parsed(row, "parent")).transpose()?,
        },
        original: Original {
            sha256,
            size: u64::try_from(size).unwrap_or(0),
            media_type: row.get("media_type")?,
            outcome: outcome(row)?,
            reason: row.get("reason")?,
            metadata: json(row, "metadata")?,
            pages: row.get("pages")?,
        },
        cases: json(row, "cases")?,
        locations: Vec::new(),
        attachments: row.get("attachments")?,
        cited: row.get("cited")?,
        marks: Marks::default(),
        dates_from: Vec::new(),
    })
}
