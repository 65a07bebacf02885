use clap::{Args, Subcommand};
use proof_library::Kind;

use super::CaseOption;

/// What to search for.
#[derive(Debug, Args)]
pub struct SearchArguments {
    /// The query.
    pub query: String,
    #[command(flatten)]
    pub scope: CaseOption,
    /// How many pages of documents at most.
    #[arg(long, default_value_t = 50)]
    pub limit: u32,
    /// Only of this kind: case, person, event, account, note, document or email; may be given more than once.
    #[arg(long, value_parser = kind)]
    pub kind: Vec<Kind>,
    /// Keep the search under this name, in place of the one that bears it.
    #[arg(long, value_name = "NAME")]
    pub save: Option<String>,
}

/// What to do with saved searches.
#[derive(Debug, Subcommand)]
pub enum SavedCommand {
    /// List the saved searches, with how much is new in each.
    List,
    /// Search as one of them does. It counts as looked at then.
    Run {
        /// Its name.
        name: String,
        /// How many pages at most.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Forget one.
    Remove {
        /// Its name.
        name: String,
    },
}

fn kind(word: &str) -> Result<Kind, String> {
    let known = || Kind::ALL.map(Kind::name).join(", ");
    Kind::named(word).ok_or_else(|| format!("it is none of {}", known()))
}
