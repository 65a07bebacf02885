use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A note on a case, an event or a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteRow {
    /// Identifier.
    pub note: String,
    /// The case that it is on; none where it is on something else.
    pub case: Option<String>,
    /// The event that it is on.
    pub event: Option<String>,
    /// The party that it is on.
    pub party: Option<String>,
    /// What it is on, by name.
    pub about: String,
    /// The text, in Markdown (`CommonMark`).
    pub body: String,
    /// The text as HTML, without scripts, styles, images or forms. Links say where they go and lead nowhere.
    pub html: String,
    /// When it was last written, RFC 3339 in UTC.
    pub changed_at: String,
}
