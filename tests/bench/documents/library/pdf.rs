//! A PDF of 500 pages full of text, and a note to be opened between.

use anyhow::Result;
use proof_library::{Library, NewCase};
use proof_model::Outcome;
use proof_testkit::{FixedWorld, pdf_of_pages};
use std::{fs, path::Path, sync::Arc};

use super::{chance::Chance, import, words::WORDS};
use crate::session::surroundings;

const PAGES: usize = 500;
const LINES: usize = 44;
/// On these pages stands the word by which they are found.
const FOUND: [usize; 2] = [1, 350];
const WORD: &str = "quincunx";

pub fn make(path: &Path) -> Result<()> {
    let library = Library::create(path, "Benchmark", surroundings(Arc::new(FixedWorld::new())))?;
    library.add_case(NewCase { name: "Harrow v Vane Shipping".to_owned(), ..NewCase::default() })?;
    let mut chance = Chance(0x50_44_46);
    let pages: Vec<String> = (1..=PAGES).map(|page| text(page, &mut chance)).collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let folder = tempfile::tempdir()?;
    let files = [
        ("long.pdf", pdf_of_pages(&pages)),
        ("between.txt", format!("A note to be opened between, with the word {WORD}.\n").into_bytes()),
    ];
    let mut paths = Vec::new();
    for (name, bytes) in files {
        paths.push(folder.path().join(name));
        fs::write(folder.path().join(name), bytes)?;
    }
    import(&library, paths, Outcome::Ok)
}

/// A page's lines, of letters, digits and spaces.
fn text(page: usize, chance: &mut Chance) -> String {
    let found = if FOUND.contains(&page) { format!(" {WORD}") } else { String::new() };
    let line = |chance: &mut Chance| (0..11).map(|_| chance.of(&WORDS)).collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = (1..LINES).map(|_| line(chance)).collect();
    format!("Page {page} of the long paper{found}\n{}", lines.join("\n"))
}
