//! The register of 100,000 documents: opened, sorted, filtered and scrolled.

use anyhow::Result;
use serde_json::json;
use std::time::Duration;

use crate::{
    page::Page,
    window::{Opening, drive_for},
};

/// Milliseconds within which a click or a key is to be answered.
const CLICK: f64 = 100.0;
/// Milliseconds that no frame may take longer than while one scrolls.
const FRAME: f64 = 32.0;
/// How often each thing is done.
const RUNS: usize = 10;
/// How often the table is scrolled from end to end.
const ROUNDS: usize = 3;
const LONGEST: Duration = Duration::from_mins(8);

const ACTS: &str = include_str!("register.js");

/// Heads that are pressed, each time after one of another column.
const SORTED: [&str; 6] = ["Title", "Date on it", "Source", "Pages", "Mark", "Cited"];
/// What is typed, each time into an empty field.
const TYPED: [&str; 4] = ["l", "letter", "invoice harbour", "zweckbestimmung"];
/// Switches beside the field.
const SWITCHED: [&str; 2] = ["Not reviewed", "With a mark"];

pub fn measure(opening: &Opening<'_>) -> Result<()> {
    drive_for(LONGEST, "bench-register-opened", opening, async |window| {
        window.find("exhibits-tab").await?;
        let page = Page { window, acts: ACTS };
        let (all, of_case) = (
            "register of all opened by its tab, to painted",
            "register of a case opened by its tab, to painted",
        );
        page.repeat(all, &json!({"open": "All cases"}), RUNS, None).await?;
        page.repeat(of_case, &json!({"open": "Orchard"}), RUNS, None).await
    })?;
    drive_for(LONGEST, "bench-register-sorted", opening, async |window| {
        let page = opened(Page { window, acts: ACTS }).await?;
        for head in SORTED {
            let what = format!("register sorted by a click to painted: {head}");
            page.repeat(&what, &json!({"sort": head}), RUNS, Some(CLICK)).await?;
        }
        Ok(())
    })?;
    drive_for(LONGEST, "bench-register-filtered", opening, async |window| {
        let page = opened(Page { window, acts: ACTS }).await?;
        for text in TYPED {
            let what = format!("register filtered by a word typed to painted: {text}");
            page.repeat(&what, &json!({"type": text}), RUNS, Some(CLICK)).await?;
        }
        for name in SWITCHED {
            let what = format!("register filtered by a switch to painted: {name}");
            page.repeat(&what, &json!({"switch": name}), RUNS, Some(CLICK)).await?;
        }
        Ok(())
    })?;
    drive_for(LONGEST, "bench-register-scrolled", opening, async |window| {
        let page = opened(Page { window, acts: ACTS }).await?;
        let ends = "100,000 rows scrolled end to end, 200 steps: frames";
        page.frames(ends, &json!({"scroll": 200}), ROUNDS, FRAME).await?;
        let steadily = "100,000 rows scrolled by 60 pixels a frame: frames";
        page.frames(steadily, &json!({"steadily": 200}), ROUNDS, FRAME).await?;
        page.repeat("a jump into the middle, to rows painted", &json!({"jump": true}), RUNS, Some(CLICK))
            .await
    })
}

/// The page with the register of all documents on screen.
async fn opened(page: Page<'_>) -> Result<Page<'_>> {
    page.window.find("exhibits-tab").await?;
    page.times("the register opened", &json!({"open": "All cases"})).await?;
    Ok(page)
}
