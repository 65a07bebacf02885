//! Which lines of the ledger tell of which document.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::{Change, Fault, Read, StoreError, ledger};

pub(super) const NAME: &str = "ledger_document";
pub(super) const VERSION: u32 = 2;

/// Stands in place of a document where a line tells of all that are there: a verification.
pub(crate) const EVERY: &str = "*";

/// Takes in what line `seq` of the ledger tells.
pub(super) fn follow(conn: &Connection, seq: u64, changes: &[Change]) -> Result<(), StoreError> {
    let mut insert = conn.prepare_cached("INSERT OR IGNORE INTO ledger_document VALUES (?1, ?2)")?;
    for document in told_of(changes) {
        insert.execute((document, seq))?;
    }
    Ok(())
}

/// Makes all of it anew from the ledger.
pub(super) fn make(conn: &Connection) -> Result<(), StoreError> {
    ledger::seal_unsealed(conn)?;
    ledger::walk(conn, |entry| {
        // A line that cannot be read is for `verify` to tell of: the library opens all the same.
        entry.changes().map_or(Ok(()), |changes| follow(conn, entry.seq, &changes))
    })
}

impl Read<'_> {
    /// Every document whose lines of the ledger are not those that tell of it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_ledger_documents(&self) -> Result<Vec<Fault>, StoreError> {
        let mut told = BTreeSet::new();
        ledger::walk_as_found(self.conn, |entry| {
            if let Ok(entry) = entry {
                let changes = entry.changes().unwrap_or_default();
                told.extend(told_of(&changes).into_iter().map(|document| (document.to_owned(), entry.seq)));
            }
            Ok(true)
        })?;
        let mut statement = self.conn.prepare("SELECT document, seq FROM ledger_document")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found: BTreeSet<(String, u64)> = rows.collect::<Result<_, _>>()?;
        let differ: BTreeSet<&str> =
            told.symmetric_difference(&found).map(|(document, _)| document.as_str()).collect();
        let message = "the list of its lines of the ledger is not what the ledger says. Make it anew: proofline rebuild-text";
        Ok(differ.into_iter().map(|document| Fault::new(document, message)).collect())
    }
}

/// The documents that changes tell of.
fn told_of(changes: &[Change]) -> BTreeSet<&str> {
    let column = |table: &str| match table {
        "document" => Some("id"),
        "document_case"
        | "location"
        | "acquisition"
        | "date_basis"
        | "document_tag"
        | "document_mark"
        | "annotation"
        | "exhibit"
        | "production_document"
        | "custody" => Some("document"),
        _ => None,
    };
    changes
        .iter()
        .filter_map(|change| match change.table.as_str() {
            "verification" => Some(EVERY),
            table => change.text(column(table)?),
        })
        .collect()
}
