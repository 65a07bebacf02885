//! Whether the library still is what it says: SQLite's own check, the ledger's chain, and that the ledger
//! tells how every row came to be.

use std::collections::BTreeMap;

use crate::{Change, Read, StoreError, ledger, track};

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

/// The rows of every tracked table, by table and key.
type State = BTreeMap<String, BTreeMap<String, track::Row>>;

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
        let shapes = track::shapes(self.conn)?;
        let mut faults = Vec::new();
        let mut state = State::new();
        let mut previous = ledger::genesis(self.conn)?;
        let mut lines = 0;
        ledger::walk(self.conn, |entry| {
            lines += 1;
            let item = format!("line {}", entry.seq);
            if entry.seq != lines {
                faults.push(Fault::new(&*item, format!("line {lines} is expected here: lines are missing")));
                lines = entry.seq;
            }
            if entry.previous != previous {
                faults.push(Fault::new(&*item, "it does not follow from the line before it"));
            }
            if entry.hash != entry.expected_hash() {
                faults.push(Fault::new(&*item, "it was changed after it was written"));
            }
            previous.clone_from(&entry.hash);
            match entry.changes() {
                Ok(changes) => changes.iter().for_each(|change| replay(&mut state, &shapes, change)),
                Err(error) => faults.push(Fault::new(&*item, error.to_string())),
            }
            Ok(())
        })?;
        self.compare(&state, &shapes, &mut faults)?;
        Ok((lines, faults))
    }

    fn compare(
        &self,
        state: &State,
        shapes: &track::Shapes,
        faults: &mut Vec<Fault>,
    ) -> Result<(), StoreError> {
        let none = BTreeMap::new();
        for (table, shape) in shapes {
            let told = state.get(*table).unwrap_or(&none);
            let found = track::rows(self.conn, table, shape)?;
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
        rows.insert(shape.key_of(after), after.clone());
    }
}
