//! The index on disk, through the public interface.

#![allow(clippy::expect_used, reason = "a test stops where something that must hold does not")]

mod damage;
mod facets;
mod language;
mod lifecycle;
mod model;

use std::path::Path;

use proof_search::{Found, Index, Opened, PageEntry, Query, Reason, SearchRequest};

/// The library that all test indexes belong to.
const LIBRARY: &str = "library-1";

/// Opens the index for writing, with the reason if it is empty.
fn open(dir: &Path) -> (Index, Option<Reason>) {
    Index::open(dir, LIBRARY).map(Opened::into_parts).expect("the index opens")
}

/// A page with a text and a title.
fn page(document: &str, page: u32, title: &str, text: &str) -> PageEntry {
    PageEntry {
        document: document.into(),
        page,
        title: title.into(),
        text: text.into(),
        media_type: "text/plain; charset=utf-8".into(),
        ..PageEntry::default()
    }
}

/// All that the query finds.
fn search(index: &Index, query: &str) -> Found {
    let everything =
        SearchRequest { limit: usize::MAX, per_document: usize::MAX, ..SearchRequest::default() };
    index.search(&Query::parse(query).expect(query), &everything).expect("the search runs")
}

/// Documents found with their pages, sorted.
fn places(index: &Index, query: &str) -> Vec<(String, u32)> {
    let found = search(index, query);
    let mut places: Vec<(String, u32)> = found
        .hits
        .iter()
        .flat_map(|hit| hit.pages.iter().map(|page| (hit.document.clone(), page.page)))
        .collect();
    places.sort();
    places
}

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % below
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.roll(items.len())]
    }
}
