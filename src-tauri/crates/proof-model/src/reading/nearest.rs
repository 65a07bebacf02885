//! The nearest reading of what cannot be read: a word respelt, or the part before or after what is wrong.

use super::{Reading, Reference, language::Language, read_once};

/// Looks for a reading of a text that stopped at the character `at`, from 0.
pub(super) fn nearest(
    text: &[char],
    at: usize,
    language: &Language,
    reference: Option<&Reference>,
) -> Option<Reading> {
    let end = at + text[at.min(text.len())..].iter().take_while(|sign| sign.is_alphanumeric()).count();
    let before: String = text.get(..at)?.iter().collect();
    let after: String = text.get(end..)?.iter().collect();
    let word: String = text.get(at..end)?.iter().flat_map(|sign| sign.to_lowercase()).collect();
    let respelt = || {
        let known = respelling(&word, language)?;
        read_once(&format!("{before}{known}{after}"), language, reference).ok()
    };
    let dated = |text: &str| {
        let reading = read_once(text, language, reference).ok()?;
        (!reading.when.is_undated() && !reading.relative).then_some(reading)
    };
    let before = before.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let shorter = before.rsplit_once(' ').map_or("", |(rest, _)| rest);
    let after = after.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    respelt().or_else(|| dated(before)).or_else(|| dated(after)).or_else(|| dated(shorter))
}

/// The word of the language that is fewest changes away: one change in a short word, not of its first letter,
/// and two in a longer one.
fn respelling(word: &str, language: &Language) -> Option<&'static str> {
    let length = word.chars().count();
    let most = match length {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    let near = language.vocabulary().filter(|known| {
        known.chars().count() + most >= length
            && known.len() > 2
            && (length > 5 || known.get(..1) == word.get(..1))
    });
    near.map(|known| (changes(word, known), known))
        .filter(|(changes, _)| *changes <= most)
        .min_by_key(|(changes, _)| *changes)
        .map(|(_, known)| known)
}

/// The letters to add, drop, replace or swap with a neighbour (optimal string alignment distance).
fn changes(one: &str, two: &str) -> usize {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=two.len()).collect()];
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=two.len() {
            let same = usize::from(one[i - 1] != two[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][two.len()]
}
