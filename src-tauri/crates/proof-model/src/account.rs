//! An account: one source's version of an event.

use serde::{Deserialize, Serialize};

use crate::{AccountId, Amount, Citation, EventId, When, words::word_list};

word_list! {
    /// How whoever asserts an account stands to what it says.
    Stance {
        /// Tells it as news.
        Reports = "reports" => "reports",
        /// Says that it is so, against somebody.
        Alleges = "alleges" => "alleges",
        /// Says that it is not so.
        Denies = "denies" => "denies",
        /// Says that it is so, against its own interest or on the record.
        Confirms = "confirms" => "confirms",
        /// Decides that it is so, with authority.
        Rules = "rules" => "rules",
    }
}

/// One source's version of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Identifier.
    pub id: AccountId,
    /// The event that it tells of.
    pub event: EventId,
    /// Who asserts it.
    pub asserted_by: String,
    /// How they stand to it.
    pub stance: Stance,
    /// The words for the date as the source states them; empty where it states none.
    pub stated: String,
    /// The date that those words come to.
    pub when: When,
    /// The passage.
    pub citation: Option<Citation>,
    /// The sums that it states.
    pub amounts: Vec<Amount>,
    /// Numbers of people or things, in the source's words.
    pub quantities: Vec<String>,
}
