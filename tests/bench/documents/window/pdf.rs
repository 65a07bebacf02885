//! A PDF of 500 pages, opened at page 350 and at page 1, turn by turn.

use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;

use crate::{
    beside::report_beside,
    page::Page,
    window::{Opening, Window, drive_for},
};

const TURNS: usize = 15;
/// How many times as long as at page 1 it may take at page 350.
const MOST: f64 = 1.2;
const LONGEST: Duration = Duration::from_mins(8);

const ACTS: &str = include_str!("pdf.js");

pub fn measure(opening: &Opening<'_>) -> Result<()> {
    drive_for(LONGEST, "bench-pdf", opening, async |window| {
        window.find("exhibits-tab").await?;
        let (mut far, mut near) = (Vec::new(), Vec::new());
        for turn in 0..=TURNS {
            for (page, times) in [(350, &mut far), (1, &mut near)] {
                let taken = opened(window, page).await?;
                // The first turn only warms up.
                times.extend((turn > 0).then_some(taken));
            }
        }
        let what = "PDF of 500 pages opened at page 350, to painted";
        report_beside(what, &far, ("at page 1", &near), json!({"most": MOST}));
        Ok(())
    })
}

/// How long it takes until a page is painted, in milliseconds.
async fn opened(window: &Window, page: u32) -> Result<f64> {
    let taken = Page { window, acts: ACTS }.times("the PDF opened", &json!({"open": page})).await?;
    // What says that it is painted is not taken at its word.
    let drawn = "const canvas = document.querySelector(`.page[data-page='${arguments[0]}'] canvas`);
        if (!canvas) return 'no canvas';
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let dark = 0;
        for (let at = 0; at < data.length; at += 4) dark += data[at + 3] > 0 && data[at] < 128 ? 1 : 0;
        const page = canvas.parentElement.getBoundingClientRect();
        return page.bottom > 0 && page.top < innerHeight ? dark : 'out of sight'";
    let dark = window.frame_script(drawn, vec![json!(page)]).await?;
    ensure!(dark.as_u64().is_some_and(|dark| dark > 5_000), "page {page} is not drawn: {dark}");
    Ok(taken.into_iter().sum())
}
