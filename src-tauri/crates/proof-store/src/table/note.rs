use proof_model::{About, Note, NoteId};
use rusqlite::Row;

use super::parsed;
use crate::{Read, StoreError, Tx};

/// A note with the name of what it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRecord {
    /// The note.
    pub note: Note,
    /// The case's or party's name, the event's title.
    pub about: String,
}

const SELECT: &str = "SELECT n.*, coalesce(c.name, e.title, p.name) AS about FROM note n
    LEFT JOIN case_file c ON c.id = n.case_file LEFT JOIN event e ON e.id = n.event
    LEFT JOIN party p ON p.id = n.party";

impl Read<'_> {
    /// The notes on one thing, or all, newest first.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn notes(&self, about: Option<About>) -> Result<Vec<NoteRecord>, StoreError> {
        let (column, id) = match about {
            Some(about) => columns(about),
            None => ("id", String::new()),
        };
        let condition =
            if about.is_some() { format!("WHERE n.{column} = ?1") } else { "WHERE ?1 = ''".to_owned() };
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} {condition} ORDER BY n.id DESC"))?;
        Ok(statement.query_map([id], read)?.collect::<Result<_, _>>()?)
    }

    /// A note, by its identifier.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn note(&self, id: &str) -> Result<NoteRecord, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE n.id = ?1"))?;
        statement.query_row([id], read).map_err(|error| StoreError::not_found_or_sql(error, "note", id))
    }
}

impl Tx<'_> {
    /// Adds a note.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_note(&self, note: &Note) -> Result<(), StoreError> {
        let (column, id) = columns(note.about);
        self.conn()
            .prepare_cached(&format!(
                "INSERT INTO note (id, {column}, body, changed_at) VALUES (?1, ?2, ?3, ?4)"
            ))?
            .execute((note.id.to_string(), id, &note.body, &note.changed_at))?;
        Ok(())
    }

    /// Gives a note another text.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn update_note(&self, note: NoteId, body: &str, changed_at: &str) -> Result<(), StoreError> {
        self.conn().prepare_cached("UPDATE note SET body = ?2, changed_at = ?3 WHERE id = ?1")?.execute((
            note.to_string(),
            body,
            changed_at,
        ))?;
        Ok(())
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn remove_note(&self, note: NoteId) -> Result<(), StoreError> {
        self.conn().prepare_cached("DELETE FROM note WHERE id = ?1")?.execute([note.to_string()])?;
        Ok(())
    }
}

fn columns(about: About) -> (&'static str, String) {
    match about {
        About::Case(id) => ("case_file", id.to_string()),
        About::Event(id) => ("event", id.to_string()),
        About::Party(id) => ("party", id.to_string()),
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<NoteRecord> {
    let has = |column| Ok::<bool, rusqlite::Error>(row.get_ref(column)?.as_str_or_null()?.is_some());
    let about = if has("case_file")? {
        About::Case(parsed(row, "case_file")?)
    } else if has("event")? {
        About::Event(parsed(row, "event")?)
    } else {
        About::Party(parsed(row, "party")?)
    };
    Ok(NoteRecord {
        note: Note {
            id: parsed(row, "id")?,
            about,
            body: row.get("body")?,
            changed_at: row.get("changed_at")?,
        },
        about: row.get("about")?,
    })
}
