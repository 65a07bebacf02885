//! A document as a register shows it.

use std::collections::BTreeSet;

use proof_model::{DocumentId, Sha256};
use rusqlite::{Connection, OptionalExtension, params_from_iter, types::Value};

use crate::{Change, Fault, Read, StoreError, table::document_line as table};

pub(super) const NAME: &str = "document_line";
pub(super) const VERSION: u32 = table::VERSION;

/// Makes the lines anew of the documents that these changes touch.
pub(super) fn follow(conn: &Connection, changes: &[Change]) -> Result<(), StoreError> {
    touched(changes).iter().try_for_each(|document| refresh(conn, document))
}

/// Makes every line anew.
pub(super) fn make(conn: &Connection) -> Result<(), StoreError> {
    (Read { conn }).document_ids()?.iter().try_for_each(|document| refresh(conn, &document.to_string()))
}

/// Makes the line anew of the document of an original that was read again.
pub(crate) fn refresh_original(conn: &Connection, original: &Sha256) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached("SELECT id FROM document WHERE original = ?1")?;
    let document: Option<String> =
        statement.query_row([original.to_string()], |row| row.get(0)).optional()?;
    document.map_or(Ok(()), |document| refresh(conn, &document))
}

impl Read<'_> {
    /// Every document whose line of a register is not what its rows make it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_document_lines(&self) -> Result<Vec<Fault>, StoreError> {
        let mut faults = Vec::new();
        let documents = self.document_ids()?;
        let count: usize = self.conn.query_row("SELECT count(*) FROM document_line", [], |row| row.get(0))?;
        if count != documents.len() {
            faults
                .push(Fault::new(NAME, format!("{count} lines are there of {} documents", documents.len())));
        }
        let mut statement = self.conn.prepare("SELECT * FROM document_line WHERE document = ?1")?;
        for document in documents {
            let Some(expected) = line(self.conn, document)? else { continue };
            let read = |row: &rusqlite::Row<'_>| (0..expected.len()).map(|at| row.get(at)).collect();
            let found: Option<Vec<Value>> = statement.query_row([document.to_string()], read).optional()?;
            if found.as_ref() != Some(&expected) {
                let message = "its line of the register is not what is stated of it: change the document in any way, and \
                               it is made anew";
                faults.push(Fault::new(document.to_string(), message));
            }
        }
        Ok(faults)
    }
}

fn refresh(conn: &Connection, document: &str) -> Result<(), StoreError> {
    let id: DocumentId = document.parse().map_err(StoreError::damaged)?;
    conn.prepare_cached("DELETE FROM document_line WHERE document = ?1")?.execute([document])?;
    let Some(columns) = line(conn, id)? else { return Ok(()) };
    let marks = vec!["?"; columns.len()].join(", ");
    conn.prepare_cached(&format!("INSERT INTO document_line VALUES ({marks})"))?
        .execute(params_from_iter(columns))?;
    Ok(())
}

/// The line of a document; none where it is gone.
fn line(conn: &Connection, document: DocumentId) -> Result<Option<Vec<Value>>, StoreError> {
    let Some(record) = (Read { conn }).document(document)? else { return Ok(None) };
    let annotated: u32 = conn
        .prepare_cached("SELECT count(*) FROM annotation WHERE document = ?1")?
        .query_row([document.to_string()], |row| row.get(0))?;
    table::columns(&record, annotated).map(Some)
}

/// The documents whose line a change may have made another.
fn touched(changes: &[Change]) -> BTreeSet<String> {
    let mut documents = BTreeSet::new();
    for change in changes {
        let columns: &[&str] = match change.table.as_str() {
            "document" => &["id", "parent"],
            "document_case" | "document_tag" | "document_mark" | "annotation" | "location" | "account" => {
                &["document"]
            }
            _ => continue,
        };
        for row in [&change.before, &change.after].into_iter().flatten() {
            let named = columns.iter().filter_map(|column| row.get(*column)?.as_str());
            documents.extend(named.map(str::to_owned));
        }
    }
    documents
}
