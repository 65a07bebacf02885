//! Reading a document again that could not be read.

use proof_extract::Password;
use proof_store::DocumentRecord;

use crate::{Library, LibraryError, Op, reread::usable};

impl Library {
    /// Reads a document again, with a password to try if one is given: it is kept nowhere. What comes to light inside is
    /// on the queue then.
    ///
    /// # Errors
    /// Where there is no such document, the library can only be read, or the document was read before and cannot be
    /// read now: then its text stays as it was.
    pub fn read_again(&self, key: &str, password: Option<&str>) -> Result<DocumentRecord, LibraryError> {
        drop(self.store()?);
        let id = self.read::<_, LibraryError>(|read| Ok(read.find_document(key)?))?.document.id;
        let again = self.read_document(id, password.map(Password::new))?;
        let title = again.record.document.title.clone();
        if let Err(why) = usable(&again) {
            let words = format!("“{title}” cannot be read now: {why}. Its text stays as it was");
            return Err(LibraryError::Refused(words));
        }
        self.transact(&Op::ReadAgain { title }, |tx| self.take_in_again(tx, &again))?;
        self.read(|read| Ok(read.find_document(&id.to_string())?))
    }
}
