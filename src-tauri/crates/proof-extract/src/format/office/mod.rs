//! What the documents of office programs have in common: a ZIP package of XML parts that says who made it.

mod claims;
mod drawing;
mod numeral;
mod ole;
mod package;
mod relations;
mod story;
mod xml;

pub(crate) use claims::send as send_claims;
pub(crate) use drawing::{chart, paragraphs};
pub(crate) use numeral::numeral;
pub(crate) use ole::OleFile;
pub(crate) use package::Package;
pub(crate) use relations::{first_of_kind, relations};
pub(crate) use story::{Mark, Story};
pub(crate) use xml::{Element, Node, Walked, walk};

use crate::output::{Output, Stop};

/// Sends what a document says about itself, although its text cannot be read.
pub(crate) fn claims_only(input: &[u8], output: &mut Output<'_>) -> Result<(), Stop> {
    match Package::open(input) {
        Some(mut package) => send_claims(&mut package, output),
        None => Ok(()),
    }
}

/// Whether files of this media type are such packages.
pub(crate) fn is_office(media_type: &str) -> bool {
    ["application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."]
        .iter()
        .any(|family| media_type.starts_with(family))
}
