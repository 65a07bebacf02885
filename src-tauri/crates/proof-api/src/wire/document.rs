use proof_model::Outcome;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CustodyState, DateBasisRow, DateView, MarksView, NumberRow};

/// A document: one original, wherever it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentRow {
    /// Identifier.
    pub document: String,
    /// Title; the file name where nobody gave one.
    pub title: String,
    /// File name.
    pub file_name: String,
    /// SHA-256 of the original, in lower-case hexadecimal.
    pub sha256: String,
    /// Size of the original in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Media type, by its bytes.
    pub media_type: String,
    /// The kind in a word: "PDF", "e-mail".
    pub kind_words: String,
    /// How reading it ended.
    #[ts(type = "Outcome")]
    pub outcome: Outcome,
    /// Why, where it did not end well.
    pub reason: Option<String>,
    /// Number of pages with or without text.
    pub pages: u32,
    /// The cases that it is in.
    pub cases: Vec<String>,
    /// Who published or wrote it.
    pub source: String,
    /// The origin that it copies, where that is known: documents with one origin count once.
    pub origin: String,
    /// When what it tells of happened.
    pub event_date: DateView,
    /// The date that the document itself bears.
    pub dated: DateView,
    /// When it was published.
    pub published: DateView,
    /// When it was captured or obtained.
    pub captured: DateView,
    /// Every place where the same bytes were found.
    pub locations: Vec<LocationRow>,
    /// What it lies inside: an e-mail, an archive.
    pub parent: Option<String>,
    /// How many documents lie directly inside it: attachments, entries.
    pub attachments: u32,
    /// What the file says of itself: claims, not truth.
    pub metadata: Vec<MetadataRow>,
    /// How many accounts cite it.
    pub cited: u32,
    /// What people marked it with.
    pub marks: MarksView,
    /// Where each of its dates was read from, as far as that is known.
    pub dates_from: Vec<DateBasisRow>,
    /// The exhibit marks that it bears today.
    pub exhibits: Vec<NumberRow>,
    /// The Bates numbers that it bears today.
    pub bates: Vec<NumberRow>,
    /// What the last verification found of it.
    pub custody: CustodyState,
    /// When that was, RFC 3339.
    pub verified_at: Option<String>,
}

/// A place where a document's bytes were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LocationRow {
    /// Path of the file, or the e-mail's name and the attachment's.
    pub path: String,
    /// How it was obtained, in words.
    pub obtained: String,
    /// Who obtained it.
    pub obtained_by: String,
    /// From whom, or from which address.
    pub obtained_from: String,
    /// When.
    pub obtained_on: DateView,
    /// By which account of which computer or service.
    pub account: String,
    /// When it was imported, RFC 3339.
    pub imported_at: String,
}

/// One claim that a file makes about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MetadataRow {
    /// Name: `author`, `created`, `from`.
    pub name: String,
    /// Value as the file states it.
    pub value: String,
}

/// A page to read, with what is marked on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PageView {
    /// The document.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The label that is printed on it, where it has one.
    pub label: Option<String>,
    /// Its text.
    pub text: String,
    /// Where the page is a picture: by what program its text was read, and how sure that is, 0 to 100.
    pub machine: Option<(String, u32)>,
    /// The words of which that program was not sure, as ranges of Unicode characters.
    pub doubtful: Vec<(u32, u32)>,
    /// Where the page is a picture that no machine has read: why.
    pub unread: Option<String>,
    /// The cited passages on it, in reading order.
    pub marks: Vec<PageMark>,
    /// Where the words that were searched for stand, as ranges of Unicode characters.
    pub found: Vec<(u32, u32)>,
}

/// A cited passage on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PageMark {
    /// First character, counted in Unicode characters.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The account that cites it.
    pub account: String,
    /// The account's event.
    pub event: String,
    /// The event's title.
    pub title: String,
}

/// What became of one file of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// The path that was given, or the e-mail's and the attachment's name.
    pub path: String,
    /// How reading it ended.
    #[ts(type = "Outcome")]
    pub outcome: Outcome,
    /// The document; none where the file could not be kept.
    pub document: Option<String>,
    /// Number of pages.
    pub pages: u32,
    /// Why, where it did not end well; or that the same bytes were here before.
    pub reason: Option<String>,
}
