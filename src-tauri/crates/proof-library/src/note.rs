//! Notes, and filters that are kept under a name.

use proof_model::{About, Note};
use proof_store::NoteRecord;

use crate::{Changed, Library, LibraryError, Op, event::named};

impl Library {
    /// Adds a note.
    ///
    /// # Errors
    /// Where the text is empty.
    pub fn add_note(&self, about: About, body: &str) -> Result<(NoteRecord, Changed), LibraryError> {
        let note = Note { id: self.id(), about, body: named(body, "the note")?, changed_at: self.now() };
        let op = Op::AddNote { about: self.name_of(about)? };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.add_note(&note)?))?;
        Ok((self.note(&note.id.to_string())?, changed))
    }

    /// Gives a note another text.
    ///
    /// # Errors
    /// Where there is no such note, or the text is empty.
    pub fn edit_note(&self, id: &str, body: &str) -> Result<(NoteRecord, Changed), LibraryError> {
        let record = self.note(id)?;
        let body = named(body, "the note")?;
        let op = Op::EditNote { about: record.about };
        let ((), changed) =
            self.transact(&op, |tx| Ok(tx.update_note(record.note.id, &body, &self.now())?))?;
        Ok((self.note(id)?, changed))
    }

    /// Takes a note away. Undo brings it back.
    ///
    /// # Errors
    /// Where there is no such note.
    pub fn remove_note(&self, id: &str) -> Result<Changed, LibraryError> {
        let record = self.note(id)?;
        let op = Op::RemoveNote { about: record.about };
        Ok(self.transact(&op, |tx| Ok(tx.remove_note(record.note.id)?))?.1)
    }

    /// Keeps a filter, as JSON, under a name, in place of the one that bears it.
    ///
    /// # Errors
    /// Where the name is empty.
    pub fn save_view(&self, name: &str, filter: &str) -> Result<Changed, LibraryError> {
        let name = named(name, "the view's name")?;
        let op = Op::SaveView { name: name.clone() };
        Ok(self.transact(&op, |tx| Ok(tx.save_view(&name, filter)?))?.1)
    }

    /// Forgets a saved view. Undo brings it back.
    ///
    /// # Errors
    /// Where there is no such view.
    pub fn remove_view(&self, name: &str) -> Result<Changed, LibraryError> {
        let op = Op::RemoveView { name: name.to_owned() };
        Ok(self.transact(&op, |tx| Ok(tx.remove_view(name)?))?.1)
    }

    fn note(&self, id: &str) -> Result<NoteRecord, LibraryError> {
        self.read(|read| Ok(read.note(id)?))
    }

    fn name_of(&self, about: About) -> Result<String, LibraryError> {
        self.read(|read| {
            Ok(match about {
                About::Case(id) => read.find_case(&id.to_string())?.name,
                About::Event(id) => read.find_event(&id.to_string())?.event.title,
                About::Party(id) => read.find_party(&id.to_string())?.name,
            })
        })
    }
}
