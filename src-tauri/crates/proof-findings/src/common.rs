//! The words that two texts have in common, counted.

use std::ops::Range;

use crate::{Words, hash::sequence};

/// Words in a row that are common at least: fewer are phrases that everybody writes.
pub const LEAST_RUN: usize = 8;

/// Places in the other text that a run is tried at. Where more begin alike, the text says the same over and over.
const TRIED: usize = 16;

/// What two texts have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Common {
    /// The share of the first's words that stand in common runs: 0 to 1.
    pub share_of_a: f64,
    /// The share of the second's.
    pub share_of_b: f64,
    /// The runs, in the order of the first. They may overlap by fewer than [`LEAST_RUN`] words.
    pub passages: Vec<Passage>,
}

/// A run of words that stands in both texts, as bytes of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the first.
    pub a: Range<usize>,
    /// Where it stands in the second; one place, where there are several.
    pub b: Range<usize>,
}

/// Counts the words of two texts that stand in runs of at least [`LEAST_RUN`] words that both have.
///
/// Time and memory grow with the length of both together (n log n for the second's runs).
pub fn common(a: &Words, b: &Words) -> Common {
    let (in_a, in_b) = (Runs::of(a), Runs::of(b));
    Common {
        share_of_a: share(covered(a, &in_b), a.len()),
        share_of_b: share(covered(b, &in_a), b.len()),
        passages: passages(a, b, &in_b),
    }
}

/// The starts of all runs of a text, by hash.
struct Runs(Vec<(u64, usize)>);

impl Runs {
    fn of(words: &Words) -> Self {
        let mut runs: Vec<(u64, usize)> =
            words.hashes.windows(LEAST_RUN).enumerate().map(|(at, run)| (hash(run), at)).collect();
        runs.sort_unstable();
        Self(runs)
    }

    fn at(&self, hash: u64) -> &[(u64, usize)] {
        let rest = &self.0[self.0.partition_point(|(other, _)| *other < hash)..];
        &rest[..rest.partition_point(|(other, _)| *other == hash)]
    }
}

fn hash(run: &[u64]) -> u64 {
    sequence(run.iter().copied())
}

/// How many words stand in runs that the other text has.
fn covered(words: &Words, other: &Runs) -> usize {
    let (mut count, mut until) = (0, 0);
    for (at, run) in words.hashes.windows(LEAST_RUN).enumerate() {
        if !other.at(hash(run)).is_empty() {
            count += at + LEAST_RUN - until.max(at);
            until = at + LEAST_RUN;
        }
    }
    count
}

fn passages(a: &Words, b: &Words, in_b: &Runs) -> Vec<Passage> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(run) = a.hashes.get(at..at + LEAST_RUN) {
        let starts = in_b.at(hash(run)).iter().take(TRIED);
        let longest = starts.map(|(_, start)| (alike(&a.hashes[at..], &b.hashes[*start..]), *start)).max();
        let Some((length, start)) = longest.filter(|(length, _)| *length >= LEAST_RUN) else {
            at += 1;
            continue;
        };
        found.push(Passage { a: place(a, at, length), b: place(b, start, length) });
        // The first run that reaches beyond this passage.
        at += length - LEAST_RUN + 1;
    }
    found
}

fn alike(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

fn place(words: &Words, at: usize, length: usize) -> Range<usize> {
    words.places[at].start..words.places[at + length - 1].end
}

#[allow(clippy::cast_precision_loss, reason = "no text has 2^52 words")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str =
        "the president granted clemency to nine people on friday and the offices said nothing of it";

    fn check(a: &str, b: &str, shares: (f64, f64), expected: &[(&str, &str)]) {
        let found = common(&Words::of(a), &Words::of(b));
        assert!((found.share_of_a - shares.0).abs() < 1e-9, "{found:?}");
        assert!((found.share_of_b - shares.1).abs() < 1e-9, "{found:?}");
        let passages: Vec<_> =
            found.passages.iter().map(|passage| (&a[passage.a.clone()], &b[passage.b.clone()])).collect();
        assert_eq!(passages, expected);
    }

    #[test]
    fn runs_of_eight_words_are_common_and_shorter_ones_are_not() {
        check(STORY, STORY, (1.0, 1.0), &[(STORY, STORY)]);
        check(STORY, "", (0.0, 0.0), &[]);
        check("one two three four five six seven", "one two three four five six seven", (0.0, 0.0), &[]);
        let eight = "one two three four five six seven eight";
        let quoted = format!("X: {}? Y Z", eight.to_uppercase());
        check(eight, &quoted, (1.0, 8.0 / 11.0), &[(eight, &eight.to_uppercase())]);
    }

    #[test]
    fn what_is_quoted_in_two_parts_is_two_passages() {
        let (first, last) = ("a b c d e f g h i", "k l m n o p q r");
        let (one, other) = (format!("{first} J {last}"), format!("{last} — {first}"));
        check(&one, &other, (17.0 / 18.0, 1.0), &[(first, first), (last, last)]);
    }

    #[test]
    fn a_text_that_says_the_same_over_and_over_ends() {
        let words = Words::of(&"again and ".repeat(100_000));
        assert!((common(&words, &words).share_of_a - 1.0).abs() < 1e-9);
    }
}
