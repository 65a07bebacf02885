//! What results can be narrowed down to, and how many there are of each.

use proof_model::DateKind;

use crate::entry::Kind;

/// What an item has to be: of each list that is not empty, one of its values. Values are those that [`Facets`] shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Ids of cases.
    pub cases: Vec<String>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Media types.
    pub types: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Names of people.
    pub people: Vec<String>,
    /// Languages of pages, as BCP 47 has them: `en`, `nl`; `und` where unknown.
    pub languages: Vec<String>,
    /// A date that may lie between these days, both included; see [`crate::Days`] for how they are counted.
    pub dates: Option<(DateKind, i32, i32)>,
}

/// A value and the number of items that have it, the most first.
pub type Counts = Vec<(String, usize)>;

/// What results can be narrowed down to. Each list is counted as if its own filter were not set, so that a second value
/// can be chosen beside the first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facets {
    /// Ids of cases.
    pub cases: Counts,
    /// Names of kinds.
    pub kinds: Counts,
    /// Media types.
    pub types: Counts,
    /// Tags.
    pub tags: Counts,
    /// Names of people, the hundred most.
    pub people: Counts,
    /// Languages of pages.
    pub languages: Counts,
    /// Items by month of the date asked for.
    pub dates: Vec<MonthCount>,
    /// Items without that date.
    pub undated: usize,
}

/// The items of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCount {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// Items whose date lies within the month.
    pub certain: usize,
    /// Items whose date may lie within the month, and may not. One dated "2021" is counted in each of the twelve; one
    /// that may mean more than ten years, in none.
    pub possible: usize,
}

/// What was taken instead of what was typed, where nothing holds that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instead {
    /// Words that no page has, each with those that were taken for it.
    Spelling(Vec<(String, Vec<String>)>),
    /// Pages that hold most of the words, since none holds all.
    MostWords,
}
