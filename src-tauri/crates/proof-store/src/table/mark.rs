//! What people mark an event with: tags, a star, its place among those of one date, the account that its date follows,
//! and the key that a table knows it by.

use proof_model::{AccountId, EventId};
use rusqlite::OptionalExtension;

use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// The event that a table's key means.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn event_by_key(&self, key: &str) -> Result<Option<EventId>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT event FROM event_key WHERE own_key = ?1")?;
        let found: Option<String> = statement.query_row([key], |row| row.get(0)).optional()?;
        found.map(|event| event.parse().map_err(StoreError::damaged)).transpose()
    }

    /// Every key that a table knows an event by.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn event_keys(&self) -> Result<Vec<(EventId, String)>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT event, own_key FROM event_key ORDER BY event, own_key")?;
        let rows = statement.query_map([], |row| Ok((super::parsed(row, "event")?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The events of one case that bear the same date as an event, in their order, the event among them.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn events_of_same_date(&self, event: EventId) -> Result<Vec<EventId>, StoreError> {
        let sql = "SELECT other.event FROM event_line l
                   JOIN event_line other ON other.sort_key = l.sort_key AND other.case_file = l.case_file
                   WHERE l.event = ?1 ORDER BY other.place, other.event";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([event.to_string()], |row| super::parsed(row, "event"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Sets an event's tags: those and no others. Rows that stay are not touched.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_tags(&self, event: EventId, tags: &[String]) -> Result<(), StoreError> {
        let id = event.to_string();
        let before = self.tags_of(event)?;
        for tag in before.iter().filter(|tag| !tags.contains(tag)) {
            self.conn()
                .prepare_cached("DELETE FROM event_tag WHERE event = ?1 AND tag = ?2")?
                .execute((&id, tag))?;
        }
        for tag in tags.iter().filter(|tag| !before.contains(tag)) {
            self.conn()
                .prepare_cached("INSERT OR IGNORE INTO event_tag VALUES (?1, ?2)")?
                .execute((&id, tag))?;
        }
        Ok(())
    }

    /// Gives an event a star, or takes it away.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_star(&self, event: EventId, starred: bool) -> Result<(), StoreError> {
        let sql = if starred {
            "INSERT OR IGNORE INTO event_star VALUES (?1)"
        } else {
            "DELETE FROM event_star WHERE event = ?1"
        };
        self.conn().prepare_cached(sql)?.execute([event.to_string()])?;
        Ok(())
    }

    /// Sets the order of events of one date, first to last.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_order(&self, events: &[EventId]) -> Result<(), StoreError> {
        let sql = "INSERT INTO event_rank VALUES (?1, ?2) ON CONFLICT (event) DO UPDATE SET place = ?2 WHERE place <> ?2";
        let mut statement = self.conn().prepare_cached(sql)?;
        for (place, event) in (1_u32..).zip(events) {
            statement.execute((event.to_string(), place))?;
        }
        Ok(())
    }

    /// Takes an event's place among those of one date away: it has another date now.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn clear_order(&self, event: EventId) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("DELETE FROM event_rank WHERE event = ?1")?
            .execute([event.to_string()])?;
        Ok(())
    }

    /// Notes which account an event's date follows, and why; none where it follows none.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_follows(&self, event: EventId, follows: Option<(AccountId, &str)>) -> Result<(), StoreError> {
        let id = event.to_string();
        self.conn().prepare_cached("DELETE FROM event_follows WHERE event = ?1")?.execute([&id])?;
        if let Some((account, reason)) = follows {
            self.conn().prepare_cached("INSERT INTO event_follows VALUES (?1, ?2, ?3)")?.execute((
                &id,
                account.to_string(),
                reason,
            ))?;
        }
        Ok(())
    }

    /// Notes the key that a table knows an event by.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another event bears it.
    pub fn set_event_key(&self, event: EventId, key: &str) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT INTO event_key (event, own_key) VALUES (?1, ?2)")?
            .execute((event.to_string(), key))
            .map_err(|error| StoreError::taken_or_sql(error, "key", key))?;
        Ok(())
    }

    fn tags_of(&self, event: EventId) -> Result<Vec<String>, StoreError> {
        let mut statement =
            self.conn().prepare_cached("SELECT tag FROM event_tag WHERE event = ?1 ORDER BY tag")?;
        Ok(statement.query_map([event.to_string()], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}
