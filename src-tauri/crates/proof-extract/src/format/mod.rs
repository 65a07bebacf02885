//! The readers, one file a format.

pub(crate) mod container;
mod doc;
mod docx;
mod eml;
mod epub;
mod html;
mod image;
mod mapi;
mod mhtml;
mod msg;
mod numeral;
mod odf;
mod office;
mod pdf;
pub(crate) mod portray;
mod ppt;
mod pptx;
mod rtf;
pub(crate) mod table;
pub(crate) mod txt;
mod workbook;

use crate::output::{Ending, Output, Reading};
use crate::wire::WirePlaced;
use crate::{Password, media};
use proof_model::Outcome;

/// Reads `input`, which is of `media_type`, into `output`; with `password`, where it does not open without.
pub(crate) fn read(
    media_type: &str,
    input: &[u8],
    password: Option<&Password>,
    output: &mut Output<'_>,
) -> Reading {
    match media_type {
        "application/pdf" => pdf::read(input, password, output),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            docx::read(input, output)
        }
        pptx::PPTX => pptx::read(input, output),
        table::XLSX | table::XLS => workbook::read(media_type, input, output),
        _ if odf::is_read(media_type) => odf::read(input, output),
        "application/rtf" => rtf::read(input, output),
        "application/msword" => doc::read(input, output),
        "application/vnd.ms-powerpoint" => ppt::read(input, output),
        "application/vnd.ms-wordml" => docx::read_single(input, output),
        "text/html" => html::read(input, output),
        "message/rfc822" => eml::read(input, output),
        "multipart/related" => mhtml::read(input, output),
        "application/epub+zip" => epub::read(input, output),
        "application/xml" => txt::read_decoded(&html::decode(input), output),
        "application/json" => txt::read(input, output),
        "application/vnd.ms-outlook" => msg::read(input, output),
        "application/x-ole-encrypted" => Ok(Ending::because(Outcome::Encrypted, locked(password))),
        _ if media_type.starts_with("text/") => txt::read(input, output),
        _ if image::is_read(media_type) => image::read(media_type, input, output),
        _ => Ok(Ending::because(Outcome::Unsupported, unsupported(media_type))),
    }
}

/// An encrypted Office document as it is without its encryption ([MS-OFFCRYPTO] 2.3.4: standard and agile; RC4 for old
/// texts and presentations), with its media type; nothing where it is none, or the password does not open it.
pub(crate) fn unlocked(
    input: &[u8],
    media_type: &str,
    password: &Password,
) -> Option<(&'static str, Vec<u8>)> {
    if !OLE_LOCKED.contains(&media_type) {
        return None;
    }
    let opened = office_crypto::decrypt_from_bytes(input.to_vec(), password.as_str()).ok()?;
    let inside = media::media_type(&opened, "");
    // The wrong password makes noise of a package.
    (is_package(inside) || media_type == inside).then_some((inside, opened))
}

/// Office documents that may be encrypted, by media type.
const OLE_LOCKED: [&str; 3] =
    ["application/x-ole-encrypted", "application/msword", "application/vnd.ms-powerpoint"];

/// Where the words of a page of `input` stand, in the order in which [`read`] has them; nothing for kinds whose pages are not
/// drawn as they are laid out in the file.
pub(crate) fn places(
    media_type: &str,
    input: &[u8],
    password: Option<&Password>,
    page: u32,
) -> Option<Vec<WirePlaced>> {
    if media_type == "application/pdf" { pdf::places(input, password, page) } else { None }
}

/// Whether documents of this media type are ZIP archives inside.
pub(crate) fn is_package(media_type: &str) -> bool {
    ["application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."]
        .iter()
        .any(|family| media_type.starts_with(family))
}

/// Why a document that has a password is not read.
fn locked(password: Option<&Password>) -> &'static str {
    match password {
        None => "it opens only with a password; the original is kept",
        Some(_) => "this password does not open it; the original is kept",
    }
}

fn unsupported(media_type: &str) -> String {
    match kind(media_type) {
        Some(kind) => format!("this is {kind}; Proofline cannot read it yet; the original is kept"),
        None => {
            "this does not look like text, nor like any format that Proofline knows; the original is kept"
                .into()
        }
    }
}

/// What a file of that media type is called, if it is of a kind that people know.
fn kind(media_type: &str) -> Option<&'static str> {
    Some(match media_type {
        "application/zip" => "a ZIP archive",
        "application/gzip" | "application/x-bzip2" | "application/x-xz" => "a compressed file",
        "application/x-7z-compressed" | "application/vnd.rar" | "application/x-tar" => "an archive",
        "application/msword" => "an old Word document",
        "application/vnd.ms-excel" => "an old Excel workbook",
        "application/vnd.ms-powerpoint" => "an old PowerPoint presentation",
        "application/x-ole-storage" => "an old Office file",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "an Excel workbook",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => {
            "a PowerPoint presentation"
        }
        "application/vnd.oasis.opendocument.text" => "an OpenDocument text",
        "application/vnd.oasis.opendocument.spreadsheet" => "an OpenDocument spreadsheet",
        "application/vnd.oasis.opendocument.presentation" => "an OpenDocument presentation",
        "application/epub+zip" => "an e-book",
        "application/rtf" => "a rich text file",
        "application/mbox" => "a mailbox of several messages",
        "application/postscript" => "a PostScript file (save it as PDF to read it)",
        _ if media_type.starts_with("image/") => "an image",
        _ if media_type.starts_with("audio/") => "a sound recording",
        _ if media_type.starts_with("video/") => "a video",
        _ => return None,
    })
}
