use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wire::DateBasisRow;

/// A document: an identifier, the start of one, an exact title or file name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DocumentRef {
    /// The document.
    pub document: String,
}

/// A document to read again.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RetryArgs {
    /// The document.
    pub document: String,
    /// The password that opens it. It is tried and kept nowhere.
    #[ts(optional)]
    pub password: Option<String>,
}

/// What is to change of a document; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct DocumentEditArgs {
    /// The document.
    pub document: String,
    /// Title.
    pub title: Option<String>,
    /// Who published or wrote it.
    pub source: Option<String>,
    /// The origin that it copies.
    pub origin: Option<String>,
    /// The date that it bears, as people write it or in EDTF; empty for none.
    pub dated: Option<String>,
    /// When it was published, as people write it or in EDTF; empty for none.
    pub published: Option<String>,
    /// When what it tells of happened; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub event_date: Option<String>,
    /// When it was captured or obtained; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub captured: Option<String>,
    /// Where its dates were read from. A date that is changed without that was given by a person.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<DateBasisRow>>")]
    pub dates_from: Vec<DateBasisRow>,
    /// Cases to put it in.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub file_in: Vec<String>,
    /// Cases to take it out of.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub take_out_of: Vec<String>,
}

/// A page to show.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PageArgs {
    /// The document.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// A query whose words are to be marked; empty for none.
    #[serde(default)]
    pub query: String,
}

/// A watched folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WatchRef {
    /// Its path, as `watch_list` gives it.
    pub folder: String,
}

/// What to import.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ImportArgs {
    /// Files and folders.
    pub paths: Vec<String>,
    /// The case to put them in; none leaves them unfiled.
    pub case: Option<String>,
    /// Who published or wrote them.
    pub source: String,
    /// When they were published, as people write it or in EDTF.
    pub published: String,
    /// How they were obtained.
    pub obtained: String,
}
