//! Adding and changing accounts: one source's version of an event each.

use proof_model::{Account, Amount, EventId, Stance, When};
use proof_store::{EventRecord, Sought, Tx};

use crate::{Changed, Library, LibraryError, Op, event::named};

/// A passage to cite.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The document: an identifier, the start of one, a title or a file name.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The exact words.
    pub words: String,
    /// The words right before them, where those tell which of several places is meant.
    pub before: String,
    /// The words right after them.
    pub after: String,
    /// Whether they are as somebody saw them on the drawn page.
    pub seen: bool,
}

impl Passage {
    pub(crate) fn sought(&self) -> Sought<'_> {
        Sought { words: &self.words, before: &self.before, after: &self.after, seen: self.seen }
    }
}

/// An account to be added to an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewAccount {
    /// The event: an identifier, the start of one, or an exact title.
    pub event: String,
    /// The passage that it rests on; without one it rests on nothing.
    pub passage: Option<Passage>,
    /// Who asserts it; whoever published the document where empty.
    pub asserted_by: String,
    /// A word of [`Stance`]; reports where empty.
    pub stance: String,
    /// The date that it states; none where it states none.
    pub when: When,
    /// The words for that date.
    pub stated: String,
    /// The sums that it states.
    pub amounts: Vec<Amount>,
    /// Numbers of people or things, in the source's words.
    pub quantities: Vec<String>,
}

/// What is to change of an account; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountChange {
    /// Who asserts it.
    pub asserted_by: Option<String>,
    /// A word of [`Stance`].
    pub stance: Option<String>,
    /// The date that it states, and the words for it.
    pub date: Option<(When, String)>,
    /// The sums that it states, all of them.
    pub amounts: Option<Vec<Amount>>,
    /// Numbers of people or things, all of them.
    pub quantities: Option<Vec<String>>,
}

impl Library {
    /// Adds an account to an event.
    ///
    /// # Errors
    /// Where the event or the document is not there, or the passage is not in its page once.
    pub fn add_account(&self, new: &NewAccount) -> Result<(EventRecord, Changed), LibraryError> {
        let event = self.event(&new.event)?.event;
        let op = Op::AddAccount { title: event.title };
        let ((), changed) = self.transact(&op, |tx| self.add_account_in(tx, event.id, new))?;
        Ok((self.event(&event.id.to_string())?, changed))
    }

    pub(crate) fn add_account_in(
        &self,
        tx: &Tx<'_>,
        event: EventId,
        new: &NewAccount,
    ) -> Result<(), LibraryError> {
        let mut account = self.account_of(tx, event, new.passage.as_ref())?;
        account.when = new.when.clone();
        account.stated.clone_from(&new.stated);
        account.amounts.clone_from(&new.amounts);
        account.quantities = tidy(&new.quantities);
        if !new.asserted_by.is_empty() || new.passage.is_none() {
            account.asserted_by = named(&new.asserted_by, "who asserts it")?;
        }
        if !new.stance.is_empty() {
            account.stance = Stance::from_word(&new.stance)?;
        }
        Ok(tx.add_account(&account)?)
    }

    /// Changes an account; an event whose date follows it goes with it.
    ///
    /// # Errors
    /// Where there is no such account, or a value cannot be used.
    pub fn edit_account(
        &self,
        id: &str,
        change: &AccountChange,
    ) -> Result<(EventRecord, Changed), LibraryError> {
        let account = self.read::<_, LibraryError>(|read| Ok(read.account(id)?))?.account;
        let event = account.event.to_string();
        let op = Op::EditAccount { name: account.asserted_by.clone() };
        let ((), changed) = self.transact(&op, |tx| edit_account_in(tx, &account, change))?;
        Ok((self.event(&event)?, changed))
    }

    /// Takes an account away, by its identifier. Undo brings it back.
    ///
    /// # Errors
    /// Where there is no such account.
    pub fn remove_account(&self, id: &str) -> Result<Changed, LibraryError> {
        let account = self.read::<_, LibraryError>(|read| Ok(read.account(id)?))?.account;
        let op = Op::RemoveAccount { name: account.asserted_by };
        Ok(self.transact(&op, |tx| Ok(tx.remove_account(id)?))?.1)
    }

    /// The account that a passage gives: what it reports is asserted by whoever published it.
    pub(crate) fn account_of(
        &self,
        tx: &Tx<'_>,
        event: EventId,
        passage: Option<&Passage>,
    ) -> Result<Account, LibraryError> {
        let mut account = Account {
            id: self.id(),
            event,
            asserted_by: String::new(),
            stance: Stance::Reports,
            stated: String::new(),
            when: When::UNDATED,
            citation: None,
            amounts: Vec::new(),
            quantities: Vec::new(),
        };
        if let Some(passage) = passage {
            let document = tx.find_document(&passage.document)?.document;
            account.citation = Some(tx.cite(document.id, passage.page, passage.sought())?);
            account.asserted_by = if document.source.is_empty() { document.title } else { document.source };
        }
        Ok(account)
    }
}

pub(crate) fn edit_account_in(
    tx: &Tx<'_>,
    before: &Account,
    change: &AccountChange,
) -> Result<(), LibraryError> {
    let mut account = before.clone();
    if let Some(name) = &change.asserted_by {
        account.asserted_by = named(name, "who asserts it")?;
    }
    if let Some(stance) = &change.stance {
        account.stance = Stance::from_word(stance)?;
    }
    if let Some((when, stated)) = &change.date {
        account.when = when.clone();
        account.stated.clone_from(stated);
    }
    if let Some(amounts) = &change.amounts {
        account.amounts.clone_from(amounts);
    }
    if let Some(quantities) = &change.quantities {
        account.quantities = tidy(quantities);
    }
    if account == *before {
        return Ok(());
    }
    tx.update_account(&account)?;
    follow(tx, &account)
}

/// Brings the event along whose date follows an account. One that states no date any more is followed no longer.
fn follow(tx: &Tx<'_>, account: &Account) -> Result<(), LibraryError> {
    let Some(record) = tx.event(account.event)? else { return Ok(()) };
    let follows = record.follows.is_some_and(|(followed, _)| followed == account.id);
    if !follows || record.event.when == account.when {
        return Ok(());
    }
    if account.when.is_undated() {
        return Ok(tx.set_follows(account.event, None)?);
    }
    tx.clear_order(account.event)?;
    Ok(tx.update_event(&proof_model::Event { when: account.when.clone(), ..record.event })?)
}

fn tidy(words: &[String]) -> Vec<String> {
    words.iter().map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()).collect()
}
