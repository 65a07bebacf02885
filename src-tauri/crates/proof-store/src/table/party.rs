use proof_model::{EventId, Party, PartyId, PartyKind, Role};
use rusqlite::{OptionalExtension, Row};

use super::{parsed, word};
use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// The party of a name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn party_named(&self, name: &str) -> Result<Option<Party>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM party WHERE name = ?1")?;
        Ok(statement.query_row([name], read).optional()?)
    }

    /// A party's name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn party_name(&self, party: PartyId) -> Result<String, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT name FROM party WHERE id = ?1")?;
        Ok(statement.query_row([party.to_string()], |row| row.get(0))?)
    }

    /// Who takes part in which event, by event.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn event_parties(&self) -> Result<Vec<(EventId, Party)>, StoreError> {
        let sql = "SELECT ep.event, p.* FROM event_party ep JOIN party p ON p.id = ep.party
                   ORDER BY ep.event, ep.rowid";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((parsed(row, "event")?, read(row)?)))?;
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

    /// Adds a role, under an identifier of its own.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_role(&self, id: &str, role: &Role) -> Result<(), StoreError> {
        self.conn().prepare_cached("INSERT INTO role VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute((
            id,
            role.party.to_string(),
            &role.role,
            role.case.map(|case| case.to_string()),
            role.when.edtf(),
            &role.note,
        ))?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Party> {
    Ok(Party {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        kind: word(row, "kind", PartyKind::from_word)?,
    })
}
