//! Gathers the pages that a query finds by their document.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader, TantivyError};

use super::PageHit;
use crate::index::schema::{DOCUMENT_KEY, PAGE};

/// Keeps, for every document found, the number of its pages and the best of them.
pub(super) struct ByDocument {
    /// Pages kept for each document.
    pub keep: usize,
    /// What the pages are marked with.
    pub in_text: bool,
}

/// The pages of one document.
pub(super) struct Group {
    pub score: f32,
    pub matched: usize,
    pub pages: Vec<PageHit>,
    /// Any page of the document, from which its id is read.
    pub sample: DocAddress,
}

/// The same for the pages of one segment.
pub(super) struct OfSegment {
    keep: usize,
    in_text: bool,
    segment: SegmentOrdinal,
    keys: Column<u64>,
    numbers: Column<u64>,
    groups: HashMap<u64, Group>,
}

impl Collector for ByDocument {
    type Fruit = HashMap<u64, Group>;
    type Child = OfSegment;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> Result<OfSegment, TantivyError> {
        let columns = reader.fast_fields();
        let (keys, numbers) = (columns.u64(DOCUMENT_KEY)?, columns.u64(PAGE)?);
        let (keep, in_text) = (self.keep, self.in_text);
        Ok(OfSegment { keep, in_text, segment, keys, numbers, groups: HashMap::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<HashMap<u64, Group>>) -> Result<HashMap<u64, Group>, TantivyError> {
        let mut merged: HashMap<u64, Group> = HashMap::new();
        for (key, group) in segments.into_iter().flatten() {
            match merged.entry(key) {
                Entry::Vacant(slot) => drop(slot.insert(group)),
                Entry::Occupied(mut slot) => slot.get_mut().join(group, self.keep),
            }
        }
        for group in merged.values_mut().filter(|_| !self.in_text) {
            group.matched = 0;
        }
        Ok(merged)
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = HashMap<u64, Group>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let key = self.keys.first(doc).unwrap_or_default();
        let number = self.numbers.first(doc).unwrap_or_default();
        let page = u32::try_from(number).unwrap_or(u32::MAX);
        let hit = PageHit { page, score, in_text: self.in_text };
        let sample = DocAddress::new(self.segment, doc);
        let empty = || Group { score: f32::MIN, matched: 0, pages: Vec::new(), sample };
        let group = self.groups.entry(key).or_insert_with(empty);
        group.matched += 1;
        group.add(hit, self.keep);
    }

    fn harvest(self) -> HashMap<u64, Group> {
        self.groups
    }
}

impl Group {
    fn add(&mut self, hit: PageHit, keep: usize) {
        self.score = self.score.max(hit.score);
        let at = self.pages.partition_point(|kept| by_score_then_page(kept, &hit).is_lt());
        if at < keep {
            self.pages.truncate(keep - 1);
            self.pages.insert(at, hit);
        }
    }

    fn join(&mut self, other: Self, keep: usize) {
        self.matched += other.matched;
        for hit in other.pages {
            self.add(hit, keep);
        }
    }
}

fn by_score_then_page(a: &PageHit, b: &PageHit) -> Ordering {
    b.score.total_cmp(&a.score).then(a.page.cmp(&b.page))
}
