//! Text as pages hold it: Unicode NFC, lines ended by `\n`, nothing invisible that would part a quote from its source.

use unicode_normalization::UnicodeNormalization;

/// `raw` as a page's text: NFC, `\n` line ends, ordinary spaces, no control or invisible formatting characters except
/// tab, no spaces at line ends, no empty lines at either end, at most two in a row. Ends with `\n` unless empty.
pub(crate) fn clean(raw: &str) -> String {
    let plain: String = plain_line_ends(raw).chars().filter_map(plain_character).nfc().collect();
    let mut out = String::with_capacity(plain.len());
    let mut blank = 0;
    for line in plain.split('\n').map(|line| line.trim_end_matches([' ', '\t'])) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !out.is_empty() {
            out.extend(std::iter::repeat_n('\n', blank.min(2)));
        }
        blank = 0;
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// `raw` as a table's cell: letter for letter, but with `\n` line ends and no control characters beside `\n` and tab.
pub(crate) fn cell(raw: &str) -> String {
    let kept = |character: &char| !character.is_control() || matches!(character, '\n' | '\t');
    raw.replace("\r\n", "\n").replace('\r', "\n").chars().filter(kept).collect()
}

/// Whether `text` could have come from [`clean`], as far as safety goes: no control characters beside `\n` and tab.
pub(crate) fn is_clean(text: &str) -> bool {
    !text.chars().any(|character| character.is_control() && character != '\n' && character != '\t')
}

/// `raw` on one line of at most `most` characters, spaces run together.
pub(crate) fn one_line(raw: &str, most: usize) -> String {
    let clean = clean(raw);
    let words: Vec<&str> = clean.split_whitespace().collect();
    words.join(" ").chars().take(most).collect()
}

/// Whether `text` has no control characters at all.
pub(crate) fn is_one_line(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

/// `raw` with `\n` for every way to end a line.
pub(crate) fn plain_line_ends(raw: &str) -> String {
    raw.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

/// The character to keep in place of `character`, if any.
fn plain_character(character: char) -> Option<char> {
    match character {
        '\n' | '\t' => Some(character),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Some(' '),
        _ if character.is_control() || is_invisible(character) => None,
        _ => Some(character),
    }
}

/// Soft hyphens, zero-width spaces, joiners of words, byte order marks, and marks, isolates and overrides of direction.
/// The joiners of letters (U+200C, U+200D) stay: scripts need them.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_text_is_cleaned() {
        let cases = [
            ("a\r\nb\rc", "a\nb\nc\n"),
            ("e\u{301}t\u{e9}", "\u{e9}t\u{e9}\n"),
            ("co\u{ad}operate", "cooperate\n"),
            ("a\0b\u{7}c\u{fffd}", "abc\u{fffd}\n"),
            ("  in\u{a0}dent \t \n", "  in dent\n"),
            ("\n\na\n\n\n\n\nb\n\n", "a\n\n\nb\n"),
            ("\u{feff}start\u{202e}", "start\n"),
            ("", ""),
            (" \n ", ""),
        ];
        for (raw, expected) in cases {
            assert_eq!(clean(raw), expected, "{raw:?}");
            assert!(is_clean(&clean(raw)));
            assert_eq!(clean(&clean(raw)), expected, "cleaning twice: {raw:?}");
        }
    }

    #[test]
    fn a_cell_keeps_its_letters() {
        let cases = [
            ("a\r\nb\rc\td", "a\nb\nc\td"),
            (" e\u{301} \u{a0}", " e\u{301} \u{a0}"),
            ("a\0\u{7}\u{85}b", "ab"),
        ];
        for (raw, expected) in cases {
            assert_eq!(cell(raw), expected, "{raw:?}");
            assert!(is_clean(&cell(raw)));
        }
    }

    #[test]
    fn one_line_has_one_line() {
        assert_eq!(one_line(" a\n b\t\tc ", 100), "a b c");
        assert_eq!(one_line("abcdef", 3), "abc");
    }
}
