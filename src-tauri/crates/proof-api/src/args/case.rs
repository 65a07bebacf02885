use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new case.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CaseArgs {
    /// Name.
    pub name: String,
    /// `litigation`, `regulatory_action`, `government_action` or `investigation`; the first where empty.
    pub kind: String,
    /// Court or body.
    pub forum: String,
    /// Docket numbers.
    pub dockets: Vec<String>,
    /// Where it stands, in a word or two.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub status: String,
    /// One or two sentences.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub summary: String,
}

/// What is to change of a case; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CaseEditArgs {
    /// The case.
    pub case: String,
    /// Name.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// `litigation`, `regulatory_action`, `government_action` or `investigation`.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// Court or body.
    #[serde(default)]
    #[ts(optional)]
    pub forum: Option<String>,
    /// Docket numbers, all of them.
    #[serde(default)]
    #[ts(optional)]
    pub dockets: Option<Vec<String>>,
    /// Where it stands, in a word or two.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<String>,
    /// One or two sentences.
    #[serde(default)]
    #[ts(optional)]
    pub summary: Option<String>,
}

/// One case's relation to another.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RelationArgs {
    /// The case that is related.
    pub from: String,
    /// `waits_on`, `follows`, `consolidated_into` or `appeals`.
    pub kind: String,
    /// The case that it is related to.
    pub to: String,
    /// Why, in a few words.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// A relation that there is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RelationRef {
    /// The case that is related.
    pub from: String,
    /// `waits_on`, `follows`, `consolidated_into` or `appeals`.
    pub kind: String,
    /// The case that it is related to.
    pub to: String,
}

/// All cases or one: an identifier, the start of one, or a name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CaseFilter {
    /// The case, or none for all.
    pub case: Option<String>,
}
