//! What the documents of office programs have in common: a ZIP package of XML parts that says who made it.

mod bytes;
mod claims;
mod codepage;
mod drawing;
mod numeral;
mod package;
mod relations;
mod salvage;
mod story;
mod summary;
mod xml;

pub(crate) use bytes::{slice, u16_at, u32_at};
pub(crate) use claims::send as send_claims;
pub(crate) use codepage::encoding as code_page;
pub(crate) use drawing::{chart, paragraphs};
pub(crate) use numeral::numeral;
pub(crate) use package::Package;
pub(crate) use relations::{first_of_kind, relations};
pub(crate) use story::{Mark, Story};
pub(crate) use summary::send_summary;
pub(crate) use xml::{Element, Node, Walked, walk};

use crate::format::txt;
use crate::output::{Ending, Output, Stop};
use proof_model::Outcome;

/// How reading a document ended, of which the main part was walked so far.
pub(crate) fn ending(walked: Walked, package: Option<&Package<'_>>, output: &Output<'_>) -> Ending {
    if walked == Walked::Broken || package.is_some_and(Package::is_cut) {
        return Ending::because(Outcome::Partial, "the document is damaged: it ends before its end");
    }
    whole(package.is_some_and(Package::has_pictures), output)
}

/// How reading a document ended that was read whole: a scan that was put into a document is no empty page.
pub(crate) fn whole(has_pictures: bool, output: &Output<'_>) -> Ending {
    if output.has_text() || !has_pictures {
        return Ending::OK;
    }
    let reason = "it holds pictures and no words; words in the pictures are not read";
    Ending::because(Outcome::Partial, reason)
}

/// Sends pages. One that is too long to show, as in a long document without page breaks, is cut like a long text.
pub(crate) fn send_pages(pages: &[String], output: &mut Output<'_>) -> Result<(), Stop> {
    for page in pages {
        if page.len() <= MAX_PAGE_BYTES {
            output.page(None, page)?;
            continue;
        }
        for part in txt::readable_parts(page) {
            output.page(None, part)?;
        }
    }
    Ok(())
}

/// Some 500 printed pages: documents of that length that have no page breaks are rare.
const MAX_PAGE_BYTES: usize = 1 << 20;
