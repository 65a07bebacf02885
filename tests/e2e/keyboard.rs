//! The main job by the keyboard alone: no element is clicked, and none is given the focus but by Tab.

use anyhow::{Result, bail, ensure};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::fs;

use crate::{drive_sample, look, reading::as_text, window::Window};

/// The longest way by Tab that a form may ask for.
const TABS: usize = 40;

/// What the focused element is called: its label, or its own words.
const FOCUSED: &str = "const it = document.activeElement; \
    return it.getAttribute('aria-label') || it.labels?.[0]?.textContent || it.textContent || '';";

/// The rows of the table and of the ribbon as a screen reader is told of them: for each its place, of how many, its name.
const ROWS: &str = "const grid = document.querySelector('[role=grid][aria-label=Chronology]'); \
    const rows = [...grid.querySelectorAll('[data-testid=event-row]')].map((row) => \
      [row.id.replace('event-', ''), Number(row.ariaRowIndex) - 1]); \
    const marks = [...document.querySelectorAll('[role=option][id^=mark-]')].map((mark) => \
      [mark.id.replace('mark-', ''), Number(mark.ariaPosInSet), Number(mark.ariaSetSize), mark.ariaLabel]); \
    return { count: Number(grid.ariaRowCount) - 1, rows, marks };";

impl Window {
    pub async fn key(&self, key: Key) -> Result<()> {
        self.type_keys(&char::from(key).to_string()).await
    }

    pub async fn send(&self) -> Result<()> {
        self.press_with(Key::Control, &char::from(Key::Enter).to_string()).await
    }

    /// Presses Tab until the focus is on what is called `name`.
    pub async fn tab_to(&self, name: &str) -> Result<()> {
        let mut met = Vec::new();
        for _ in 0..TABS {
            let focused = self.script(FOCUSED, vec![]).await?;
            let words = focused.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            if words.starts_with(name) {
                return Ok(());
            }
            met.push(words);
            self.key(Key::Tab).await?;
        }
        bail!("Tab does not lead to `{name}`, but to {}", met.join(" | "))
    }

    /// Replaces what stands in the focused field.
    pub async fn write(&self, words: &str) -> Result<()> {
        self.press_with(Key::Control, "a").await?;
        self.type_keys(words).await
    }

    /// Selects the first lines of the page of the best hit, and cites them in the event, with the date that they are said to
    /// state.
    async fn cite_hit(&self, query: &str, event: &str, date: &str) -> Result<()> {
        self.type_keys("/").await?;
        self.find("search-input").await?;
        self.write(&format!("{query} kind:document")).await?;
        self.find("hit").await?;
        self.key(Key::Enter).await?;
        as_text(self).await?;
        let down = format!("{}{}", char::from(Key::Control), char::from(Key::Right));
        for _ in 0..6 {
            self.press_with(Key::Shift, &down).await?;
        }
        self.find("cite-bar").await?;
        self.type_keys("c").await?;
        self.find("cite-sheet").await?;
        self.tab_to("Find the event").await?;
        self.write(event).await?;
        self.find_with("event-choice", event).await?;
        self.gone_other_than("event-choice", event).await?;
        self.tab_to("Date as stated").await?;
        self.write(date).await?;
        self.find_with("date-read", date).await?;
        self.send().await?;
        self.find_with("status", "Cited in").await?;
        Ok(())
    }

    /// Opens an event by the palette.
    pub async fn go_to(&self, event: &str) -> Result<()> {
        self.press_with(Key::Control, "k").await?;
        self.find("palette-input").await?;
        self.write(event).await?;
        self.find_with("palette-row", event).await?;
        self.key(Key::Enter).await?;
        self.find_with("event-title", event).await?;
        Ok(())
    }
}

