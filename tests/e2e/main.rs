//! Journeys through the real window. `cargo xtask test --only window` builds what they need.

mod axe;
#[allow(dead_code, reason = "the benches need all of it")]
#[path = "../bench/chance.rs"]
mod chance;
mod evidence;
mod frame;
mod importing;
mod inside;
mod keyboard;
mod library;
mod network;
#[path = "../bench/passages.rs"]
mod passages;
mod quotes;
mod reading;
mod scans;
mod searching;
mod window;

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use std::fs;

use axe::passes_axe;
use library::Sample;
use reading::{as_text, letters, marked};
use window::{Opening, Theme, Window, drive, text};

const SIZE: (u32, u32) = (1440, 900);

/// Opens a copy of the sample in light colours at the usual size.
fn drive_sample(name: &str, journey: impl AsyncFnOnce(&Window) -> Result<()>) -> Result<()> {
    let sample = Sample::copy()?;
    let library = sample.path();
    drive(name, &Opening { library: Some(&library), theme: Theme::Light, size: SIZE }, journey)
}

/// Opens the case of the Illinois settlement and selects its event, which its list may have below its edge.
async fn select_settlement(window: &Window) -> Result<()> {
    window.find_with("case-link", "Illinois").await?.click().await?;
    window.find("event-filter").await?.send_keys("92 million").await?;
    window.find_with("event-row", "92 million").await?.click().await?;
    window.find("account").await?;
    Ok(())
}

/// From a selected event to the passage that proves it, by the keyboard.
async fn open_passage(window: &Window) -> Result<()> {
    window.type_keys(&char::from(Key::Enter).to_string()).await?;
    marked(window, "opened").await?;
    Ok(())
}

async fn search(window: &Window, query: &str) -> Result<()> {
    // In a document Ctrl+F looks in that document.
    window.type_keys("/").await?;
    window.find("search-input").await?.send_keys(query).await?;
    window.find("hit").await?;
    Ok(())
}

#[test]
fn an_event_leads_to_the_passage_that_proves_it() -> Result<()> {
    drive_sample("passage", async |window| {
        ensure!(window.find_all("case-link").await?.len() >= 5, "the sample has five cases");
        select_settlement(window).await?;
        let account = text(&window.find("account").await?).await?;
        open_passage(window).await?;
        let marked = marked(window, "opened").await?;
        let quoted = letters(&account).contains(&letters(&marked));
        ensure!(quoted, "the page marks `{marked}`, which the account does not quote: {account}");
        // The same words in the text that was read from it.
        as_text(window).await?;
        let passage = text(&window.find("passage").await?).await?;
        ensure!(letters(&passage) == letters(&marked), "the text marks `{passage}`, the page `{marked}`");
        Ok(())
    })
}

#[test]
fn a_search_leads_to_its_hit_on_the_page() -> Result<()> {
    drive_sample("search", async |window| {
        search(window, "\"92 million\"").await?;
        window.find_with("hit", "thousands of pounds a child").await?.click().await?;
        let found = marked(window, "found").await?;
        ensure!(found.contains("92"), "the page marks `{found}` for the query \"92 million\"");
        Ok(())
    })
}

#[test]
fn an_import_is_taken_back_by_undo() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("zweckbestimmung.txt");
    fs::write(&file, "A memorandum that mentions the word zweckbestimmung once.\n")?;
    drive_sample("import", async |window| {
        window.click("import-button").await?;
        window.find("import-paths").await?.send_keys(&file.to_string_lossy()).await?;
        window.click("import-start").await?;
        window.find_with("import-done", "1").await?;
        search(window, "zweckbestimmung").await?;
        window.click("undo-button").await?;
        window.gone("hit", "zweckbestimmung").await
    })
}

#[test]
fn the_first_run_offers_a_way_in() -> Result<()> {
    drive("first-run", &Opening { library: None, theme: Theme::Light, size: SIZE }, async |window| {
        window.find("app").await?;
        passes_axe(window, "the first run").await?;
        window.screenshot("first-run").await?;
        Ok(())
    })
}

