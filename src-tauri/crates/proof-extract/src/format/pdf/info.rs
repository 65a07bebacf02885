//! The document information dictionary (ISO 32000-2, 14.3.3).

use crate::output::{Output, Stop};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::object::DateTime;
use hayro_interpret::hayro_syntax::{Pdf, PdfVersion};

/// Sends what the file says about itself, and how it is made.
pub(super) fn send(pdf: &Pdf, input: &[u8], output: &mut Output<'_>) -> Result<(), Stop> {
    send_info(pdf.metadata(), output)?;
    output.claim("pdf-version", version(pdf.version()))?;
    output.claim("encrypted", if is_encrypted(input) { "yes" } else { "no" })
}

fn version(version: PdfVersion) -> &'static str {
    match version {
        PdfVersion::Pdf10 => "1.0",
        PdfVersion::Pdf11 => "1.1",
        PdfVersion::Pdf12 => "1.2",
        PdfVersion::Pdf13 => "1.3",
        PdfVersion::Pdf14 => "1.4",
        PdfVersion::Pdf15 => "1.5",
        PdfVersion::Pdf16 => "1.6",
        PdfVersion::Pdf17 => "1.7",
        PdfVersion::Pdf20 => "2.0",
    }
}

/// Whether a trailer names an encryption dictionary (7.6): one that this opens without a password is encrypted too.
fn is_encrypted(input: &[u8]) -> bool {
    const NAME: &[u8] = b"/Encrypt";
    let places = input.windows(NAME.len()).enumerate().filter(|(_, window)| *window == NAME);
    places.into_iter().any(|(at, _)| {
        let value = input[at + NAME.len()..].trim_ascii_start();
        value.first().is_some_and(u8::is_ascii_digit) || value.starts_with(b"<<")
    })
}

fn send_info(info: &Metadata, output: &mut Output<'_>) -> Result<(), Stop> {
    let texts = [
        ("title", &info.title),
        ("author", &info.author),
        ("subject", &info.subject),
        ("keywords", &info.keywords),
        ("creator", &info.creator),
        ("producer", &info.producer),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            output.claim(key, &text_string(text))?;
        }
    }
    for (key, date) in [("created", &info.creation_date), ("modified", &info.modification_date)] {
        if let Some(date) = date {
            output.claim(key, &iso_8601(date))?;
        }
    }
    Ok(())
}

/// A text string (7.9.2.2): UTF-16 or UTF-8 if it begins with that byte order mark, else `PDFDocEncoding`.
pub(super) fn text_string(bytes: &[u8]) -> String {
    let wide = [(&b"\xfe\xff"[..], UTF_16BE), (b"\xff\xfe", UTF_16LE), (b"\xef\xbb\xbf", UTF_8)];
    for (mark, encoding) in wide {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return encoding.decode_without_bom_handling(rest).0.into_owned();
        }
    }
    bytes.iter().map(|&byte| pdf_doc_character(byte)).collect()
}

fn iso_8601(date: &DateTime) -> String {
    let sign = if date.utc_offset_hour < 0 { '-' } else { '+' };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        date.year,
        date.month,
        date.day,
        date.hour,
        date.minute,
        date.second,
        date.utc_offset_hour.unsigned_abs(),
        date.utc_offset_minute
    )
}

/// `PDFDocEncoding` (annex D.2) where it differs from Latin-1: 0x18 to 0x1f, and 0x80 to 0xa0.
const ACCENTS: &str = "\u{2d8}\u{2c7}\u{2c6}\u{2d9}\u{2dd}\u{2db}\u{2da}\u{2dc}";
const TYPOGRAPHY: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{fffd}€";

fn pdf_doc_character(byte: u8) -> char {
    let from = |table: &str, first: u8| table.chars().nth(usize::from(byte - first));
    match byte {
        0x18..=0x1f => from(ACCENTS, 0x18),
        0x80..=0xa0 => from(TYPOGRAPHY, 0x80),
        _ => Some(char::from(byte)),
    }
    .unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_read_in_their_three_encodings() {
        let cases: [(&[u8], &str); 5] = [
            (b"Plain", "Plain"),
            (b"\xfe\xff\0K\0\xf6\0l\0n", "Köln"),
            (b"\xef\xbb\xbfK\xc3\xb6ln", "Köln"),
            (b"K\xf6ln \x84 \x8dx\x8e", "Köln — “x”"),
            (b"\xa0 5", "€ 5"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(text_string(bytes), expected);
        }
    }
}
