use std::collections::HashMap;

use proof_model::{CaseId, EventId, Party, PartyId, PartyKind, Role, RoleId};
use rusqlite::Row;

use super::{Naming, parsed, word};
use crate::{Read, StoreError, Tx};

const NAMING: Naming = Naming {
    what: "party",
    by_name: "SELECT id, name FROM party WHERE id = ?1 OR name = ?1",
    by_start: "SELECT id, name FROM party WHERE id >= ?1 AND id < ?2",
};

impl Read<'_> {
    /// A party's name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn party_name(&self, party: PartyId) -> Result<String, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT name FROM party WHERE id = ?1")?;
        Ok(statement.query_row([party.to_string()], |row| row.get(0))?)
    }

    /// All parties, by name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn parties(&self) -> Result<Vec<Party>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM party ORDER BY name")?;
        Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
    }

    /// The party that an identifier, the start of one, or an exact name means.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn find_party(&self, key: &str) -> Result<Party, StoreError> {
        let id = NAMING.resolve(self.conn, key)?;
        Ok(self.conn.prepare_cached("SELECT * FROM party WHERE id = ?1")?.query_row([id], read)?)
    }

    /// How many events each party takes part in, in one case or in all.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn party_events(&self, case: Option<CaseId>) -> Result<HashMap<PartyId, u32>, StoreError> {
        let sql = "SELECT ep.party, count(*) AS events FROM event_party ep JOIN event e ON e.id = ep.event
                   WHERE ?1 IS NULL OR e.case_file = ?1 GROUP BY ep.party";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([case.map(|case| case.to_string())], |row| {
            Ok((parsed(row, "party")?, row.get("events")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A role, by its identifier.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn role(&self, id: &str) -> Result<Role, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM role WHERE id = ?1")?;
        statement.query_row([id], read_role).map_err(|error| StoreError::not_found_or_sql(error, "role", id))
    }

    /// All roles, those of one party in the order of their dates.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn roles(&self) -> Result<Vec<Role>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM role ORDER BY party, id")?;
        let rows = statement.query_map([], read_role)?;
        let mut roles: Vec<Role> = rows.collect::<Result<_, _>>()?;
        roles.sort_by(|one, two| one.party.cmp(&two.party).then_with(|| one.when.list_order(&two.when)));
        Ok(roles)
    }

    /// Who takes part in which event, by event and name; of one event where it is given.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn event_parties(&self, event: Option<EventId>) -> Result<Vec<(EventId, Party)>, StoreError> {
        let condition = if event.is_some() { "WHERE ep.event = ?1" } else { "WHERE ?1 IS NULL" };
        let sql = format!(
            "SELECT ep.event, p.* FROM event_party ep JOIN party p ON p.id = ep.party {condition}
             ORDER BY ep.event, p.name"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([event.map(|event| event.to_string())], |row| {
            Ok((parsed(row, "event")?, read(row)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Adds a party.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another party bears the name.
    pub fn add_party(&self, party: &Party) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT INTO party VALUES (?1, ?2, ?3)")?
            .execute((party.id.to_string(), &party.name, party.kind.as_str()))
            .map_err(|error| StoreError::taken_or_sql(error, "party", &party.name))?;
        Ok(())
    }

    /// Replaces what is said of a party.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another party bears the name.
    pub fn update_party(&self, party: &Party) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("UPDATE party SET name = ?2, kind = ?3 WHERE id = ?1")?
            .execute((party.id.to_string(), &party.name, party.kind.as_str()))
            .map_err(|error| StoreError::taken_or_sql(error, "party", &party.name))?;
        Ok(())
    }

    /// Takes a party away, with its roles and the notes on it.
    ///
    /// # Errors
    /// [`StoreError::Sql`], where it takes part in an event.
    pub fn remove_party(&self, party: PartyId) -> Result<(), StoreError> {
        let id = party.to_string();
        for sql in [
            "DELETE FROM role WHERE party = ?1",
            "DELETE FROM note WHERE party = ?1",
            "DELETE FROM party WHERE id = ?1",
        ] {
            self.conn().prepare_cached(sql)?.execute([&id])?;
        }
        Ok(())
    }

    /// Gives one party's events, roles and notes to another, and takes it away.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn merge_party(&self, from: PartyId, into: PartyId) -> Result<(), StoreError> {
        let (from, into) = (from.to_string(), into.to_string());
        let keys = (&from, &into);
        for sql in [
            "INSERT OR IGNORE INTO event_party SELECT event, ?2 FROM event_party WHERE party = ?1",
            "DELETE FROM event_party WHERE party = ?1 AND ?2 <> ''",
            "UPDATE role SET party = ?2 WHERE party = ?1",
            "UPDATE note SET party = ?2 WHERE party = ?1",
            "DELETE FROM party WHERE id = ?1 AND ?2 <> ''",
        ] {
            self.conn().prepare_cached(sql)?.execute(keys)?;
        }
        Ok(())
    }

    /// Replaces a role.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn update_role(&self, role: &Role) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("UPDATE role SET role = ?2, case_file = ?3, edtf = ?4, note = ?5 WHERE id = ?1")?
            .execute((
                role.id.to_string(),
                &role.role,
                role.case.map(|case| case.to_string()),
                role.when.edtf(),
                &role.note,
            ))?;
        Ok(())
    }

    /// Takes a role away.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn remove_role(&self, role: RoleId) -> Result<(), StoreError> {
        self.conn().prepare_cached("DELETE FROM role WHERE id = ?1")?.execute([role.to_string()])?;
        Ok(())
    }

    /// Adds a role.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_role(&self, role: &Role) -> Result<(), StoreError> {
        self.conn().prepare_cached("INSERT INTO role VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute((
            role.id.to_string(),
            role.party.to_string(),
            &role.role,
            role.case.map(|case| case.to_string()),
            role.when.edtf(),
            &role.note,
        ))?;
        Ok(())
    }
}

fn read_role(row: &Row<'_>) -> rusqlite::Result<Role> {
    let case: Option<String> = row.get("case_file")?;
    Ok(Role {
        id: parsed(row, "id")?,
        party: parsed(row, "party")?,
        role: row.get("role")?,
        case: case.map(|_| parsed(row, "case_file")).transpose()?,
        when: parsed(row, "edtf")?,
        note: row.get("note")?,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Party> {
    Ok(Party {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        kind: word(row, "kind", PartyKind::from_word)?,
    })
}
