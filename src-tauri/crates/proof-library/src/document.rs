//! Changing what is said of a document. The original stays what it is.

use proof_model::When;
use proof_store::DocumentRecord;

use crate::{Changed, Library, LibraryError, Op, event::named};

/// What is to change of a document; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentChange {
    /// Title.
    pub title: Option<String>,
    /// Who published or wrote it.
    pub source: Option<String>,
    /// The origin that it copies.
    pub origin: Option<String>,
    /// The date that it bears.
    pub dated: Option<When>,
    /// When it was published.
    pub published: Option<When>,
    /// Cases to put it in: identifiers, starts of them, or names.
    pub file_in: Vec<String>,
    /// Cases to take it out of.
    pub take_out_of: Vec<String>,
}

impl Library {
    /// Changes what is said of a document, and which cases it is in.
    ///
    /// # Errors
    /// Where the document or a case is not there, or the title is empty.
    pub fn edit_document(
        &self,
        key: &str,
        change: DocumentChange,
    ) -> Result<(DocumentRecord, Changed), LibraryError> {
        let record = self.read::<_, LibraryError>(|read| Ok(read.find_document(key)?))?;
        let op = Op::EditDocument { title: record.document.title.clone() };
        let mut document = record.document;
        if let Some(title) = change.title {
            document.title = named(&title, "the document's title")?;
        }
        document.source = change.source.unwrap_or(document.source);
        document.origin = change.origin.unwrap_or(document.origin);
        document.dated = change.dated.unwrap_or(document.dated);
        document.published = change.published.unwrap_or(document.published);
        let ((), changed) = self.transact(&op, |tx| {
            tx.update_document(&document)?;
            for case in &change.file_in {
                tx.file_document(document.id, tx.find_case(case)?.id)?;
            }
            for case in &change.take_out_of {
                tx.unfile_document(document.id, tx.find_case(case)?.id)?;
            }
            Ok(())
        })?;
        let id = document.id.to_string();
        Ok((self.read::<_, LibraryError>(|read| Ok(read.find_document(&id)?))?, changed))
    }
}
