//! An event: a line of a timeline.

use serde::{Deserialize, Serialize};

use crate::{CaseId, EventId, When, words::word_list};

word_list! {
    /// How firmly an event stands.
    EventStatus {
        /// A party says so.
        Alleged = "alleged" => "alleged",
        /// A report says so.
        Reported = "reported" => "reported",
        /// A record or both sides say so.
        Confirmed = "confirmed" => "confirmed",
        /// Sources contradict each other.
        Disputed = "disputed" => "disputed",
        /// It is still to come.
        Scheduled = "scheduled" => "scheduled",
    }
}

/// A line of a timeline. It says no more than its accounts do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Identifier.
    pub id: EventId,
    /// Its case.
    pub case: CaseId,
    /// What happened, in a line.
    pub title: String,
    /// A short free word: filing, hearing, fine.
    pub kind: String,
    /// When.
    pub when: When,
    /// How firmly it stands.
    pub status: EventStatus,
}