/// Every view, judged by axe-core and photographed.
fn look_at_views(theme: Theme, size: (u32, u32)) -> Result<()> {
    let sample = Sample::copy()?;
    let library = sample.path();
    let colours = if theme == Theme::Dark { "dark" } else { "light" };
    let name = |view: &str| format!("{view}-{colours}-{}x{}", size.0, size.1);
    drive(&name("views"), &Opening { library: Some(&library), theme, size }, async |window| {
        window.find("event-row").await?;
        look(window, &name("all-cases")).await?;
        select_settlement(window).await?;
        look(window, &name("case")).await?;
        open_passage(window).await?;
        look(window, &name("document")).await?;
        search(window, "\"92 million\"").await?;
        look(window, &name("search")).await?;
        // What is no document stands first; the strip is there where a page was opened.
        window.find("search-input").await?.send_keys(" kind:document").await?;
        window.gone("hit", "Northern District").await?;
        window.type_keys(&char::from(Key::Enter).to_string()).await?;
        window.find("hit-strip").await?;
        marked(window, "found").await?;
        look(window, &name("search-hit")).await?;
        window.click("to-results").await?;
        window.press_with(Key::Shift, &char::from(Key::F1).to_string()).await?;
        window.find("help-example").await?;
        look(window, &name("search-help")).await?;
        window.type_keys(&char::from(Key::Escape).to_string()).await?;
        window.press_with(Key::Control, &format!("{}t", char::from(Key::Shift))).await?;
        window.find("term-list-path").await?;
        look(window, &name("term-list")).await?;
        window.type_keys(&char::from(Key::Escape).to_string()).await?;
        window.find("search-input").await?.click().await?;
        window.press_with(Key::Control, "a").await?;
        window.type_keys(&char::from(Key::Delete).to_string()).await?;
        window.find("recent").await?;
        look(window, &name("search-begin")).await?;
        window.click("import-button").await?;
        window.find("import-paths").await?;
        look(window, &name("import")).await?;
        window.type_keys(&char::from(Key::Escape).to_string()).await?;
        window.find_with("case-link", "Illinois").await?.click().await?;
        window.find("view-timeline").await?;
        for (key, view) in [("m", "amounts"), ("p", "people"), ("o", "notes"), ("x", "next"), ("r", "review")]
        {
            window.type_keys(key).await?;
            window.find(&format!("view-{view}")).await?;
            look(window, &name(view)).await?;
        }
        Ok(())
    })
}

/// The ribbon, its lanes, the inspector, the forms over them, and a timeline as it was known, at one size.
fn look_at_timeline(theme: Theme, size: (u32, u32)) -> Result<()> {
    let sample = Sample::copy()?;
    let library = sample.path();
    let colours = if theme == Theme::Dark { "dark" } else { "light" };
    let name = |view: &str| format!("{view}-{colours}-{}x{}", size.0, size.1);
    drive(&name("timeline"), &Opening { library: Some(&library), theme, size }, async |window| {
        window.find("event-row").await?;
        look(window, &name("lanes")).await?;
        select_settlement(window).await?;
        window.type_keys("i").await?;
        look(window, &name("ribbon")).await?;
        window.type_keys("i").await?;
        window.click("event-edit").await?;
        window.find("event-edit-form").await?;
        look(window, &name("edit")).await
    })
}

async fn look(window: &Window, name: &str) -> Result<()> {
    window.screenshot(name).await?;
    passes_axe(window, name).await
}

#[test]
fn every_view_passes_axe_in_light_colours() -> Result<()> {
    look_at_views(Theme::Light, SIZE)
}

#[test]
fn every_view_passes_axe_in_dark_colours() -> Result<()> {
    look_at_views(Theme::Dark, SIZE)
}

#[test]
fn the_timeline_passes_axe_on_a_large_screen_in_dark_colours() -> Result<()> {
    look_at_timeline(Theme::Dark, (1920, 1080))
}

#[test]
fn the_timeline_passes_axe_on_a_large_screen_in_light_colours() -> Result<()> {
    look_at_timeline(Theme::Light, (1920, 1080))
}

#[test]
fn every_view_passes_axe_in_a_small_window() -> Result<()> {
    look_at_views(Theme::Light, (960, 600))
}

#[test]
fn every_view_passes_axe_in_a_small_dark_window() -> Result<()> {
    look_at_views(Theme::Dark, (960, 600))
}
