use proof_library::Kind;
use proof_model::DateKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to search for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SearchArgs {
    /// The query, in Proofline's query language.
    pub query: String,
    /// Only in this case.
    pub case: Option<String>,
    /// How many pages of documents at most; 50 where none is given.
    pub limit: Option<u32>,
    /// Documents to pass over, for the next screen.
    pub offset: u32,
    /// What was chosen from facets.
    pub filters: SearchFilters,
    /// Count what the answer can be narrowed down to, items by this date among it.
    #[ts(type = "DateKind | null")]
    pub facets: Option<DateKind>,
    /// Count what was added after this time (RFC 3339).
    pub since: Option<String>,
}

/// What an item has to be: of each list that is not empty, one of its values. The values are those of the facets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SearchFilters {
    /// Cases.
    pub cases: Vec<String>,
    /// Kinds.
    #[ts(type = "ItemKind[]")]
    pub kinds: Vec<Kind>,
    /// Types of file.
    pub types: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// People and organisations.
    pub people: Vec<String>,
    /// Languages.
    pub languages: Vec<String>,
    /// A date that may lie between two others.
    pub dates: Option<DateFilter>,
}

/// A date that may lie between two others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateFilter {
    /// Which of the four dates.
    #[ts(type = "DateKind")]
    pub date: DateKind,
    /// The first month, year or day, as EDTF; its beginning counts.
    pub from: String,
    /// The last month, year or day, as EDTF; its end counts.
    pub to: String,
}
