//! The words of a text, as a reader would cut them.

use super::segments::Segments;

/// Shows each word of a text and the byte where it begins: the segments of Unicode UAX #29, cut further at `.`, `:` and
/// `_` unless the dot stands between digits. Katakana is cut into letters, as Chinese and Hiragana are by UAX #29: what
/// is looked for there may be any part of what is written without a space.
pub(super) fn each(text: &str, mut word: impl FnMut(usize, &str)) {
    for (start, segment) in Segments::new(text) {
        if segment.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            word(start, segment);
        } else {
            pieces(start, segment, &mut word);
        }
    }
}

fn pieces(mut at: usize, mut rest: &str, word: &mut impl FnMut(usize, &str)) {
    while !rest.is_empty() {
        let (length, next) = piece(rest);
        // An accent clings to the mark before it, even to a parenthesis.
        let clean = rest[..length].trim_start_matches(|c: char| !c.is_alphanumeric());
        if !clean.is_empty() {
            word(at + length - clean.len(), clean);
        }
        at += next;
        rest = &rest[next..];
    }
}

/// The bytes of the next piece, and those up to the one after it.
fn piece(rest: &str) -> (usize, usize) {
    if let Some(first) = rest.chars().next().filter(|c| is_katakana(*c)) {
        return (first.len_utf8(), first.len_utf8());
    }
    for (at, c) in rest.char_indices() {
        if is_katakana(c) {
            return (at, at);
        }
        if splits(rest, at, c) {
            return (at, at + c.len_utf8());
        }
    }
    (rest.len(), rest.len())
}

const fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Whether the character at this byte ends a word inside a UAX #29 segment.
fn splits(segment: &str, at: usize, c: char) -> bool {
    let before = segment[..at].chars().next_back();
    let after = segment[at + c.len_utf8()..].chars().next();
    let digits = |c: Option<char>| c.is_some_and(char::is_numeric);
    match c {
        ':' | '_' | '\u{ff3f}' | '\u{203f}' => true,
        '.' | '\u{2024}' | '\u{fe52}' | '\u{ff0e}' => !(digits(before) && digits(after)),
        ',' | ';' => !is_thousands(segment),
        _ => false,
    }
}

/// Whether a number is written in groups of three: `92,000,000` or `1,234.50`, but not `2019,2020`.
fn is_thousands(number: &str) -> bool {
    let whole = number.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && digits(first) && groups.all(|group| group.len() == 3 && digits(group))
}
