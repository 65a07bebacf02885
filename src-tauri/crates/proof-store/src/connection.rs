//! The one place where SQLite is opened: the seam at which encryption at rest will come in.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::StoreError;

/// `PROF`, in the header of every library's database (SQLite's `application_id`).
pub(crate) const APPLICATION_ID: i32 = 0x5052_4F46;

/// What a connection may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Make the file where it is missing, read and write.
    Create,
    /// Read and write.
    Write,
    /// Read.
    Read,
}

/// Opens a database with the settings that the store relies on.
pub(crate) fn connect(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let flags = match access {
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(std::time::Duration::from_secs(10))?;
    conn.set_prepared_statement_cache_capacity(128);
    if access != Access::Read {
        // FULL: with NORMAL, a commit in WAL mode can be lost when the power fails.
        conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")?;
    }
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;",
    )?;
    Ok(conn)
}
