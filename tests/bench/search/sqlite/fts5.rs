//! SQLite's full-text search, set up as somebody who wants it fast sets it up.

use anyhow::Result;
use rusqlite::{Connection, params};
use std::path::Path;

use super::pages::Pages;
use crate::engine::{Ask, Engine};
use crate::queries::{Asked, Kind};

/// Reading: 256 MB of cache, and the file mapped as far as it goes.
const READING: &str = "
    PRAGMA query_only = on;
    PRAGMA cache_size = -256000;
    PRAGMA mmap_size = 17179869184;";
/// Writing: pages on which a text has room, and nothing that is there for a crash.
const WRITING: &str = "
    PRAGMA page_size = 16384;
    PRAGMA journal_mode = off;
    PRAGMA synchronous = off;
    PRAGMA locking_mode = exclusive;
    PRAGMA cache_size = -128000;";
/// Words of the title count as much more as they do with us; those of the cases, not at all.
const RANK: &str = "INSERT INTO pages(pages, rank) VALUES ('rank', 'bm25(1.0, 2.0, 0.0)')";
const BEST: &str = "SELECT rowid FROM pages WHERE pages MATCH ? ORDER BY rank LIMIT 10";

/// With the text in it, or without.
pub struct Fts5 {
    pub content: bool,
}

impl Engine for Fts5 {
    // The text comes first: words of the first column need no mark of theirs, which is a fifth of the index.
    fn index(&self, pages: &Pages, folder: &Path) -> Result<()> {
        let made = Connection::open(folder.join("fts5.db"))?;
        made.execute_batch(WRITING)?;
        let content = if self.content { "" } else { "content = '', " };
        let table = format!(
            "CREATE VIRTUAL TABLE pages USING fts5(text, title, cases, {content}tokenize = 'porter unicode61')"
        );
        made.execute_batch(&table)?;
        made.execute_batch(RANK)?;
        made.execute_batch("BEGIN")?;
        let mut insert = made.prepare("INSERT INTO pages(rowid, text, title, cases) VALUES (?, ?, ?, ?)")?;
        pages.each(|first, document| {
            let cases: Vec<String> = document.cases.iter().map(|case| case_word(*case)).collect();
            let cases = cases.join(" ");
            for (at, text) in document.pages.iter().enumerate() {
                insert.execute(params![first + at, text, document.title, cases])?;
            }
            Ok(())
        })?;
        drop(insert);
        made.execute_batch("COMMIT")?;
        made.execute_batch("INSERT INTO pages(pages) VALUES ('optimize')")?;
        // The pages that this emptied are no part of the index.
        Ok(made.execute_batch("VACUUM")?)
    }

    fn open(&self, folder: &Path, _: Pages) -> Result<Ask> {
        let there = Connection::open(folder.join("fts5.db"))?;
        there.execute_batch(READING)?;
        Ok(Box::new(move |asked| {
            let Some(expression) = expression(asked) else { return Ok(None) };
            let mut best = there.prepare_cached(BEST)?;
            let found =
                best.query_map([expression], |row| row.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?;
            Ok(Some(found.len()))
        }))
    }
}

fn case_word(case: usize) -> String {
    format!("case{case:02}")
}

/// What is asked, in the language of FTS5; it does not know words that are nearly so.
fn expression(asked: &Asked) -> Option<String> {
    let quoted: Vec<String> = asked.words.iter().map(|word| format!("\"{word}\"")).collect();
    Some(match asked.kind {
        Kind::Term | Kind::And => quoted.join(" AND "),
        Kind::Or => quoted.join(" OR "),
        Kind::Phrase => format!("\"{}\"", asked.words.join(" ")),
        Kind::Prefix => format!("{} *", quoted.join(" ")),
        Kind::Near => format!("NEAR({}, 5)", quoted.join(" ")),
        Kind::Case => format!("{} AND cases : {}", quoted.join(" AND "), case_word(asked.case)),
        Kind::Fuzzy => return None,
    })
}
