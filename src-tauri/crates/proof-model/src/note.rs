//! A note: what somebody who works on a case writes down.

use serde::{Deserialize, Serialize};

use crate::{CaseId, EventId, NoteId, PartyId};

/// What a note is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// A case.
    Case(CaseId),
    /// An event.
    Event(EventId),
    /// A party.
    Party(PartyId),
}

/// A note. It is nobody's account, and no event rests on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Identifier.
    pub id: NoteId,
    /// What it is on.
    pub about: About,
    /// The text, in Markdown (`CommonMark`).
    pub body: String,
    /// When it was last written, RFC 3339 in UTC.
    pub changed_at: String,
}
