use clap::{Args, Subcommand};
use proof_api::{CaseArgs, CaseEditArgs, RelationArgs, RelationRef};

use super::some;

/// Only one case.
#[derive(Debug, Args)]
pub struct CaseOption {
    /// Only this case.
    #[arg(long, value_name = "CASE")]
    pub case: Option<String>,
}

/// What to do with cases.
#[derive(Debug, Subcommand)]
pub enum CaseCommand {
    /// Add a case.
    Add(AddCase),
    /// Change what is said of a case.
    Edit(EditCase),
    /// List the cases.
    List,
    /// Show a case.
    Show {
        /// The case.
        case: String,
    },
    /// Say how a case stands to another: FROM `waits_on` TO.
    Relate {
        #[command(flatten)]
        relation: Relation,
        /// Why, in a few words.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Take such a relation away.
    Unrelate(Relation),
}

/// A new case.
#[derive(Debug, Args)]
pub struct AddCase {
    /// Its name.
    name: String,
    /// `litigation`, `regulatory_action`, `government_action` or `investigation`.
    #[arg(long, default_value = "litigation")]
    kind: String,
    /// Court or body.
    #[arg(long, default_value = "")]
    forum: String,
    /// A docket number; may be given more than once.
    #[arg(long = "docket", value_name = "DOCKET")]
    dockets: Vec<String>,
    /// Where it stands, in a word or two.
    #[arg(long, default_value = "")]
    status: String,
    /// One or two sentences.
    #[arg(long, default_value = "")]
    summary: String,
}

impl AddCase {
    /// As the handler takes it.
    pub fn args(&self) -> CaseArgs {
        CaseArgs {
            name: self.name.clone(),
            kind: self.kind.clone(),
            forum: self.forum.clone(),
            dockets: self.dockets.clone(),
            status: self.status.clone(),
            summary: self.summary.clone(),
        }
    }
}

/// What is to change of a case.
#[derive(Debug, Args)]
pub struct EditCase {
    /// The case.
    case: String,
    /// Its name.
    #[arg(long)]
    name: Option<String>,
    /// `litigation`, `regulatory_action`, `government_action` or `investigation`.
    #[arg(long)]
    kind: Option<String>,
    /// Court or body.
    #[arg(long)]
    forum: Option<String>,
    /// A docket number, in place of all; may be given more than once; empty for none.
    #[arg(long = "docket", value_name = "DOCKET")]
    dockets: Vec<String>,
    /// Where it stands, in a word or two.
    #[arg(long)]
    status: Option<String>,
    /// One or two sentences.
    #[arg(long)]
    summary: Option<String>,
}

impl EditCase {
    /// As the handler takes it.
    pub fn args(&self) -> CaseEditArgs {
        CaseEditArgs {
            case: self.case.clone(),
            name: self.name.clone(),
            kind: self.kind.clone(),
            forum: self.forum.clone(),
            dockets: some(&self.dockets),
            status: self.status.clone(),
            summary: self.summary.clone(),
        }
    }
}

/// How one case stands to another.
#[derive(Debug, Args)]
pub struct Relation {
    /// The case that is related.
    from: String,
    /// `waits_on`, `follows`, `consolidated_into` or `appeals`.
    kind: String,
    /// The case that it is related to.
    to: String,
}

impl Relation {
    /// As the handler takes a new one.
    pub fn args(&self, note: &str) -> RelationArgs {
        let RelationRef { from, kind, to } = self.key();
        RelationArgs { from, kind, to, note: note.to_owned() }
    }

    /// As the handler takes one that there is.
    pub fn key(&self) -> RelationRef {
        RelationRef { from: self.from.clone(), kind: self.kind.clone(), to: self.to.clone() }
    }
}
