//! What `cargo xtask bench documents` measures in the real window: `bench-documents-window register LIBRARY` and
//! `bench-documents-window pdf LIBRARY`. It prints lines of JSON for that task. All times are taken inside the page.

#[path = "../../beside.rs"]
mod beside;
#[allow(dead_code, reason = "the bench of the façade uses all of it, this a part")]
#[path = "../../measure.rs"]
mod measure;
#[path = "../../page.rs"]
mod page;
mod pdf;
mod register;
#[allow(dead_code, reason = "the journeys use all of it, this a part")]
#[path = "../../../e2e/window.rs"]
mod window;

use anyhow::{Result, bail};
use std::path::Path;
use window::{Opening, Theme};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, library] = arguments.as_slice() else {
        bail!("say what to measure, and on which library: `register LIBRARY` or `pdf LIBRARY`")
    };
    let opening = Opening { library: Some(Path::new(library)), theme: Theme::Light, size: (1440, 900) };
    match what.as_str() {
        "register" => register::measure(&opening),
        "pdf" => pdf::measure(&opening),
        _ => bail!("there is no {what} to measure: say `register` or `pdf`"),
    }
}
