use proof_model::EventStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wire::SupportLevel;

/// Which events: those that pass every part that is given. A part with several values asks for any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventFilter {
    /// Only this case.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// Words that stand in the title, the kind, the date, a tag or a name, each as a part of it, in any case.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    /// Kinds: filing, hearing.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub kinds: Vec<String>,
    /// Parties: identifiers, starts of them, or names.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub parties: Vec<String>,
    /// Statuses.
    #[serde(default)]
    #[ts(optional, type = "Array<EventStatus>")]
    pub statuses: Vec<EventStatus>,
    /// Tags.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub tags: Vec<String>,
    /// May have been on or after this date, as people write it or in EDTF; undated events pass neither bound.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub from: String,
    /// May have been on or before this date.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub to: String,
    /// Origins of which at least one account comes.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub origins: Vec<String>,
    /// What they rest on: the ready view *Unsupported* asks for `nothing`, `allegation` and `one_origin`.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SupportLevel>>")]
    pub support: Vec<SupportLevel>,
    /// Only those whose accounts contradict each other.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub in_conflict: bool,
    /// Only those that bear a star.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub starred: bool,
    /// Only those that are scheduled: what is next, and what is overdue.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub next: bool,
    /// As known on this day (ISO 8601): only accounts that were published by then count.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub known_on: String,
}

/// A timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineArgs {
    /// Which events.
    pub filter: EventFilter,
    /// Of those, only these identifiers: what a window asks for after a change.
    #[serde(default)]
    #[ts(optional)]
    pub only: Option<Vec<String>>,
}

/// A filter to be kept under a name. One of the same name is replaced.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ViewArgs {
    /// Name.
    pub name: String,
    /// The filter.
    pub filter: EventFilter,
}

/// A saved view, by its name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ViewRef {
    /// The view.
    pub name: String,
}
