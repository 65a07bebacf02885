use std::io::{self, Write};

use proof_api::wire::{Hit, SavedSearchRow, SearchAnswer};

use super::counted;

pub fn search(out: &mut dyn Write, answer: &SearchAnswer) -> io::Result<()> {
    if !answer.instead.is_empty() {
        writeln!(out, "{}", answer.instead)?;
    }
    let mut item = "";
    for hit in &answer.hits {
        if hit.item != item {
            // A date that is not known well enough may put it where it was looked for, or not.
            let possibly = if hit.possibly { ", possibly" } else { "" };
            writeln!(out, "{} ({}){possibly}", hit.title, hit.item)?;
            item = &hit.item;
        }
        hit_line(out, hit)?;
    }
    let (pages, items) = (counted(answer.total, "page"), counted(answer.items, "item"));
    writeln!(out, "{items}, {pages} of documents, {:.1} ms", answer.took_ms)?;
    match answer.building {
        Some(state) => {
            writeln!(out, "The index is being made anew: {} of {} so far", state.done, state.total)
        }
        None => Ok(()),
    }
}

fn hit_line(out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
    if hit.kind.is_document() {
        return match hit.page {
            0 => writeln!(out, "  its title; it has no text"),
            page => writeln!(out, "  p. {page}  {}", marked(hit)),
        };
    }
    let words = [hit.kind.name(), &hit.kind_words, &hit.date];
    let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
    let text = marked(hit);
    let between = if text.is_empty() { "" } else { ": " };
    writeln!(out, "  {}{between}{text}", words.join(", "))
}

/// A snippet with what was found between square brackets.
fn marked(hit: &Hit) -> String {
    let mut text = String::new();
    for (at, letter) in (0_u32..).zip(hit.snippet.chars()) {
        text.extend(hit.highlights.iter().filter(|(_, end)| *end == at).map(|_| ']'));
        text.extend(hit.highlights.iter().filter(|(start, _)| *start == at).map(|_| '['));
        text.push(if letter == '\n' { ' ' } else { letter });
    }
    let last = u32::try_from(hit.snippet.chars().count()).unwrap_or(u32::MAX);
    text.extend(hit.highlights.iter().filter(|(_, end)| *end == last).map(|_| ']'));
    text
}

/// A saved search in a line: its name, what it asks, and how much is new in it.
pub fn saved_search(out: &mut dyn Write, row: &SavedSearchRow, new: u32) -> io::Result<()> {
    let news = if new == 0 { String::new() } else { format!("  {new} new") };
    writeln!(out, "{}  {}{news}", row.name, row.search.query)
}
