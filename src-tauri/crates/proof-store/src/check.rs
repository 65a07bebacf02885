//! Whether the library still is what it says: SQLite's own check, the ledger's chain, and that the ledger
//! tells how every row came to be.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::{Change, Entry, Read, StoreError, ledger, track};

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which line or table.
    pub item: String,
    /// What is wrong with it.
    pub message: String,
}

impl Fault {
    pub(crate) fn new(item: impl Into<String>, message: impl Into<String>) -> Self {
        Self { item: item.into(), message: message.into() }
    }
}

/// The lines of a ledger as they are gone through, each held against the one before it.
struct Chain {
    /// Lines that were seen.
    lines: u64,
    /// Position of the last of them.
    last: u64,
    /// Its hash.
    previous: String,
    faults: Vec<Fault>,
}

impl From<String> for Chain {
    /// A chain that begins at what its first line is bound to.
    fn from(genesis: String) -> Self {
        Self { lines: 0, last: 0, previous: genesis, faults: Vec::new() }
    }
}

impl Chain {
    /// Takes the next line in; gives it where it can be read.
    fn add(&mut self, entry: rusqlite::Result<Entry>) -> Option<Entry> {
        self.lines += 1;
        let expected = self.last + 1;
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                self.last = expected;
                self.faults.push(Fault::new(line(expected), format!("it cannot be read: {error}")));
                return None;
            }
        };
        let mut fault = |message: String| self.faults.push(Fault::new(line(entry.seq), message));
        if entry.seq != expected {
            fault(format!("line {expected} is expected here: lines are missing"));
        }
        if entry.previous != self.previous {
            fault("it does not follow from the line before it".to_owned());
        }
        if entry.hash != entry.expected_hash() {
            fault("it was changed after it was written".to_owned());
        }
        self.last = entry.seq;
        self.previous.clone_from(&entry.hash);
        Some(entry)
    }
}

fn line(seq: u64) -> String {
    format!("line {seq}")
}

/// The rows of every tracked table, by table and key. Of each only its hash, since a library has hundreds of thousands.
type State = BTreeMap<String, Rows>;

/// The rows of a table by their keys, each as the SHA-256 of its columns in the order of their names.
type Rows = BTreeMap<String, [u8; 32]>;

impl Read<'_> {
    /// What SQLite finds wrong with its own file: its pages, its indexes, its references.
    ///
    /// # Errors
    /// [`StoreError::Sql`] where the file cannot be read at all.
    pub fn check_database(&self) -> Result<Vec<Fault>, StoreError> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check(20)")?;
        let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut faults: Vec<Fault> = lines
            .into_iter()
            .filter(|line| line != "ok")
            .map(|line| Fault::new("library.db", line))
            .collect();
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let dangling =
            statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(2)?)))?;
        for row in dangling {
            let (table, parent) = row?;
            faults.push(Fault::new(table, format!("a row names a {parent} that is not there")));
        }
        Ok(faults)
    }

    /// Recomputes every line of the ledger, and what the library should hold by it. Gives the number of lines
    /// and what is wrong.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_ledger(&self) -> Result<(u64, Vec<Fault>), StoreError> {
        self.check_ledger_watched(&mut |_| true)
    }

    /// As [`Read::check_ledger`], for as long as `go_on` says so, which is told the number of lines behind it. Where it
    /// is stopped, what the library should hold is not compared.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_ledger_watched(
        &self,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(u64, Vec<Fault>), StoreError> {
        let shapes = track::shapes(self.conn)?;
        let (mut chain, mut state) = (Chain::from(ledger::genesis(self.conn)?), State::new());
        let mut stopped = false;
        ledger::walk_as_found(self.conn, |entry| {
            if let Some(entry) = chain.add(entry) {
                match entry.changes() {
                    Ok(changes) => changes.iter().for_each(|change| replay(&mut state, &shapes, change)),
                    Err(error) => chain.faults.push(Fault::new(line(entry.seq), error.to_string())),
                }
            }
            stopped = !go_on(chain.lines);
            Ok(!stopped)
        })?;
        if stopped {
            return Ok((chain.lines, chain.faults));
        }
        if chain.lines > 0 && !ledger::is_sealed_by(self.conn, &chain.previous)? {
            let message = "it is not the line that this program wrote last: lines were taken away or changed behind it, or one was added";
            chain.faults.push(Fault::new(line(chain.last), message));
        }
        self.compare(&state, &shapes, &mut chain.faults)?;
        Ok((chain.lines, chain.faults))
    }

    /// Recomputes the hashes of the lines of the ledger up to one, and gives what is wrong with them.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_chain(&self, up_to: u64) -> Result<Vec<Fault>, StoreError> {
        let mut chain = Chain::from(ledger::genesis(self.conn)?);
        ledger::walk_as_found(self.conn, |entry| {
            chain.add(entry);
            Ok(chain.last < up_to)
        })?;
        Ok(chain.faults)
    }

    fn compare(
        &self,
        state: &State,
        shapes: &track::Shapes,
        faults: &mut Vec<Fault>,
    ) -> Result<(), StoreError> {
        let none = Rows::new();
        for (table, shape) in shapes {
            let told = state.get(*table).unwrap_or(&none);
            let mut found = Rows::new();
            track::walk_rows(self.conn, table, shape, |key, row| {
                found.insert(key, digest(&row));
            })?;
            let mut unaccounted = |how: &str, key: &str| {
                faults.push(Fault::new(*table, format!("{key} {how} without a line on the ledger")));
            };
            for (key, row) in told {
                match found.get(key) {
                    Some(now) if now == row => {}
                    Some(_) => unaccounted("changed", key),
                    None => unaccounted("went", key),
                }
            }
            found.keys().filter(|key| !told.contains_key(*key)).for_each(|key| unaccounted("came", key));
        }
        Ok(())
    }
}

fn replay(state: &mut State, shapes: &track::Shapes, change: &Change) {
    let Some(shape) = shapes.get(change.table.as_str()) else { return };
    let rows = state.entry(change.table.clone()).or_default();
    if let Some(before) = &change.before {
        rows.remove(&shape.key_of(before));
    }
    if let Some(after) = &change.after {
        rows.insert(shape.key_of(after), digest(after));
    }
}

fn digest(row: &track::Row) -> [u8; 32] {
    let columns: BTreeMap<_, _> = row.iter().collect();
    // JSON of texts and numbers can always be written.
    Sha256::digest(serde_json::to_vec(&columns).unwrap_or_default()).into()
}
