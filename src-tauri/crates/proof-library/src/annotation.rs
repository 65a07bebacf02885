//! Highlights, and notes on passages. No event rests on them.

use proof_model::{Annotation, Citation, Colour};
use proof_store::AnnotationRecord;

use crate::{Changed, Library, LibraryError, Op, Passage};

impl Library {
    /// Highlights a passage, or writes a note on it.
    ///
    /// # Errors
    /// Where the document is not there, or the passage is not in its page once.
    pub fn add_annotation(
        &self,
        passage: &Passage,
        colour: Colour,
        note: &str,
    ) -> Result<(AnnotationRecord, Changed), LibraryError> {
        let citation = self.passage(passage)?;
        let title = self.read::<_, LibraryError>(|read| Ok(read.document_title(citation.document)?))?;
        let note = note.trim().to_owned();
        let op = if note.is_empty() { Op::Highlight { title } } else { Op::NotePassage { title } };
        let annotation = Annotation { id: self.id(), citation, colour, note, made_at: self.now() };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.add_annotation(&annotation)?))?;
        Ok((self.annotation(&annotation.id.to_string())?, changed))
    }

    /// Gives a highlight another colour or another note; what is none stays.
    ///
    /// # Errors
    /// Where there is none.
    pub fn edit_annotation(
        &self,
        id: &str,
        colour: Option<Colour>,
        note: Option<&str>,
    ) -> Result<(AnnotationRecord, Changed), LibraryError> {
        let AnnotationRecord { annotation, document_title, .. } = self.annotation(id)?;
        let colour = colour.unwrap_or(annotation.colour);
        let note = note.map_or(annotation.note, |note| note.trim().to_owned());
        let op = Op::EditAnnotation { title: document_title };
        let ((), changed) =
            self.transact(&op, |tx| Ok(tx.update_annotation(annotation.id, colour, &note)?))?;
        Ok((self.annotation(id)?, changed))
    }

    /// Takes a highlight or a note away.
    ///
    /// # Errors
    /// Where there is none.
    pub fn remove_annotation(&self, id: &str) -> Result<Changed, LibraryError> {
        let record = self.annotation(id)?;
        let op = Op::RemoveAnnotation { title: record.document_title };
        Ok(self.transact(&op, |tx| Ok(tx.remove_annotation(record.annotation.id)?))?.1)
    }

    /// Says what a colour stands for; its own name again where none is given.
    ///
    /// # Errors
    /// Where the library can only be read.
    pub fn name_colour(&self, colour: Colour, name: &str) -> Result<Changed, LibraryError> {
        let name = Some(name.trim()).filter(|name| !name.is_empty());
        let op = Op::NameColour { colour: colour.shown().to_owned() };
        Ok(self.transact(&op, |tx| Ok(tx.name_colour(colour, name)?))?.1)
    }

    /// The citation of a passage.
    ///
    /// # Errors
    /// Where the document is not there, or the passage is not in its page once.
    pub fn passage(&self, passage: &Passage) -> Result<Citation, LibraryError> {
        self.read(|read| {
            let document = read.find_document(&passage.document)?.document.id;
            Ok(read.cite(document, passage.page, passage.sought())?)
        })
    }

    fn annotation(&self, id: &str) -> Result<AnnotationRecord, LibraryError> {
        self.read(|read| Ok(read.annotation(id)?))
    }
}
