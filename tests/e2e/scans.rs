//! A page that a machine read, in the real window: found, marked, selected and cited on its picture.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use xtask::place;

use crate::{
    SIZE,
    library::Sample,
    look,
    reading::{drawn, letters, marked, select},
    search,
    window::{Opening, Theme, Window, drive},
};

/// What stands on the sheet that is photographed and read.
const LINES: [&str; 4] = [
    "Minutes of the harbour board",
    "The treasurer presented the quarterly accounts",
    "and the board approved a grant of 4,500 dollars",
    "for the restoration of the lighthouse.",
];
const WORD: &str = "quarterly";
const PASSAGE: &str = "approved a grant of 4,500 dollars";

/// How long a picture may take to be imported and read.
const READ: Duration = Duration::from_mins(1);

/// Puts the sheet over the window, and says where its words are, in shares of the window.
const SHEET: &str = r"
    const sheet = document.createElement('div');
    sheet.id = 'sheet';
    sheet.style.cssText = 'position:fixed;inset:0;z-index:9999;background:#fff;color:#000;padding:120px;' +
        'font:34px/2 serif;white-space:pre;color-scheme:only light';
    for (const line of arguments[0]) {
        const row = document.createElement('div');
        for (const word of line.split(' ')) {
            const span = document.createElement('span');
            span.textContent = word;
            row.append(span, ' ');
        }
        sheet.append(row);
    }
    document.body.append(sheet);
    return Object.fromEntries([...sheet.querySelectorAll('span')].map((span) => {
        const { left, right, top, bottom } = span.getBoundingClientRect();
        return [span.textContent, [left / innerWidth, top / innerHeight, right / innerWidth, bottom / innerHeight]];
    }));
";

/// Where the words marked so are on the picture, in shares of it, turned back with it.
const MARKED: &str = r"
    const [range] = CSS.highlights.get(arguments[0]) ?? [];
    const page = document.querySelector('.page');
    if (!range || !page) return null;
    const box = page.getBoundingClientRect();
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const share = (x, y) => [(x - box.left) / box.width, (y - box.top) / box.height];
    const [a, b] = [share(left, top), share(right, bottom)];
    const turned = Number(document.querySelector('.words').dataset.mainRotation);
    const back = ([x, y]) => turned === 90 ? [y, 1 - x] : turned === 180 ? [1 - x, 1 - y] : turned === 270 ? [1 - y, x] : [x, y];
    const [[x1, y1], [x2, y2]] = [back(a), back(b)];
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
";

/// A sheet as a picture, and where each of its words is.
async fn photographed(window: &Window, name: &str) -> Result<Value> {
    let places = window.script(SHEET, vec![json!(LINES)]).await?;
    window.screenshot(name).await?;
    window.script("document.getElementById('sheet').remove()", vec![]).await?;
    Ok(places)
}

fn rectangle(of: &Value) -> Option<[f64; 4]> {
    let numbers: Option<Vec<f64>> = of.as_array()?.iter().map(Value::as_f64).collect();
    numbers?.try_into().ok()
}

/// That the words are marked where they stand, from the first to the last of one line: within a letter's width, and on their
/// line.
async fn is_marked_at(window: &Window, name: &str, places: &Value, words: &str) -> Result<()> {
    let of = |word: Option<&str>| rectangle(&places[word.unwrap_or_default()]).context("no such word");
    let (first, last) = (of(words.split(' ').next())?, of(words.split(' ').next_back())?);
    let start = Instant::now();
    loop {
        let found = rectangle(&window.frame_script(MARKED, vec![name.into()]).await?);
        let near = found.is_some_and(|[left, top, right, bottom]| {
            let middle = f64::midpoint(top, bottom);
            (left - first[0]).abs() < 0.012
                && (right - last[2]).abs() < 0.012
                && (first[1]..first[3]).contains(&middle)
        });
        if near {
            return Ok(());
        }
        let (from, to) = ([first[0], first[1]], [last[2], last[3]]);
        let told = format!("`{words}` stands from {from:?} to {to:?}, and is marked at {found:?}");
        ensure!(start.elapsed() < Duration::from_secs(10), told);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Waits until the picture is imported: reading it takes seconds, and more on a machine that is busy with other things.
async fn is_read(window: &Window) -> Result<()> {
    let start = Instant::now();
    loop {
        match window.find_with("import-done", "1").await {
            Err(_) if start.elapsed() < READ => {}
            waited => return waited.map(drop),
        }
    }
}

/// From a picture of a sheet to a passage of it that proves an event.
fn cite_from_scan(theme: Theme, colours: &str) -> Result<()> {
    let name = |view: &str| format!("scan-{view}-{colours}");
    let sample = Sample::copy()?;
    let library = sample.path();
    let opening = Opening { library: Some(&library), theme, size: SIZE };
    drive(&name("journey"), &opening, async |window| {
        window.find("event-row").await?;
        let places = photographed(window, &name("sheet")).await?;
        let file = place::target().join(format!("screenshots/{}.png", name("sheet")));
        window.click("import-button").await?;
        window.find("import-paths").await?.send_keys(&file.to_string_lossy()).await?;
        window.click("import-start").await?;
        is_read(window).await?;

        search(window, WORD).await?;
        window.find_with("hit", WORD).await?.click().await?;
        window.key(Key::Enter).await?;
        window.find("reader").await?;
        ensure!(marked(window, "found").await?.trim() == WORD, "another word is marked");
        is_marked_at(window, "found", &places, WORD).await?;
        look(window, &name("hit")).await?;

        select(window, PASSAGE).await?;
        look(window, &name("selected")).await?;
        window.click("new-event-from-passage").await?;
        window.find("event-sheet").await?;
        window.tab_to("What happened").await?;
        window.write("A grant for the lighthouse").await?;
        window.send().await?;
        window.find_with("status", "A grant for the lighthouse").await?;
        window.go_to("A grant for the lighthouse").await?;
        window.find("account").await?;
        window.key(Key::Enter).await?;
        let opened = marked(window, "opened").await?;
        ensure!(letters(&opened) == letters(PASSAGE), "`{opened}` is marked");
        drawn(window, &format!("{}.png", name("sheet"))).await?;
        is_marked_at(window, "opened", &places, PASSAGE).await?;
        for key in ["+", "+", "u", "-", "u", "u"] {
            window.type_keys(key).await?;
            is_marked_at(window, "opened", &places, PASSAGE).await.with_context(|| key.to_owned())?;
        }
        look(window, &name("turned")).await?;
        window.type_keys("u").await?;

        window.press_with(Key::Control, "f").await?;
        window.find("find").await?.send_keys("LIGHTHOUSE").await?;
        window.find_with("find-count", "1 of 1").await?;
        is_marked_at(window, "current", &places, "lighthouse.").await?;
        look(window, &name("find")).await
    })
}

#[test]
fn words_of_a_picture_are_found_marked_selected_and_cited() -> Result<()> {
    cite_from_scan(Theme::Light, "light")
}

#[test]
fn words_of_a_picture_are_marked_in_dark_colours_too() -> Result<()> {
    cite_from_scan(Theme::Dark, "dark")
}
