use std::collections::HashMap;

use proof_model::{CaseId, Event, EventId, EventStatus, Party, PartyId};
use rusqlite::Row;

use super::{Naming, account::AccountRecord, parsed, word};
use crate::{Read, StoreError, Tx};

const NAMING: Naming = Naming {
    what: "event",
    by_name: "SELECT id, title FROM event WHERE id = ?1 OR title = ?1",
    by_start: "SELECT id, title FROM event WHERE id >= ?1 AND id < ?2",
};

/// An event with who took part and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRecord {
    /// The event.
    pub event: Event,
    /// Its case's name.
    pub case_name: String,
    /// Who took part.
    pub parties: Vec<Party>,
    /// Every source's version.
    pub accounts: Vec<AccountRecord>,
}

impl Read<'_> {
    /// The events of one case or of all, in the order of their dates: see [`proof_model::When::list_order`].
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn events(&self, case: Option<CaseId>) -> Result<Vec<EventRecord>, StoreError> {
        let sql = "SELECT e.*, c.name AS case_name FROM event e JOIN case_file c ON c.id = e.case_file
                   WHERE ?1 IS NULL OR e.case_file = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut records =
            statement.query_map([case.map(|case| case.to_string())], read)?.collect::<Result<Vec<_>, _>>()?;
        records.sort_by(in_list_order);
        self.fill(&mut records)?;
        Ok(records)
    }

    /// The events of a status, in the order of their dates, without who took part and what they rest on.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn events_with_status(&self, status: EventStatus) -> Result<Vec<EventRecord>, StoreError> {
        let sql = "SELECT e.*, c.name AS case_name FROM event e JOIN case_file c ON c.id = e.case_file
                   WHERE e.status = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut records = statement.query_map([status.as_str()], read)?.collect::<Result<Vec<_>, _>>()?;
        records.sort_by(in_list_order);
        Ok(records)
    }

    /// The event that an identifier, the start of one, or an exact title means.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn find_event(&self, key: &str) -> Result<EventRecord, StoreError> {
        let id: EventId = NAMING.resolve(self.conn, key)?.parse().map_err(StoreError::damaged)?;
        let sql = "SELECT e.*, c.name AS case_name FROM event e JOIN case_file c ON c.id = e.case_file
                   WHERE e.id = ?1";
        let mut records = vec![self.conn.prepare_cached(sql)?.query_row([id.to_string()], read)?];
        self.fill(&mut records)?;
        Ok(records.remove(0))
    }

    fn fill(&self, records: &mut [EventRecord]) -> Result<(), StoreError> {
        let places: HashMap<EventId, usize> =
            records.iter().enumerate().map(|(place, record)| (record.event.id, place)).collect();
        for (event, party) in self.event_parties()? {
            if let Some(&place) = places.get(&event) {
                records[place].parties.push(party);
            }
        }
        for account in self.accounts(records.iter().map(|record| record.event.id))? {
            if let Some(&place) = places.get(&account.account.event) {
                records[place].accounts.push(account);
            }
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Adds an event with who took part in it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_event(&self, event: &Event, parties: &[PartyId]) -> Result<(), StoreError> {
        self.conn().prepare_cached("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute((
            event.id.to_string(),
            event.case.to_string(),
            &event.title,
            &event.kind,
            event.when.edtf(),
            event.status.as_str(),
        ))?;
        let mut takes_part =
            self.conn().prepare_cached("INSERT OR IGNORE INTO event_party VALUES (?1, ?2)")?;
        for party in parties {
            takes_part.execute((event.id.to_string(), party.to_string()))?;
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Replaces what an event says of itself.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn update_event(&self, event: &Event) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "UPDATE event SET case_file = ?2, title = ?3, kind = ?4, edtf = ?5, status = ?6 WHERE id = ?1",
            )?
            .execute((
                event.id.to_string(),
                event.case.to_string(),
                &event.title,
                &event.kind,
                event.when.edtf(),
                event.status.as_str(),
            ))?;
        Ok(())
    }

    /// Takes an event away, with its accounts and their sums.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn remove_event(&self, event: EventId) -> Result<(), StoreError> {
        let id = event.to_string();
        for sql in [
            "DELETE FROM amount WHERE account IN (SELECT id FROM account WHERE event = ?1)",
            "DELETE FROM account WHERE event = ?1",
            "DELETE FROM event_party WHERE event = ?1",
            "DELETE FROM event WHERE id = ?1",
        ] {
            self.conn().prepare_cached(sql)?.execute([&id])?;
        }
        Ok(())
    }
}

fn in_list_order(one: &EventRecord, two: &EventRecord) -> std::cmp::Ordering {
    one.event.when.list_order(&two.event.when).then_with(|| one.event.id.cmp(&two.event.id))
}

fn read(row: &Row<'_>) -> rusqlite::Result<EventRecord> {
    Ok(EventRecord {
        event: Event {
            id: parsed(row, "id")?,
            case: parsed(row, "case_file")?,
            title: row.get("title")?,
            kind: row.get("kind")?,
            when: parsed(row, "edtf")?,
            status: word(row, "status", EventStatus::from_word)?,
        },
        case_name: row.get("case_name")?,
        parties: Vec::new(),
        accounts: Vec::new(),
    })
}
