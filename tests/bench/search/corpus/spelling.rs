//! Words that nobody uses and that are spelt like English ones.

use crate::chance::Chance;

const ONSETS: &[&str] = &[
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "b", "c", "d", "f", "l", "m",
    "n", "p", "r", "s", "t", "br", "ch", "cl", "cr", "fl", "gr", "pl", "pr", "sh", "st", "th", "tr", "str",
    "qu",
];
const VOWELS: &[&str] =
    &["a", "e", "i", "o", "u", "a", "e", "i", "o", "a", "e", "i", "o", "ai", "ea", "ee", "ou", "io"];
const INNER: &[&str] = &["", "", "", "", "", "n", "r", "l", "s", "m"];
const CODAS: &[&str] = &[
    "n", "r", "l", "t", "m", "d", "p", "n", "r", "t", "d", "nd", "nt", "st", "ck", "rt", "ct", "ve", "se",
    "te", "", "", "y",
];
const ENDINGS: &[&str] =
    &["s", "s", "s", "ed", "ed", "ing", "ing", "er", "ers", "ly", "ment", "able", "ation", "ness", "al"];

/// A word of so many syllables, in small letters.
pub fn word(syllables: usize, chance: &mut Chance) -> String {
    let mut word = String::new();
    for left in (0..syllables).rev() {
        word.push_str(chance.of(ONSETS));
        word.push_str(chance.of(VOWELS));
        word.push_str(chance.of(if left == 0 { CODAS } else { INNER }));
    }
    word
}

/// The word in another form, by an ending that English has.
pub fn inflected(word: &str, chance: &mut Chance) -> String {
    let ending = chance.of(ENDINGS);
    let begins_with_vowel = ending.starts_with(['e', 'i', 'a']);
    let stem = word.strip_suffix('e').filter(|_| begins_with_vowel).unwrap_or(word);
    format!("{stem}{ending}")
}
