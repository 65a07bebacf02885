use clap::{Args, Subcommand};
use proof_api::{EventArgs, EventEditArgs, SplitArgs};

use super::{FilterOptions, account::CiteEvent, some};
use crate::{failure::Failure, notation};

/// What to do with events.
#[derive(Debug, Subcommand)]
pub enum EventCommand {
    /// Add an event.
    Add(AddEvent),
    /// Change what an event says of itself. Its accounts stay what they are.
    Edit(EditEvent),
    /// Take an event away, with its accounts. Undo brings it back.
    Remove {
        /// The event.
        event: String,
    },
    /// Make events that are one into one: the accounts, people, tags and notes of FROM go over to INTO.
    Merge {
        /// The event that stays, with its title, date, kind and status.
        into: String,
        /// An event that goes.
        #[arg(required = true)]
        from: Vec<String>,
    },
    /// Make an event that is two into two, and show the new one.
    Split(SplitEvent),
    /// Move an event among those of its case that bear the same date.
    Move {
        /// The event.
        event: String,
        /// By how many places: -1 is one earlier, 1 one later.
        #[arg(long, value_name = "N", allow_negative_numbers = true)]
        by: i32,
    },
    /// Let an event's date follow one of its accounts.
    Follow {
        /// The event.
        event: String,
        /// The account, by its identifier.
        account: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Let an event's date follow no account any more. It stays what it is.
    Unfollow {
        /// The event.
        event: String,
    },
    /// Add an account to an event: another source's version of it.
    Cite(CiteEvent),
    /// Take an account away, by its identifier. Undo brings it back.
    Uncite {
        /// The account.
        account: String,
    },
    /// List the events.
    List(FilterOptions),
    /// List what events can be filtered by, each value with how many events have it.
    Facets(super::CaseOption),
    /// Show an event with its accounts.
    Show {
        /// The event.
        event: String,
        /// As it was known on this day: only with the accounts that were published by then.
        #[arg(long, value_name = "DAY")]
        known_on: Option<String>,
    },
}

/// A new event.
#[derive(Debug, Args)]
pub struct AddEvent {
    /// Its case.
    #[arg(long)]
    case: String,
    /// What happened, in a line.
    #[arg(long)]
    title: String,
    /// When: as people write it, or EDTF. Leave it out where it is not known.
    #[arg(long, default_value = "")]
    date: String,
    /// The source's own day, against which words like “Tuesday” are read: 2021-04-20.
    #[arg(long, value_name = "DAY", default_value = "")]
    reference: String,
    /// A short word: filing, hearing, fine.
    #[arg(long, default_value = "")]
    kind: String,
    /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
    #[arg(long, default_value = "reported")]
    status: String,
    /// Somebody who took part; a name that nobody bears makes a new person, `organisation` or `class`. May be given
    /// more than once.
    #[arg(long = "person", value_name = "NAME[:KIND]")]
    people: Vec<String>,
    /// A tag; may be given more than once.
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// A passage that it rests on; may be given more than once.
    #[arg(long = "cite", value_name = "DOC:PAGE:quote")]
    cites: Vec<String>,
    /// A sum that the first passage states; may be given more than once.
    #[arg(long = "amount", value_name = notation::SUM, requires = "cites")]
    amounts: Vec<String>,
}

impl AddEvent {
    /// As the handler takes it.
    pub fn args(&self) -> Result<EventArgs, Failure> {
        Ok(EventArgs {
            case: self.case.clone(),
            title: self.title.clone(),
            kind: self.kind.clone(),
            status: self.status.clone(),
            date: self.date.clone(),
            reference: self.reference.clone(),
            parties: notation::people(&self.people)?,
            tags: self.tags.clone(),
            cites: self.cites.iter().map(|text| notation::cite(text)).collect::<Result<_, _>>()?,
            amounts: notation::amounts(&self.amounts)?,
        })
    }
}

/// What is to change of an event.
#[derive(Debug, Args)]
pub struct EditEvent {
    /// The event.
    event: String,
    /// What happened, in a line.
    #[arg(long)]
    title: Option<String>,
    /// When; empty for undated.
    #[arg(long)]
    date: Option<String>,
    /// The source's own day, against which words like “Tuesday” are read.
    #[arg(long, value_name = "DAY", default_value = "")]
    reference: String,
    /// A short word: filing, hearing, fine.
    #[arg(long)]
    kind: Option<String>,
    /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
    #[arg(long)]
    status: Option<String>,
    /// The case that it belongs to.
    #[arg(long)]
    case: Option<String>,
    /// Somebody who took part, in place of all; may be given more than once; empty for nobody.
    #[arg(long = "person", value_name = "NAME[:KIND]")]
    people: Vec<String>,
    /// A tag, in place of all; may be given more than once; empty for none.
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// Give it a star.
    #[arg(long, conflicts_with = "unstar")]
    star: bool,
    /// Take its star away.
    #[arg(long)]
    unstar: bool,
}

impl EditEvent {
    /// As the handler takes it.
    pub fn args(&self) -> Result<EventEditArgs, Failure> {
        Ok(EventEditArgs {
            event: self.event.clone(),
            title: self.title.clone(),
            kind: self.kind.clone(),
            status: self.status.clone(),
            date: self.date.clone(),
            reference: self.reference.clone(),
            case: self.case.clone(),
            parties: some(&self.people).map(|people| notation::people(&people)).transpose()?,
            tags: some(&self.tags),
            starred: (self.star || self.unstar).then_some(self.star),
        })
    }
}

/// What goes over to a new event.
#[derive(Debug, Args)]
pub struct SplitEvent {
    /// The event.
    event: String,
    /// An account that goes over to the new event, by its identifier; may be given more than once.
    #[arg(long = "account", required = true)]
    accounts: Vec<String>,
    /// What happened in the new event, in a line.
    #[arg(long)]
    title: String,
    /// The new event's date; that of the first account that goes over where left out.
    #[arg(long)]
    date: Option<String>,
    /// The source's own day, against which words like “Tuesday” are read.
    #[arg(long, value_name = "DAY", default_value = "")]
    reference: String,
}

impl SplitEvent {
    /// As the handler takes it.
    pub fn args(&self) -> SplitArgs {
        SplitArgs {
            event: self.event.clone(),
            accounts: self.accounts.clone(),
            title: self.title.clone(),
            date: self.date.clone(),
            reference: self.reference.clone(),
        }
    }
}
