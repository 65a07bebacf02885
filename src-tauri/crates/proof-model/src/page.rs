//! A page of text, and how reading a document ended.

use serde::{Deserialize, Serialize};

/// One page of a document, as text in reading order.
///
/// Formats without pages (e-mail, text, HTML) have a single page; a long text may be cut into several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Position in the file, from 1. Not the number that is printed on the page.
    pub number: u32,
    /// The label that the document itself gives the page ("iii", "A-4"), where it gives one.
    pub label: Option<String>,
    /// The page's text: Unicode NFC, lines ended by `\n`, no control characters beside it.
    pub text: String,
}

/// How reading a document ended. Exactly one for every file, each kept with its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Everything was read.
    Ok,
    /// Some of it was read; the reason says what is missing.
    Partial,
    /// No reader for this kind of file.
    Unsupported,
    /// It opens only with a password.
    Encrypted,
    /// It is larger, deeper or longer than the limits allow.
    Limit,
    /// The reader made no progress for too long and was stopped.
    Timeout,
    /// The reader failed: the file is damaged, or our reader is at fault.
    Crash,
}

impl Outcome {
    /// All outcomes, in the order in which reports list them.
    pub const ALL: [Self; 7] = [
        Self::Ok,
        Self::Partial,
        Self::Unsupported,
        Self::Encrypted,
        Self::Limit,
        Self::Timeout,
        Self::Crash,
    ];

    /// The word that is stored and sent: `ok`, `partial`, …
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Partial => "partial",
            Self::Unsupported => "unsupported",
            Self::Encrypted => "encrypted",
            Self::Limit => "limit",
            Self::Timeout => "timeout",
            Self::Crash => "crash",
        }
    }

    /// The outcome that `word` names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == word)
    }

    /// Whether there may be text to read and search.
    pub const fn is_readable(self) -> bool {
        matches!(self, Self::Ok | Self::Partial)
    }
}
