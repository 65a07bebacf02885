use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What notes are about: exactly one of them, or none for all notes of the library.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NotesArgs {
    /// Notes on this case itself.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// Notes on this event.
    #[serde(default)]
    #[ts(optional)]
    pub event: Option<String>,
    /// Notes on this party.
    #[serde(default)]
    #[ts(optional)]
    pub party: Option<String>,
}

/// A new note, on exactly one of case, event and party.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NoteArgs {
    /// On this case.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// On this event.
    #[serde(default)]
    #[ts(optional)]
    pub event: Option<String>,
    /// On this party.
    #[serde(default)]
    #[ts(optional)]
    pub party: Option<String>,
    /// The text, in Markdown (`CommonMark`).
    pub body: String,
}

/// A note's new text.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NoteEditArgs {
    /// The note, by its identifier.
    pub note: String,
    /// The text, in Markdown (`CommonMark`).
    pub body: String,
}

/// A note, by its identifier.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NoteRef {
    /// The note.
    pub note: String,
}
