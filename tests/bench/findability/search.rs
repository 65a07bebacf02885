//! Whether the items are found, and how far down.

use anyhow::Result;
use proof_library::{Library, Query, SearchRequest};
use serde_json::json;
use std::collections::HashMap;
use std::time::Instant;

use crate::beside::report_beside;
use crate::items::{Item, Page, Typed, same};

/// Of a hundred items, those that are to be first, and among the first five.
const FIRST: f64 = 95.0;
const FIRST_FIVE: f64 = 99.0;

/// An item that was searched for.
pub struct Asked {
    typed: Typed,
    query: String,
    /// The page that it came from, and the one that came first.
    wanted: String,
    first: String,
    /// Where the page, or one of the same text, stood in the list, from 1.
    rank: Option<usize>,
    milliseconds: f64,
}

/// Searches for all items.
pub fn all(library: &Library, pages: &[Page], items: &[Item]) -> Result<Vec<Asked>> {
    let known: HashMap<(&str, u32), &Page> =
        pages.iter().map(|page| ((page.document.as_str(), page.number), page)).collect();
    items.iter().map(|item| one(library, &known, &pages[item.page], item)).collect()
}

fn one(library: &Library, known: &HashMap<(&str, u32), &Page>, wanted: &Page, item: &Item) -> Result<Asked> {
    let query = item.words.join(" ");
    let began = Instant::now();
    // What does not parse finds nothing.
    let found = match Query::parse(&query) {
        Ok(parsed) => library.search(&parsed, &SearchRequest::default())?.hits,
        Err(_) => Vec::new(),
    };
    let milliseconds = began.elapsed().as_secs_f64() * 1e3;
    // In the order in which they are shown: documents, and the pages of each.
    let found: Vec<&Page> = found
        .iter()
        .flat_map(|hits| hits.pages.iter().map(|hit| (hits.document.as_str(), hit.page)))
        .filter_map(|page| known.get(&page).copied())
        .collect();
    let text = same(&wanted.text);
    let rank = found.iter().position(|page| same(&page.text) == text).map(|at| at + 1);
    let first = found.first().map_or_else(|| "nothing".to_owned(), |page| place(page));
    Ok(Asked { typed: item.typed, query, wanted: place(wanted), first, rank, milliseconds })
}

fn place(page: &Page) -> String {
    format!("{} p. {}", page.file_name, page.number)
}

/// Prints how many of the items were found, of all and of each sort, and the times.
pub fn report(asked: &[Asked]) {
    let sorts = Typed::ALL.map(|typed| (typed.name(), Some(typed)));
    for (name, typed) in std::iter::once(("all", None)).chain(sorts) {
        let of_sort: Vec<&Asked> =
            asked.iter().filter(|one| typed.is_none_or(|typed| one.typed == typed)).collect();
        for (what, within, goal) in [("first", 1, FIRST), ("among the first five", 5, FIRST_FIVE)] {
            let what = format!("known items, {name}: the right page {what}");
            let (count, rate) = (real(of_sort.len()), format!("of {}", of_sort.len()));
            // Each sort is told; it is all of them that the goal is for.
            let judged = if typed.is_none() {
                json!({"rate": rate, "floor": count * goal / 100.0})
            } else {
                json!({"rate": rate})
            };
            report_beside(&what, &[found(&of_sort, within)], ("", &[]), judged);
        }
    }
    let times: Vec<f64> = asked.iter().map(|one| one.milliseconds).collect();
    report_beside("a search for a known item", &times, ("", &[]), json!({}));
}

/// The items of which the page was found so far up.
fn found(asked: &[&Asked], within: usize) -> f64 {
    real(asked.iter().filter(|one| one.rank.is_some_and(|rank| rank <= within)).count())
}

fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::NAN, f64::from)
}

/// The items that were not found first, a line each, fields divided by tabs.
pub fn misses(asked: &[Asked]) -> String {
    let mut lines = vec!["typed\tquery\twanted\trank\tfirst".to_owned()];
    for one in asked.iter().filter(|one| one.rank != Some(1)) {
        let rank = one.rank.map_or_else(|| "not found".to_owned(), |rank| rank.to_string());
        lines.push(format!("{}\t{}\t{}\t{rank}\t{}", one.typed.name(), one.query, one.wanted, one.first));
    }
    lines.join("\n") + "\n"
}
