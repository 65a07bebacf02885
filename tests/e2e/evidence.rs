//! The evidence in the real window: words of a PDF, an e-mail and a web page become events; exhibits are numbered.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use proofline_tests::proofline;
use serde_json::Value;
use std::path::Path;

use crate::{
    SIZE,
    library::Sample,
    look,
    reading::{letters, marked, open_document, select},
    window::{Opening, Theme, Window, drive},
};

/// One document of each kind that is drawn.
const DOCUMENTS: [&str; 3] =
    ["Digest: the Dutch demand", "E-mail: correction of a sum", "Press summary: the company’s replies"];

fn answered(library: &Path, words: &[&str]) -> Result<Value> {
    let output = proofline().arg("--library").arg(library).arg("--json").args(words).output()?;
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Some words from the midst of a document's first page.
fn words_of(library: &Path, title: &str) -> Result<String> {
    let pages = answered(library, &["document", "text", title, "--page", "1"])?;
    let text = pages[0]["text"].as_str().context("no text")?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let start = words.len() / 2;
    Ok(words[start..(start + 8).min(words.len())].join(" "))
}

/// The title as the library has it: with whichever apostrophe.
fn title_in(library: &Path, title: &str) -> Result<String> {
    let register = answered(library, &["register", "--limit", "100"])?;
    let rows = register["rows"].as_array().context("no register")?;
    let plain = |text: &str| text.replace('’', "'");
    let found = rows.iter().filter_map(|row| row["title"].as_str()).find(|each| plain(each) == plain(title));
    Ok(found.with_context(|| format!("the sample has no “{title}”"))?.to_owned())
}

async fn event_of_words(window: &Window, library: &Path, title: &str, event: &str) -> Result<()> {
    let words = words_of(library, title)?;
    open_document(window, title).await?;
    select(window, &words).await?;
    look(window, &format!("selected-{event}")).await?;
    window.click("new-event-from-passage").await?;
    window.find("event-sheet").await?;
    window.tab_to("What happened").await?;
    window.write(event).await?;
    window.send().await?;
    window.find_with("status", event).await?;
    window.go_to(event).await?;
    window.find("account").await?;
    window.key(Key::Enter).await?;
    let opened = marked(window, "opened").await?;
    ensure!(letters(&opened) == letters(&words), "`{words}` were cited, `{opened}` are marked");
    look(window, &format!("opened-{event}")).await
}

/// A note on words of the document that is open, written and read in its margin.
async fn note_on_words(window: &Window, library: &Path, title: &str) -> Result<()> {
    let words = words_of(library, title)?;
    open_document(window, title).await?;
    select(window, &words).await?;
    window.click("note-passage").await?;
    window.find("note-sheet").await?;
    window.tab_to("Note").await?;
    window.write("Ask who saw this first.").await?;
    look(window, "note-on-words").await?;
    window.send().await?;
    window.find_with("status", "Added the note").await?;
    window.find_with("mark", "Ask who saw this first.").await?;
    look(window, "note-in-the-margin").await
}

#[test]
fn words_of_a_pdf_an_e_mail_and_a_web_page_become_events_and_are_found_again() -> Result<()> {
    let sample = Sample::copy()?;
    let library = sample.path();
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: SIZE };
    drive("evidence", &opening, async |window| {
        window.find("event-row").await?;
        for (title, event) in DOCUMENTS.iter().zip(["From a PDF", "From an e-mail", "From a web page"]) {
            let title = title_in(&library, title)?;
            event_of_words(window, &library, &title, event).await.with_context(|| title.clone())?;
        }
        let mail = title_in(&library, DOCUMENTS[1])?;
        note_on_words(window, &library, &mail).await?;
        let noted = answered(&library, &["highlight", "list", &mail])?;
        ensure!(noted.to_string().contains("Ask who saw this first."), "{noted}");
        Ok(())
    })
}

fn marks(library: &Path) -> Result<Vec<String>> {
    let register = answered(library, &["register", "--exhibited", "true", "--sort", "mark"])?;
    let rows = register["rows"].as_array().context("no register")?;
    let line = |row: &Value| {
        format!("{} {}", row["marks"][0].as_str().unwrap_or(""), row["title"].as_str().unwrap_or(""))
    };
    Ok(rows.iter().map(line).collect())
}

#[test]
fn five_exhibits_are_numbered_renumbered_and_undone() -> Result<()> {
    let sample = Sample::copy()?;
    let library = sample.path();
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: SIZE };
    drive("exhibits", &opening, async |window| {
        window.find("event-row").await?;
        window.find_with("case-link", "Illinois").await?.click().await?;
        window.find("view-timeline").await?;
        window.type_keys("e").await?;
        window.find("document-row").await?;
        look(window, "register").await?;
        let down = char::from(Key::Down).to_string();
        for _ in 0..4 {
            window.press_with(Key::Shift, &down).await?;
        }
        window.find_with("selected-count", "5").await?;
        look(window, "register-selected").await?;
        window.press_with(Key::Shift, "e").await?;
        window.find("mark-form").await?;
        window.tab_to("First mark").await?;
        window.write("PX-001").await?;
        look(window, "mark-exhibits").await?;
        window.send().await?;
        window.find_with("status", "PX-005").await?;
        let first = marks(&library)?;
        ensure!(first.len() == 5 && first[0].starts_with("PX-001 "), "{first:?}");
        window.press_with(Key::Shift, "n").await?;
        window.find("renumber-form").await?;
        window.tab_to("First mark").await?;
        window.write("PX-101").await?;
        window.find_with("renumber-count", "5 of 5").await?;
        look(window, "renumber").await?;
        window.send().await?;
        window.find_with("status", "Renumbered").await?;
        ensure!(marks(&library)?[4].starts_with("PX-105 "), "{:?}", marks(&library)?);
        window.press_with(Key::Control, "z").await?;
        window.find_with("status", "Undone").await?;
        ensure!(marks(&library)? == first, "{:?}, not {first:?}", marks(&library)?);
        look(window, "register-numbered").await
    })
}
