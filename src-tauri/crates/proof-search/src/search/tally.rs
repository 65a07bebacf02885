//! What was found, counted, with the best of each kind.

use std::cmp::Ordering;

use tantivy::{DocAddress, Score, SegmentOrdinal};

use super::count::Counts;
use super::{PageHit, SearchRequest};
use crate::entry::Kind;

/// An item that may be among the best.
pub(super) struct Candidate {
    /// The segment, and the number of the item in it.
    pub key: (SegmentOrdinal, u64),
    pub kind: Kind,
    pub score: Score,
    pub matched: usize,
    pub pages: Vec<PageHit>,
    /// Its best page, or its first.
    pub sample: DocAddress,
    /// Whether it was made after the time that was asked for.
    pub added: bool,
}

/// What was found in one segment, or in several.
#[derive(Default)]
pub(super) struct Tally {
    pub total: usize,
    pub pages: usize,
    /// Items of each kind, in the order of [`Kind::ALL`].
    pub kinds: [usize; Kind::ALL.len()],
    /// Items made after the time that was asked for.
    pub added: usize,
    /// The best of each kind; documents and e-mails together, with the documents.
    pub best: [Best; Kind::ALL.len()],
    pub counts: Counts,
}

/// The best items of a kind.
#[derive(Default)]
pub(super) struct Best {
    items: Vec<Candidate>,
    /// Worse ones need not be kept.
    least: Option<Score>,
}

impl Tally {
    /// Adds what another segment holds.
    pub(super) fn join(&mut self, other: Self, request: &SearchRequest) {
        self.total += other.total;
        self.pages += other.pages;
        self.added += other.added;
        for (at, (count, best)) in other.kinds.into_iter().zip(other.best).enumerate() {
            self.kinds[at] += count;
            self.best[at].items.extend(best.items);
            self.best[at].cut(room(Kind::ALL[at], request));
        }
        self.counts.join(other.counts);
    }
}

impl Best {
    /// The items, best first.
    pub(super) fn into_ordered(mut self) -> Vec<Candidate> {
        self.items.sort_unstable_by(order);
        self.items
    }

    pub(super) fn may_hold(&self, score: Score) -> bool {
        self.least.is_none_or(|least| score >= least)
    }

    pub(super) fn push(&mut self, candidate: Candidate, room: usize) {
        self.items.push(candidate);
        if self.items.len() > room.saturating_mul(2).saturating_add(64) {
            self.cut(room);
        }
    }

    fn cut(&mut self, room: usize) {
        if room == 0 {
            self.items.clear();
        } else if self.items.len() > room {
            self.items.select_nth_unstable_by(room - 1, order);
            self.items.truncate(room);
            self.least = self.items.last().map(|last| last.score);
        }
    }
}

/// Equal scores fall back to the place in the index, so that screens of one search never overlap.
fn order(a: &Candidate, b: &Candidate) -> Ordering {
    b.score.total_cmp(&a.score).then(a.key.cmp(&b.key))
}

/// How many items of a kind are kept.
pub(super) fn room(kind: Kind, request: &SearchRequest) -> usize {
    let chosen = request.filters.kinds.contains(&kind);
    if kind.is_document() || chosen {
        request.offset.saturating_add(request.limit)
    } else {
        request.limit_other
    }
}
