//! The corpus on disk: what every engine indexes, and what snippets are cut from.

use anyhow::{Context, Result};
use rusqlite::{Connection, OpenFlags, params};
use std::path::Path;

use crate::corpus::{self, Document, Lexicon};

/// Changes whenever the corpus does.
const RECIPE: i64 = 2;

const TABLES: &str = "
    PRAGMA page_size = 16384;
    PRAGMA journal_mode = off;
    PRAGMA synchronous = off;
    CREATE TABLE document(
        number INTEGER PRIMARY KEY, title, file_name, media_type, cases, tags, first INTEGER, pages INTEGER, people,
        published INTEGER);
    CREATE TABLE page(id INTEGER PRIMARY KEY, text);
    BEGIN;";

/// All pages, numbered from 1 on through all documents.
pub struct Pages(Connection);

/// Makes the file of a corpus of so many pages, unless it is there.
pub fn prepare(file: &Path, lexicon: &Lexicon, pages: usize) -> Result<()> {
    if Pages::open(file).is_ok_and(|there| there.recipe().is_ok_and(|recipe| recipe == RECIPE)) {
        return Ok(());
    }
    if file.exists() {
        std::fs::remove_file(file)?;
    }
    let made = Connection::open(file)?;
    made.execute_batch(TABLES)?;
    let mut first = 1;
    for document in corpus::documents(lexicon, pages) {
        put(&made, &document, first)?;
        first += document.pages.len();
    }
    // The last thing, so that what was broken off is not taken for the whole.
    made.execute_batch("COMMIT")?;
    Ok(made.pragma_update(None, "user_version", RECIPE)?)
}

fn put(made: &Connection, document: &Document, first: usize) -> Result<()> {
    let cases: Vec<String> = document.cases.iter().map(ToString::to_string).collect();
    let mut insert = made.prepare_cached("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
    insert.execute(params![
        document.number,
        document.title,
        document.file_name,
        document.media_type,
        cases.join(" "),
        document.tags.join(" "),
        first,
        document.pages.len(),
        document.people.join(", "),
        document.published,
    ])?;
    let mut insert = made.prepare_cached("INSERT INTO page VALUES (?, ?)")?;
    for (at, text) in document.pages.iter().enumerate() {
        insert.execute(params![first + at, text])?;
    }
    Ok(())
}

impl Pages {
    pub fn open(file: &Path) -> Result<Self> {
        Ok(Self(Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?))
    }

    /// How many there are, and the bytes of their text.
    pub fn size(&self) -> Result<(usize, usize)> {
        let counted = "SELECT count(*), sum(octet_length(text)) FROM page";
        Ok(self.0.query_row(counted, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// The text of a page, by its number among all.
    pub fn text(&self, id: usize) -> Result<String> {
        let mut read = self.0.prepare_cached("SELECT text FROM page WHERE id = ?")?;
        Ok(read.query_row([id], |row| row.get(0))?)
    }

    /// The text of a page, by its document and its number there, from 1.
    pub fn text_of(&self, document: usize, page: u32) -> Result<String> {
        let mut read = self.0.prepare_cached(
            "SELECT text FROM document JOIN page ON page.id = document.first + ?2 - 1 WHERE number = ?1",
        )?;
        read.query_row(params![document, page], |row| row.get(0)).context("a page that was found is missing")
    }

    /// All documents in their order, with the number of their first page among all.
    pub fn each(&self, mut visit: impl FnMut(usize, Document) -> Result<()>) -> Result<()> {
        let mut documents = self.0.prepare("SELECT * FROM document ORDER BY number")?;
        let mut texts = self.0.prepare("SELECT text FROM page WHERE id >= ? AND id < ? ORDER BY id")?;
        let mut rows = documents.query([])?;
        while let Some(row) = rows.next()? {
            let (first, count): (usize, usize) = (row.get(6)?, row.get(7)?);
            let pages = texts.query_map([first, first + count], |row| row.get(0))?;
            let document = Document {
                number: row.get(0)?,
                title: row.get(1)?,
                file_name: row.get(2)?,
                media_type: row.get(3)?,
                cases: row.get::<_, String>(4)?.split(' ').filter_map(|case| case.parse().ok()).collect(),
                tags: row.get::<_, String>(5)?.split_whitespace().map(ToOwned::to_owned).collect(),
                people: row.get::<_, String>(8)?.split(", ").map(ToOwned::to_owned).collect(),
                published: row.get(9)?,
                pages: pages.collect::<Result<_, _>>()?,
            };
            visit(first, document)?;
        }
        Ok(())
    }

    fn recipe(&self) -> Result<i64> {
        Ok(self.0.pragma_query_value(None, "user_version", |row| row.get(0))?)
    }
}
