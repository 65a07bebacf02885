use proof_model::{AmountKind, EventStatus, PartyKind, Scope, Stance};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Due;

/// A date as it is sent: the EDTF value, its bounds, and the words for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateView {
    /// EDTF (ISO 8601-2, levels 0 to 2), with a time of day where one is known; empty where undated.
    pub edtf: String,
    /// Earliest day it can be, ISO 8601; none where open or unknown.
    pub earliest: Option<String>,
    /// Latest day it can be, ISO 8601; none where open or unknown.
    pub latest: Option<String>,
    /// As a person would write it: "February 2021", "between 1 and 4 August 2020".
    pub display: String,
    /// What to draw.
    pub shape: Shape,
    /// Marked approximate (`~`) or uncertain (`?`) by its source.
    pub qualified: bool,
}

/// What a date is drawn as. Only [`Shape::Day`] may be a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// One known day.
    Day,
    /// One unknown moment between the bounds: a bar that fades at both ends.
    Within,
    /// It lasted from the earliest to the latest day: a bar.
    Span,
    /// No date: the tray.
    Undated,
}

/// An event of a timeline, with the accounts that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventRow {
    /// Identifier.
    pub event: String,
    /// Its case.
    pub case: String,
    /// The case's name.
    pub case_name: String,
    /// What happened, in a line.
    pub title: String,
    /// Filing, hearing, fine, …: a short free word.
    pub kind: String,
    /// How firmly it stands.
    #[ts(type = "EventStatus")]
    pub status: EventStatus,
    /// When.
    pub date: DateView,
    /// Who took part.
    pub parties: Vec<PartyRef>,
    /// What it rests on.
    pub support: Support,
    /// Its tags, in order.
    pub tags: Vec<String>,
    /// Whether it bears a star.
    pub starred: bool,
    /// The account that its date follows, where one was chosen.
    pub follows: Option<Follows>,
    /// How near it is, where it is scheduled.
    pub due: Option<Due>,
    /// In words, each point on which the accounts differ.
    pub conflicts: Vec<String>,
    /// Every source's version, oldest first.
    pub accounts: Vec<AccountRow>,
}

/// The account that an event's date follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Follows {
    /// The account.
    pub account: String,
    /// Why.
    pub reason: String,
}

/// A party, named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartyRef {
    /// Identifier.
    pub party: String,
    /// Name.
    pub name: String,
    /// `person`, `organisation` or `class`.
    #[ts(type = "PartyKind")]
    pub kind: PartyKind,
}

/// What an event rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Support {
    /// Number of documents cited.
    pub sources: u32,
    /// Number of independent origins among them: ten copies of one wire story are one.
    pub origins: u32,
    /// The judgement.
    pub level: SupportLevel,
    /// The judgement in words: "2 sources, 1 origin".
    pub words: String,
}

/// How well an event is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SupportLevel {
    /// No account cites a passage.
    Nothing,
    /// Every account only alleges it.
    Allegation,
    /// One origin.
    OneOrigin,
    /// Two or more origins.
    Several,
}

/// One source's version of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountRow {
    /// Identifier.
    pub account: String,
    /// Who asserts it.
    pub asserted_by: String,
    /// Reports, alleges, denies, confirms or rules.
    #[ts(type = "Stance")]
    pub stance: Stance,
    /// The words for the date as the source states them ("Tuesday"); empty where it states none.
    pub stated: String,
    /// The date that those words come to.
    pub date: DateView,
    /// The sums that it states.
    pub amounts: Vec<AmountRow>,
    /// Numbers of people or things that it states, in its words.
    pub quantities: Vec<String>,
    /// The document cited; none where the account has no citation.
    pub document: Option<String>,
    /// The document's title.
    pub document_title: Option<String>,
    /// When the document was published.
    pub published: DateView,
    /// Page of the file, from 1.
    pub page: Option<u32>,
    /// The exact words.
    pub quote: Option<String>,
    /// The words before them.
    pub prefix: Option<String>,
    /// The words after them.
    pub suffix: Option<String>,
    /// Whether the quote is in the page's text now, once in its context.
    pub verified: bool,
}

/// A sum of money that an account states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmountRow {
    /// Claimed, offered, settled, fined, awarded or paid.
    #[ts(type = "AmountKind")]
    pub kind: AmountKind,
    /// Lower bound, decimal; none where only words are stated.
    pub low: Option<String>,
    /// Upper bound, decimal; equal to `low` where one sum is stated.
    pub high: Option<String>,
    /// ISO 4217.
    pub currency: String,
    /// In total or per head.
    #[ts(type = "Scope")]
    pub scope: Scope,
    /// The source's own words.
    pub as_stated: String,
    /// As a person would write it: "€1,500,000,000 in total".
    pub display: String,
    /// A conversion, only as the source states one: "about 1.8 billion US dollars".
    pub converted: String,
}
