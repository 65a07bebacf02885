use proof_model::{Case, CaseId, CaseKind, CaseRelation, RelationKind};
use rusqlite::Row;

use super::{Naming, json, parsed, to_json, word};
use crate::{Read, StoreError, Tx};

const NAMING: Naming = Naming {
    what: "case",
    by_name: "SELECT id, name FROM case_file WHERE id = ?1 OR name = ?1",
    by_start: "SELECT id, name FROM case_file WHERE id >= ?1 AND id < ?2",
};

/// How much a case holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaseCounts {
    /// Events.
    pub events: u32,
    /// Documents.
    pub documents: u32,
    /// Documents that somebody has read through.
    pub reviewed: u32,
}

impl Read<'_> {
    /// All cases, in the order in which they were made.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn cases(&self) -> Result<Vec<Case>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM case_file ORDER BY position, id")?;
        Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
    }

    /// The case that an identifier, the start of one, or an exact name means.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn find_case(&self, key: &str) -> Result<Case, StoreError> {
        let id = NAMING.resolve(self.conn, key)?;
        Ok(self.conn.prepare_cached("SELECT * FROM case_file WHERE id = ?1")?.query_row([id], read)?)
    }

    /// All relations between cases.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn case_relations(&self) -> Result<Vec<CaseRelation>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM case_relation ORDER BY from_case, kind")?;
        let rows = statement.query_map([], |row| {
            Ok(CaseRelation {
                from: parsed(row, "from_case")?,
                kind: word(row, "kind", RelationKind::from_word)?,
                to: parsed(row, "to_case")?,
                note: row.get("note")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many events and documents each case has.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn case_counts(&self) -> Result<Vec<(CaseId, CaseCounts)>, StoreError> {
        let sql = "SELECT id, (SELECT count(*) FROM event WHERE case_file = c.id) AS events,
                          (SELECT count(*) FROM document_case WHERE case_file = c.id) AS documents,
                          (SELECT count(*) FROM document_case d JOIN document_mark m ON m.document = d.document
                           WHERE d.case_file = c.id AND m.mark = 'reviewed') AS reviewed
                   FROM case_file c";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            let counts = CaseCounts {
                events: row.get("events")?,
                documents: row.get("documents")?,
                reviewed: row.get("reviewed")?,
            };
            Ok((parsed(row, "id")?, counts))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Adds a case, after those that there are; the position that it comes with is not looked at.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another case bears the name.
    pub fn add_case(&self, case: &Case) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO case_file (id, name, kind, forum, dockets, status, summary, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(position) + 1, 0) FROM case_file))",
            )?
            .execute((
                case.id.to_string(),
                &case.name,
                case.kind.as_str(),
                &case.forum,
                to_json(&case.dockets)?,
                &case.status,
                &case.summary,
            ))
            .map_err(|error| StoreError::taken_or_sql(error, "case", &case.name))?;
        Ok(())
    }

    /// Replaces what is said of a case; its position stays.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another case bears the name.
    pub fn update_case(&self, case: &Case) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "UPDATE case_file SET name = ?2, kind = ?3, forum = ?4, dockets = ?5, status = ?6, summary = ?7
                 WHERE id = ?1",
            )?
            .execute((
                case.id.to_string(),
                &case.name,
                case.kind.as_str(),
                &case.forum,
                to_json(&case.dockets)?,
                &case.status,
                &case.summary,
            ))
            .map_err(|error| StoreError::taken_or_sql(error, "case", &case.name))?;
        Ok(())
    }

    /// Takes a relation between two cases away.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where they are not so related.
    pub fn remove_case_relation(
        &self,
        from: CaseId,
        kind: RelationKind,
        to: CaseId,
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM case_relation WHERE from_case = ?1 AND kind = ?2 AND to_case = ?3";
        match self.conn().prepare_cached(sql)?.execute((from.to_string(), kind.as_str(), to.to_string()))? {
            0 => Err(StoreError::NotFound { what: "relation", key: kind.shown().to_owned() }),
            _ => Ok(()),
        }
    }

    /// Adds a relation between two cases.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where they are so related already.
    pub fn add_case_relation(&self, relation: &CaseRelation) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT INTO case_relation VALUES (?1, ?2, ?3, ?4)")?
            .execute((
                relation.from.to_string(),
                relation.kind.as_str(),
                relation.to.to_string(),
                &relation.note,
            ))
            .map_err(|error| StoreError::taken_or_sql(error, "relation", relation.kind.shown()))?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Case> {
    Ok(Case {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        kind: word(row, "kind", CaseKind::from_word)?,
        forum: row.get("forum")?,
        dockets: json(row, "dockets")?,
        status: row.get("status")?,
        summary: row.get("summary")?,
        position: row.get("position")?,
    })
}
