//! Quotes of PDFs are marked where their pages are drawn.

use anyhow::{Context, Result, ensure};
use proofline_tests::{copy_folder, proofline};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::{
    SIZE,
    chance::Chance,
    library::Sample,
    passages::passage,
    reading::{open_document, titles},
    window::{Opening, Theme, Window, drive_for},
};

/// A library of which passages by chance are looked for, in place of the sample's: a copy of it is made.
const LIBRARY: &str = "PROOFLINE_QUOTES_LIBRARY";
/// Passages of each document, and pages that they are on, at most.
const PASSAGES: usize = 3;
const TRIES: usize = 12;
/// What chance begins with, so that every run chooses the same.
const SEED: u64 = 255;
/// How long a page may take until it is said of all its quotes whether they are on it.
const TOLD: Duration = Duration::from_secs(15);
/// Of a hundred quotes, how many are to be marked.
const WANTED: usize = 95;

/// Notes what the frame says of each quote: whether it is among the words of PDF.js, which is said first, or only among those
/// of the text.
const LISTEN: &str = "window.told = {};
    window.begun = new Set();
    addEventListener('message', ({ data }) => {
        if (data?.type !== 'placed') return;
        for (const id of data.found) window.told[id] ??= window.begun.has(data.page) ? 'own' : 'drawn';
        for (const id of data.missing) window.told[id] ??= 'missing';
        window.begun.add(data.page);
    });";

const GO: &str = "const field = document.querySelector('[data-testid=page-number]');
    if (Number(field.value) === arguments[0]) return;
    field.value = arguments[0];
    field.dispatchEvent(new Event('change', { bubbles: true }));";

#[derive(Default)]
struct Counts {
    quotes: usize,
    drawn: usize,
    own: usize,
    missing: Vec<String>,
}

fn answered(library: &Path, words: &[&str]) -> Result<Value> {
    let output = proofline().arg("--library").arg(library).arg("--json").args(words).output()?;
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Highlights passages of a document by chance: by page, the identifier of each and its words.
fn highlighted(
    library: &Path,
    document: &str,
    chance: &mut Chance,
) -> Result<BTreeMap<u64, Vec<(String, String)>>> {
    let mut marks: BTreeMap<u64, Vec<(String, String)>> = BTreeMap::new();
    let pages = answered(library, &["document", "text", document])?;
    let pages = pages.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut count = 0;
    for _ in 0..if pages.is_empty() { 0 } else { TRIES } {
        let page = &pages[chance.below(pages.len())];
        let (number, text) = (page["page"].as_u64().context("no page")?, page["text"].as_str());
        let Some(words) = text.and_then(|text| passage(text, chance)) else { continue };
        // Words that stand there twice are refused, and others are taken.
        let quote = format!("--quote={words}");
        let added = answered(library, &["highlight", "add", document, "--page", &number.to_string(), &quote]);
        let Some(id) = added.ok().and_then(|row| row["annotation"].as_str().map(str::to_owned)) else {
            continue;
        };
        marks.entry(number).or_default().push((id, words.to_owned()));
        count += 1;
        if count == PASSAGES {
            break;
        }
    }
    Ok(marks)
}

/// Waits until the frame has said of all these quotes whether they are on its page.
async fn told(window: &Window, page: u64, quotes: &[(String, String)]) -> Result<Value> {
    let ids: Vec<&str> = quotes.iter().map(|(id, _)| &**id).collect();
    window.script(GO, vec![json!(page)]).await?;
    let start = Instant::now();
    loop {
        let told = window.script("return window.told", vec![]).await?;
        if ids.iter().all(|id| told[*id].is_string()) || start.elapsed() > TOLD {
            return Ok(told);
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

#[allow(clippy::print_stderr, reason = "the counts are the answer")]
#[test]
fn quotes_are_marked_where_their_page_is_drawn() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let sample = Sample::copy()?;
    let library = match env::var_os(LIBRARY).map(PathBuf::from) {
        Some(given) => {
            copy_folder(&given, &folder.path().join("library"))?;
            folder.path().join("library")
        }
        None => sample.path(),
    };
    let (mut chance, mut marks) = (Chance(SEED), Vec::new());
    for (document, title) in pdfs(&library)? {
        let quotes = highlighted(&library, &document, &mut chance)?;
        marks.extend((!quotes.is_empty()).then_some((title, quotes)));
    }
    let mut counts = Counts::default();
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: SIZE };
    drive_for(Duration::from_hours(1), "quotes", &opening, async |window| {
        window.script(LISTEN, vec![]).await?;
        for (title, pages) in &marks {
            window.script("window.begun.clear()", vec![]).await?;
            // Among the documents of others there are some that nothing draws.
            let opened = open_document(window, title).await.is_ok();
            for (page, quotes) in pages {
                let told = if opened { told(window, *page, quotes).await? } else { json!({}) };
                for (id, words) in quotes {
                    counts.add(told[id].as_str(), &format!("{title}, page {page}: {words}"));
                }
            }
        }
        Ok(())
    })?;
    let Counts { quotes, drawn, own, missing } = &counts;
    eprintln!("not marked:\n{}", missing.join("\n"));
    eprintln!("{} of {quotes} quotes are marked: {drawn} among the words of PDF.js, {own} by", drawn + own);
    eprintln!("the places of the text's own words");
    let found = drawn + own;
    ensure!(found * 100 >= quotes * WANTED, "{found} of {quotes} quotes are marked");
    Ok(())
}

/// The PDFs of a library whose title no other document has.
fn pdfs(library: &Path) -> Result<Vec<(String, String)>> {
    let all = titles(library)?;
    let alone = |title: &str| all.iter().filter(|(_, other)| other == title).count() == 1;
    let mut found = Vec::new();
    for (document, title) in &all {
        let row = answered(library, &["document", "show", document])?;
        if alone(title) && row["kind_words"] == "PDF" {
            found.push((document.clone(), title.clone()));
        }
    }
    Ok(found)
}

impl Counts {
    fn add(&mut self, told: Option<&str>, what: &str) {
        self.quotes += 1;
        match told {
            Some("drawn") => self.drawn += 1,
            Some("own") => self.own += 1,
            told => self.missing.push(format!("{} {what}", told.unwrap_or("not drawn:"))),
        }
    }
}
