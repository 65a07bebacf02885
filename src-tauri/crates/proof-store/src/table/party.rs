use proof_model::{EventId, Party, PartyId, PartyKind, Role};
use rusqlite::Row;

use super::{parsed, word};
use crate::{Read, StoreError, Tx};

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

    /// All roles, those of one party in the order of their dates.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn roles(&self) -> Result<Vec<Role>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM role ORDER BY party, id")?;
        let rows = statement.query_map([], |row| {
            let case: Option<String> = row.get("case_file")?;
            Ok(Role {
                party: parsed(row, "party")?,
                role: row.get("role")?,
                case: case.map(|_| parsed(row, "case_file")).transpose()?,
                when: parsed(row, "edtf")?,
                note: row.get("note")?,
            })
        })?;
        let mut roles: Vec<Role> = rows.collect::<Result<_, _>>()?;
        roles.sort_by(|one, two| one.party.cmp(&two.party).then_with(|| one.when.list_order(&two.when)));
        Ok(roles)
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
