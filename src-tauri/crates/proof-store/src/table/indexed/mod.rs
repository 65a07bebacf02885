//! What the index is told of each item.

mod document;
mod stated;

use proof_model::When;

pub use self::document::IndexedDocument;
use super::index_queue::{Item, ItemKind};
use crate::{Read, StoreError};

/// An item as the index holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Indexed {
    /// A document.
    Document(Box<IndexedDocument>),
    /// What people stated.
    Stated(Box<IndexedItem>),
}

/// An item that is no document, as the index holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexedItem {
    /// What has to be opened to see it: itself or, for an account, its event; for a note, what it is on.
    pub opens: Option<Item>,
    /// The page of a document that has to be opened; none for what has no pages.
    pub page: Option<u32>,
    /// Its name or title; for an account and a note, that of what it is on.
    pub title: String,
    /// What sort of it, in a word or two: "fine", "alleges", "litigation".
    pub word: String,
    /// Its words, but for those that are indexed as items of their own.
    pub text: String,
    /// The cases that it belongs to: identifier and name.
    pub cases: Vec<(String, String)>,
    /// The names of the people and organisations that it is filed under.
    pub people: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// What `is:` and `has:` ask for.
    pub marks: Vec<String>,
    /// When that happened which it tells of.
    pub when: When,
}

impl Read<'_> {
    /// What the index has to hold of an item; none where it is gone, or has nothing to be found by.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn indexed(&self, item: &Item) -> Result<Option<Indexed>, StoreError> {
        let id = item.id.as_str();
        let stated = match item.kind {
            ItemKind::Document => {
                return Ok(self.indexed_document(id)?.map(|document| Indexed::Document(Box::new(document))));
            }
            ItemKind::Case => self.indexed_case(id)?,
            ItemKind::Party => self.indexed_party(id)?,
            ItemKind::Event => self.indexed_event(id)?,
            ItemKind::Account => self.indexed_account(id)?,
            ItemKind::Note => self.indexed_note(id)?,
            ItemKind::Annotation => self.indexed_annotation(id)?,
        };
        Ok(stated.map(|item| Indexed::Stated(Box::new(item))))
    }

    /// Whether a query for one value lists anything.
    fn any(&self, sql: &str, value: &str) -> Result<bool, StoreError> {
        Ok(self
            .conn
            .prepare_cached(&format!("SELECT EXISTS ({sql})"))?
            .query_row([value], |row| row.get(0))?)
    }

    /// The cases, in their order, that a condition with one value picks: identifier and name.
    fn cases_where(&self, condition: &str, value: &str) -> Result<Vec<(String, String)>, StoreError> {
        let sql = format!("SELECT c.id, c.name FROM case_file c WHERE {condition} ORDER BY c.position, c.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_map([value], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

/// The marks of a list that hold.
fn those(marks: &[(&str, bool)]) -> Vec<String> {
    marks.iter().filter(|(_, holds)| *holds).map(|(mark, _)| (*mark).to_owned()).collect()
}

/// Pieces of text that are not empty, each on a line of its own.
fn lines<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let pieces: Vec<&str> = pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect();
    pieces.join("\n")
}
