//! Where a text speaks of what a query asks for.

use std::collections::HashMap;
use std::ops::Range;

use super::ast::{Field, Leaf, Node, Wanted};
use crate::analysis::language::{self, Code, with_stems};
use crate::analysis::{Sort, Tokens};

/// A place in a text, and which leaf of the query it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub range: Range<usize>,
    pub leaf: usize,
}

/// A text as the index sees it.
struct Page {
    tokens: Tokens,
    language: Code,
}

/// Where a token stands: its position, and the bytes that it covers.
type Place = (usize, Range<usize>);

/// Every place that answers a positive leaf on the text, in order of their beginnings.
pub(super) fn matches(root: Option<&Node>, text: &str) -> Vec<Match> {
    let leaves: Vec<&Leaf> = root.map(Node::positive_leaves).unwrap_or_default();
    let asked: Vec<&Wanted> =
        leaves.into_iter().filter(|leaf| leaf.field == Field::Text).map(|leaf| &leaf.wanted).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let page = Page { tokens: Tokens::of(text), language: language::of(text) };
    let mut found: Vec<Match> = asked
        .iter()
        .enumerate()
        .flat_map(|(leaf, wanted)| page.ranges(wanted).into_iter().map(move |range| Match { range, leaf }))
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

impl Page {
    fn ranges(&self, wanted: &Wanted) -> Vec<Range<usize>> {
        match wanted {
            Wanted::Word(word) => self.with_stem(word),
            Wanted::Exact(exact) => self.single(|word| word == exact),
            Wanted::Like { word: like, distance } => {
                self.single(|word| within(like, word, usize::from(*distance)))
            }
            Wanted::Prefix(words) => self.in_a_row(words, true),
            Wanted::Phrase { words, slop: 0 } => self.in_a_row(words, false),
            Wanted::Phrase { words, slop } => self.near(words, *slop as usize),
            Wanted::Sum { .. } | Wanted::Day(_) => {
                let terms = wanted.compound_terms();
                let mut ranges = self.single(|word| terms.iter().any(|term| term == word));
                if let Wanted::Sum { words, .. } = wanted {
                    ranges.extend(self.in_a_row(words, false));
                }
                ranges
            }
            _ => Vec::new(),
        }
    }

    fn with_stem(&self, word: &str) -> Vec<Range<usize>> {
        let words = self.tokens.iter().filter(|token| token.sort != Sort::Compound);
        let keeps = language::keeps_first_letter(self.language);
        let first = word.chars().next();
        let near = words.filter(|token| !keeps || token.text.chars().next() == first);
        with_stems(|stems| {
            let wanted = stems.of(word, self.language).to_owned();
            let english = Some(stems.of(word, "en").to_owned()).filter(|stem| stems.of(stem, "en") == *stem);
            let fits = near.filter(|token| {
                token.text == word
                    || english.as_deref() == Some(token.text)
                    || stems.of(token.text, self.language) == wanted
            });
            fits.map(|token| token.start..token.end).collect()
        })
    }

    fn single(&self, fits: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
        self.places(fits).into_iter().map(|(_, range)| range).collect()
    }

    /// Words in a row; of the last, where the end is open, only the beginning is given.
    fn in_a_row(&self, wanted: &[String], open_end: bool) -> Vec<Range<usize>> {
        let last = wanted.len().saturating_sub(1);
        let fits = |at: usize, word: &str| {
            if open_end && at == last { word.starts_with(&wanted[at]) } else { word == wanted[at] }
        };
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut rows = self.places(|word| fits(0, word));
        for at in 1..wanted.len() {
            let next: HashMap<usize, Range<usize>> = self.places(|word| fits(at, word)).into_iter().collect();
            rows = rows.into_iter().filter_map(|row| longer(row, at, &next)).collect();
        }
        rows.into_iter().map(|(_, range)| range).collect()
    }

    /// Loose phrases: from each place of the first word, each further word where it costs least. A pair may stand in
    /// either order with `slop` words between; of more words, each step out of place costs one.
    fn near(&self, wanted: &[String], slop: usize) -> Vec<Range<usize>> {
        let places: Vec<Vec<Place>> =
            wanted.iter().map(|wanted| self.places(|word| word == wanted)).collect();
        let Some((first, others)) = places.split_first() else { return Vec::new() };
        first.iter().filter_map(|start| near_from(start, others, slop)).collect()
    }

    fn places(&self, fits: impl Fn(&str) -> bool) -> Vec<Place> {
        let hits = self.tokens.iter().filter(|token| fits(token.text));
        hits.map(|token| (token.position, token.start..token.end)).collect()
    }
}

/// A row with its next word, where that stands in its place.
fn longer((position, range): Place, at: usize, next: &HashMap<usize, Range<usize>>) -> Option<Place> {
    let word = next.get(&(position + at))?;
    Some((position, range.start.min(word.start)..range.end.max(word.end)))
}

fn near_from((start, range): &Place, others: &[Vec<Place>], slop: usize) -> Option<Range<usize>> {
    let pair = others.len() == 1;
    let (mut span, mut before, mut left) = (range.clone(), *start, slop);
    for places in others {
        let cost =
            |at: usize| if pair { at.abs_diff(before).saturating_sub(1) } else { at.abs_diff(before + 1) };
        let next = places.partition_point(|(at, _)| *at < before);
        let around = &places[next.saturating_sub(1)..places.len().min(next + 1)];
        let (at, range) = around.iter().min_by_key(|(at, _)| cost(*at))?;
        left = left.checked_sub(cost(*at))?;
        span = span.start.min(range.start)..span.end.max(range.end);
        before = *at;
    }
    Some(span)
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
