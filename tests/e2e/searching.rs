//! Searching, in the real window: from the words to the place where they stand, and what came since.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use proof_testkit::{pdf, pdf_of_pages};
use proofline_tests::proofline;
use serde_json::json;
use std::{fs, path::Path};
use tempfile::TempDir;

use crate::axe::passes_axe;
use crate::library::Sample;
use crate::reading::marked;
use crate::search;
use crate::window::{Opening, Theme, Window, drive, text};

/// A word that no paper of the sample holds.
const WORD: &str = "zweckbestimmung";

/// A copy of the sample with a PDF of 400 pages, of which the 350th holds the word, and a note that holds it, too.
struct Papers {
    sample: Sample,
    folder: TempDir,
}

impl Papers {
    fn new() -> Result<Self> {
        let papers = Self { sample: Sample::copy()?, folder: tempfile::tempdir()? };
        let pages: Vec<String> = (1..=400).map(|page| format!("This is page {page} of the file.")).collect();
        let mut pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let words = format!("The {WORD} of the file is on this page.");
        pages[349] = &words;
        let long = papers.write("long.pdf", &pdf_of_pages(&pages))?;
        let note = papers.write("note.txt", format!("A note on the {WORD} of everything.").as_bytes())?;
        let import = proofline()
            .arg("--library")
            .arg(papers.sample.path())
            .arg("import")
            .args([long, note])
            .status()?;
        ensure!(import.success(), "the papers are not imported");
        Ok(papers)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<std::path::PathBuf> {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes)?;
        Ok(path)
    }
}

fn drive_papers(name: &str, journey: impl AsyncFnOnce(&Window, &Papers) -> Result<()>) -> Result<()> {
    let papers = Papers::new()?;
    let library = papers.sample.path();
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: crate::SIZE };
    drive(name, &opening, async |window| journey(window, &papers).await)
}

/// Walks down to the hit that shows `words`.
async fn walk_to(window: &Window, words: &str) -> Result<()> {
    let chosen = "return document.querySelector('[data-testid=hit][aria-selected=true]')?.textContent ?? ''";
    for _ in 0..10 {
        if window.script(chosen, vec![]).await?.as_str().is_some_and(|hit| hit.contains(words)) {
            return Ok(());
        }
        window.type_keys(&char::from(Key::Down).to_string()).await?;
    }
    anyhow::bail!("no hit shows `{words}`")
}

/// Chooses a value of a facet by what it shows.
async fn choose_facet(window: &Window, shown: &str) -> Result<()> {
    window.find("search-facets").await?;
    let press = "const all = [...document.querySelectorAll('[data-testid=search-facets] label')];
        const found = all.find((label) => label.textContent.includes(arguments[0]));
        found?.querySelector('input')?.click();
        return found !== undefined";
    ensure!(window.script(press, vec![json!(shown)]).await? == true, "no facet shows {shown}");
    Ok(())
}

async fn import(window: &Window, file: &Path) -> Result<()> {
    window.click("import-button").await?;
    window.find("import-paths").await?.send_keys(&file.to_string_lossy()).await?;
    window.click("import-start").await?;
    window.find_with("import-done", "1").await?;
    Ok(())
}

#[test]
fn hits_are_walked_by_keys_and_one_on_page_350_is_opened_with_its_words_marked() -> Result<()> {
    drive_papers("search-walk", async |window, _| {
        search(window, WORD).await?;
        walk_to(window, "p. 350").await?;
        window.type_keys(&char::from(Key::Enter).to_string()).await?;
        let found = marked(window, "found").await?;
        ensure!(found.contains(WORD), "page 350 marks `{found}`");
        let page = window.find("page-number").await?.prop("value").await?;
        ensure!(page.as_deref() == Some("350"), "it is opened at page {page:?}");
        let place = text(&window.find("hit-place").await?).await?;
        ensure!(place.ends_with("of 2"), "the strip says `{place}`");
        window.screenshot("search-strip").await?;
        passes_axe(window, "a document opened from a search").await?;
        // The other hit is in another document: on to it, or back, whichever comes first.
        let other = if place.contains("Hit 1") { Key::Null } else { Key::Shift };
        window.press_with(other, &char::from(Key::F3).to_string()).await?;
        window.find_with("page-text", "A note on the").await?;
        window.click("to-results").await?;
        window.find("search-input").await?;
        let chosen =
            "return document.querySelector('[data-testid=hit][aria-selected=true]')?.textContent ?? ''";
        let left = window.script(chosen, vec![]).await?;
        ensure!(left.as_str().is_some_and(|hit| hit.contains("A note")), "one comes back to {left}");
        Ok(())
    })
}

#[test]
fn a_facet_narrows_and_a_saved_search_tells_what_was_imported_since() -> Result<()> {
    drive_papers("search-saved", async |window, papers| {
        search(window, WORD).await?;
        choose_facet(window, "PDF").await?;
        window.find_with("filter-part", "PDF").await?;
        window.gone("hit", "A note on the").await?;
        window.click("save-search").await?;
        let name = window.find("save-search-name").await?;
        name.send_keys("Purpose").await?;
        name.send_keys(&char::from(Key::Enter).to_string()).await?;
        window.find_with("saved-search", "Purpose").await?;
        passes_axe(window, "a saved search").await?;
        let later = papers.write("later.pdf", &pdf(&format!("One more {WORD} came later.")))?;
        import(window, &later).await?;
        window.find_with("saved-search", "1 new").await?;
        window.screenshot("search-new").await?;
        window.click("saved-search").await?;
        window.find_with("search-told", "1 new").await?;
        window.find("hit-new").await?;
        window.gone("saved-search", "new").await?;
        passes_axe(window, "what is new in a saved search").await
    })
}
