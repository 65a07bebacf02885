//! Documents, opened in the real window.

use anyhow::{Context, Result, bail};
use fantoccini::key::Key;
use proofline_tests::proofline;
use serde_json::Value;
use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::window::{Window, text};

/// How long a document may take to be drawn.
const DRAWN: Duration = Duration::from_secs(20);

/// The web pages, e-mails and PDFs of a library, each with its identifier and its title.
pub fn titles(library: &Path) -> Result<Vec<(String, String)>> {
    let args = ["--json", "register", "--limit", "500", "--from"];
    let mut found = Vec::new();
    loop {
        let from = found.len().to_string();
        let output = proofline().arg("--library").arg(library).args(args).arg(&from).output()?;
        let register: Value = serde_json::from_slice(&output.stdout)?;
        let rows = register["rows"].as_array().context("no register")?;
        found.extend(rows.iter().cloned());
        if rows.is_empty() || found.len() as u64 == register["total"].as_u64().unwrap_or(0) {
            break;
        }
    }
    let word = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    found.retain(|row| ["PDF", "web page", "e-mail"].contains(&&*word(row, "kind_words")));
    Ok(found.iter().map(|row| (word(row, "document"), word(row, "title"))).collect())
}

/// Opens a document by its title, and waits until it is drawn, or said why it cannot be.
pub async fn open_document(window: &Window, title: &str) -> Result<()> {
    window.press_with(Key::Control, "k").await?;
    let input = window.find("palette-input").await?;
    input.send_keys(title).await?;
    let row = window.find_with("palette-row", title).await?;
    row.click().await?;
    drawn(window, title).await
}

/// Waits until the document of that title is on screen.
pub async fn drawn(window: &Window, title: &str) -> Result<()> {
    let state = "const frame = document.querySelector('[data-testid=reader]');
        const told = ['unread', 'reader-note', 'page-text'].some((id) => document.querySelector(`[data-testid=${id}]`));
        const heading = document.querySelector('h1')?.textContent ?? '';
        return [heading, frame?.dataset.painted ?? null, told && !frame]";
    let start = Instant::now();
    let mut seen = Value::Null;
    while start.elapsed() < DRAWN {
        seen = window.script(state, vec![]).await?;
        let there = seen[0].as_str().is_some_and(|heading| heading.trim() == title.trim());
        let told = || window.find("reader-note");
        if there && (seen[1].is_string() || seen[2] == true) {
            return Ok(());
        }
        // A document that cannot be drawn says so beside its frame.
        if there && start.elapsed() > Duration::from_secs(5) && text(&told().await?).await.is_ok() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("it is not drawn after {DRAWN:?}: {seen}")
}

/// The words that a document on screen shows as marked so: `opened`, `found` or a colour, once there are any. They are
/// painted, not part of the page; in the text that was read from it they are.
pub async fn marked(window: &Window, look: &str) -> Result<String> {
    let painted = "const inside = document.querySelector('iframe')?.contentWindow ?? window;
        return [...(inside.CSS.highlights?.get(arguments[0]) ?? [])].map(String).join(' ')";
    let id = if look == "opened" { "passage" } else { "found" };
    let start = Instant::now();
    while start.elapsed() < DRAWN {
        let shown =
            "return [...document.querySelectorAll('[data-testid]')].map((each) => each.dataset.testid)";
        let shown = window.script(shown, vec![]).await?;
        let there = |name: &str| shown.as_array().is_some_and(|ids| ids.iter().any(|id| id == name));
        let words = if there("reader") {
            // The frame may be gone by now, or not be there yet.
            let words = window.frame_script(painted, vec![look.into()]).await.unwrap_or_default();
            words.as_str().unwrap_or_default().to_owned()
        } else if there(id) {
            text(&window.find(id).await?).await?
        } else {
            String::new()
        };
        if !words.trim().is_empty() {
            return Ok(words);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("no words are marked as {look}")
}

/// Shows the text that was read from the document on screen, in place of the page as it looks.
pub async fn as_text(window: &Window) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < DRAWN {
        let shown = "return ['page-text', 'reader'].find((id) => document.querySelector(`[data-testid=${id}]`)) ?? ''";
        match window.script(shown, vec![]).await?.as_str() {
            Some("page-text") => return Ok(()),
            Some("reader") => window.type_keys("v").await?,
            _ => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    bail!("no text is shown")
}

/// A text without white space: a drawn page breaks its lines elsewhere.
pub fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Selects words of the document on screen, as a person does with the pointer, and waits for the bar.
pub async fn select(window: &Window, words: &str) -> Result<()> {
    let script = r"
        const inside = document.querySelector('iframe')?.contentWindow ?? window;
        const page = inside.document;
        const wanted = arguments[0].replace(/\s+/g, '');
        const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
        let letters = '';
        const places = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (let at = 0; at < node.data.length; at++)
                if (/\S/.test(node.data[at])) { letters += node.data[at]; places.push([node, at]); }
        const start = letters.indexOf(wanted);
        if (start < 0) return 'not there';
        const [first, from] = places[start];
        const [last, to] = places[start + wanted.length - 1];
        inside.focus();
        const range = page.createRange();
        range.setStart(first, from);
        range.setEnd(last, to + 1);
        const selection = inside.getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        return String(selection).length > 0 ? 'selected' : 'not selected';
    ";
    let start = Instant::now();
    loop {
        let answer = window.frame_script(script, vec![words.into()]).await.unwrap_or_default();
        if answer == "selected" {
            break;
        }
        if start.elapsed() > DRAWN {
            bail!("`{words}` cannot be selected: {answer}");
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    window.find("cite-bar").await?;
    Ok(())
}
