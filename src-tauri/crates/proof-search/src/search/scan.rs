//! Walks over the pages that a query finds, item by item.

use std::cmp::Ordering;

use tantivy::columnar::Column;
use tantivy::query::Weight;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader, TantivyError};

use super::count::{Counter, Counts, Standing};
use super::{PageHit, SearchRequest};
use crate::entry::Kind;
use crate::index::schema::{ADDED, DOCUMENT_KEY, PAGE};

/// An item that may be among the best.
pub(super) struct Candidate {
    pub key: u64,
    pub kind: Kind,
    pub score: Score,
    pub matched: usize,
    pub pages: Vec<PageHit>,
    /// Its best page, or its first.
    pub sample: DocAddress,
    /// When it was made, in milliseconds since 1970.
    pub added: u64,
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

/// The scorers of a query, ready to be run over each segment.
pub(super) struct Scan<'a> {
    pub pages: Box<dyn Weight>,
    pub titles: Option<Box<dyn Weight>>,
    pub request: &'a SearchRequest,
}

impl Scan<'_> {
    /// Everything that the query finds in a segment.
    pub(super) fn segment(
        &self,
        ordinal: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> Result<Tally, TantivyError> {
        let mut walk = Walk::new(self.request, ordinal, reader)?;
        walk.starts = self.titles.as_ref().map(|_| Vec::new());
        let alive = reader.alive_bitset();
        self.pages.for_each(reader, &mut |doc, score| {
            if alive.is_none_or(|alive| alive.is_alive(doc)) {
                walk.page(doc, score);
            }
        })?;
        walk.finish();
        if let Some(titles) = &self.titles {
            let found = walk.starts.take().unwrap_or_default();
            let mut next = 0;
            titles.for_each(reader, &mut |doc, score| {
                if alive.is_none_or(|alive| alive.is_alive(doc)) {
                    // Pages of an item lie side by side: a page of this one that was found is the next one found.
                    next += found[next..].iter().take_while(|start| **start < doc).count();
                    let by_page = found.get(next).is_some_and(|start| walk.key(*start) == walk.key(doc));
                    if !by_page {
                        walk.title(doc, score);
                    }
                }
            })?;
        }
        walk.into_tally()
    }
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

    fn may_hold(&self, score: Score) -> bool {
        self.least.is_none_or(|least| score >= least)
    }

    fn push(&mut self, candidate: Candidate, room: usize) {
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

/// Equal scores fall back to the key, so that screens of one search never overlap.
fn order(a: &Candidate, b: &Candidate) -> Ordering {
    b.score.total_cmp(&a.score).then(a.key.cmp(&b.key))
}

/// How many items of a kind are kept.
fn room(kind: Kind, request: &SearchRequest) -> usize {
    let chosen = request.filters.kinds.contains(&kind);
    if kind.is_document() || chosen {
        request.offset.saturating_add(request.limit)
    } else {
        request.limit_other
    }
}

/// A walk over one segment.
struct Walk<'a> {
    request: &'a SearchRequest,
    segment: SegmentOrdinal,
    keys: Column<u64>,
    numbers: Column<u64>,
    added: Column<u64>,
    counter: Counter<'a>,
    tally: Tally,
    run: Run,
    /// The first page found of each item, where titles are asked as well.
    starts: Option<Vec<DocId>>,
}

/// The pages of one item, as far as they were found.
#[derive(Default)]
struct Run {
    open: bool,
    key: u64,
    first: DocId,
    matched: usize,
    /// The best pages, best first.
    best: Vec<(DocId, Score)>,
}

impl<'a> Walk<'a> {
    fn new(
        request: &'a SearchRequest,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> Result<Self, TantivyError> {
        let columns = reader.fast_fields();
        Ok(Self {
            request,
            segment,
            keys: columns.u64(DOCUMENT_KEY)?,
            numbers: columns.u64(PAGE)?,
            added: columns.u64(ADDED)?,
            counter: Counter::new(request, reader)?,
            tally: Tally::default(),
            run: Run::default(),
            starts: None,
        })
    }

    fn key(&self, doc: DocId) -> u64 {
        self.keys.first(doc).unwrap_or_default()
    }

    fn page(&mut self, doc: DocId, score: Score) {
        let key = self.key(doc);
        if !self.run.open || self.run.key != key {
            self.begin(key, doc);
        }
        if !self.counter.page(doc) {
            return;
        }
        let run = &mut self.run;
        run.matched += 1;
        let keep = self.request.per_document.max(1);
        if run.best.len() < keep || run.best.last().is_some_and(|(_, worst)| score > *worst) {
            // Pages come in their order, so that of two that fit alike the first stays before the second.
            let at = run.best.partition_point(|(_, kept)| *kept >= score);
            run.best.truncate(keep - 1);
            run.best.insert(at, (doc, score));
        }
    }

    fn begin(&mut self, key: u64, doc: DocId) {
        self.finish();
        self.run.open = true;
        self.run.key = key;
        self.run.first = doc;
        self.run.matched = 0;
        self.run.best.clear();
        if let Some(starts) = &mut self.starts {
            starts.push(doc);
        }
    }

    /// Counts the item whose pages were walked over.
    fn finish(&mut self) {
        if !self.run.open {
            return;
        }
        self.run.open = false;
        let matched = self.run.matched;
        if let Some(standing) = self.counter.item(self.run.first, matched > 0) {
            self.keep(&standing, true);
        }
    }

    /// Counts an item whose title alone fits.
    fn title(&mut self, doc: DocId, score: Score) {
        self.run.key = self.key(doc);
        self.run.first = doc;
        self.run.matched = 0;
        self.run.best.clear();
        self.run.best.push((doc, score));
        let fits = self.counter.page(doc);
        if let Some(standing) = self.counter.item(doc, fits) {
            self.keep(&standing, false);
        }
    }

    fn keep(&mut self, standing: &Standing, in_text: bool) {
        let kind = standing.kind;
        let added = self.added.first(self.run.first).unwrap_or_default();
        let at = Kind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
        self.tally.total += 1;
        self.tally.kinds[at] += 1;
        self.tally.added += usize::from(self.request.added_after.is_some_and(|after| added > after));
        if kind.is_document() {
            self.tally.pages += self.run.matched;
        }
        let class = if kind == Kind::Email { Kind::Document } else { kind };
        let at = Kind::ALL.iter().position(|known| *known == class).unwrap_or_default();
        let Some(&(sample, score)) = self.run.best.first() else { return };
        let room = room(class, self.request);
        if room == 0 || !self.tally.best[at].may_hold(score) {
            return;
        }
        let number = |doc| u32::try_from(self.numbers.first(doc).unwrap_or_default()).unwrap_or(u32::MAX);
        let hits = self.run.best.iter().map(|&(doc, score)| PageHit { page: number(doc), score, in_text });
        let candidate = Candidate {
            key: self.run.key,
            kind,
            score,
            matched: self.run.matched,
            pages: hits.collect(),
            sample: DocAddress::new(self.segment, sample),
            added,
        };
        self.tally.best[at].push(candidate, room);
    }

    fn into_tally(self) -> Result<Tally, TantivyError> {
        let Self { counter, mut tally, .. } = self;
        tally.counts = counter.into_counts()?;
        Ok(tally)
    }
}
