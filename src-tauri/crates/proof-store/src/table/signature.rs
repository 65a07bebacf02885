//! What near-duplicates are looked up by.

use std::collections::HashMap;

use proof_model::{CaseId, DocumentId, Sha256};
use rusqlite::{Connection, OptionalExtension};

use super::parsed;
use crate::{Read, Store, StoreError, Tx};

/// Documents that are looked at of those that share one fingerprint: what more share is a form or a footer.
const MOST_OF_ONE: u32 = 500;

/// What is kept of the words of an original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The version of what made it.
    pub version: u32,
    /// All of it; none where the text is too short.
    pub bytes: Option<Vec<u8>>,
    /// What near-copies are looked up by.
    pub bands: Vec<u64>,
    /// What quoted texts are looked up by.
    pub fingerprints: Vec<u64>,
}

/// A document of a case, as families are made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The number of its signature.
    pub signature: i64,
    /// The document.
    pub document: DocumentId,
    /// Its sketch.
    pub sketch: Vec<u8>,
}

impl Read<'_> {
    /// The documents that share bands or fingerprints with a sketch, those that share most first, the sketch's own
    /// among them.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn sharing(&self, sketch: &Sketch, limit: usize) -> Result<Vec<DocumentId>, StoreError> {
        let mut shared: HashMap<i64, u32> = HashMap::new();
        for (keys, sql) in [
            (&sketch.bands, "SELECT signature FROM signature_band WHERE band = ?1 LIMIT ?2"),
            (&sketch.fingerprints, "SELECT signature FROM signature_print WHERE print = ?1 LIMIT ?2"),
        ] {
            let mut statement = self.conn.prepare_cached(sql)?;
            for key in keys {
                for signature in statement.query_map((key.cast_signed(), MOST_OF_ONE), |row| row.get(0))? {
                    *shared.entry(signature?).or_default() += 1;
                }
            }
        }
        let mut shared: Vec<(i64, u32)> = shared.into_iter().collect();
        shared.sort_unstable_by_key(|(signature, count)| (std::cmp::Reverse(*count), *signature));
        let sql = "SELECT d.id FROM signature s JOIN document d ON d.original = s.original
                   WHERE s.id = ?1 AND s.version = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut documents = Vec::new();
        for (signature, _) in shared {
            let found: Option<DocumentId> =
                statement.query_row((signature, sketch.version), |row| parsed(row, "id")).optional()?;
            documents.extend(found);
            if documents.len() >= limit {
                break;
            }
        }
        Ok(documents)
    }

    /// The signed documents of a case, or of all.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn signed(&self, case: Option<CaseId>, version: u32) -> Result<Vec<Signed>, StoreError> {
        let sql = "SELECT s.id AS signature, d.id, s.sketch FROM signature s JOIN document d ON d.original = s.original
                   WHERE s.version = ?2 AND s.sketch IS NOT NULL
                     AND (?1 IS NULL OR d.id IN (SELECT document FROM document_case WHERE case_file = ?1))
                   ORDER BY d.id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map((case.map(|case| case.to_string()), version), |row| {
            Ok(Signed { signature: row.get(0)?, document: parsed(row, "id")?, sketch: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Originals of documents that have no signature of this version, each with its document.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn unsigned(&self, version: u32) -> Result<Vec<(Sha256, DocumentId)>, StoreError> {
        let sql = "SELECT d.original, d.id FROM document d
                   LEFT JOIN signature s ON s.original = d.original AND s.version = ?1
                   WHERE s.id IS NULL ORDER BY d.id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows =
            statement.query_map([version], |row| Ok((parsed(row, "original")?, parsed(row, "id")?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Keeps the sketch of an original in place of the one that it had.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn sign(&self, original: &Sha256, sketch: &Sketch) -> Result<(), StoreError> {
        sign(self.conn(), original, sketch)
    }
}

impl Store {
    /// Keeps sketches of originals outside any act: they are derived, and nobody stated them.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn sign_all(&mut self, sketches: &[(Sha256, Sketch)]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        sketches.iter().try_for_each(|(original, sketch)| sign(&transaction, original, sketch))?;
        transaction.commit()?;
        Ok(())
    }

    /// Forgets what the sketches of before were looked up by.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn sweep_signatures(&mut self) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        for table in ["signature_band", "signature_print"] {
            let sql = format!("DELETE FROM {table} WHERE signature NOT IN (SELECT id FROM signature)");
            transaction.execute(&sql, [])?;
        }
        transaction.commit()?;
        Ok(())
    }
}

fn sign(conn: &Connection, original: &Sha256, sketch: &Sketch) -> Result<(), StoreError> {
    let original = original.to_string();
    let same = "SELECT 1 FROM signature WHERE original = ?1 AND version = ?2 AND sketch IS ?3";
    if conn.prepare_cached(same)?.exists((&original, sketch.version, &sketch.bytes))? {
        return Ok(());
    }
    conn.prepare_cached("DELETE FROM signature WHERE original = ?1")?.execute([&original])?;
    conn.prepare_cached("INSERT INTO signature (original, version, sketch) VALUES (?1, ?2, ?3)")?
        .execute((&original, sketch.version, &sketch.bytes))?;
    let id = conn.last_insert_rowid();
    for (keys, sql) in [
        (&sketch.bands, "INSERT OR IGNORE INTO signature_band VALUES (?1, ?2)"),
        (&sketch.fingerprints, "INSERT OR IGNORE INTO signature_print VALUES (?1, ?2)"),
    ] {
        let mut insert = conn.prepare_cached(sql)?;
        for key in keys {
            insert.execute((key.cast_signed(), id))?;
        }
    }
    Ok(())
}
