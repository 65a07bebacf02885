//! What is derived of every event: its line of a timeline, kept in step with each change.

use std::collections::BTreeSet;

use proof_model::EventId;
use rusqlite::{Connection, OptionalExtension, params_from_iter, types::Value};

use crate::{Change, Fault, Read, StoreError, table::line};

pub(super) const NAME: &str = "event_line";
pub(super) const VERSION: u32 = line::VERSION;

/// Makes the lines anew of the events that these changes touch, and gives those events.
pub(super) fn follow(conn: &Connection, changes: &[Change]) -> Result<Vec<EventId>, StoreError> {
    let events: BTreeSet<String> = touched(conn, changes)?;
    let mut touched = Vec::with_capacity(events.len());
    for event in events {
        let id: EventId = event.parse().map_err(StoreError::damaged)?;
        conn.prepare_cached("DELETE FROM event_line WHERE event = ?1")?.execute([&event])?;
        if let Some(record) = (Read { conn }).event(id)? {
            insert(conn, line::columns(&record)?)?;
        }
        touched.push(id);
    }
    Ok(touched)
}

/// Makes every line anew.
pub(super) fn make(conn: &Connection) -> Result<(), StoreError> {
    for record in (Read { conn }).events(None)? {
        insert(conn, line::columns(&record)?)?;
    }
    Ok(())
}

impl Read<'_> {
    /// Every event whose line is not what its rows make it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_lines(&self) -> Result<Vec<Fault>, StoreError> {
        let mut faults = Vec::new();
        let records = self.events(None)?;
        let count: usize = self.conn.query_row("SELECT count(*) FROM event_line", [], |row| row.get(0))?;
        if count != records.len() {
            faults.push(Fault::new(NAME, format!("{count} lines are there of {} events", records.len())));
        }
        let mut statement = self.conn.prepare("SELECT * FROM event_line WHERE event = ?1")?;
        for record in &records {
            let expected = line::columns(record)?;
            let read = |row: &rusqlite::Row<'_>| (0..expected.len()).map(|at| row.get(at)).collect();
            let found: Option<Vec<Value>> =
                statement.query_row([record.event.id.to_string()], read).optional()?;
            if found.as_ref() != Some(&expected) {
                let message = "its line of the timeline is not what its accounts make it: change the event in any way, and it is made anew";
                faults.push(Fault::new(record.event.id.to_string(), message));
            }
        }
        Ok(faults)
    }
}

fn insert(conn: &Connection, columns: Vec<Value>) -> Result<(), StoreError> {
    let marks = vec!["?"; columns.len()].join(", ");
    conn.prepare_cached(&format!("INSERT INTO event_line VALUES ({marks})"))?
        .execute(params_from_iter(columns))?;
    Ok(())
}

/// The events whose line a change may have made another.
fn touched(conn: &Connection, changes: &[Change]) -> Result<BTreeSet<String>, StoreError> {
    let mut events = BTreeSet::new();
    for change in changes {
        let rows = [&change.before, &change.after].into_iter().flatten();
        let texts = |column: &str| -> Vec<String> {
            rows.clone().filter_map(|row| Some(row.get(column)?.as_str()?.to_owned())).collect()
        };
        let (column, sql) = match change.table.as_str() {
            "event" => ("id", None),
            "event_party" | "event_tag" | "event_star" | "event_rank" | "event_follows" | "account" => {
                ("event", None)
            }
            "amount" => ("account", Some("SELECT event FROM account WHERE id = ?1")),
            "document" => ("id", Some("SELECT DISTINCT event FROM account WHERE document = ?1")),
            "party" => ("id", Some("SELECT event FROM event_party WHERE party = ?1")),
            "case_file" => ("id", Some("SELECT id FROM event WHERE case_file = ?1")),
            _ => continue,
        };
        for text in texts(column) {
            let Some(sql) = sql else {
                events.insert(text);
                continue;
            };
            let mut statement = conn.prepare_cached(sql)?;
            for event in statement.query_map([text], |row| row.get(0))? {
                events.insert(event?);
            }
        }
    }
    Ok(events)
}
