//! Passages of a text, chosen by chance.

use crate::chance::Chance;

/// The most words of a passage.
const MOST_WORDS: usize = 12;

/// Some words of a text that stand together, as they stand there; none where it has too few.
pub fn passage<'a>(text: &'a str, chance: &mut Chance) -> Option<&'a str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let count = 3 + chance.below(MOST_WORDS - 2);
    let first = chance.below(words.len().checked_sub(count)? + 1);
    let (from, last) = (words[first], words[first + count - 1]);
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.get(place(from)..place(last) + last.len())
}
