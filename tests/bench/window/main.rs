//! What `cargo xtask bench timeline` measures in the real window: `bench-window LIBRARY`. It prints lines of JSON for
//! that task. All times are taken inside the page.

#[allow(dead_code, reason = "the bench of the façade uses all of it, this a part")]
#[path = "../measure.rs"]
mod measure;
#[allow(dead_code, reason = "other benches use the rest of it")]
#[path = "../page.rs"]
mod page;
#[allow(dead_code, reason = "the journeys use all of it, this a part")]
#[path = "../../e2e/window.rs"]
mod window;

use anyhow::{Result, bail};
use measure::{Times, report};
use page::Page;
use serde_json::json;
use std::path::Path;
use window::{Opening, Theme, drive};

/// Milliseconds within which a filter is to be painted.
const FILTER: f64 = 100.0;
/// Milliseconds that no frame may take longer than while one scrolls or zooms.
const FRAME: f64 = 32.0;
/// How often each filter is set.
const FILTER_RUNS: usize = 15;
/// How often the table is scrolled from end to end, and the ribbon zoomed in and out.
const ROUNDS: usize = 3;
/// How often the timeline of all cases is opened.
const OPENINGS: usize = 8;

/// What is done in the page.
const ACTS: &str = include_str!("page.js");

/// What is typed, each time into an empty field.
const TYPED: [&str; 5] = ["q", "di", "disclosure", "harrow hearing", "zweckbestimmung"];
/// Switches beside the field.
const SWITCHED: [&str; 2] = ["Unsupported", "In conflict"];

fn main() -> Result<()> {
    let Some(library) = std::env::args().nth(1) else {
        bail!("say where the library is: `bench-window LIBRARY`")
    };
    let opening = Opening { library: Some(Path::new(&library)), theme: Theme::Light, size: (1440, 900) };
    drive("bench-typed", &opening, async |window| {
        window.find("event-row").await?;
        let since = window.script("return Date.now() - performance.timeOrigin", vec![]).await?;
        let taken = since.as_f64().into_iter().collect();
        report("window: page begun to rows seen, at most", &Times { taken, waited: Vec::new() }, None);
        typed(&Page { window, acts: ACTS }).await
    })?;
    drive("bench-switched", &opening, async |window| {
        window.find("event-row").await?;
        switched(&Page { window, acts: ACTS }).await
    })?;
    drive("bench-frames", &opening, async |window| {
        window.find("event-row").await?;
        let page = Page { window, acts: ACTS };
        let (scrolled, zoomed) =
            ("table scrolled end to end, 200 steps: frames", "ribbon zoomed in and out, 40 steps: frames");
        page.frames(scrolled, &json!({"scroll": 200}), ROUNDS, FRAME).await?;
        page.frames(zoomed, &json!({"zoom": 40}), ROUNDS, FRAME).await
    })?;
    drive("bench-openings", &opening, async |window| {
        window.find("event-row").await?;
        let page = Page { window, acts: ACTS };
        page.repeat("timeline of all cases opened, to painted", &json!({"open": 0}), OPENINGS, None).await?;
        page.repeat("timeline of one case opened, to painted", &json!({"open": 1}), OPENINGS, None).await
    })
}

async fn typed(page: &Page<'_>) -> Result<()> {
    for text in TYPED {
        let what = format!("filter typed to painted: {text}");
        page.repeat(&what, &json!({"type": text}), FILTER_RUNS, Some(FILTER)).await?;
    }
    Ok(())
}

async fn switched(page: &Page<'_>) -> Result<()> {
    for name in SWITCHED {
        let what = format!("filter switched to painted: {name}");
        page.repeat(&what, &json!({"switch": name}), FILTER_RUNS, Some(FILTER)).await?;
    }
    let away = json!({"clear": "disclosure"});
    page.repeat("filter taken away to painted", &away, FILTER_RUNS, Some(FILTER)).await
}