#[test]
fn a_disputed_event_is_made_undone_and_redone_by_the_keyboard_alone() -> Result<()> {
    const EVENT: &str = "The harbour closes its gate";
    drive_sample("keyboard", async |window| {
        window.find("event-row").await?;
        window.type_keys("c").await?;
        window.tab_to("Name").await?;
        window.write("Mill v Harbour").await?;
        window.send().await?;
        window.find_with("case-link", "Mill v Harbour").await?;

        window.type_keys("n").await?;
        window.find("event-sheet").await?;
        window.tab_to("What happened").await?;
        window.write(EVENT).await?;
        window.tab_to("Date").await?;
        window.write("about March 2021").await?;
        window.find_with("date-read", "2021-03~").await?;
        window.tab_to("People").await?;
        window.write("Jane Roe").await?;
        window.find_with("offer", "Jane Roe").await?;
        window.key(Key::Down).await?;
        window.key(Key::Enter).await?;
        window.find_with("chip", "Jane Roe").await?;
        window.send().await?;
        window.find_with("event-row", EVENT).await?;

        window.cite_hit("\"92 million\"", EVENT, "March 2021").await?;
        window.cite_hit("\"5.7 million\"", EVENT, "May 2021").await?;
        window.go_to(EVENT).await?;
        window.find_with("conflict", "May 2021").await?;
        look(window, "keyboard-conflict").await?;

        for _ in 0..4 {
            window.press_with(Key::Control, "z").await?;
            window.find_with("status", "Undone").await?;
        }
        window.gone("case-link", "Mill v Harbour").await?;
        let shift_z = format!("{}z", char::from(Key::Shift));
        for _ in 0..4 {
            window.press_with(Key::Control, &shift_z).await?;
            window.find_with("status", "Done again").await?;
        }
        window.find_with("case-link", "Mill v Harbour").await?;
        window.go_to(EVENT).await?;
        window.find_with("conflict", "May 2021").await?;
        Ok(())
    })
}

#[test]
fn a_table_is_checked_taken_in_and_taken_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("chronology.csv");
    fs::write(
        &file,
        "Ref,Date,What happened\nA1,about May 2021,The quarry opens\nA2,nonsense,The quarry closes\n",
    )?;
    drive_sample("table", async |window| {
        window.find_with("case-link", "Lloyd").await?.click().await?;
        window.find_with("event-row", "Lloyd v Google begins").await?;
        window.press_with(Key::Control, "k").await?;
        window.find("palette-input").await?;
        window.write("Import a table").await?;
        window.find_with("palette-row", "Import a table").await?;
        window.key(Key::Enter).await?;
        window.find("table-path").await?;
        window.write(&file.to_string_lossy()).await?;
        window.key(Key::Enter).await?;
        window.find("mapping-row").await?;
        window.send().await?;
        window.find_with("plan-counts", "1 refused").await?;
        look(window, "table-plan").await?;
        window.click("import-good").await?;
        window.find_with("event-row", "The quarry opens").await?;
        window.press_with(Key::Control, "z").await?;
        window.gone("event-row", "The quarry opens").await
    })
}

#[test]
fn a_screen_reader_is_told_of_the_same_rows_by_the_table_and_the_ribbon() -> Result<()> {
    drive_sample("same-rows", async |window| {
        window.find("event-row").await?;
        let told = window.script(ROWS, vec![]).await?;
        let count = told["count"].clone();
        ensure!(count == json!(53), "the table says that it has {count} rows");
        let marks = told["marks"].as_array().map(Vec::as_slice).unwrap_or_default();
        ensure!(!marks.is_empty(), "the ribbon has no marks");
        let rows = told["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
        for mark in marks {
            let [id, place, size, name] = [0, 1, 2, 3].map(|part| mark[part].clone());
            ensure!(size == count, "the ribbon says that {name} is one of {size}, the table of {count}");
            ensure!(name != Value::Null && name != json!(""), "a mark has no name");
            let row = rows.iter().find(|row| row[0] == id);
            ensure!(
                row.is_none_or(|row| row[1] == place),
                "{name} is in another place in the ribbon: {place}"
            );
        }
        Ok(())
    })
}
