use proof_model::{Annotation, AnnotationId, Colour, DocumentId};
use rusqlite::Row;

use super::{account::read_citation, parsed, word};
use crate::{Read, StoreError, Tx};

/// An annotation, with what has to be known beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationRecord {
    /// The annotation.
    pub annotation: Annotation,
    /// The document's title.
    pub document_title: String,
    /// Whether its words were in their page when that was last looked up.
    pub verified: bool,
}

const SELECT: &str = "SELECT a.*, d.title AS document_title, coalesce(q.holds, 0) AS holds FROM annotation a
    JOIN document d ON d.id = a.document LEFT JOIN quote_check q ON q.account = a.id";

impl Read<'_> {
    /// The annotations of a document, or all, in the order of their pages.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn annotations(&self, document: Option<DocumentId>) -> Result<Vec<AnnotationRecord>, StoreError> {
        let condition = if document.is_some() { "WHERE a.document = ?1" } else { "WHERE ?1 IS NULL" };
        let sql = format!("{SELECT} {condition} ORDER BY a.document, a.page, a.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([document.map(|document| document.to_string())], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// An annotation, by its identifier.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn annotation(&self, id: &str) -> Result<AnnotationRecord, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE a.id = ?1"))?;
        statement.query_row([id], read).map_err(|error| StoreError::not_found_or_sql(error, "annotation", id))
    }

    /// The colours that were given a name, each with it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn colour_names(&self) -> Result<Vec<(Colour, String)>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT colour, name FROM colour_name")?;
        let rows =
            statement.query_map([], |row| Ok((word(row, "colour", Colour::from_word)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many annotations have which colour.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn colours_used(&self) -> Result<Vec<(Colour, u32)>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT colour, count(*) FROM annotation GROUP BY colour")?;
        let rows =
            statement.query_map([], |row| Ok((word(row, "colour", Colour::from_word)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Adds an annotation. Its citation comes from [`Read::cite`] and so holds.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn add_annotation(&self, annotation: &Annotation) -> Result<(), StoreError> {
        let (id, citation) = (annotation.id.to_string(), &annotation.citation);
        self.conn()
            .prepare_cached("INSERT INTO annotation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
            .execute((
                &id,
                citation.document.to_string(),
                citation.page,
                &citation.quote.exact,
                &citation.quote.prefix,
                &citation.quote.suffix,
                annotation.colour.as_str(),
                &annotation.note,
                &annotation.made_at,
            ))?;
        self.mark_annotation(annotation.id, true)
    }

    /// Gives an annotation another colour and another note.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn update_annotation(&self, id: AnnotationId, colour: Colour, note: &str) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("UPDATE annotation SET colour = ?2, note = ?3 WHERE id = ?1")?
            .execute((id.to_string(), colour.as_str(), note))?;
        Ok(())
    }

    /// Takes an annotation away.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn remove_annotation(&self, id: AnnotationId) -> Result<(), StoreError> {
        self.conn().prepare_cached("DELETE FROM annotation WHERE id = ?1")?.execute([id.to_string()])?;
        Ok(())
    }

    /// Says what a colour stands for; its own name again where none is given.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn name_colour(&self, colour: Colour, name: Option<&str>) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("DELETE FROM colour_name WHERE colour = ?1")?
            .execute([colour.as_str()])?;
        if let Some(name) = name {
            self.conn()
                .prepare_cached("INSERT INTO colour_name VALUES (?1, ?2)")?
                .execute((colour.as_str(), name))?;
        }
        Ok(())
    }

    /// Notes whether an annotation's words are in their page.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn mark_annotation(&self, id: AnnotationId, holds: bool) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT OR REPLACE INTO quote_check VALUES (?1, ?2)")?
            .execute((id.to_string(), holds))?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<AnnotationRecord> {
    Ok(AnnotationRecord {
        annotation: Annotation {
            id: parsed(row, "id")?,
            citation: read_citation(row)?,
            colour: word(row, "colour", Colour::from_word)?,
            note: row.get("note")?,
            made_at: row.get("made_at")?,
        },
        document_title: row.get("document_title")?,
        verified: row.get("holds")?,
    })
}
