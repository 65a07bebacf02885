use proof_model::{Colour, DateKind, Outcome, ReadFrom, Relevance};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Facet;

/// A part of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Register {
    /// How many documents pass the filter.
    pub total: u32,
    /// How many of those are reviewed.
    pub reviewed: u32,
    /// The rows that were asked for.
    pub rows: Vec<RegisterRow>,
}

/// A document as a register shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterRow {
    /// Identifier.
    pub document: String,
    /// Title.
    pub title: String,
    /// The kind in a word: "PDF", "e-mail".
    pub kind_words: String,
    /// How reading it ended.
    #[ts(type = "Outcome")]
    pub outcome: Outcome,
    /// Number of pages.
    pub pages: u32,
    /// Size of the original in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Who published or wrote it.
    pub source: String,
    /// The date on it, as a person writes it; empty where undated.
    pub dated: String,
    /// When it was published, as a person writes it; empty where undated.
    pub published: String,
    /// The cases that it is in.
    pub cases: Vec<String>,
    /// Its exhibit marks, in the case of the register or in all.
    pub marks: Vec<String>,
    /// Its Bates numbers as written: "TT-000001 – TT-000012".
    pub bates: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Issues.
    pub issues: Vec<String>,
    /// Whether somebody has read it through.
    pub reviewed: bool,
    /// Whether it bears a star.
    pub starred: bool,
    /// Whether it is confidential.
    pub confidential: bool,
    /// On what basis it is privileged; none where it is not.
    pub privilege: Option<String>,
    /// How much it matters.
    #[ts(type = "Relevance | null")]
    pub relevance: Option<Relevance>,
    /// How many accounts cite it.
    pub cited: u32,
    /// How many highlights and notes are on it.
    pub annotated: u32,
    /// The document that it was attached to.
    pub parent: Option<String>,
    /// How many documents were attached to it.
    pub attachments: u32,
    /// In how many places its bytes were found.
    pub locations: u32,
    /// When it came, RFC 3339.
    pub added_at: String,
    /// What the last verification found of it.
    pub custody: CustodyState,
    /// Its group, in words; none where the register is not grouped.
    pub group: Option<String>,
}

/// What the last verification found of an original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustodyState {
    /// None since it came.
    NotVerified,
    /// Its bytes were what was imported.
    Verified,
    /// They were not, or were missing.
    Failed,
}

/// What the documents of one case or of all can be filtered by, each value with the number of its documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterFacets {
    /// Kinds.
    pub kinds: Vec<Facet>,
    /// Sources.
    pub sources: Vec<Facet>,
    /// Tags.
    pub tags: Vec<Facet>,
    /// Issues.
    pub issues: Vec<Facet>,
    /// How much they matter: the words of `Relevance`.
    pub relevance: Vec<Facet>,
}

/// What people marked a document with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarksView {
    /// Whether somebody has read it through.
    pub reviewed: bool,
    /// Whether it bears a star.
    pub starred: bool,
    /// Whether it is confidential.
    pub confidential: bool,
    /// On what basis it is privileged; none where it is not.
    pub privilege: Option<String>,
    /// How much it matters.
    #[ts(type = "Relevance | null")]
    pub relevance: Option<Relevance>,
    /// Tags.
    pub tags: Vec<String>,
    /// Issues.
    pub issues: Vec<String>,
}

/// Where one of a document's dates was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateBasisRow {
    /// Which date.
    #[ts(type = "DateKind")]
    pub date: DateKind,
    /// From the file, a header, the text or a person.
    #[ts(type = "ReadFrom")]
    pub read_from: ReadFrom,
    /// The field, the page or the person.
    #[serde(default)]
    pub detail: String,
}

/// A number that a document bears, or bore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberRow {
    /// Its scheme or production.
    pub series: String,
    /// The case.
    pub case: String,
    /// The mark, or the Bates numbers of its first and last page: "TT-000001 – TT-000012".
    pub shown: String,
    /// The line of the ledger from which on it stood.
    #[ts(type = "number")]
    pub since: u64,
    /// When that was, RFC 3339.
    pub since_at: String,
    /// The act that gave it.
    pub act: String,
    /// The line of the ledger from which on it stood no more; none where it still does.
    #[ts(type = "number | null")]
    pub until: Option<u64>,
    /// When that was, RFC 3339.
    pub until_at: Option<String>,
}

/// Everything that cites or marks a passage of a document, in the order of its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentMarks {
    /// The passages that accounts cite.
    pub citations: Vec<CitationRow>,
    /// Highlights and notes.
    pub annotations: Vec<AnnotationRow>,
}

/// A passage that an account cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CitationRow {
    /// The account.
    pub account: String,
    /// Its event.
    pub event: String,
    /// The event's title.
    pub title: String,
    /// The event's date, as a person writes it.
    pub date: String,
    /// The event's case.
    pub case: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The exact words.
    pub exact: String,
    /// The words before them.
    pub prefix: String,
    /// The words after them.
    pub suffix: String,
    /// Whether they are in the page's text now, once in their context.
    pub holds: bool,
}

/// A highlight, or a note on a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnnotationRow {
    /// Identifier.
    pub annotation: String,
    /// The document.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The exact words.
    pub exact: String,
    /// The words before them.
    pub prefix: String,
    /// The words after them.
    pub suffix: String,
    /// Colour.
    #[ts(type = "Colour")]
    pub colour: Colour,
    /// What the colour stands for.
    pub colour_name: String,
    /// The note; empty for a highlight alone.
    pub note: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Whether the words are in the page's text now, once in their context.
    pub holds: bool,
}

/// What a colour stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColourRow {
    /// Colour.
    #[ts(type = "Colour")]
    pub colour: Colour,
    /// What it stands for.
    pub name: String,
    /// Whether that name was given by a person.
    pub named: bool,
    /// How many highlights have it.
    pub used: u32,
}

/// A passage as it would be cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PassageRow {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of the original.
    pub sha256: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The label that is printed on it.
    pub label: Option<String>,
    /// The exact words, as the page has them.
    pub exact: String,
    /// The words before them.
    pub prefix: String,
    /// The words after them.
    pub suffix: String,
    /// The words with where they stand: “…” (Ruling, 22 February 2021, p. 3; Exhibit PX-001; TT-000012).
    pub citation: String,
}
