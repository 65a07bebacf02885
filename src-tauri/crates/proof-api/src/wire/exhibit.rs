use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::NumberRow;

/// How the exhibits of somebody in a case are marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchemeRow {
    /// Identifier.
    pub scheme: String,
    /// Its case.
    pub case: String,
    /// What stands before the number.
    pub prefix: String,
    /// The first mark as it is written: "PX-001".
    pub first: String,
    /// Whose exhibits they are.
    pub whose: String,
    /// How many exhibits it has.
    pub count: u32,
    /// The last mark; none where it has no exhibit yet.
    pub last: Option<String>,
    /// The mark that the next document would get.
    pub next: String,
}

/// What an act on exhibits does, document by document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExhibitPlan {
    /// The rows, in the new order; those that lose their mark last.
    pub rows: Vec<ExhibitChange>,
    /// How many marks come, go or become others.
    pub changed: u32,
}

/// What becomes of a document's mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExhibitChange {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// Its mark before; none where it had none.
    pub before: Option<String>,
    /// Its mark after; none where it loses it.
    pub after: Option<String>,
}

/// A production.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProductionRow {
    /// Identifier.
    pub production: String,
    /// Its case.
    pub case: String,
    /// Name.
    pub name: String,
    /// The first Bates number as it is written.
    pub first: String,
    /// The last.
    pub last: String,
    /// How many documents.
    pub documents: u32,
    /// How many pages.
    pub pages: u32,
    /// When it was made, RFC 3339.
    pub made_at: String,
}

/// A production's documents, each with its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProductionPlan {
    /// The first Bates number as it is written.
    pub first: String,
    /// The last.
    pub last: String,
    /// How many pages.
    pub pages: u32,
    /// The documents in their order.
    pub rows: Vec<ProducedRow>,
}

/// A document of a production.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProducedRow {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// How many pages it has: one where it has none of its own.
    pub pages: u32,
    /// The Bates number of its first page.
    pub first: String,
    /// The Bates number of its last page.
    pub last: String,
}

/// Under which numbers a document, or a page of it, is known or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConcordanceRow {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// Its exhibit marks: today's first, then earlier ones, the newest first. For an earlier numbering, that one's alone.
    pub marks: Vec<NumberRow>,
    /// Its Bates numbers, in the same order; of the page alone where there is one.
    pub bates: Vec<NumberRow>,
    /// Page of the file, from 1; none where the document as a whole was asked for.
    pub page: Option<u32>,
    /// The label that is printed on that page.
    pub label: Option<String>,
    /// In words, where what was asked for is an earlier number: "PX-004 until 3 March 2021, today PX-007".
    pub earlier: Option<String>,
}

/// An act that changed numbers, and so made another numbering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberingRow {
    /// Its line of the ledger.
    #[ts(type = "number")]
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The act, by name.
    pub act: String,
    /// How many documents bore an exhibit mark after it.
    pub exhibits: u32,
    /// How many bore Bates numbers after it.
    pub produced: u32,
    /// Whether it is today's.
    pub current: bool,
}
