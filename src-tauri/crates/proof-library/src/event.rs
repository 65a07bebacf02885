//! Adding events with the passages that they rest on.

use proof_model::{Account, Citation, Event, EventStatus, Stance, When};
use proof_store::{EventRecord, Tx};

use crate::{Changed, Library, LibraryError, Op};

/// An event to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewEvent {
    /// Its case: an identifier, the start of one, or a name.
    pub case: String,
    /// What happened, in a line.
    pub title: String,
    /// A short free word.
    pub kind: String,
    /// A word of [`EventStatus`]; reported where empty.
    pub status: String,
    /// When.
    pub when: When,
    /// The words for the date, where the passages state it in words.
    pub stated: String,
    /// The passages that it rests on.
    pub passages: Vec<Passage>,
}

/// A passage to cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The document: an identifier, the start of one, a title or a file name.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The exact words.
    pub words: String,
}

impl Library {
    /// Adds an event, with an account for each passage.
    ///
    /// # Errors
    /// Where the title is empty, the case or a document is not there, or a passage is not in its page once.
    pub fn add_event(&self, new: &NewEvent) -> Result<(EventRecord, Changed), LibraryError> {
        let title = new.title.trim().to_owned();
        if title.is_empty() {
            return Err(LibraryError::Empty("the event's title"));
        }
        let status =
            if new.status.is_empty() { EventStatus::Reported } else { EventStatus::from_word(&new.status)? };
        let op = Op::AddEvent { title: title.clone() };
        let (id, changed) = self.transact(&op, |tx| {
            let case = tx.find_case(&new.case)?.id;
            let event =
                Event { id: self.id(), case, title, kind: new.kind.clone(), when: new.when.clone(), status };
            tx.add_event(&event, &[])?;
            for passage in &new.passages {
                tx.add_account(&self.account(tx, &event, passage, &new.stated)?)?;
            }
            Ok(event.id)
        })?;
        let record = self.read::<_, LibraryError>(|read| Ok(read.find_event(&id.to_string())?))?;
        Ok((record, changed))
    }

    /// The account that a passage gives: what it reports is asserted by whoever published it.
    fn account(
        &self,
        tx: &Tx<'_>,
        event: &Event,
        passage: &Passage,
        stated: &str,
    ) -> Result<Account, LibraryError> {
        let record = tx.find_document(&passage.document)?;
        let citation: Citation = tx.cite(record.document.id, passage.page, &passage.words)?;
        let source = record.document.source;
        Ok(Account {
            id: self.id(),
            event: event.id,
            asserted_by: if source.is_empty() { record.document.title } else { source },
            stance: Stance::Reports,
            stated: stated.to_owned(),
            when: event.when.clone(),
            citation: Some(citation),
            amounts: Vec::new(),
            quantities: Vec::new(),
        })
    }
}
