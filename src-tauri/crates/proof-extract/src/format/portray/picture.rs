//! Pictures that can be shown without anything being loaded: those that the document itself holds.

use crate::media;
use base64::Engine;
use base64::engine::general_purpose::{GeneralPurpose, STANDARD};
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};
use std::collections::HashMap;

/// Bytes of one picture. 2 MiB: a photograph as mail programs embed it.
const MOST_OF_ONE: usize = 2 << 20;
/// Bytes of all pictures of a page.
const MOST_OF_ALL: usize = 16 << 20;

/// As senders write it, with or without its padding.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The pictures of one page: those that its message holds, and a count of those that are not shown.
#[derive(Default)]
pub(super) struct Pictures<'a> {
    held: HashMap<&'a str, &'a [u8]>,
    bytes: usize,
    left_out: u32,
}

impl<'a> Pictures<'a> {
    /// Pictures that a message holds, by their `Content-ID`.
    pub(super) fn held(held: HashMap<&'a str, &'a [u8]>) -> Self {
        Self { held, ..Self::default() }
    }

    /// How many have been left out.
    pub(super) const fn left_out(&self) -> u32 {
        self.left_out
    }

    /// Notes that a picture is not shown.
    pub(super) const fn leave_out(&mut self) {
        self.left_out = self.left_out.saturating_add(1);
    }

    /// The picture at `source` as a `data:` address (RFC 2397), if it is here and may be shown.
    pub(super) fn data_address(&mut self, source: &str) -> Option<String> {
        let source = source.trim();
        let (scheme, rest) = source.split_once(':')?;
        if scheme.eq_ignore_ascii_case("cid") {
            let bytes = *self.held.get(decoded(rest).as_str())?;
            self.shown(bytes)
        } else if scheme.eq_ignore_ascii_case("data") && rest.len() <= MOST_OF_ONE * 2 {
            self.shown(&embedded(rest)?)
        } else {
            None
        }
    }

    fn shown(&mut self, bytes: &[u8]) -> Option<String> {
        let fits = bytes.len() <= MOST_OF_ONE && self.bytes + bytes.len() <= MOST_OF_ALL;
        let media_type = kind(bytes).filter(|_| fits)?;
        self.bytes += bytes.len();
        Some(format!("data:{media_type};base64,{}", STANDARD.encode(bytes)))
    }
}

/// Whether an address is one that is made here: a picture of an allowed kind, and nothing but its bytes.
pub(super) fn is_made_here(address: &str) -> bool {
    let content = address.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"));
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    content.is_some_and(|(kind, digits)| KINDS.contains(&kind) && digits.bytes().all(is_digit))
}

/// Where a picture that is not shown would come from, for the reader of the page: the host, or what kind of address.
pub(super) fn whence(source: &str) -> String {
    let source: String = source.trim().chars().filter(|character| !character.is_whitespace()).collect();
    let (scheme, rest) = source.split_once(':').unwrap_or(("", &source));
    match scheme.to_ascii_lowercase().as_str() {
        "cid" => "not in the message".to_owned(),
        "data" => "too large, or of another kind".to_owned(),
        _ => match rest.trim_start_matches(['/', '\\']) {
            "" => "no address".to_owned(),
            beyond => beyond.split(['/', '\\', '?', '#']).next().unwrap_or_default().to_owned(),
        },
    }
}

const KINDS: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// The kind of picture by its first bytes, if it is one of those that can do nothing but be seen.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    let found = media::media_type(&bytes[..bytes.len().min(64)], "");
    KINDS.into_iter().find(|kind| *kind == found)
}

/// The bytes of what follows `data:`.
fn embedded(rest: &str) -> Option<Vec<u8>> {
    let (kind, content) = rest.split_once(',')?;
    if !kind.trim_end().to_ascii_lowercase().ends_with(";base64") {
        return None;
    }
    let digits: String = decoded(content).chars().filter(|digit| !digit.is_whitespace()).collect();
    LENIENT.decode(digits).ok()
}

/// A part of an address with its percent signs (RFC 3986, 2.1) resolved.
fn decoded(part: &str) -> String {
    if !part.contains('%') {
        return part.to_owned();
    }
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, left @ ..] = rest {
        let hex = left.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = &left[if byte.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIF: &[u8] = b"GIF89a\x01\0\x01\0";

    #[test]
    fn only_pictures_that_are_here_and_can_only_be_seen_are_shown() {
        let gif = "data:image/gif;base64,R0lGODlhAQABAA==";
        let large = [GIF, &vec![0; MOST_OF_ONE]].concat();
        let held = HashMap::from([("a b@x", GIF), ("svg", b"<svg>"), ("large", &large)]);
        let cases = [
            ("cid:a b@x", Some(gif)),
            (" CID:a%20b@x", Some(gif)),
            ("cid:other", None),
            ("cid:svg", None),
            ("cid:large", None),
            ("data:image/gif;base64,R0lGODlhAQABAA==", Some(gif)),
            ("DATA:image/gif;charset=x;BASE64, R0lG\nODlhAQAB%41A", Some(gif)),
            ("data:image/png;base64,R0lGODlhAQABAA==", Some(gif)),
            ("data:image/svg+xml;base64,PHN2Zz4=", None),
            ("data:text/html;base64,PGgxPg==", None),
            ("data:image/gif,GIF89a", None),
            ("data:image/gif;base64,!!!", None),
            ("http://sink.example/a.gif", None),
            ("//sink.example/a.gif", None),
            ("a.gif", None),
            ("", None),
        ];
        for (source, expected) in cases {
            let shown = Pictures::held(held.clone()).data_address(source);
            assert_eq!(shown.as_deref(), expected, "{source}");
            assert!(shown.is_none_or(|address| is_made_here(&address)), "{source}");
        }
    }

    #[test]
    fn all_pictures_together_have_a_limit() {
        let one = [GIF, &vec![0; MOST_OF_ONE - GIF.len()]].concat();
        let mut pictures = Pictures::held(HashMap::from([("a", one.as_slice())]));
        let shown = (0..10).filter(|_| pictures.data_address("cid:a").is_some()).count();
        assert_eq!(shown, 8);
    }

    #[test]
    fn where_a_picture_would_come_from_is_told_in_a_word() {
        let cases = [
            ("http://sink.example/a.gif?id=1", "sink.example"),
            ("//sink.example", "sink.example"),
            ("\\\\sink.example\\a", "sink.example"),
            ("ht\ntps://sink.example#x", "sink.example"),
            ("pictures/a.gif", "pictures"),
            ("cid:a", "not in the message"),
            ("data:image/svg+xml,<svg>", "too large, or of another kind"),
            ("", "no address"),
        ];
        for (source, expected) in cases {
            assert_eq!(whence(source), expected, "{source}");
        }
    }
}
