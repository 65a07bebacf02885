use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An event: an identifier, the start of one, or an exact title.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EventRef {
    /// The event.
    pub event: String,
    /// Show it as it was known on this day (ISO 8601): only accounts that were published by then.
    #[serde(default)]
    #[ts(optional)]
    pub known_on: Option<String>,
}

/// A new event.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EventArgs {
    /// Its case.
    pub case: String,
    /// What happened, in a line.
    pub title: String,
    /// A short word: filing, hearing, fine.
    pub kind: String,
    /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`; `reported` where empty.
    pub status: String,
    /// The date, as people write it or in EDTF; empty where there is none.
    pub date: String,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
    /// Who took part.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PartyChoice>>")]
    pub parties: Vec<PartyChoice>,
    /// Tags.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub tags: Vec<String>,
    /// The passages that it rests on.
    pub cites: Vec<CiteArgs>,
    /// The sums that the first passage states.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<AmountArgs>>")]
    pub amounts: Vec<AmountArgs>,
}

/// Somebody who takes part: a party that there is, or a new one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct PartyChoice {
    /// The party: an identifier, the start of one, or an exact name. A name that nobody bears makes a new party.
    pub party: String,
    /// `person`, `organisation` or `class`, of a new party; `person` where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub kind: String,
}

/// What is to change of an event; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EventEditArgs {
    /// The event.
    pub event: String,
    /// What happened, in a line.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
    /// A short word.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<String>,
    /// The date, as people write it or in EDTF; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub date: Option<String>,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
    /// The case that it belongs to.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// Who took part, all of them.
    #[serde(default)]
    #[ts(optional)]
    pub parties: Option<Vec<PartyChoice>>,
    /// Tags, all of them.
    #[serde(default)]
    #[ts(optional)]
    pub tags: Option<Vec<String>>,
    /// Whether it bears a star.
    #[serde(default)]
    #[ts(optional)]
    pub starred: Option<bool>,
}

/// Events that are one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct MergeArgs {
    /// The event that stays: its title, date, kind and status stay what they are.
    pub into: String,
    /// The events whose accounts, people, tags and notes go over to it; they are taken away.
    pub from: Vec<String>,
}

/// An event that is two.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SplitArgs {
    /// The event.
    pub event: String,
    /// The accounts that go over to the new event.
    pub accounts: Vec<String>,
    /// What happened in the new event, in a line.
    pub title: String,
    /// The new event's date, as people write it or in EDTF; that of the first account that goes over where left out.
    #[serde(default)]
    #[ts(optional)]
    pub date: Option<String>,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
}

/// An event's place among those of the same date.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct MoveArgs {
    /// The event.
    pub event: String,
    /// By how many places: -1 is one earlier, 1 one later.
    pub by: i32,
}

/// Which account an event's date follows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct FollowArgs {
    /// The event.
    pub event: String,
    /// The account, by its identifier; none where the date follows no account.
    pub account: Option<String>,
    /// Why.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// A date to be read.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct DateArgs {
    /// The date, as people write it or in EDTF.
    pub date: String,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
}

/// An account to be added to an event.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct AccountArgs {
    /// The event.
    pub event: String,
    /// The passage that it rests on; without one it rests on nothing, and is shown so.
    #[serde(default)]
    #[ts(optional)]
    pub cite: Option<CiteArgs>,
    /// Who asserts it; whoever published the document where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub asserted_by: String,
    /// `reports`, `alleges`, `denies`, `confirms` or `rules`; the first where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub stance: String,
    /// The date that it states, as people write it or in EDTF; empty where it states none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub date: String,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
    /// The sums that it states.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<AmountArgs>>")]
    pub amounts: Vec<AmountArgs>,
    /// Numbers of people or things that it states, in its words.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub quantities: Vec<String>,
}

/// What is to change of an account; what is left out stays. Its passage stays what it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct AccountEditArgs {
    /// The account, by its identifier.
    pub account: String,
    /// Who asserts it.
    #[serde(default)]
    #[ts(optional)]
    pub asserted_by: Option<String>,
    /// `reports`, `alleges`, `denies`, `confirms` or `rules`.
    #[serde(default)]
    #[ts(optional)]
    pub stance: Option<String>,
    /// The date that it states, as people write it or in EDTF; empty where it states none.
    #[serde(default)]
    #[ts(optional)]
    pub date: Option<String>,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
    /// The sums that it states, all of them.
    #[serde(default)]
    #[ts(optional)]
    pub amounts: Option<Vec<AmountArgs>>,
    /// Numbers of people or things that it states, in its words, all of them.
    #[serde(default)]
    #[ts(optional)]
    pub quantities: Option<Vec<String>>,
}

/// A sum that an account states.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct AmountArgs {
    /// `claimed`, `offered`, `settled`, `fined`, `awarded` or `paid`.
    pub kind: String,
    /// Lower bound, decimal; empty where only words are stated.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub low: String,
    /// Upper bound, decimal; the lower one again where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub high: String,
    /// ISO 4217.
    pub currency: String,
    /// `total` or `per_head`; the first where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub scope: String,
    /// The source's own words.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub as_stated: String,
    /// A conversion, only as the source states one.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub converted: String,
}

/// An account, by its identifier.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct AccountRef {
    /// The account.
    pub account: String,
}

/// A passage to cite.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CiteArgs {
    /// The document.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The exact words.
    pub quote: String,
    /// The words right before them, where those alone tell which of several places is meant.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub prefix: String,
    /// The words right after them.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub suffix: String,
    /// Whether the words are as somebody saw them on the drawn page: white space, hyphens at line ends and ligatures then
    /// do not count.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub seen: bool,
}
