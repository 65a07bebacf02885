use proof_model::EventStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateView, PartyRef, Support};
use crate::args::EventFilter;

/// The events of a timeline, in the order of their dates; those of one date in the order given by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Timeline {
    /// The events.
    pub rows: Vec<TimelineRow>,
    /// Everybody whom a row names.
    pub parties: Vec<PartyRef>,
    /// What was left out, where the timeline is shown as known on a day.
    pub known: Option<Known>,
}

/// An event as a line of a timeline. `event_show` has its accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineRow {
    /// Identifier.
    pub event: String,
    /// Its case.
    pub case: String,
    /// What happened, in a line.
    pub title: String,
    /// Filing, hearing, fine, …: a short free word.
    pub kind: String,
    /// How firmly it stands.
    #[ts(type = "EventStatus")]
    pub status: EventStatus,
    /// When.
    pub date: DateView,
    /// Who took part, by identifier.
    pub parties: Vec<String>,
    /// Its tags, in order.
    pub tags: Vec<String>,
    /// Whether it bears a star.
    pub starred: bool,
    /// What it rests on.
    pub support: Support,
    /// Whether its accounts contradict each other.
    pub in_conflict: bool,
    /// How near it is, where it is scheduled.
    pub due: Option<Due>,
}

/// How near a scheduled event is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// The judgement.
    pub standing: DueStanding,
    /// The judgement in words: "overdue since 5 May 2021", "in 3 days", "may be due from 1 May 2021".
    pub words: String,
}

/// How near a scheduled event is. An uncertain date warns from its earliest day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueStanding {
    /// Its latest day is past.
    Overdue,
    /// Its earliest day is past or today, its latest is not.
    MayBeDue,
    /// It is today.
    Today,
    /// It is to come.
    Ahead,
    /// It has no date.
    Undated,
}

/// A scheduled event, with its case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueRow {
    /// The event.
    pub event: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: String,
    /// Its case.
    pub case: String,
    /// The case's name.
    pub case_name: String,
    /// When.
    pub date: DateView,
    /// How near it is.
    pub due: Due,
}

/// What a timeline as known on a day leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Known {
    /// The day, ISO 8601.
    pub day: String,
    /// Accounts that were published later, or may have been.
    pub later: u32,
    /// Accounts whose day of publication is not known at all.
    pub undated: u32,
    /// What changed since, in the order in which it was published.
    pub since: Vec<SinceRow>,
}

/// An event that the accounts published since have changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SinceRow {
    /// The event.
    pub event: String,
    /// Its title.
    pub title: String,
    /// Its case.
    pub case: String,
    /// The case's name.
    pub case_name: String,
    /// When the first of those accounts was published.
    pub published: DateView,
    /// What changed, in words: "became known", "2 more accounts", "its accounts now contradict each other".
    pub words: String,
}

/// What the events of a scope can be filtered by, with how many events each value has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Facets {
    /// Kinds.
    pub kinds: Vec<Facet>,
    /// Statuses.
    pub statuses: Vec<Facet>,
    /// Tags.
    pub tags: Vec<Facet>,
    /// Parties: the value is the identifier.
    pub parties: Vec<Facet>,
    /// Origins of accounts.
    pub origins: Vec<Facet>,
}

/// One value to filter by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Facet {
    /// The value, as a filter takes it.
    pub value: String,
    /// As it is shown.
    pub shown: String,
    /// How many events or documents have it.
    pub count: u32,
}

/// A filter that was kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewRow {
    /// Name.
    pub name: String,
    /// The filter.
    pub filter: EventFilter,
    /// Whether it comes with Proofline and cannot be changed.
    pub ready: bool,
}

/// How a written date reads, to be shown before it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateReading {
    /// The date; none where it cannot be read, or is more than one.
    pub date: Option<DateView>,
    /// What was understood, in words: "late last month, read from 20 April 2021"; empty where there is nothing to add.
    pub explanation: String,
    /// The readings to choose from: of what is more than one date all of them, of what cannot be read the nearest.
    pub choices: Vec<DateChoice>,
    /// What is the matter, where there is no date.
    pub message: String,
    /// The column, from 1, at which reading stopped.
    pub column: Option<u32>,
}

/// One reading of a written date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateChoice {
    /// The date.
    pub date: DateView,
    /// What it takes the words to say: "day first".
    pub explanation: String,
}
