//! A party: whoever takes part, and in which role when.

use serde::{Deserialize, Serialize};

use crate::{CaseId, PartyId, RoleId, When, words::word_list};

word_list! {
    /// What sort of party it is.
    PartyKind {
        /// A natural person.
        Person = "person" => "person",
        /// A company, authority, court or association.
        Organisation = "organisation" => "organisation",
        /// Many people who are represented together.
        Class = "class" => "class",
    }
}

/// Whoever takes part in a case or an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Identifier.
    pub id: PartyId,
    /// Name, unique in its library.
    pub name: String,
    /// Person, organisation or class.
    pub kind: PartyKind,
}

/// A role that a party has, for as long as it has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Identifier.
    pub id: RoleId,
    /// Who.
    pub party: PartyId,
    /// "Claimant", "judge", "Children's Commissioner for England".
    pub role: String,
    /// The case that the role belongs to, where it belongs to one.
    pub case: Option<CaseId>,
    /// When the party has it.
    pub when: When,
    /// Where this is known from.
    pub note: String,
}
