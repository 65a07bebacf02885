use proof_model::{CaseKind, RelationKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateView, Due};

/// A case, with what a list of cases shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseRow {
    /// Identifier.
    pub case: String,
    /// Name, unique in its library.
    pub name: String,
    /// What sort of proceeding it is.
    #[ts(type = "CaseKind")]
    pub kind: CaseKind,
    /// The kind as a person writes it: "regulatory action".
    pub kind_words: String,
    /// Court or body, empty where not known.
    pub forum: String,
    /// Docket numbers, as written.
    pub dockets: Vec<String>,
    /// Where it stands, in a word or two.
    pub status: String,
    /// One or two sentences.
    pub summary: String,
    /// Which of the eight case colours marks it, from 0.
    pub colour: u8,
    /// Number of events.
    pub events: u32,
    /// Number of documents.
    pub documents: u32,
    /// How many of them somebody has read through.
    pub reviewed: u32,
    /// The next scheduled event, where there is one.
    pub next: Option<NextEvent>,
    /// How it stands to other cases.
    pub relations: Vec<RelationRow>,
}

/// A scheduled event that is still to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextEvent {
    /// The event.
    pub event: String,
    /// Its title.
    pub title: String,
    /// When it is due.
    pub date: DateView,
    /// How near it is.
    pub due: Due,
}

/// One case's relation to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RelationRow {
    /// `waits_on`, `follows`, `consolidated_into` or `appeals`.
    #[ts(type = "RelationKind")]
    pub kind: RelationKind,
    /// The relation as a person writes it: "waits on".
    pub kind_words: String,
    /// The other case.
    pub to: String,
    /// Its name.
    pub to_name: String,
    /// Why, where it was noted.
    pub note: String,
}
