use crate::{Session, WireError, args::Nothing, wire};

/// Stands for `proof_library::HELP` until the query language exports it.
const HELP: &[(&str, &str)] = &[
    ("damages million", "pages that hold both words"),
    ("\"breach of contract\"", "pages that hold these words together"),
    ("settle*", "words that begin so: settle, settled, settlement"),
];

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
