//! The document information dictionary (ISO 32000-2, 14.3.3).

use crate::output::{Output, Stop};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::object::DateTime;

/// Sends what the file says about itself.
pub(super) fn send(info: &Metadata, output: &mut Output<'_>) -> Result<(), Stop> {
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
