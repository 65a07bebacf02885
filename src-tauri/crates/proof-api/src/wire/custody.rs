use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Finding, VerifyReport};

/// One thing that was done with a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustodyRow {
    /// Its line of the ledger.
    #[ts(type = "number")]
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// The account of the computer that did it.
    pub actor: String,
    /// What: "acquired", "verified", "viewed outside", "exported", or the act by its name.
    pub words: String,
    /// More of it: the place that it came from, the file that was written, what the check found.
    pub detail: String,
    /// SHA-256 of the line.
    pub hash: String,
}

/// The head of the ledger: its last line, to which all lines before are bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HeadRow {
    /// The library's identifier.
    pub library: String,
    /// The library's name.
    pub name: String,
    /// Its line, from 1; 0 where the ledger is empty.
    #[ts(type = "number")]
    pub seq: u64,
    /// When that line was written, RFC 3339.
    pub at: String,
    /// Its SHA-256.
    pub hash: String,
}

/// How the ledger stands against a head that was written out earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HeadCheck {
    /// Whether the ledger still holds that line, with all before it.
    pub ok: bool,
    /// The head as it was written out.
    pub head: HeadRow,
    /// What was found, in words.
    pub words: String,
}

/// How a verification is getting on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyProgress {
    /// `original`, `quote`, `ledger`, `index` or `database`.
    pub part: String,
    /// How much of the part is done: bytes of originals, else items.
    #[ts(type = "number")]
    pub done: u64,
    /// Of how much; 0 where that is not known yet.
    #[ts(type = "number")]
    pub total: u64,
    /// What was found since the last message.
    pub found: Vec<Finding>,
    /// The report, in the last message.
    pub report: Option<VerifyReport>,
    /// Why it stopped, where it failed as a whole.
    pub error: Option<String>,
}
