//! The sample's manifest, as it is written.

use std::collections::HashMap;

use serde::Deserialize;

/// `assets/sample/manifest.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub library: LibraryPart,
    #[serde(rename = "case")]
    pub cases: Vec<CasePart>,
    #[serde(rename = "party")]
    pub parties: Vec<PartyPart>,
    #[serde(rename = "document")]
    pub documents: Vec<DocumentPart>,
    #[serde(rename = "event")]
    pub events: Vec<EventPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LibraryPart {
    pub name: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CasePart {
    pub key: String,
    pub name: String,
    pub kind: String,
    pub forum: String,
    #[serde(default)]
    pub dockets: Vec<String>,
    pub status: String,
    pub summary: String,
    #[serde(default)]
    pub relations: Vec<RelationPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RelationPart {
    pub kind: String,
    pub to: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartyPart {
    pub key: String,
    pub name: String,
    pub kind: String,
    #[serde(default)]
    pub roles: Vec<RolePart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RolePart {
    pub role: String,
    pub case: Option<String>,
    #[serde(default)]
    pub when: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentPart {
    pub file: String,
    pub cases: Vec<String>,
    pub title: String,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub origin: String,
    #[serde(default)]
    pub published: String,
    #[serde(default)]
    pub dated: String,
    #[serde(default)]
    pub obtained: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventPart {
    pub key: String,
    pub case: String,
    pub title: String,
    pub kind: String,
    #[serde(default)]
    pub when: String,
    pub status: String,
    #[serde(default)]
    pub parties: Vec<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(rename = "account")]
    pub accounts: Vec<AccountPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountPart {
    pub asserted_by: String,
    pub stance: String,
    #[serde(default)]
    pub stated: String,
    #[serde(default)]
    pub when: String,
    pub document: String,
    pub page: u32,
    pub quote: String,
    #[serde(default)]
    pub amounts: Vec<AmountPart>,
    #[serde(default)]
    pub quantities: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AmountPart {
    pub kind: String,
    #[serde(default)]
    pub low: String,
    #[serde(default)]
    pub high: String,
    pub currency: String,
    pub scope: String,
    #[serde(default)]
    pub as_stated: String,
    #[serde(default, rename = "note")]
    pub _note: String,
    pub converted: Option<ConvertedPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConvertedPart {
    #[serde(rename = "low")]
    pub _low: String,
    #[serde(rename = "currency")]
    pub _currency: String,
    pub as_stated: String,
}

/// What keys of the manifest stand for in the library.
pub(super) struct Keys<T>(HashMap<String, T>);

impl<T: Copy> Keys<T> {
    pub(super) fn new(pairs: impl IntoIterator<Item = (String, T)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    pub(super) fn get(&self, key: &str) -> Option<T> {
        self.0.get(key).copied()
    }

    /// The thing of a key, or an error that names where it was wanted.
    pub(super) fn wanted(&self, key: &str, place: &str) -> Result<T, crate::LibraryError> {
        self.get(key).ok_or_else(|| crate::LibraryError::manifest(place, format!("there is no “{key}”")))
    }
}
