use proof_model::Outcome;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HeadCheck, HeadRow, ImportRow};

/// The open library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryInfo {
    /// Its name.
    pub name: String,
    /// Its folder.
    pub path: String,
    /// Why it can only be read; none where it can be written.
    pub read_only: Option<String>,
    /// Number of cases.
    pub cases: u32,
    /// Number of events.
    pub events: u32,
    /// Number of documents.
    pub documents: u32,
    /// Number of items under To review.
    pub review: u32,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
}

/// What an act changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// The act, by name: "Import 3 documents".
    pub act: String,
    /// The kinds of thing that changed: `case`, `event`, `document`.
    pub touched: Vec<String>,
    /// Identifiers of what changed.
    pub ids: Vec<String>,
    /// The events whose line of a timeline is another now, came or went; none where they are too many to name.
    pub events: Option<Vec<String>>,
}

/// A folder that is watched: what lands in it is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WatchedFolder {
    /// Its path.
    pub folder: String,
    /// The name of the case that its files are put in.
    pub case: Option<String>,
    /// Who published or wrote them.
    pub source: String,
    /// Since when, RFC 3339 in UTC.
    pub begun_at: String,
    /// Whether the folder is there now.
    pub is_there: bool,
}

/// How an import is getting on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportProgress {
    /// Files done.
    pub done: u32,
    /// Files to do, as far as is known.
    pub total: u32,
    /// The file that was finished last.
    pub current: String,
    /// How many files ended how.
    pub outcomes: Vec<OutcomeCount>,
    /// The files that were finished since the last message.
    pub rows: Vec<ImportRow>,
    /// True where files wait until somebody lets them go on.
    pub paused: bool,
    /// True in the last message of an import.
    pub finished: bool,
    /// True in the last message of an import that was cancelled.
    pub cancelled: bool,
    /// Why the import stopped, where it failed as a whole.
    pub error: Option<String>,
}

/// How documents are read on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReaderState {
    /// Whether the readers are kept from files, network and new processes.
    pub confined: bool,
    /// That in words, with what this system cannot keep from them.
    pub words: String,
    /// Whether pages that are pictures are read.
    pub reads_pictures: bool,
    /// By what; or why not, and what to do.
    pub pictures: String,
}

/// How many files of an import ended in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutcomeCount {
    /// The way.
    #[ts(type = "Outcome")]
    pub outcome: Outcome,
    /// How many.
    pub count: u32,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LedgerRow {
    /// Position, from 1.
    #[ts(type = "number")]
    pub seq: u64,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// The account of the computer that did it.
    pub actor: String,
    /// The act, by name.
    pub act: String,
    /// How many rows it changed.
    pub changes: u32,
    /// SHA-256 of this line and of the one before it.
    pub hash: String,
}

/// Something that wants a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewItem {
    /// Why it is here.
    pub kind: ReviewKind,
    /// The document or event.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is the matter, in words.
    pub words: String,
}

/// Why something wants a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewKind {
    /// A document in no case.
    UnfiledDocument,
    /// A document that could not be read.
    FailedImport,
    /// An event that rests on nothing or on an allegation alone.
    UnsupportedEvent,
    /// A quote that is no longer in its page.
    BrokenQuote,
    /// A highlight or a note whose words are no longer in their page; the document is named.
    BrokenHighlight,
}

/// One thing that does not verify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// `original`, `quote`, `ledger`, `index` or `database`.
    pub part: String,
    /// Which one: an identifier, a hash, a line's number.
    pub item: String,
    /// What is wrong with it, and the remedy.
    pub message: String,
    /// Whether it is only to be known: nothing is broken by it.
    pub note: bool,
}

/// The answer of a verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyReport {
    /// Whether everything holds.
    pub ok: bool,
    /// Whether it was cancelled before its end: then only what is counted here was looked at.
    pub cancelled: bool,
    /// When it began, RFC 3339.
    pub at: String,
    /// How long it took, in milliseconds.
    #[ts(type = "number")]
    pub took: u64,
    /// Bytes of originals that were hashed again.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The head of the ledger as it was found.
    pub head: HeadRow,
    /// How it stands against a head that was written out earlier, where one was given.
    pub against: Option<HeadCheck>,
    /// Originals whose bytes were hashed again.
    #[ts(type = "number")]
    pub originals: u64,
    /// Quotes that were looked up again in their pages.
    #[ts(type = "number")]
    pub quotes: u64,
    /// Lines of the ledger whose hash was computed again.
    #[ts(type = "number")]
    pub ledger: u64,
    /// Pages of the index that were compared with the library's.
    #[ts(type = "number")]
    pub index: u64,
    /// Everything that does not hold.
    pub problems: Vec<Finding>,
}
