//! E-books (EPUB 3.3 and 2.0.1): a page for each document of the spine, labelled by the table of contents.

mod contents;
mod publication;

use super::html;
use super::office::Package;
use crate::output::{Ending, Output, Reading, Stop};
use contents::labels;
use proof_model::Outcome;
use publication::Publication;

/// Reads an e-book: its chapters in reading order, its title and its authors as claims.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(mut package) = Package::open(input) else { return Ok(damaged()) };
    let Some(publication) = publication::find(&mut package)? else { return Ok(damaged()) };
    for (key, value) in &publication.claims {
        output.claim(key, value)?;
    }
    if is_locked(&mut package, &publication)? {
        let reason =
            "the e-book is locked to the program or the account that bought it; the original is kept";
        return Ok(Ending::because(Outcome::Encrypted, reason));
    }
    let labels = labels(&mut package, &publication)?;
    let mut missing = 0;
    for path in &publication.spine {
        match package.xml(path)? {
            Some(chapter) => {
                let label = labels.get(path).map(String::as_str);
                output.page(label, &html::text_of(&html::with_closed_tags(&chapter)))?;
            }
            None => missing += 1,
        }
    }
    Ok(match (missing, output.pages()) {
        (0, 1..) => Ending::OK,
        (_, 0) => damaged(),
        (1, _) => Ending::because(Outcome::Partial, "one of its chapters is missing or damaged"),
        (_, _) => {
            Ending::because(Outcome::Partial, format!("{missing} of its chapters are missing or damaged"))
        }
    })
}

/// Whether a chapter is encrypted, and not just fonts, which publishers obfuscate.
fn is_locked(package: &mut Package<'_>, publication: &Publication) -> Result<bool, Stop> {
    let Some(xml) = package.xml("META-INF/encryption.xml")? else { return Ok(false) };
    let mut locked = false;
    super::office::walk(&xml, |node| {
        if let super::office::Node::Open(element) = node
            && element.name == "CipherReference"
            && let Some(uri) = element.attribute("URI")
        {
            locked |= publication.spine.contains(&publication::resolved("", uri));
        }
        Ok(())
    })?;
    Ok(locked)
}

fn damaged() -> Ending {
    Ending::because(Outcome::Crash, "the e-book is damaged; the original is kept")
}
