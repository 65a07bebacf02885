//! What `cargo xtask bench search` measures. It prints lines of JSON for that task.
//!
//! `bench-search measure FOLDER OPTIONS` measures all that is to be measured, on pages that it generates below the
//! folder; the options are those of the task. `bench-search index ENGINE FOLDER` and `bench-search ask ENGINE FOLDER`
//! are what it calls for each engine.

#[path = "../beside.rs"]
mod beside;
#[path = "../chance.rs"]
mod chance;
mod corpus;
mod engine;
mod measure;
mod memory;
mod options;
mod ours;
mod queries;
mod results;
mod sqlite;
mod work;
mod xapian;

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let places = |folder: &str| work::Places(PathBuf::from(folder));
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["measure", folder, options @ ..] => {
            measure::all(Path::new(folder), &options::Options::parse(options)?)?;
        }
        ["index", engine, folder] => say(&work::index(engine, &places(folder))?),
        ["ask", engine, folder] => say(&work::ask(engine, &places(folder))?),
        _ => bail!("say `measure FOLDER`, `index ENGINE FOLDER` or `ask ENGINE FOLDER`"),
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the figures are this program's answer")]
fn say(answer: &serde_json::Value) {
    println!("{answer}");
}
