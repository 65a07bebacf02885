//! Adding and changing events.

use proof_model::{AccountId, Amount, Event, EventId, EventStatus, Party, PartyId, PartyKind, When};
use proof_store::{EventRecord, StoreError, Tx};

use crate::{Changed, Library, LibraryError, Op, account::Passage};

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
    /// Who took part.
    pub parties: Vec<PartyChoice>,
    /// Tags.
    pub tags: Vec<String>,
    /// The passages that it rests on.
    pub passages: Vec<Passage>,
    /// The sums that the first passage states.
    pub amounts: Vec<Amount>,
}

/// Somebody who takes part: a party that there is, or a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartyChoice {
    /// An identifier, the start of one, or a name. A name that nobody bears makes a new party.
    pub key: String,
    /// A word of [`PartyKind`], of a new party; a person where empty.
    pub kind: String,
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
    /// Its case.
    pub case: Option<String>,
    /// Who took part, all of them.
    pub parties: Option<Vec<PartyChoice>>,
    /// Tags, all of them.
    pub tags: Option<Vec<String>>,
    /// Whether it bears a star.
    pub starred: Option<bool>,
}

impl EventChange {
    /// The act that this is.
    fn op(&self, title: String) -> Op {
        let only = |change: &Self| *change == *self;
        if only(&Self { when: self.when.clone(), ..Self::default() }) {
            Op::DateEvent { title }
        } else if only(&Self { starred: self.starred, ..Self::default() }) {
            Op::StarEvent { title }
        } else {
            Op::EditEvent { title }
        }
    }
}

impl Library {
    /// Adds an event, with an account for each passage.
    ///
    /// # Errors
    /// Where the title is empty, the case or a document is not there, or a passage is not in its page once.
    pub fn add_event(&self, new: &NewEvent) -> Result<(EventRecord, Changed), LibraryError> {
        let op = Op::AddEvent { title: named(&new.title, "the event's title")? };
        let (id, changed) = self.transact(&op, |tx| self.add_event_in(tx, new))?;
        Ok((self.event(&id.to_string())?, changed))
    }

    pub(crate) fn add_event_in(&self, tx: &Tx<'_>, new: &NewEvent) -> Result<EventId, LibraryError> {
        let status =
            if new.status.is_empty() { EventStatus::Reported } else { EventStatus::from_word(&new.status)? };
        let event = Event {
            id: self.id(),
            case: tx.find_case(&new.case)?.id,
            title: named(&new.title, "the event's title")?,
            kind: new.kind.trim().to_owned(),
            when: new.when.clone(),
            status,
        };
        tx.add_event(&event, &self.choose_parties(tx, &new.parties)?)?;
        tx.set_tags(event.id, &tidy_tags(&new.tags))?;
        for (at, passage) in new.passages.iter().enumerate() {
            let mut account = self.account_of(tx, event.id, Some(passage))?;
            account.when = event.when.clone();
            account.stated.clone_from(&new.stated);
            if at == 0 {
                account.amounts.clone_from(&new.amounts);
            }
            tx.add_account(&account)?;
        }
        Ok(event.id)
    }

    /// Changes what an event says of itself. Its accounts stay what they are; a new date follows none of them.
    ///
    /// # Errors
    /// Where there is no such event, or a value cannot be used.
    pub fn edit_event(
        &self,
        key: &str,
        change: &EventChange,
    ) -> Result<(EventRecord, Changed), LibraryError> {
        let event = self.event(key)?.event;
        let op = change.op(event.title.clone());
        let id = event.id.to_string();
        let ((), changed) = self.transact(&op, |tx| self.edit_event_in(tx, &event, change))?;
        Ok((self.event(&id)?, changed))
    }

