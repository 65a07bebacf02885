//! What `cargo xtask bench timeline` measures in the real window: `bench-window LIBRARY`. It prints lines of JSON for
//! that task. All times are taken inside the page.

#[allow(dead_code, reason = "the bench of the façade uses all of it, this a part")]
#[path = "../measure.rs"]
mod measure;
#[allow(dead_code, reason = "the journeys use all of it, this a part")]
#[path = "../../e2e/window.rs"]
mod window;

use anyhow::{Context, Result, bail};
use measure::{Times, report};
use serde_json::{Value, json};
use std::path::Path;
use window::{Opening, Theme, Window, drive};

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

/// What the page does and how it is timed.
const PAGE: &str = include_str!("page.js");

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
        report("window: page begun to rows seen, at most", &times(&json!([since]))?, None);
        typed(window).await
    })?;
    drive("bench-switched", &opening, async |window| {
        window.find("event-row").await?;
        switched(window).await
    })?;
    drive("bench-frames", &opening, async |window| {
        window.find("event-row").await?;
        frames(window, "table scrolled end to end, 200 steps: frames", &json!({"scroll": 200}), ROUNDS)
            .await?;
        frames(window, "ribbon zoomed in and out, 40 steps: frames", &json!({"zoom": 40}), ROUNDS).await
    })?;
    drive("bench-openings", &opening, async |window| {
        window.find("event-row").await?;
        repeat(window, "timeline of all cases opened, to painted", &json!({"open": 0}), OPENINGS, None)
            .await?;
        repeat(window, "timeline of one case opened, to painted", &json!({"open": 1}), OPENINGS, None).await
    })
}

async fn typed(window: &Window) -> Result<()> {
    for text in TYPED {
        let what = format!("filter typed to painted: {text}");
        repeat(window, &what, &json!({"type": text}), FILTER_RUNS, Some(FILTER)).await?;
    }
    Ok(())
}

async fn switched(window: &Window) -> Result<()> {
    for name in SWITCHED {
        let what = format!("filter switched to painted: {name}");
        repeat(window, &what, &json!({"switch": name}), FILTER_RUNS, Some(FILTER)).await?;
    }
    repeat(window, "filter taken away to painted", &json!({"clear": "disclosure"}), FILTER_RUNS, Some(FILTER))
        .await
}

/// Does something some times over, after once to warm up.
async fn repeat(window: &Window, what: &str, act: &Value, runs: usize, goal: Option<f64>) -> Result<()> {
    let mut all = Times::default();
    for run in 0..=runs {
        let taken = times(&measured(window, act).await.with_context(|| what.to_owned())?)?.taken;
        if run > 0 {
            all.taken.extend(taken);
        }
    }
    report(what, &all, goal);
    Ok(())
}

/// The length of every frame while something goes on.
async fn frames(window: &Window, what: &str, act: &Value, rounds: usize) -> Result<()> {
    let mut all = Times::default();
    for _ in 0..rounds {
        all.taken.extend(times(&measured(window, act).await.with_context(|| what.to_owned())?)?.taken);
    }
    report(what, &all, Some(FRAME));
    Ok(())
}

async fn measured(window: &Window, act: &Value) -> Result<Value> {
    window.script_later(&format!("{PAGE}\nmeasure({act}).then(done, (error) => done(String(error)));")).await
}

/// The numbers that the page measured, or what it complains of.
fn times(answer: &Value) -> Result<Times> {
    let numbers = answer.as_array().and_then(|all| all.iter().map(Value::as_f64).collect());
    numbers
        .map(|taken| Times { taken, waited: Vec::new() })
        .with_context(|| format!("the page did not measure: {answer}"))
}
