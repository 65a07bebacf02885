use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// No arguments, or no answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Which library to open.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpenArgs {
    /// Its folder.
    pub path: String,
}

/// Where to make a library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NewArgs {
    /// The folder to make: it must not exist or be empty.
    pub path: String,
    /// Whether to fill it with the sample.
    pub sample: bool,
}

/// How much of the ledger.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct LedgerArgs {
    /// How many lines; 100 where none is given.
    pub limit: Option<u32>,
}