    pub(crate) fn edit_event_in(
        &self,
        tx: &Tx<'_>,
        before: &Event,
        change: &EventChange,
    ) -> Result<(), LibraryError> {
        let mut event = before.clone();
        if let Some(title) = &change.title {
            event.title = named(title, "the event's title")?;
        }
        if let Some(status) = &change.status {
            event.status = EventStatus::from_word(status)?;
        }
        if let Some(kind) = &change.kind {
            kind.trim().clone_into(&mut event.kind);
        }
        if let Some(case) = &change.case {
            event.case = tx.find_case(case)?.id;
        }
        if let Some(when) = &change.when {
            event.when = when.clone();
        }
        if event.when != before.when {
            tx.set_follows(event.id, None)?;
        }
        if event.when != before.when || event.case != before.case {
            tx.clear_order(event.id)?;
        }
        if event != *before {
            tx.update_event(&event)?;
        }
        if let Some(parties) = &change.parties {
            tx.set_event_parties(event.id, &self.choose_parties(tx, parties)?)?;
        }
        if let Some(tags) = &change.tags {
            tx.set_tags(event.id, &tidy_tags(tags))?;
        }
        if let Some(starred) = change.starred {
            tx.set_star(event.id, starred)?;
        }
        Ok(())
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

    /// Makes events that are one into one: the accounts, people, tags and notes of `from` go over to `into`.
    ///
    /// # Errors
    /// Where an event is not there, or is to be merged into itself.
    pub fn merge_events(&self, into: &str, from: &[String]) -> Result<(EventRecord, Changed), LibraryError> {
        let into = self.event(into)?.event;
        let from =
            from.iter().map(|key| Ok(self.event(key)?.event.id)).collect::<Result<Vec<_>, LibraryError>>()?;
        if from.is_empty() || from.contains(&into.id) {
            return Err(LibraryError::Refused(
                "an event can be merged only with other events: name them".to_owned(),
            ));
        }
        let op = Op::MergeEvents { title: into.title };
        let ((), changed) =
            self.transact(&op, |tx| Ok(from.iter().try_for_each(|from| tx.merge_event(*from, into.id))?))?;
        Ok((self.event(&into.id.to_string())?, changed))
    }

    /// Makes an event that is two into two, and gives the new one: with some of the accounts, the same people and tags,
    /// and a date of its own; that of the first account that goes over where none is given.
    ///
    /// # Errors
    /// Where no account goes over or an account is not the event's, or the title is empty.
    pub fn split_event(
        &self,
        key: &str,
        title: &str,
        accounts: &[String],
        when: Option<When>,
    ) -> Result<(EventRecord, Changed), LibraryError> {
        let record = self.event(key)?;
        let title = named(title, "the new event's title")?;
        let moving = chosen_accounts(&record, accounts)?;
        let stated = record.accounts.iter().filter(|each| moving.contains(&each.account.id));
        let dated = stated.map(|each| &each.account.when).find(|when| !when.is_undated()).cloned();
        let event =
            Event { id: self.id(), title, when: when.or(dated).unwrap_or_default(), ..record.event.clone() };
        let parties: Vec<PartyId> = record.parties.iter().map(|party| party.id).collect();
        let op = Op::SplitEvent { title: record.event.title };
        let ((), changed) = self.transact(&op, |tx| {
            tx.add_event(&event, &parties)?;
            tx.set_tags(event.id, &record.tags)?;
            Ok(moving.iter().try_for_each(|account| tx.move_account(*account, event.id))?)
        })?;
        Ok((self.event(&event.id.to_string())?, changed))
    }

    /// Moves an event by some places among those of its case that bear the same date.
    ///
    /// # Errors
    /// Where it stands at the end already, or no other event has its date.
    pub fn move_event(&self, key: &str, by: i32) -> Result<(EventRecord, Changed), LibraryError> {
        let event = self.event(key)?.event;
        let mut order = self.read::<_, LibraryError>(|read| Ok(read.events_of_same_date(event.id)?))?;
        let at = order.iter().position(|id| *id == event.id).unwrap_or(0);
        let to = at.saturating_add_signed(by.try_into().unwrap_or(0)).min(order.len().saturating_sub(1));
        if at == to {
            let why = if order.len() < 2 {
                "no other event of this case has this date: give it another date to move it further"
            } else {
                "it is at the end of the events of its date: give it another date to move it further"
            };
            return Err(LibraryError::Refused(why.to_owned()));
        }
        let moved = order.remove(at);
        order.insert(to, moved);
        let op = Op::MoveEvent { title: event.title };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.set_order(&order)?))?;
        Ok((self.event(&event.id.to_string())?, changed))
    }

    /// Lets an event's date follow one of its accounts, with the reason; with none, the date stays and follows nothing.
    ///
    /// # Errors
    /// Where the account is not the event's, or states no date.
    pub fn follow_account(
        &self,
        key: &str,
        account: Option<&str>,
        reason: &str,
    ) -> Result<(EventRecord, Changed), LibraryError> {
        let record = self.event(key)?;
        let mut event = record.event.clone();
        let op = Op::FollowAccount { title: event.title.clone() };
        let chosen = match account {
            Some(account) => {
                let id = chosen_accounts(&record, &[account.to_owned()])?.first().copied();
                let followed = record.accounts.iter().find(|each| Some(each.account.id) == id);
                Some(&followed.ok_or_else(|| not_its_own(account))?.account)
            }
            None => None,
        };
        if let Some(account) = chosen {
            if account.when.is_undated() {
                return Err(LibraryError::Refused(
                    "this account states no date that could be followed".to_owned(),
                ));
            }
            event.when = account.when.clone();
        }
        let ((), changed) = self.transact(&op, |tx| {
            if event.when != record.event.when {
                tx.clear_order(event.id)?;
                tx.update_event(&event)?;
            }
            Ok(tx.set_follows(event.id, chosen.map(|account| (account.id, reason.trim())))?)
        })?;
        Ok((self.event(&event.id.to_string())?, changed))
    }

    /// An event with its accounts.
    pub(crate) fn event(&self, key: &str) -> Result<EventRecord, LibraryError> {
        self.read(|read| Ok(read.find_event(key)?))
    }

    /// The parties that are chosen; those that nobody is yet are made.
    fn choose_parties(&self, tx: &Tx<'_>, choices: &[PartyChoice]) -> Result<Vec<PartyId>, LibraryError> {
        let choose = |choice: &PartyChoice| match tx.find_party(&choice.key) {
            Ok(party) => Ok(party.id),
            Err(StoreError::NotFound { .. }) => {
                let kind = if choice.kind.is_empty() {
                    PartyKind::Person
                } else {
                    PartyKind::from_word(&choice.kind)?
                };
                let party = Party { id: self.id(), name: named(&choice.key, "a name")?, kind };
                tx.add_party(&party)?;
                Ok(party.id)
            }
            Err(error) => Err(error.into()),
        };
        choices.iter().map(choose).collect()
    }
}

