use clap::Args;
use proof_library::Kind;

use super::CaseOption;

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
}

fn kind(word: &str) -> Result<Kind, String> {
    let known = || Kind::ALL.map(Kind::name).join(", ");
    Kind::named(word).ok_or_else(|| format!("it is none of {}", known()))
}
