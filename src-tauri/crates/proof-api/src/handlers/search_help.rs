use proof_library::HELP;

use crate::{Session, WireError, args::Nothing, wire};

/// The page on the query language: examples, each with what it finds.
///
/// # Errors
/// Never.
pub fn search_help(_: &Session, _: Nothing) -> Result<Vec<wire::HelpRow>, WireError> {
    let row = |&(example, finds): &(&str, &str)| wire::HelpRow {
        example: example.to_owned(),
        finds: finds.to_owned(),
    };
    Ok(HELP.iter().map(row).collect())
}
