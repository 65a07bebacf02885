//! Walks over the pages that a query finds, item by item.

use tantivy::columnar::{Column, StrColumn};
use tantivy::query::Weight;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader, TantivyError};

use super::count::{Counter, Standing};
use super::tally::{Candidate, Tally, room};
use super::{PageHit, SearchRequest, no_column};
use crate::entry::Kind;
use crate::index::schema::{DOCUMENT, PAGE};

/// The queries of a search, ready to be run over each segment.
pub(super) struct Scan<'a> {
    pub pages: Box<dyn Weight>,
    /// Items whose pages are raised, by how well their titles fit.
    pub raised: Option<Box<dyn Weight>>,
    /// Items that fit once their titles count as text.
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
        let mut walk = self.walk(ordinal, reader)?;
        each(&*self.pages, reader, |doc, score| walk.page(doc, score))?;
        self.titles(walk, reader)
    }

    /// The best of a segment among pages that were found already, in their order.
    pub(super) fn of_pages(
        &self,
        ordinal: SegmentOrdinal,
        reader: &SegmentReader,
        pages: &[(DocId, Score)],
    ) -> Result<Tally, TantivyError> {
        let mut walk = self.walk(ordinal, reader)?;
        for (doc, score) in pages {
            walk.page(*doc, *score);
        }
        self.titles(walk, reader)
    }

    fn walk<'a>(&'a self, ordinal: SegmentOrdinal, reader: &SegmentReader) -> Result<Walk<'a>, TantivyError> {
        let mut walk = Walk::new(self.request, ordinal, reader)?;
        walk.starts = self.titles.as_ref().map(|_| Vec::new());
        if let Some(raised) = &self.raised {
            each(&**raised, reader, |doc, score| walk.raised.push((doc, score)))?;
        }
        Ok(walk)
    }

    fn titles(&self, mut walk: Walk<'_>, reader: &SegmentReader) -> Result<Tally, TantivyError> {
        walk.finish();
        if let Some(titles) = &self.titles {
            let found = walk.starts.take().unwrap_or_default();
            let mut next = 0;
            each(&**titles, reader, |doc, score| {
                // Pages of an item lie side by side: a page of this one that was found is the next one found.
                next += found[next..].iter().take_while(|start| **start < doc).count();
                let by_page = found.get(next).is_some_and(|start| walk.key(*start) == walk.key(doc));
                if !by_page {
                    walk.title(doc, score);
                }
            })?;
        }
        walk.into_tally()
    }
}

/// Shows the pages that a query finds in a segment, but for those that were taken out since.
fn each(
    weight: &dyn Weight,
    reader: &SegmentReader,
    mut page: impl FnMut(DocId, Score),
) -> Result<(), TantivyError> {
    let alive = reader.alive_bitset();
    weight.for_each(reader, &mut |doc, score| {
        if alive.is_none_or(|alive| alive.is_alive(doc)) {
            page(doc, score);
        }
    })
}

/// A walk over one segment.
struct Walk<'a> {
    request: &'a SearchRequest,
    segment: SegmentOrdinal,
    /// The ids of the items; their numbers here are the keys.
    ids: StrColumn,
    numbers: Column<u64>,
    /// The first key of those made after the time that was asked for.
    added_from: u64,
    /// The first pages of items that are raised, and by how much.
    raised: Vec<(DocId, Score)>,
    next_raised: usize,
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
        let ids = columns.str(DOCUMENT)?.ok_or_else(|| no_column(DOCUMENT))?;
        let added_from = request.added_after.map_or(Ok(u64::MAX), |after| first_after(&ids, after))?;
        Ok(Self {
            request,
            segment,
            ids,
            numbers: columns.u64(PAGE)?,
            added_from,
            raised: Vec::new(),
            next_raised: 0,
            counter: Counter::new(request, reader)?,
            tally: Tally::default(),
            run: Run::default(),
            starts: None,
        })
    }

    fn key(&self, doc: DocId) -> u64 {
        self.ids.ords().first(doc).unwrap_or_default()
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
            let raise = self.raise();
            for (_, score) in &mut self.run.best {
                *score += raise;
            }
            self.keep(&standing, true);
        }
    }

    /// By how much the present item is raised. Items come in the order of their pages.
    fn raise(&mut self) -> Score {
        let first = self.run.first;
        let passed = self.raised[self.next_raised..].partition_point(|(doc, _)| *doc <= first);
        self.next_raised += passed;
        let last = self.next_raised.checked_sub(1).and_then(|at| self.raised.get(at));
        last.filter(|(doc, _)| self.key(*doc) == self.run.key).map_or(0.0, |(_, score)| *score)
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
        let added = self.run.key >= self.added_from;
        let at = Kind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
        self.tally.total += 1;
        self.tally.kinds[at] += 1;
        self.tally.added += usize::from(added);
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
            key: (self.segment, self.run.key),
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

/// The number of the first id that was made after a time, in milliseconds since 1970. Ids are `UUIDv7` (RFC 9562), whose
/// first 48 bits are such a time, and are numbered in their order.
fn first_after(ids: &StrColumn, after: u64) -> Result<u64, TantivyError> {
    let next = after.saturating_add(1);
    let bound = format!("{:08x}-{:04x}", next >> 16, next & 0xffff);
    let (mut low, mut high) = (0, ids.num_terms() as u64);
    let mut id = String::new();
    while low < high {
        let middle = low.midpoint(high);
        id.clear();
        ids.ord_to_str(middle, &mut id)?;
        if id.as_str() < bound.as_str() { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}
