//! Where a text speaks of what a query asks for.

use std::ops::Range;

use super::ast::{Field, Leaf, Node, Wanted};
use crate::analysis::{Word, exact_words, stemmed_words};

/// A place in a text, and which leaf of the query it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub range: Range<usize>,
    pub leaf: usize,
}

/// A text as words, in both forms.
struct Words {
    exact: Vec<Word>,
    /// Empty when no leaf needs them.
    stemmed: Vec<Word>,
}

/// Every place that answers a positive leaf on the text, in order of their beginnings.
pub(super) fn matches(root: Option<&Node>, text: &str) -> Vec<Match> {
    let leaves: Vec<&Leaf> = root.map(Node::positive_leaves).unwrap_or_default();
    let asked: Vec<&Wanted> =
        leaves.into_iter().filter(|leaf| leaf.field == Field::Text).map(|leaf| &leaf.wanted).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let stems = asked.iter().any(|wanted| matches!(wanted, Wanted::Word { .. }));
    let stemmed = if stems { stemmed_words(text) } else { Vec::new() };
    let words = Words { exact: exact_words(text), stemmed };
    let mut found: Vec<Match> = asked
        .iter()
        .enumerate()
        .flat_map(|(leaf, wanted)| words.ranges(wanted).into_iter().map(move |range| Match { range, leaf }))
        .collect();
    found.sort_by_key(|found| (found.range.start, found.range.end));
    found
}

/// The places alone, those that overlap joined.
pub(super) fn merged(matches: Vec<Match>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for Match { range, .. } in matches {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

impl Words {
    fn ranges(&self, wanted: &Wanted) -> Vec<Range<usize>> {
        match wanted {
            Wanted::Word { stem, .. } => single(&self.stemmed, |word| word == stem),
            Wanted::Exact(exact) => single(&self.exact, |word| word == exact),
            Wanted::Like { word: like, distance } => {
                single(&self.exact, |word| within(like, word, usize::from(*distance)))
            }
            Wanted::Prefix(words) => self.in_a_row(words, true),
            Wanted::Phrase { words, slop: 0 } => self.in_a_row(words, false),
            Wanted::Phrase { words, slop } => self.near(words, *slop as usize),
            Wanted::MediaType(_) | Wanted::Case { .. } => Vec::new(),
        }
    }

    fn in_a_row(&self, wanted: &[String], open_end: bool) -> Vec<Range<usize>> {
        let last = wanted.len().saturating_sub(1);
        let fits = |window: &[Word]| {
            window.iter().zip(wanted).enumerate().all(|(at, (word, wanted))| {
                if open_end && at == last { word.text.starts_with(wanted) } else { word.text == *wanted }
            })
        };
        let windows = self.exact.windows(wanted.len().max(1)).filter(|window| fits(window));
        windows.filter_map(span).collect()
    }

    /// Loose phrases: from each place of the first word, each further word where it costs least. A pair may stand in
    /// either order with `slop` words between; of more words, each step out of place costs one.
    fn near(&self, wanted: &[String], slop: usize) -> Vec<Range<usize>> {
        let places: Vec<Vec<usize>> = wanted.iter().map(|word| self.places(word)).collect();
        let Some((first, others)) = places.split_first() else { return Vec::new() };
        first.iter().filter_map(|start| self.near_from(*start, others, slop)).collect()
    }

    fn near_from(&self, start: usize, others: &[Vec<usize>], slop: usize) -> Option<Range<usize>> {
        let pair = others.len() == 1;
        let (mut low, mut high, mut before, mut left) = (start, start, start, slop);
        for places in others {
            let cost = |at: usize| {
                if pair { at.abs_diff(before).saturating_sub(1) } else { at.abs_diff(before + 1) }
            };
            let next = places.partition_point(|at| *at < before);
            let around = &places[next.saturating_sub(1)..places.len().min(next + 1)];
            let best = around.iter().copied().min_by_key(|at| cost(*at))?;
            left = left.checked_sub(cost(best))?;
            (low, high, before) = (low.min(best), high.max(best), best);
        }
        span(&self.exact[low..=high])
    }

    fn places(&self, wanted: &str) -> Vec<usize> {
        let hits = self.exact.iter().enumerate().filter(|(_, word)| word.text == wanted);
        hits.map(|(at, _)| at).collect()
    }
}

fn single(words: &[Word], fits: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    words.iter().filter(|word| fits(&word.text)).map(|word| word.start..word.end).collect()
}

fn span(words: &[Word]) -> Option<Range<usize>> {
    Some(words.first()?.start..words.last()?.end)
}

/// Whether two words are at most `distance` edits apart, two swapped neighbours counting as one (optimal string
/// alignment), which is how the index matches them.
fn within(a: &str, b: &str, distance: usize) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > distance {
        return false;
    }
    let mut above_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, to) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(from != to);
            row[j + 1] = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                row[j + 1] = row[j + 1].min(above_last[j - 1] + 1);
            }
        }
        above_last = std::mem::replace(&mut last, row);
    }
    last[b.len()] <= distance
}
