//! Tables: text in columns and workbooks, told apart by their bytes.

pub(super) mod cell;
mod delimited;
mod package;
mod workbook;

use crate::media;
use crate::output::{Ending, Reading};
use crate::table::{DELIMITED, TableOutput};
use proof_model::Outcome;

/// Reads every sheet of `input` into `output`.
pub(crate) fn read(input: &[u8], output: &mut TableOutput<'_>) -> Reading {
    let media_type = media::media_type(input, "");
    match media_type {
        XLSX | ODS | XLS => {
            output.start(media_type)?;
            workbook::read(media_type, input, output)?;
        }
        _ if is_text_in_columns(media_type, input) => {
            output.start(DELIMITED)?;
            delimited::read(input, output)?;
        }
        "application/x-ole-encrypted" => {
            let reason = "it opens only with a password; save it without one";
            return Ok(Ending::because(Outcome::Encrypted, reason));
        }
        _ => return Ok(Ending::because(Outcome::Unsupported, no_table(media_type))),
    }
    output.flush()?;
    if output.sheets() == 0 {
        let reason = "it holds no table: every cell is blank; give it a header, and rows below that";
        return Ok(Ending::because(Outcome::Unsupported, reason));
    }
    Ok(Ending::OK)
}

pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(crate) const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
pub(crate) const XLS: &str = "application/vnd.ms-excel";

/// Whether it is text that no other format claims. A short signature is not believed before text: a column may be
/// called `ID3`.
fn is_text_in_columns(media_type: &str, input: &[u8]) -> bool {
    let other = ["text/html", "application/rtf", "application/postscript", "application/pdf"];
    let container = media_type.starts_with("application/zip") || input.starts_with(b"PK\x03\x04");
    !other.contains(&media_type) && !container && media::is_texty(input)
}

fn no_table(media_type: &str) -> String {
    let kind = match media_type {
        "text/html" => "a web page",
        "application/pdf" => "a PDF",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "a Word document",
        _ => super::kind(media_type).unwrap_or("no kind of file that Proofline knows"),
    };
    format!("this is {kind}, and not a table; save the table as .csv or .xlsx")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_what_only_looks_like_it() {
        let cases: [(&[u8], bool); 8] = [
            (b"Date;Title\n2021;x\n", true),
            (b"ID3,Title\n1,x\n", true),
            (b"BMW,Title\n1,x\n", true),
            (b"D\0a\0t\0e\0;\0T\0", true),
            (b"<!doctype html><table>", false),
            (b"{\\rtf1 a,b}", false),
            (b"PK\x03\x04 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
            (b"\x89PNG\r\n\x1a\n\0\0\0\0\0\0\0\0", false),
        ];
        for (input, expected) in cases {
            let media_type = media::media_type(input, "");
            assert_eq!(is_text_in_columns(media_type, input), expected, "{}", input.escape_ascii());
        }
    }
}
