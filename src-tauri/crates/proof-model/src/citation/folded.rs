//! Text as it is compared with what somebody saw: letters and signs without white space, hyphens apart.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A text folded: decomposed (NFKD, under which texts are equal that are equal under NFKC), without white space and
/// without signs that nobody sees.
pub(super) struct Folded {
    /// The letters in one string, to seek in.
    run: String,
    letters: Vec<Letter>,
    /// In order. Between letters they stand apart, because those at line ends may be there or not.
    hyphens: Vec<Hyphen>,
}

/// A letter, digit, mark or any sign but a hyphen.
struct Letter {
    folded: char,
    /// Where it stands in the run.
    at: usize,
    /// The character with its marks that it was part of, as bytes of the text.
    origin: Range<usize>,
}

/// A hyphen between two letters.
pub(super) struct Hyphen {
    sign: char,
    /// The letter that follows, counted from 0.
    before: usize,
    is_at_line_end: bool,
    origin: Range<usize>,
}

/// A passage of a folded text.
pub(super) struct Passage {
    /// Its letters.
    pub(super) letters: Range<usize>,
    /// The bytes of the text that it came from.
    pub(super) bytes: Range<usize>,
}

impl Folded {
    /// Of `text`.
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self { run: String::new(), letters: Vec::new(), hyphens: Vec::new() };
        let mut rest = text.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            let mut end = start + first.len_utf8();
            while let Some((at, mark)) = rest.next_if(|&(_, next)| is_mark(next)) {
                end = at + mark.len_utf8();
            }
            folded.take(&text[start..end], start..end);
        }
        folded
    }

    /// How many letters there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The letter at `index`, folded.
    pub(super) fn letter(&self, index: usize) -> Option<char> {
        self.letters.get(index).map(|letter| letter.folded)
    }

    /// The hyphens just before the letter at `index`.
    pub(super) fn gap(&self, index: usize) -> &[Hyphen] {
        let start = self.hyphens.partition_point(|hyphen| hyphen.before < index);
        let len = self.hyphens[start..].partition_point(|hyphen| hyphen.before == index);
        &self.hyphens[start..start + len]
    }

    /// Every place at which `words` stand, in order; they must have a letter.
    pub(super) fn places(&self, words: &Self) -> Vec<Passage> {
        let mut found = Vec::new();
        let mut from = 0;
        let step = words.run.chars().next().map_or(1, char::len_utf8);
        while let Some(at) = self.run.get(from..).and_then(|rest| rest.find(&words.run)) {
            let first = self.letters.partition_point(|letter| letter.at < from + at);
            found.extend(self.passage(first..first + words.len(), words));
            from += at + step;
        }
        found
    }

    /// The passage of these letters, which are those of `words`, if its hyphens are theirs too, and no character of
    /// the text is cut in two.
    fn passage(&self, letters: Range<usize>, words: &Self) -> Option<Passage> {
        let within =
            (1..words.len()).all(|index| are_same(words.gap(index), self.gap(letters.start + index)));
        let is_whole = self.is_between_characters(letters.start) && self.is_between_characters(letters.end);
        if !within || !is_whole {
            return None;
        }
        let (ahead, behind) = (self.gap(letters.start), self.gap(letters.end));
        let (first, last) = (words.gap(0), words.gap(words.len()));
        let longest = |own: &[Hyphen], of: &[Hyphen]| own.len().min(of.len());
        let led = (0..=longest(ahead, first)).rev().find(|&n| are_same(first, &ahead[ahead.len() - n..]))?;
        let ended = (0..=longest(behind, last)).rev().find(|&n| are_same(last, &behind[..n]))?;
        let start = ahead[ahead.len() - led..].first().map(|hyphen| hyphen.origin.start);
        let end = behind[..ended].last().map(|hyphen| hyphen.origin.end);
        let bytes = start.unwrap_or(self.letters[letters.start].origin.start)
            ..end.unwrap_or(self.letters[letters.end - 1].origin.end);
        Some(Passage { letters, bytes })
    }

    /// Whether the letter at `index` and the one before it came from two characters of the text, not from one.
    fn is_between_characters(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|before| self.letters.get(before)), self.letters.get(index)) {
            (Some(before), Some(after)) => before.origin != after.origin,
            _ => true,
        }
    }

    /// Takes one character with its marks.
    fn take(&mut self, character: &str, origin: Range<usize>) {
        if let Some(white) = only(character).filter(|only| only.is_whitespace()) {
            return self.take_white_space(white);
        }
        let decomposed: Vec<char> = character.nfkd().filter(|&sign| !is_unseen(sign)).collect();
        if let [sign @ ('-' | '\u{2010}')] = decomposed[..] {
            let before = self.letters.len();
            self.hyphens.push(Hyphen { sign, before, is_at_line_end: false, origin });
            return;
        }
        for (index, &folded) in decomposed.iter().enumerate() {
            // A space that carries a mark is a sign of its own; others come apart from what they stood in.
            let carries = decomposed.get(index + 1).is_some_and(|&next| is_mark(next));
            if carries || !folded.is_whitespace() {
                self.letters.push(Letter { folded, at: self.run.len(), origin: origin.clone() });
                self.run.push(folded);
            }
        }
    }

    fn take_white_space(&mut self, white: char) {
        if is_line_end(white)
            && let Some(last) = self.hyphens.last_mut()
            && last.before == self.letters.len()
        {
            last.is_at_line_end = true;
        }
    }
}

/// Hyphens in one gap up to which all ways to pair them are tried.
const MOST_HYPHENS: usize = 8;

/// Whether two gaps hold the same hyphens, those at line ends left out wherever that helps.
pub(super) fn are_same(one: &[Hyphen], other: &[Hyphen]) -> bool {
    if one.len() + other.len() > MOST_HYPHENS {
        return one.iter().map(|hyphen| hyphen.sign).eq(other.iter().map(|hyphen| hyphen.sign));
    }
    match (one, other) {
        ([], rest) | (rest, []) => rest.iter().all(|hyphen| hyphen.is_at_line_end),
        ([first, one_left @ ..], [second, other_left @ ..]) => {
            first.sign == second.sign && are_same(one_left, other_left)
                || first.is_at_line_end && are_same(one_left, other)
                || second.is_at_line_end && are_same(one, other_left)
        }
    }
}

fn only(character: &str) -> Option<char> {
    let mut all = character.chars();
    all.next().filter(|_| all.next().is_none())
}

fn is_mark(character: char) -> bool {
    canonical_combining_class(character) != 0
}

fn is_line_end(white: char) -> bool {
    matches!(white, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Soft hyphens, spaces and joiners without width, byte order marks, and marks, isolates and overrides of direction:
/// what a stored page is without. The joiners of letters (U+200C, U+200D) count: scripts need them.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}
