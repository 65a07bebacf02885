use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A party: an identifier, the start of one, or an exact name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct PartyKey {
    /// The party.
    pub party: String,
}

/// A new party.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct PartyArgs {
    /// Name.
    pub name: String,
    /// `person`, `organisation` or `class`; the first where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub kind: String,
}

/// What is to change of a party; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct PartyEditArgs {
    /// The party.
    pub party: String,
    /// Name.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// `person`, `organisation` or `class`.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
}

/// A role to be added to a party.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RoleArgs {
    /// The party.
    pub party: String,
    /// "Claimant", "judge", "Children's Commissioner for England".
    pub role: String,
    /// The case that the role belongs to, where it belongs to one.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// When the party has it: a date or a period, as people write it or in EDTF.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub date: String,
    /// Where this is known from.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// What is to change of a role; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RoleEditArgs {
    /// The role, by its identifier.
    pub role_id: String,
    /// "Claimant", "judge".
    #[serde(default)]
    #[ts(optional)]
    pub role: Option<String>,
    /// The case that the role belongs to; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// When the party has it; empty where that is not known.
    #[serde(default)]
    #[ts(optional)]
    pub date: Option<String>,
    /// Where this is known from.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A role, by its identifier.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RoleRef {
    /// The role.
    pub role_id: String,
}
