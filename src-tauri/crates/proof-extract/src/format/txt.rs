//! Plain text and Markdown, in any encoding.

use crate::output::{Ending, Output, Reading};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Reads a text: one page, but cut at form feeds, and where it would grow too long to show.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    read_decoded(&decode(input, None), output)
}

/// The same for a text whose encoding was told.
pub(crate) fn read_decoded(text: &str, output: &mut Output<'_>) -> Reading {
    for part in text.split('\u{c}') {
        for page in readable_parts(part) {
            output.page(None, page)?;
        }
    }
    Ok(Ending::OK)
}

/// `input` as text. The encoding by byte order mark, else by `declared`, else UTF-8 if it is valid, else a guess.
/// Bytes that the encoding cannot hold become U+FFFD.
pub(crate) fn decode(input: &[u8], declared: Option<&'static Encoding>) -> String {
    if let Some(text) = utf32(input) {
        return text;
    }
    let encoding = match Encoding::for_bom(input) {
        Some((encoding, _)) => encoding,
        None => declared.or_else(|| utf16_by_zeros(input)).unwrap_or_else(|| guess(input)),
    };
    encoding.decode(input).0.into_owned()
}

/// UTF-32, which only a byte order mark tells; nothing if that is missing or the rest does not fit.
fn utf32(input: &[u8]) -> Option<String> {
    let (unit, rest): (fn([u8; 4]) -> u32, _) = match input {
        [0xff, 0xfe, 0, 0, rest @ ..] => (u32::from_le_bytes, rest),
        [0, 0, 0xfe, 0xff, rest @ ..] => (u32::from_be_bytes, rest),
        _ => return None,
    };
    rest.as_chunks().0.iter().map(|bytes| char::from_u32(unit(*bytes))).collect()
}

/// UTF-16 without a byte order mark: one of every two bytes is zero, and always the same one, in Western text.
pub(crate) fn utf16_by_zeros(input: &[u8]) -> Option<&'static Encoding> {
    let pairs = input[..input.len().min(64 << 10)].chunks_exact(2);
    let all = pairs.len();
    let plain = |byte: u8| byte >= 0x20 || byte.is_ascii_whitespace();
    let (mut first, mut second) = (0, 0);
    for pair in pairs {
        first += usize::from(pair[0] == 0 && plain(pair[1]));
        second += usize::from(pair[1] == 0 && plain(pair[0]));
    }
    let most = |zeros: usize, others: usize| all > 1 && zeros * 10 >= all * 4 && others * 50 <= all;
    if most(second, first) {
        Some(UTF_16LE)
    } else if most(first, second) {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guess(input: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(input).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(input, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Lines and bytes after which a page of plain text ends: a page that a person still scrolls through.
pub(crate) const PAGE_LINES: usize = 4_000;
pub(crate) const PAGE_BYTES: usize = 512 << 10;

/// `text` in parts of at most [`PAGE_LINES`] lines and about [`PAGE_BYTES`] bytes, cut at line ends where there are any.
pub(crate) fn readable_parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(cut) = first_cut(rest) {
        let (part, after) = rest.split_at(cut);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

fn first_cut(text: &str) -> Option<usize> {
    let by_lines = text.match_indices('\n').nth(PAGE_LINES - 1).map(|(at, _)| at + 1);
    let by_bytes = (text.len() > PAGE_BYTES).then(|| {
        let most = text.floor_char_boundary(PAGE_BYTES);
        text[..most].rfind('\n').map_or(most, |at| at + 1)
    });
    let cut = by_lines.into_iter().chain(by_bytes).min()?;
    (cut < text.len()).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_in_their_encoding() {
        let utf16: Vec<u8> = "Größe, Preis".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let cases: [(&[u8], &str); 7] = [
            ("Größe".as_bytes(), "Größe"),
            (b"\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe", "Größe"),
            (&utf16, "Größe, Preis"),
            (b"\xff\xfeG\0r\0", "Gr"),
            (b"\xff\xfe\0\0G\0\0\0", "G"),
            (b"\0\0\xfe\xff\0\0\0G\0\x01\xf6\0", "G\u{1f600}"),
            (
                b"Die Gr\xf6\xdfe des Stra\xdfenverkehrs f\xfcr M\xfcnchen",
                "Die Größe des Straßenverkehrs für München",
            ),
        ];
        for (input, expected) in cases {
            assert_eq!(decode(input, None), expected);
        }
    }

    #[test]
    fn long_texts_are_cut_at_line_ends() {
        let long = "line\n".repeat(PAGE_LINES * 2 + 1);
        let parts = readable_parts(&long);
        assert_eq!(parts.len(), 3);
        assert_eq!(parts.concat(), long);
        assert!(parts.iter().all(|part| part.lines().count() <= PAGE_LINES));
    }

    #[test]
    fn a_line_without_end_is_cut_between_characters() {
        let long = "é".repeat(PAGE_BYTES);
        let parts = readable_parts(&long);
        assert_eq!(parts.concat(), long);
        assert!(parts.iter().all(|part| part.len() <= PAGE_BYTES));
    }

    #[test]
    fn an_exact_page_is_not_followed_by_an_empty_one() {
        assert_eq!(readable_parts(&"line\n".repeat(PAGE_LINES)).len(), 1);
    }
}
