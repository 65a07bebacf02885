use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A message of an exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThreadRow {
    /// Identifier of its document.
    pub document: String,
    /// The document's title.
    pub title: String,
    /// Who sent it, as it says.
    pub from: String,
    /// When it was sent, as it says: RFC 3339 with the sender's offset. Empty where it says nothing.
    pub sent: String,
}
