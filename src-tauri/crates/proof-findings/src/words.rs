//! A text as its words, each by a hash of its folded letters.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::hash::Letters;

/// The words of a text, in order.
///
/// Words are runs of letters and digits after NFKD (Unicode Standard Annex 15), in lower case and without combining
/// marks, so that accents, ligatures, full-width forms and case make no difference. Everything else only parts words.
/// A word that a hyphen breaks at the end of a line is one word. Scripts that put no space between words (Han, kana,
/// Thai, Lao, Myanmar, Khmer) give a word a character. Two words are the same where 64 bits of hash are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    pub(crate) hashes: Vec<u64>,
    pub(crate) places: Vec<Range<usize>>,
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        each_word(text, |hash, place| {
            words.hashes.push(hash);
            words.places.push(place);
        });
        words
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Whether these are the same words in the same order.
    pub fn same(&self, other: &Self) -> bool {
        self.hashes == other.hashes
    }
}

/// Calls `take` with the hash and the place, in bytes, of each word.
pub(crate) fn each_word(text: &str, mut take: impl FnMut(u64, Range<usize>)) {
    let mut open: Option<(Letters, usize)> = None;
    let mut joined_until = 0;
    for (at, letter) in text.char_indices() {
        if at < joined_until || is_ignored(letter) {
            continue;
        }
        if letter == '-'
            && open.is_some()
            && let Some(more) = broken_line(&text[at..])
        {
            joined_until = at + more;
            continue;
        }
        let before = open.map_or(at, |(_, start)| start);
        let mut word = open.map_or(Letters::NONE, |(word, _)| word);
        if stands_alone(letter) {
            if let Some((word, start)) = open.take() {
                take(word.finish(), start..at);
            }
            let mut alone = Letters::NONE;
            alone.add(letter);
            take(alone.finish(), at..at + letter.len_utf8());
        } else if fold(letter, &mut word) {
            open = Some((word, before));
        } else if let Some((word, start)) = open.take() {
            take(word.finish(), start..at);
        }
    }
    if let Some((word, start)) = open {
        take(word.finish(), start..text.len());
    }
}

/// Adds the folded letters of a character to a word; whether it belongs to one.
fn fold(letter: char, word: &mut Letters) -> bool {
    if letter.is_ascii() {
        if letter.is_ascii_alphanumeric() {
            word.add(letter.to_ascii_lowercase());
            return true;
        }
        return false;
    }
    let mut belongs = false;
    decompose_compatible(letter, |part| {
        if is_combining_mark(part) {
            belongs = true;
        } else if part.is_alphanumeric() {
            belongs = true;
            part.to_lowercase().filter(|part| !is_combining_mark(*part)).for_each(|part| word.add(part));
        }
    });
    belongs
}

/// The length in bytes of a hyphen and the end of line after it, where a small letter goes on in the next line.
fn broken_line(rest: &str) -> Option<usize> {
    let after = rest[1..].strip_prefix('\r').unwrap_or(&rest[1..]).strip_prefix('\n')?;
    after.starts_with(char::is_lowercase).then_some(rest.len() - after.len())
}

/// Soft hyphens, joiners and marks of direction, which stand inside words and are not seen.
const fn is_ignored(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{640}')
}

const fn stands_alone(letter: char) -> bool {
    matches!(letter,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fff}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_change_the_words_does_not_count() {
        for (one, other, same) in [
            ("The President granted clemency.", "THE  president—granted\n“clemency”", true),
            ("résumé of the ﬁle", "Resume of the file", true),
            ("an exam-\nple", "an example", true),
            ("an exam\u{ad}ple", "an example", true),
            ("well-known", "well known", true),
            ("well-\nKnown", "well known", true),
            ("كِتَاب", "كتاب", true),
            ("92 million", "29 million", false),
            ("a b", "ab", false),
            ("大統領の恩赦", "大 統領の恩赦", true),
            ("大統領", "統大領", false),
        ] {
            assert_eq!(Words::of(one).same(&Words::of(other)), same, "{one} / {other}");
        }
    }

    #[test]
    fn a_word_knows_its_place_in_bytes() {
        let text = "É um “clem-\nency” — 大x";
        let words = Words::of(text);
        let found: Vec<&str> = words.places.iter().map(|place| &text[place.clone()]).collect();
        assert_eq!(found, ["É", "um", "clem-\nency", "大", "x"]);
        assert!(Words::of(" \n—").is_empty());
    }
}
