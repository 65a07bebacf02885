use proof_library::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Facet;

/// The answer to a query: what is no document first, by kind; then documents, the pages of each together. Best first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchAnswer {
    /// Number of pages of documents that match, whether or not they are listed.
    pub total: u32,
    /// Number of documents, events and so on that match, whether or not they are listed.
    pub items: u32,
    /// Number of them that were added since the time that was asked for.
    pub new: u32,
    /// Time taken, in milliseconds.
    pub took_ms: f64,
    /// The listed hits.
    pub hits: Vec<Hit>,
    /// How many of each kind match, in the order in which they are listed; kinds without any are left out.
    pub kinds: Vec<KindCount>,
    /// What the answer can be narrowed down to; none where it was not asked for.
    pub facets: Option<SearchFacets>,
    /// What was taken instead of what was typed, in words; empty where that was found.
    pub instead: String,
    /// How far the index is, where it is being made anew: the answer may lack what is not in it yet.
    pub building: Option<Building>,
}

/// How many of a kind match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KindCount {
    /// The kind.
    #[ts(type = "ItemKind")]
    pub kind: Kind,
    /// How many.
    pub count: u32,
}

/// How far an index is that is being made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Building {
    /// Documents that are in it.
    pub done: u32,
    /// Documents that have to be.
    pub total: u32,
}

/// A page, or something else, that matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Hit {
    /// What it is.
    #[ts(type = "ItemKind")]
    pub kind: Kind,
    /// Its identifier: that of the document, event, account, note, party or case.
    pub item: String,
    /// What opening it shows: itself or, for an account, its event; for a note, what it is on.
    pub opens: Opens,
    /// Its title.
    pub title: String,
    /// The kind of file or event in a word.
    pub kind_words: String,
    /// The cases that it is in.
    pub cases: Vec<String>,
    /// When a document was published or an event happened, as a person writes it; empty where not known.
    pub date: String,
    /// Whether it only may match: its date is not known well enough to say.
    pub possibly: bool,
    /// Page of the file, from 1; 0 where only the title matches a document without text, and for what has no pages.
    pub page: u32,
    /// Relevance (BM25): higher is better, comparable within one answer only.
    pub score: f32,
    /// The words in their context.
    pub snippet: String,
    /// Ranges of the snippet to mark, `[start, end)` in Unicode characters.
    pub highlights: Vec<(u32, u32)>,
}

/// What opening a hit shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "view", content = "id", rename_all = "snake_case")]
pub enum Opens {
    /// A document, at the page of the hit.
    Document(String),
    /// An event, where it stands in the timeline of its case.
    Event(String),
    /// A party.
    Party(String),
    /// A case.
    Case(String),
}

/// What an answer can be narrowed down to. Each list is counted as if nothing of its own were chosen. Counts are of
/// documents, events and so on, not of pages.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchFacets {
    /// Cases.
    pub cases: Vec<Facet>,
    /// Kinds.
    pub kinds: Vec<Facet>,
    /// Types of file.
    pub types: Vec<Facet>,
    /// Tags.
    pub tags: Vec<Facet>,
    /// People and organisations.
    pub people: Vec<Facet>,
    /// Languages.
    pub languages: Vec<Facet>,
    /// Items by month, or by year where they span more than three years: the first day that is counted in each.
    pub dates: Vec<DateCount>,
    /// Items without that date.
    pub undated: u32,
}

/// A bar of a histogram.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateCount {
    /// The month or year, as EDTF: "2021-02", "2021".
    pub edtf: String,
    /// Items whose date lies within it.
    pub certain: u32,
    /// Items whose date may lie within it, and may not.
    pub possible: u32,
}
