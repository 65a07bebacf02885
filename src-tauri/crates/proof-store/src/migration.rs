//! Numbered migrations: verified, each in one transaction, after a backup.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::{StoreError, connection::APPLICATION_ID};

/// One numbered step of the schema.
struct Migration {
    name: &'static str,
    sql: &'static str,
}

/// In order: the first makes schema 1. One that was released is never edited.
const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_library", sql: include_str!("../migrations/0001_library.sql") },
    Migration { name: "0002_timeline", sql: include_str!("../migrations/0002_timeline.sql") },
    Migration { name: "0003_evidence", sql: include_str!("../migrations/0003_evidence.sql") },
    Migration { name: "0004_import", sql: include_str!("../migrations/0004_import.sql") },
    Migration {
        name: "0005_watch_and_threads",
        sql: include_str!("../migrations/0005_watch_and_threads.sql"),
    },
    Migration {
        name: "0006_everything_indexed",
        sql: include_str!("../migrations/0006_everything_indexed.sql"),
    },
    Migration { name: "0007_saved_search", sql: include_str!("../migrations/0007_saved_search.sql") },
];

/// The newest schema that this program knows.
pub(crate) fn newest() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// The schema of an open database.
///
/// # Errors
/// Where it is no library's database, or a newer Proofline's.
pub(crate) fn check(conn: &Connection, folder: &Path) -> Result<u32, StoreError> {
    let not_ours =
        |reason: &str| StoreError::NotALibrary { path: folder.to_owned(), reason: reason.to_owned() };
    let id: i32 = conn
        .query_row("PRAGMA application_id", [], |row| row.get(0))
        .map_err(|error| not_ours(&format!("its library.db cannot be read ({error})")))?;
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(not_ours("its library.db belongs to another program"));
    }
    if found > newest() {
        return Err(StoreError::NewerSchema { path: folder.to_owned(), found, known: newest() });
    }
    verify_applied(conn, found)?;
    Ok(found)
}

/// Brings a database to the newest schema.
pub(crate) fn migrate(
    conn: &mut Connection,
    from: u32,
    backup: &Path,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if from == newest() {
        return Ok(());
    }
    if from > 0 {
        conn.backup("main", backup, None::<fn(rusqlite::backup::Progress)>)?;
    }
    let tx = conn.transaction()?;
    tx.execute_batch(
        "CREATE TABLE IF NOT EXISTS schema_migration (
             version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
         ) STRICT;",
    )?;
    for (version, migration) in (1_u32..).zip(MIGRATIONS).skip(from as usize) {
        tx.execute_batch(migration.sql)?;
        tx.execute(
            "INSERT INTO schema_migration VALUES (?1, ?2, ?3, ?4)",
            (version, migration.name, digest(migration.sql), now.to_rfc3339()),
        )?;
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", newest())?;
    tx.commit()?;
    Ok(())
}

/// That the schema was made by the very migrations that this program holds.
fn verify_applied(conn: &Connection, found: u32) -> Result<(), StoreError> {
    for (version, migration) in (1_u32..).zip(MIGRATIONS).take(found as usize) {
        let applied: Option<String> = conn
            .query_row("SELECT sha256 FROM schema_migration WHERE version = ?1", [version], |row| row.get(0))
            .optional()?;
        if applied.as_deref() != Some(&*digest(migration.sql)) {
            return Err(StoreError::Damaged(format!(
                "its schema {version} is not the one that migration {} makes",
                migration.name
            )));
        }
    }
    Ok(())
}

fn digest(sql: &str) -> String {
    proof_model::Sha256::new(Sha256::digest(sql.as_bytes()).into()).to_string()
}
