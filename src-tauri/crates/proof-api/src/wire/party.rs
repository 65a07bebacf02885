use proof_model::PartyKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AccountRow, DateView, DocumentRow, NoteRow, TimelineRow};

/// A party, with the roles that it has or had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartyRow {
    /// Identifier.
    pub party: String,
    /// Name.
    pub name: String,
    /// Person, organisation or class.
    #[ts(type = "PartyKind")]
    pub kind: PartyKind,
    /// Its roles, in the order of their dates.
    pub roles: Vec<RoleRow>,
    /// How many events it takes part in.
    pub events: u32,
}

/// A role, for as long as a party has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoleRow {
    /// Identifier.
    pub role_id: String,
    /// "Claimant", "judge", "Children's Commissioner for England".
    pub role: String,
    /// The case that the role belongs to.
    pub case: Option<String>,
    /// The case's name; empty where it belongs to none.
    pub case_name: String,
    /// When the party has it.
    pub date: DateView,
    /// Where this is known from.
    pub note: String,
}

/// Everything that a library holds of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartyPage {
    /// The party, with its roles.
    pub party: PartyRow,
    /// The events that it takes part in, in their order.
    pub events: Vec<TimelineRow>,
    /// What it asserts itself.
    pub accounts: Vec<PartyAccount>,
    /// The documents that it published, and those that its accounts cite.
    pub documents: Vec<DocumentRow>,
    /// Notes on it.
    pub notes: Vec<NoteRow>,
}

/// An account, with the event that it tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartyAccount {
    /// The account.
    pub account: AccountRow,
    /// The event.
    pub event: String,
    /// Its title.
    pub title: String,
    /// Its case.
    pub case: String,
    /// The case's name.
    pub case_name: String,
}
