//! Rich Text Format (Microsoft, specification 1.9.1): text parted at its page breaks.

mod font;
mod group;
mod reader;
mod token;

use super::office::{send_pages, whole};
use crate::output::{Ending, Output, Reading};
use proof_model::Outcome;
use reader::Reader;
use token::Tokens;

/// Reads a document: its body with notes and comments at the end of their page, and after that, once each, headers and
/// footers under their names.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let mut reader = Reader::default();
    let mut fault = None;
    for (count, token) in Tokens::new(input).enumerate() {
        if reader.depth() > MAX_DEPTH {
            fault = Some(format!("its parts are nested more than {MAX_DEPTH} deep"));
            break;
        }
        reader.take(token);
        if count.is_multiple_of(PROGRESS_TOKENS) {
            output.progress()?;
        }
    }
    if reader.depth() > 0 && fault.is_none() {
        fault = Some("it ends before its end".to_owned());
    }
    let has_pictures = reader.has_pictures();
    let (story, margins, claims) = reader.finish();
    for (key, value) in &claims {
        output.claim(key, value)?;
    }
    send_pages(&story.into_pages(&margins), output)?;
    Ok(match fault {
        None => whole(has_pictures, output),
        Some(fault) => Ending::because(Outcome::Partial, format!("the document is damaged: {fault}")),
    })
}

/// Groups in each other; word processors stay below 50.
const MAX_DEPTH: usize = 500;
const PROGRESS_TOKENS: usize = 1 << 20;
