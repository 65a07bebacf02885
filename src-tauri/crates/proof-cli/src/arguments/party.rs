use clap::{Args, Subcommand};
use proof_api::{RoleArgs, RoleEditArgs};

use super::CaseOption;

/// What to do with parties. PARTY is an identifier, the unambiguous start of one, or an exact name.
#[derive(Debug, Subcommand)]
pub enum PartyCommand {
    /// List the parties.
    List(CaseOption),
    /// Show everything that the library holds of a party.
    Show {
        /// The party.
        party: String,
    },
    /// Add a party.
    Add {
        /// Its name.
        name: String,
        /// `person`, `organisation` or `class`.
        #[arg(long, default_value = "person")]
        kind: String,
    },
    /// Change a party's name or kind.
    Edit {
        /// The party.
        party: String,
        /// Its name.
        #[arg(long)]
        name: Option<String>,
        /// `person`, `organisation` or `class`.
        #[arg(long)]
        kind: Option<String>,
    },
    /// Make parties that are one into one: the events, roles and notes of FROM go over to INTO.
    Merge {
        /// The party that stays.
        into: String,
        /// A party that goes.
        #[arg(required = true)]
        from: Vec<String>,
    },
    /// Take a party away that takes part in no event, with its roles. Undo brings it back.
    Remove {
        /// The party.
        party: String,
    },
}

/// What to do with roles.
#[derive(Debug, Subcommand)]
pub enum RoleCommand {
    /// Add a role to a party.
    Add(AddRole),
    /// Change a role.
    Edit(EditRole),
    /// Take a role away. Undo brings it back.
    Remove {
        /// The role, by its identifier: `party show` names it.
        role_id: String,
    },
}

/// A new role.
#[derive(Debug, Args)]
pub struct AddRole {
    /// The party.
    party: String,
    /// What it is: claimant, judge.
    role: String,
    /// The case that the role belongs to, where it belongs to one.
    #[arg(long)]
    case: Option<String>,
    /// When the party has it: a date or a period, as people write it or in EDTF.
    #[arg(long, default_value = "")]
    date: String,
    /// Where this is known from.
    #[arg(long, default_value = "")]
    note: String,
}

impl AddRole {
    /// As the handler takes it.
    pub fn args(&self) -> RoleArgs {
        RoleArgs {
            party: self.party.clone(),
            role: self.role.clone(),
            case: self.case.clone(),
            date: self.date.clone(),
            note: self.note.clone(),
        }
    }
}

/// What is to change of a role.
#[derive(Debug, Args)]
pub struct EditRole {
    /// The role, by its identifier: `party show` names it.
    role_id: String,
    /// What it is: claimant, judge.
    #[arg(long)]
    role: Option<String>,
    /// The case that the role belongs to; empty for none.
    #[arg(long)]
    case: Option<String>,
    /// When the party has it; empty where that is not known.
    #[arg(long)]
    date: Option<String>,
    /// Where this is known from.
    #[arg(long)]
    note: Option<String>,
}

impl EditRole {
    /// As the handler takes it.
    pub fn args(&self) -> RoleEditArgs {
        RoleEditArgs {
            role_id: self.role_id.clone(),
            role: self.role.clone(),
            case: self.case.clone(),
            date: self.date.clone(),
            note: self.note.clone(),
        }
    }
}
