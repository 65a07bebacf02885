use proof_model::PartyKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DateView;

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
