use std::collections::HashMap;

use proof_model::{
    Account, AccountId, CaseId, Event, EventId, EventStatus, Party, PartyId, Support, conflicts,
};
use rusqlite::{OptionalExtension, Row};

use super::{Naming, account::AccountRecord, json, parsed, word};
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
    /// Its tags, in order.
    pub tags: Vec<String>,
    /// Whether it bears a star.
    pub starred: bool,
    /// Its place among those of the same date, where that was set by hand.
    pub place: Option<u32>,
    /// The account that its date follows, and why.
    pub follows: Option<(AccountId, String)>,
}

impl EventRecord {
    /// What it rests on.
    pub fn support(&self) -> Support {
        let origins: HashMap<_, _> =
            self.accounts.iter().map(|record| (record.account.id, record.origin.as_str())).collect();
        Support::of(self.accounts.iter().map(|record| &record.account), |account| {
            origins.get(&account.id).map(ToString::to_string).unwrap_or_default()
        })
    }

    /// In words, each point on which its accounts contradict each other.
    pub fn conflicts(&self) -> Vec<String> {
        let accounts: Vec<&Account> = self.accounts.iter().map(|record| &record.account).collect();
        conflicts(&accounts, |account| {
            let record = self.accounts.iter().find(|record| record.account.id == account.id);
            record
                .and_then(|record| record.document_title.clone())
                .unwrap_or_else(|| account.asserted_by.clone())
        })
    }
}

const SELECT: &str = "SELECT e.*, c.name AS case_name,
        EXISTS (SELECT 1 FROM event_star WHERE event = e.id) AS starred,
        (SELECT place FROM event_rank WHERE event = e.id) AS place,
        (SELECT json_group_array(tag) FROM (SELECT tag FROM event_tag WHERE event = e.id ORDER BY tag)) AS tags,
        f.account AS follows, f.reason AS follows_reason
    FROM event e JOIN case_file c ON c.id = e.case_file LEFT JOIN event_follows f ON f.event = e.id";

impl Read<'_> {
    /// The events of one case or of all, in the order of their dates: see [`proof_model::When::list_order`].
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn events(&self, case: Option<CaseId>) -> Result<Vec<EventRecord>, StoreError> {
        let mut statement =
            self.conn.prepare_cached(&format!("{SELECT} WHERE ?1 IS NULL OR e.case_file = ?1"))?;
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
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE e.status = ?1"))?;
        let mut records = statement.query_map([status.as_str()], read)?.collect::<Result<Vec<_>, _>>()?;
        records.sort_by(in_list_order);
        Ok(records)
    }

    /// An event; none where it is not there.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn event(&self, id: EventId) -> Result<Option<EventRecord>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE e.id = ?1"))?;
        let Some(record) = statement.query_row([id.to_string()], read).optional()? else { return Ok(None) };
        let mut records = vec![record];
        self.fill(&mut records)?;
        Ok(records.pop())
    }

    /// Events, in the order of their dates; those that are not there are left out.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn events_of(&self, ids: &[EventId]) -> Result<Vec<EventRecord>, StoreError> {
        let found = ids.iter().filter_map(|id| self.event(*id).transpose());
        let mut records = found.collect::<Result<Vec<_>, _>>()?;
        records.sort_by(in_list_order);
        Ok(records)
    }

    /// The event that an identifier, the start of one, or an exact title means.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn find_event(&self, key: &str) -> Result<EventRecord, StoreError> {
        let id: EventId = NAMING.resolve(self.conn, key)?.parse().map_err(StoreError::damaged)?;
        self.event(id)?.ok_or_else(|| StoreError::NotFound { what: "event", key: key.to_owned() })
    }

    /// An event's title; none where it is not there.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn event_title(&self, id: EventId) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT title FROM event WHERE id = ?1")?;
        Ok(statement.query_row([id.to_string()], |row| row.get(0)).optional()?)
    }

    /// The events of a case that bear a title, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn events_titled(&self, case: CaseId, title: &str) -> Result<Vec<EventId>, StoreError> {
        let sql = "SELECT id FROM event WHERE title = ?1 AND case_file = ?2 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map((title, case.to_string()), |row| parsed(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn fill(&self, records: &mut [EventRecord]) -> Result<(), StoreError> {
        let places: HashMap<EventId, usize> =
            records.iter().enumerate().map(|(place, record)| (record.event.id, place)).collect();
        let only = if let [record] = &*records { Some(record.event.id) } else { None };
        for (event, party) in self.event_parties(only)? {
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

    /// Sets who took part: those and no others. Rows that stay are not touched.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_event_parties(&self, event: EventId, parties: &[PartyId]) -> Result<(), StoreError> {
        let before: Vec<PartyId> =
            self.event_parties(Some(event))?.into_iter().map(|(_, party)| party.id).collect();
        if before == parties {
            return Ok(());
        }
        let id = event.to_string();
        self.conn().prepare_cached("DELETE FROM event_party WHERE event = ?1")?.execute([&id])?;
        let mut takes_part =
            self.conn().prepare_cached("INSERT OR IGNORE INTO event_party VALUES (?1, ?2)")?;
        for party in parties {
            takes_part.execute((&id, party.to_string()))?;
        }
        Ok(())
    }

    /// Gives one event's accounts, people, tags, star and notes to another, and takes it away.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn merge_event(&self, from: EventId, into: EventId) -> Result<(), StoreError> {
        let (from_id, into_id) = (from.to_string(), into.to_string());
        for sql in [
            "DELETE FROM event_follows WHERE event = ?1 AND ?2 <> ''",
            "UPDATE account SET event = ?2 WHERE event = ?1",
            "UPDATE note SET event = ?2 WHERE event = ?1",
            "UPDATE event_key SET event = ?2 WHERE event = ?1",
            "INSERT OR IGNORE INTO event_party SELECT ?2, party FROM event_party WHERE event = ?1 ORDER BY rowid",
            "INSERT OR IGNORE INTO event_tag SELECT ?2, tag FROM event_tag WHERE event = ?1",
            "INSERT OR IGNORE INTO event_star SELECT ?2 FROM event_star WHERE event = ?1",
        ] {
            self.conn().prepare_cached(sql)?.execute((&from_id, &into_id))?;
        }
        self.remove_event(from)
    }

    /// Takes an event away, with its accounts and their sums.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn remove_event(&self, event: EventId) -> Result<(), StoreError> {
        let id = event.to_string();
        for sql in [
            "DELETE FROM event_tag WHERE event = ?1",
            "DELETE FROM event_star WHERE event = ?1",
            "DELETE FROM event_rank WHERE event = ?1",
            "DELETE FROM event_follows WHERE event = ?1",
            "DELETE FROM event_key WHERE event = ?1",
            "DELETE FROM note WHERE event = ?1",
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
    let place = |record: &EventRecord| record.place.unwrap_or(u32::MAX);
    one.event
        .when
        .list_order(&two.event.when)
        .then_with(|| place(one).cmp(&place(two)))
        .then_with(|| one.event.id.cmp(&two.event.id))
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
        tags: json(row, "tags")?,
        starred: row.get("starred")?,
        place: row.get("place")?,
        follows: match row.get::<_, Option<String>>("follows")? {
            Some(_) => Some((parsed(row, "follows")?, row.get("follows_reason")?)),
            None => None,
        },
    })
}
