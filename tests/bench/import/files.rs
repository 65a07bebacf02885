//! Files to import where none are given: PDFs, e-mails with something attached, and texts, the same each time.

use anyhow::Result;
use proof_testkit::{mail, pdf_of_pages};
use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{chance::Chance, words::WORDS};

const PDFS: usize = 120;
const MAILS: usize = 240;
const TEXTS: usize = 240;
const LINES: usize = 44;

/// The folder of the files: the one that is there, or one that is made now.
pub fn prepare(folder: &Path) -> Result<PathBuf> {
    let files = folder.join(format!("files-{PDFS}-{MAILS}-{TEXTS}"));
    if files.is_dir() {
        return Ok(files);
    }
    let unfinished = folder.join("unfinished");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    fs::create_dir_all(&unfinished)?;
    make(&unfinished)?;
    fs::rename(&unfinished, &files)?;
    Ok(files)
}

fn make(folder: &Path) -> Result<()> {
    let mut chance = Chance(0x49_6D_70);
    for number in 0..PDFS {
        let count = 1 + chance.below(40);
        let pages: Vec<String> = (0..count).map(|_| page(&mut chance)).collect();
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        fs::write(folder.join(format!("paper-{number:03}.pdf")), pdf_of_pages(&pages))?;
    }
    for number in 0..MAILS {
        let attached = if chance.happens(50) { page(&mut chance) } else { "See the letter.".to_owned() };
        let message = mail(&format!("Notice {number}"), &page(&mut chance), "note.txt", &attached);
        fs::write(folder.join(format!("message-{number:03}.eml")), message)?;
    }
    for number in 0..TEXTS {
        let pages: Vec<String> = (0..=chance.below(8)).map(|_| page(&mut chance)).collect();
        fs::write(folder.join(format!("note-{number:03}.txt")), pages.join("\n\n"))?;
    }
    Ok(())
}

/// Lines of words, of letters, digits and spaces.
fn page(chance: &mut Chance) -> String {
    let line = |chance: &mut Chance| (0..11).map(|_| chance.of(&WORDS)).collect::<Vec<_>>().join(" ");
    let lines: Vec<String> =
        (0..LINES).map(|line_number| format!("{line_number} {}", line(chance))).collect();
    lines.join("\n")
}
