//! The letters of a line, set one after another, and the order in which they are read.

use std::ops::Range;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_normalization::UnicodeNormalization;

/// A letter, and where its glyph begins and ends along the line. A space that no glyph shows stands where it is needed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    pub letter: char,
    pub start: f64,
    pub end: f64,
}

/// The letters of a line as they stand from left to right.
#[derive(Debug, Default)]
pub(super) struct Setting {
    sets: Vec<Set>,
}

/// The least gap between columns, in ems.
const COLUMN_GAP: f64 = 2.0;
const SPACES: [char; 2] = [' ', '\t'];

impl Setting {
    /// Adds a space, if there is something that it parts from what comes.
    pub(super) fn space(&mut self) {
        if self.last().is_some_and(|last| !SPACES.contains(&last)) {
            self.part(' ');
        }
    }

    /// Adds what a gap of so many ems stands for, words being parted from `wide` on.
    pub(super) fn gap(&mut self, gap: f64, wide: f64) {
        if gap > COLUMN_GAP {
            while self.ends_with_space() {
                self.sets.pop();
            }
            self.part('\t');
        } else if gap > wide && !self.ends_with_space() {
            self.part(' ');
        }
    }

    /// Adds the letters of a glyph, ligatures and presentation forms taken apart.
    pub(super) fn letters(&mut self, text: &str, start: f64, end: f64) {
        self.sets.extend(visual(text).into_iter().map(|letter| Set { letter, start, end }));
    }

    /// Adds a mark before the letter that it stands on, because the line is about to be turned around.
    pub(super) fn mark(&mut self, mark: &str) {
        let on = self.sets.pop();
        let (start, end) = on.map_or((0.0, 0.0), |on| (on.start, on.end));
        self.sets.extend(mark.chars().map(|letter| Set { letter, start, end }));
        self.sets.extend(on);
    }

    /// Whether the last letter is of a script that runs from right to left.
    pub(super) fn ends_right_to_left(&self) -> bool {
        self.last().is_some_and(is_right_to_left)
    }

    /// Whether the text goes on from one letter of a script without spaces to another: Han and kana, as listed in
    /// Unicode's Blocks.txt, but for Hangul, which sets spaces.
    pub(super) fn goes_on_solid(&self, next: &str) -> bool {
        let is_solid = |letter: char| {
            matches!(letter, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
                | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
                | '\u{20000}'..='\u{3ffff}')
        };
        self.last().is_some_and(is_solid) && next.chars().next().is_some_and(is_solid)
    }

    /// The letters in the order in which they are read, from the order in which they stand from left to right (Unicode
    /// Bidirectional Algorithm, rule L2, which is its own inverse for a line).
    pub(super) fn logical(self) -> Vec<Set> {
        let is = |right_to_left: bool| {
            self.sets.iter().filter(move |set| is_right_to_left(set.letter) == right_to_left)
        };
        if is(true).next().is_none() {
            return self.sets;
        }
        let strong = |right_to_left: bool| is(right_to_left).filter(|set| set.letter.is_alphabetic()).count();
        let base = if strong(true) >= strong(false) { Level::rtl() } else { Level::ltr() };
        let text: String = self.sets.iter().map(|set| set.letter).collect();
        let bidi = BidiInfo::new(&text, Some(base));
        let mut read = Vec::with_capacity(self.sets.len());
        for paragraph in &bidi.paragraphs {
            let levels = bidi.reordered_levels_per_char(paragraph, paragraph.range.clone());
            let first = text[..paragraph.range.start].chars().count();
            let letters = first..first + text[paragraph.range.clone()].chars().count();
            let order = BidiInfo::reorder_visual(&levels[letters.clone()]);
            read.extend(order.into_iter().map(|at| self.sets[letters.start + at]));
        }
        read
    }

    fn part(&mut self, space: char) {
        let at = self.sets.last().map_or(0.0, |last| last.end);
        self.sets.push(Set { letter: space, start: at, end: at });
    }

    fn last(&self) -> Option<char> {
        self.sets.last().map(|set| set.letter)
    }

    fn ends_with_space(&self) -> bool {
        self.last().is_some_and(|last| SPACES.contains(&last))
    }
}

/// The words among letters, each with where it begins and ends.
pub(super) fn words(read: &[Set]) -> Vec<(String, f64, f64)> {
    let words = read.split(|set| set.letter.is_whitespace()).filter(|word| !word.is_empty());
    let word = |word: &[Set]| {
        let Range { start, end } = extent(word);
        (word.iter().map(|set| set.letter).collect(), start, end)
    };
    words.map(word).collect()
}

fn extent(word: &[Set]) -> Range<f64> {
    let start = word.iter().map(|set| set.start.min(set.end)).fold(f64::MAX, f64::min);
    start..word.iter().map(|set| set.end.max(set.start)).fold(f64::MIN, f64::max)
}

/// A glyph's characters from left to right, ligatures and presentation forms taken apart.
fn visual(text: &str) -> Vec<char> {
    let plain: Vec<char> = text.chars().flat_map(plain_letters).collect();
    if plain.len() > 1 && plain.iter().copied().any(is_right_to_left) {
        plain.into_iter().rev().collect()
    } else {
        plain
    }
}

/// The letters that a ligature or an Arabic or Hebrew presentation form stands for.
fn plain_letters(character: char) -> Vec<char> {
    match character {
        '\u{fb00}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            std::iter::once(character).nfkc().collect()
        }
        _ => vec![character],
    }
}

/// Whether a character is a letter of a script that runs from right to left.
pub(super) fn is_right_to_left(character: char) -> bool {
    matches!(bidi_class(character), BidiClass::R | BidiClass::AL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(letters: &str) -> String {
        let mut setting = Setting::default();
        for (at, letter) in (0_u32..).zip(letters.chars()) {
            setting.letters(&letter.to_string(), f64::from(at), f64::from(at + 1));
        }
        let words = words(&setting.logical());
        let told: Vec<String> =
            words.iter().map(|(word, start, end)| format!("{word} {start}-{end}")).collect();
        told.join("; ")
    }

    #[test]
    fn words_keep_their_places_in_whichever_direction_they_are_read() {
        for (letters, expected) in [
            ("ab cd", "ab 0-2; cd 3-5"),
            ("ד ג בא", "אב 4-6; ג 2-3; ד 0-1"),
            ("12 בא", "אב 3-5; 12 0-2"),
            ("see בא now", "see 0-3; אב 4-6; now 7-10"),
            ("", ""),
        ] {
            assert_eq!(read(letters), expected, "{letters}");
        }
    }

    #[test]
    fn a_ligatures_letters_share_its_place() {
        let mut setting = Setting::default();
        setting.letters("ﬁ", 2.0, 3.0);
        setting.gap(0.5, 0.1);
        setting.letters("x", 4.0, 5.0);
        let expected = [("fi".to_owned(), 2.0, 3.0), ("x".to_owned(), 4.0, 5.0)];
        assert_eq!(words(&setting.logical()), expected);
    }
}
