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

/// What is to change of an event; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventChange {
    /// What happened, in a line.
    pub title: Option<String>,
    /// A short free word.
    pub kind: Option<String>,
    /// A word of [`EventStatus`].
    pub status: Option<String>,
    /// When.
    pub when: Option<When>,
}

/// An account to be added to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The event: an identifier, the start of one, or an exact title.
    pub event: String,
    /// The passage that it rests on.
    pub passage: Passage,
    /// Who asserts it; whoever published the document where empty.
    pub asserted_by: String,
    /// A word of [`Stance`]; reports where empty.
    pub stance: String,
    /// The date that it states; none where it states none.
    pub when: When,
    /// The words for that date.
    pub stated: String,
}

impl Library {
    /// Changes what an event says of itself. Its accounts stay what they are.
    ///
    /// # Errors
    /// Where there is no such event, or a value cannot be used.
    pub fn edit_event(&self, key: &str, change: EventChange) -> Result<(EventRecord, Changed), LibraryError> {
        let record = self.event(key)?;
        let op = Op::EditEvent { title: record.event.title.clone() };
        let mut event = record.event;
        if let Some(title) = change.title {
            event.title = named(&title, "the event's title")?;
        }
        if let Some(status) = change.status {
            event.status = EventStatus::from_word(&status)?;
        }
        event.kind = change.kind.unwrap_or(event.kind);
        event.when = change.when.unwrap_or(event.when);
        let ((), changed) = self.transact(&op, |tx| Ok(tx.update_event(&event)?))?;
        Ok((self.event(&event.id.to_string())?, changed))
    }

    /// Takes an event away, with its accounts. Undo brings all of it back.
    ///
    /// # Errors
    /// Where there is no such event.
    pub fn remove_event(&self, key: &str) -> Result<Changed, LibraryError> {
        let event = self.event(key)?.event;
        let op = Op::RemoveEvent { title: event.title };
        Ok(self.transact(&op, |tx| Ok(tx.remove_event(event.id)?))?.1)
    }

    /// Adds an account to an event.
    ///
    /// # Errors
    /// Where the event or the document is not there, or the passage is not in its page once.
    pub fn add_account(&self, new: &NewAccount) -> Result<(EventRecord, Changed), LibraryError> {
        let event = self.event(&new.event)?.event;
        let op = Op::AddAccount { title: event.title.clone() };
        let ((), changed) = self.transact(&op, |tx| {
            let mut account = self.account(tx, &event, &new.passage, &new.stated)?;
            account.when = new.when.clone();
            if !new.asserted_by.is_empty() {
                account.asserted_by.clone_from(&new.asserted_by);
            }
            if !new.stance.is_empty() {
                account.stance = Stance::from_word(&new.stance)?;
            }
            Ok(tx.add_account(&account)?)
        })?;
        Ok((self.event(&event.id.to_string())?, changed))
    }

    /// Takes an account away, by its identifier. Undo brings it back.
    ///
    /// # Errors
    /// Where there is no such account.
    pub fn remove_account(&self, account: &str) -> Result<Changed, LibraryError> {
        Ok(self.transact(&Op::RemoveAccount, |tx| Ok(tx.remove_account(account)?))?.1)
    }

    /// An event with its accounts.
    fn event(&self, key: &str) -> Result<EventRecord, LibraryError> {
        self.read(|read| Ok(read.find_event(key)?))
    }

    /// Adds an event, with an account for each passage.
    ///
    /// # Errors
    /// Where the title is empty, the case or a document is not there, or a passage is not in its page once.
    pub fn add_event(&self, new: &NewEvent) -> Result<(EventRecord, Changed), LibraryError> {
        let title = named(&new.title, "the event's title")?;
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
        Ok((self.event(&id.to_string())?, changed))
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

/// A name without white space around it.
///
/// # Errors
/// [`LibraryError::Empty`] where nothing is left.
pub(crate) fn named(text: &str, what: &'static str) -> Result<String, LibraryError> {
    let name = text.trim();
    if name.is_empty() { Err(LibraryError::Empty(what)) } else { Ok(name.to_owned()) }
}
