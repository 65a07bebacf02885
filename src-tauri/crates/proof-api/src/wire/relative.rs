use proof_model::Outcome;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a document lies inside, what lies beside it there, and what lies inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Relatives {
    /// The document.
    pub document: String,
    /// What it lies inside, the outermost first: an archive, an e-mail in it.
    pub around: Vec<RelativeRow>,
    /// What lies where it lies, itself among it, as far as it is near it; none where it lies inside nothing.
    pub beside: Option<RelativesPart>,
    /// What lies directly inside it, the first of it.
    pub inside: RelativesPart,
}

/// A part of what lies directly inside a document, by title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RelativesPart {
    /// How many documents lie there in all.
    pub total: u32,
    /// The place among them of the first one that is given, from 0.
    pub from: u32,
    /// Those that are given: at most 50.
    pub rows: Vec<RelativeRow>,
}

/// A document as its relatives are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RelativeRow {
    /// Identifier.
    pub document: String,
    /// Title.
    pub title: String,
    /// The kind in a word: "PDF", "e-mail".
    pub kind_words: String,
    /// How reading it ended.
    #[ts(type = "Outcome")]
    pub outcome: Outcome,
    /// How many documents lie directly inside it.
    pub inside: u32,
}
