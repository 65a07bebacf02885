//! The ledger: every change, in order, each line bound to the one before it by a hash.

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::{Change, Read, StoreError};

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Position, from 1, without gaps.
    pub seq: u64,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// The account of the computer that did it.
    pub actor: String,
    /// The act, by name.
    pub act: String,
    /// The rows that it changed, as JSON.
    pub changes: String,
    /// The hash of the line before; of the first line, the library's identifier.
    pub previous: String,
    /// SHA-256 over all of the above, in lower-case hexadecimal.
    pub hash: String,
}

impl Entry {
    /// The rows that this line changed.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where they cannot be read.
    pub fn changes(&self) -> Result<Vec<Change>, StoreError> {
        serde_json::from_str(&self.changes)
            .map_err(|error| StoreError::damaged(format!("line {} of the ledger: {error}", self.seq)))
    }

    /// The hash that this line should have. Each field goes in behind its length, so that no two different
    /// lines give the same bytes.
    pub fn expected_hash(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(b"proofline ledger 1\n");
        hasher.update(self.seq.to_be_bytes());
        for field in [&self.at, &self.actor, &self.act, &self.changes, &self.previous] {
            hasher.update((field.len() as u64).to_be_bytes());
            hasher.update(field.as_bytes());
        }
        proof_model::Sha256::new(hasher.finalize().into()).to_string()
    }
}

/// The head of a library's ledger: its last line, to which every line before is bound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The library's identifier, to which the first line is bound.
    pub library: String,
    /// The library's name.
    pub name: String,
    /// Position of the last line; 0 where there is none yet.
    pub seq: u64,
    /// When it was written, RFC 3339 in UTC; empty where there is none yet.
    pub at: String,
    /// Its SHA-256, in lower-case hexadecimal; empty where there is none yet.
    pub hash: String,
}

impl Read<'_> {
    /// The head of the ledger.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn head(&self) -> Result<Head, StoreError> {
        let (library, name) = self.library()?;
        let last = newest(self.conn, 1)?.pop();
        let (seq, at, hash) = last.map(|entry| (entry.seq, entry.at, entry.hash)).unwrap_or_default();
        Ok(Head { library, name, seq, at, hash })
    }

    /// A line of the ledger, by its position; none where there is no such line.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn ledger_line(&self, seq: u64) -> Result<Option<Entry>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM ledger WHERE seq = ?1")?;
        Ok(statement.query_row([seq], read).optional()?)
    }

    /// How many lines the ledger has.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn ledger_length(&self) -> Result<u64, StoreError> {
        Ok(self.conn.query_row("SELECT count(*) FROM ledger", [], |row| row.get(0))?)
    }

    /// The position of the ledger's last line; 0 where there is none.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn ledger_end(&self) -> Result<u64, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM ledger")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}

/// Who does something, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stamp<'a> {
    pub at: &'a str,
    pub actor: &'a str,
}

/// Writes the next line and gives its position.
pub(crate) fn append(
    conn: &Connection,
    stamp: Stamp<'_>,
    act: &str,
    changes: &[Change],
) -> Result<u64, StoreError> {
    let last: Option<(u64, String)> = conn
        .prepare_cached("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (seq, previous) = match last {
        Some((seq, hash)) => (seq + 1, hash),
        None => (1, genesis(conn)?),
    };
    let changes = serde_json::to_string(changes).map_err(StoreError::damaged)?;
    let mut entry = Entry {
        seq,
        at: stamp.at.to_owned(),
        actor: stamp.actor.to_owned(),
        act: act.to_owned(),
        changes,
        previous,
        hash: String::new(),
    };
    entry.hash = entry.expected_hash();
    conn.prepare_cached("INSERT INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute((
        entry.seq,
        entry.at,
        entry.actor,
        entry.act,
        entry.changes,
        entry.previous,
        &entry.hash,
    ))?;
    seal(conn, &entry.hash)?;
    Ok(seq)
}

/// Under what name the seal stands among the versions of what is derived.
const SEAL: &str = "ledger";

/// Notes beside the ledger which line is its last. The lines themselves cannot tell: a last line that is changed,
/// taken away or added leaves a chain that holds. Whoever knows this note can change it too; a head that was written
/// out cannot be.
pub(crate) fn seal(conn: &Connection, hash: &str) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT OR REPLACE INTO derived VALUES (?1, ?2)")?.execute((SEAL, mark(hash)))?;
    Ok(())
}

/// Seals a ledger that an older Proofline left without.
pub(crate) fn seal_unsealed(conn: &Connection) -> Result<(), StoreError> {
    let sealed = conn.prepare_cached("SELECT 1 FROM derived WHERE name = ?1")?.exists([SEAL])?;
    match newest(conn, 1)?.pop() {
        Some(last) if !sealed => seal(conn, &last.hash),
        _ => Ok(()),
    }
}

/// Whether a line is the one that was noted as the last. True where none was noted.
pub(crate) fn is_sealed_by(conn: &Connection, hash: &str) -> Result<bool, StoreError> {
    let mut statement = conn.prepare_cached("SELECT version FROM derived WHERE name = ?1")?;
    let noted: Option<i64> = statement.query_row([SEAL], |row| row.get(0)).optional()?;
    Ok(noted.is_none_or(|noted| noted == mark(hash)))
}

/// The first 64 bits of a hash, as SQLite holds a number.
fn mark(hash: &str) -> i64 {
    let digits = hash.get(..16).unwrap_or_default();
    u64::from_str_radix(digits, 16).unwrap_or_default().cast_signed()
}

/// What the first line is bound to: a ledger cannot be moved to another library.
pub(crate) fn genesis(conn: &Connection) -> Result<String, StoreError> {
    Ok(conn.query_row("SELECT id FROM library", [], |row| row.get(0))?)
}

/// One line.
pub(crate) fn entry(conn: &Connection, seq: u64) -> Result<Entry, StoreError> {
    Ok(conn.prepare_cached("SELECT * FROM ledger WHERE seq = ?1")?.query_row([seq], read)?)
}

/// The newest lines, newest first.
pub(crate) fn newest(conn: &Connection, limit: u32) -> Result<Vec<Entry>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM ledger ORDER BY seq DESC LIMIT ?1")?;
    Ok(statement.query_map([limit], read)?.collect::<Result<_, _>>()?)
}

/// Calls `each` with every line, oldest first.
pub(crate) fn walk(
    conn: &Connection,
    mut each: impl FnMut(Entry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    walk_as_found(conn, |entry| {
        each(entry?)?;
        Ok(true)
    })
}

/// Calls `each` with every line, oldest first, also with those that cannot be read, for as long as it says so.
pub(crate) fn walk_as_found(
    conn: &Connection,
    mut each: impl FnMut(rusqlite::Result<Entry>) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT * FROM ledger ORDER BY seq")?;
    for entry in statement.query_map([], read)? {
        if !each(entry)? {
            break;
        }
    }
    Ok(())
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        act: row.get(3)?,
        changes: row.get(4)?,
        previous: row.get(5)?,
        hash: row.get(6)?,
    })
}
