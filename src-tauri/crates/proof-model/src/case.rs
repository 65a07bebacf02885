//! A case: one proceeding, in one forum.

use serde::{Deserialize, Serialize};

use crate::{CaseId, words::word_list};

word_list! {
    /// What sort of proceeding a case is.
    CaseKind {
        /// Between parties, before a court.
        Litigation = "litigation" => "litigation",
        /// By a regulator, under its own powers.
        RegulatoryAction = "regulatory_action" => "regulatory action",
        /// By a government or one of its authorities.
        GovernmentAction = "government_action" => "government action",
        /// Not yet any of these.
        Investigation = "investigation" => "investigation",
    }
}

word_list! {
    /// How one case stands to another.
    RelationKind {
        /// It cannot go on before the other is decided.
        WaitsOn = "waits_on" => "waits on",
        /// It came out of the other.
        Follows = "follows" => "follows",
        /// It was merged into the other.
        ConsolidatedInto = "consolidated_into" => "consolidated into",
        /// It is an appeal from the other.
        Appeals = "appeals" => "appeals",
    }
}

/// One proceeding in one forum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Identifier.
    pub id: CaseId,
    /// Name, unique in its library.
    pub name: String,
    /// What sort of proceeding it is.
    pub kind: CaseKind,
    /// Court or body; empty where not known.
    pub forum: String,
    /// Docket numbers, as written.
    pub dockets: Vec<String>,
    /// Where it stands, in a word or two.
    pub status: String,
    /// One or two sentences.
    pub summary: String,
    /// Position in the list of cases, from 0; the case's colour follows from it.
    pub position: u32,
}

/// One case's relation to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRelation {
    /// The case that is related.
    pub from: CaseId,
    /// How.
    pub kind: RelationKind,
    /// The case that it is related to.
    pub to: CaseId,
    /// Why, in a few words.
    pub note: String,
}