fn chosen_accounts(record: &EventRecord, chosen: &[String]) -> Result<Vec<AccountId>, LibraryError> {
    if chosen.is_empty() {
        return Err(LibraryError::Refused("choose the accounts that go over to the new event".to_owned()));
    }
    let own = |key: &String| {
        let found = record.accounts.iter().find(|each| each.account.id.to_string() == *key);
        found.map(|each| each.account.id).ok_or_else(|| not_its_own(key))
    };
    chosen.iter().map(own).collect()
}

fn not_its_own(account: &str) -> LibraryError {
    LibraryError::Refused(format!("“{account}” is no account of this event"))
}

/// Tags without white space around them, each once, in order.
pub(crate) fn tidy_tags(tags: &[String]) -> Vec<String> {
    let mut tidy: Vec<String> =
        tags.iter().map(|tag| tag.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    tidy.retain(|tag| !tag.is_empty());
    tidy.sort();
    tidy.dedup();
    tidy
}

/// A name without white space around it.
///
/// # Errors
/// [`LibraryError::Empty`] where nothing is left.
pub(crate) fn named(text: &str, what: &'static str) -> Result<String, LibraryError> {
    let name = text.trim();
    if name.is_empty() { Err(LibraryError::Empty(what)) } else { Ok(name.to_owned()) }
}
