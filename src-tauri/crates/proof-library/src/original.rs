//! The bytes of a document, as they came.

use std::fs::File;

use proof_extract::{Confinement, PlacedWord, Portrayal};
use proof_model::Sha256;
use proof_store::DocumentRecord;

use crate::{Library, LibraryError};

impl Library {
    /// What this system withholds from the readers of documents; none where none could be started to be asked.
    pub fn confinement(&self) -> Option<Confinement> {
        self.surroundings.extractor.confinement()
    }

    /// Opens an original for reading. It is never parsed here: its bytes are for whoever shows or copies them.
    ///
    /// # Errors
    /// Where it is missing or cannot be opened.
    pub fn original(&self, sha256: &Sha256) -> Result<File, LibraryError> {
        Ok(self.folder.originals().open(sha256)?)
    }

    /// A web page or an e-mail as an inert page of HTML, made in a worker process. What cannot be shown so says why.
    ///
    /// # Errors
    /// Where the original is missing or cannot be opened.
    pub fn portray(&self, record: &DocumentRecord) -> Result<Portrayal, LibraryError> {
        let file = self.original(&record.document.original)?;
        Ok(self.surroundings.extractor.portray(file, &record.document.file_name))
    }

    /// Where the words of a page stand, found in a worker process, in the order in which the page's text has them; none
    /// where that cannot be told.
    ///
    /// # Errors
    /// Where the original is missing or cannot be opened.
    pub fn places(&self, record: &DocumentRecord, page: u32) -> Result<Vec<PlacedWord>, LibraryError> {
        Ok(self.surroundings.extractor.places(self.original(&record.document.original)?, page))
    }
}
