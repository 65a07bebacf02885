//! Reading a document again that could not be read, and what that does to its quotes.

use proof_extract::VERSION;
use proof_model::Original;
use proof_store::DocumentRecord;

use crate::{Library, LibraryError, Op};

impl Library {
    /// Reads a document again. Attachments that come to light only now are not taken in: import the file again
    /// for those.
    ///
    /// # Errors
    /// Where there is no such document, or the library can only be read.
    pub fn read_again(&self, key: &str) -> Result<DocumentRecord, LibraryError> {
        drop(self.store()?);
        let record = self.read::<_, LibraryError>(|read| Ok(read.find_document(key)?))?;
        let id = record.document.id;
        let file = self.folder.originals().open(&record.document.original)?;
        let read = self.surroundings.extractor.extract(file, &record.document.file_name);
        let original = Original {
            media_type: read.media_type,
            outcome: read.outcome,
            reason: read.reason,
            metadata: read.metadata,
            ..record.original
        };
        let op = Op::ReadAgain { title: record.document.title };
        self.transact(&op, |tx| {
            tx.put_original(&original, &read.pages, VERSION, &self.now())?;
            tx.queue_for_index(&id.to_string())?;
            for citing in tx.accounts_citing(id, None)? {
                let Some(citation) = &citing.account.citation else { continue };
                let page = read.pages.iter().find(|page| page.number == citation.page);
                let holds = page.is_some_and(|page| citation.quote.locate(&page.text).is_some());
                tx.mark_quote(citing.account.id, holds)?;
            }
            Ok(())
        })?;
        self.read(|read| Ok(read.find_document(&id.to_string())?))
    }
}
