//! Words that nobody uses and that are spelt like English ones.

use crate::chance::Chance;

const ONSETS: &[&str] = &[
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "ch", "cl", "cr", "dr",
    "fl", "fr", "gr", "pl", "pr", "sh", "sl", "sp", "st", "str", "th", "tr", "qu", "j", "k",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ea", "ee", "io", "ou", "oa"];
const INNER: &[&str] = &["", "", "", "", "n", "r", "l", "s", "m", "n", "c"];
const CODAS: &[&str] = &[
    "n", "r", "l", "t", "m", "nd", "nt", "st", "ck", "rt", "rm", "sk", "ct", "p", "d", "nt", "ve", "se", "te",
];
const ENDINGS: &[&str] =
    &["s", "s", "ed", "ing", "ing", "er", "ers", "ly", "ment", "able", "ation", "ness", "al"];

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
