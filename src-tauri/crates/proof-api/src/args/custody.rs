use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to change of how a document was obtained at a place; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct LocationEditArgs {
    /// The document.
    pub document: String,
    /// The place, as it is listed.
    pub path: String,
    /// How the bytes were obtained, in words.
    #[serde(default)]
    #[ts(optional)]
    pub obtained: Option<String>,
    /// Who obtained them.
    #[serde(default)]
    #[ts(optional)]
    pub obtained_by: Option<String>,
    /// From whom, or from which address.
    #[serde(default)]
    #[ts(optional)]
    pub obtained_from: Option<String>,
    /// When, as people write it or in EDTF; empty for not known.
    #[serde(default)]
    #[ts(optional)]
    pub obtained_on: Option<String>,
    /// By which account of which computer or service.
    #[serde(default)]
    #[ts(optional)]
    pub account: Option<String>,
}

/// A copy of an original, to be written outside the library.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CopyOutArgs {
    /// The document.
    pub document: String,
    /// The file to write: it must not be there yet.
    pub path: String,
    /// Why, or for whom: it goes on the ledger.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// A file to write or to read.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct FileArgs {
    /// The file.
    pub path: String,
}

/// A verification.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct VerifyArgs {
    /// A file with the head of the ledger, as it was written out earlier, that the ledger is to be held against.
    #[serde(default)]
    #[ts(optional)]
    pub head: Option<String>,
}
