//! `OpenDocument` files (OASIS 1.3 part 3): texts, parted at the page breaks that they hold; presentations, a slide a
//! page; spreadsheets, a sheet a page.

mod lists;
mod sheets;
mod styles;
mod teller;

use super::office::{Package, ending, send_claims, send_pages};
use crate::output::{Ending, Output, Reading, Stop};
use proof_model::Outcome;
use styles::Styles;

/// Whether files of this media type are read here.
pub(crate) fn is_read(media_type: &str) -> bool {
    media_type.starts_with("application/vnd.oasis.opendocument.")
}

/// Reads a file. What kind it is, its content tells.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    if !input.starts_with(b"PK") {
        // All of it in one part (part 3, 2.2.1).
        let document = super::html::decode(input);
        return tell(&document, &document, None, output);
    }
    let Some(mut package) = Package::open(input) else {
        return Ok(damaged("its ZIP package cannot be opened"));
    };
    if is_encrypted(&mut package)? {
        let reason = "it opens only with a password; the original is kept";
        return Ok(Ending::because(Outcome::Encrypted, reason));
    }
    send_claims(&mut package, output)?;
    let Some(content) = package.xml("content.xml")? else {
        return Ok(damaged("its content is missing"));
    };
    let common = package.xml("styles.xml")?.unwrap_or_default();
    tell(&content, &common, Some(&package), output)
}

/// Reads the body in `content`, with the styles and margins in `common`.
fn tell(content: &str, common: &str, package: Option<&Package<'_>>, output: &mut Output<'_>) -> Reading {
    let kind = kind(content);
    output.start(&format!("application/vnd.oasis.opendocument.{kind}"), None)?;
    let walked = if kind == "spreadsheet" {
        sheets::read(content, output)?
    } else {
        let mut styles = Styles::default();
        let margins = teller::margins(common, &mut styles)?;
        let (story, walked) = teller::tell(content, &mut styles)?;
        let margins = if kind == "presentation" { Vec::new() } else { margins };
        send_pages(&story.into_pages(&margins), output)?;
        walked
    };
    Ok(ending(walked, package, output))
}

/// The kind of document by the element in its body (part 3, 3.3).
fn kind(content: &str) -> &'static str {
    let body = content.split_once(":body").map_or("", |(_, body)| body);
    let first = |kind: &&str| body.find(&format!(":{kind}")).unwrap_or(usize::MAX);
    ["text", "spreadsheet", "presentation", "drawing"]
        .into_iter()
        .min_by_key(first)
        .map_or("text", |kind| if kind == "drawing" { "graphics" } else { kind })
}

fn damaged(what: &str) -> Ending {
    Ending::because(Outcome::Crash, format!("the document is damaged: {what}; the original is kept"))
}

/// Whether the manifest says that parts are encrypted (part 2, 4.3 and 4.4).
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, Stop> {
    let manifest = package.xml("META-INF/manifest.xml")?.unwrap_or_default();
    Ok(manifest.contains(":encryption-data") || package.has("encrypted-package"))
}
