//! What `cargo xtask bench import` measures. It prints lines of JSON for that task.
//!
//! `bench-import files FOLDER` prints the folder of generated files, which it makes where it is missing;
//! `bench-import text FILES` measures the text of the PDFs among them beside pdftotext, and `bench-import library FILES`
//! the import of everything beside recollindex. What is measured is this program again, called by the other words below.

#[path = "../beside.rs"]
mod beside;
#[path = "../chance.rs"]
mod chance;
mod cost;
mod files;
mod library;
mod text;
#[path = "../words.rs"]
mod words;

use anyhow::{Result, bail};
use std::path::Path;

fn main() -> Result<()> {
    proof_extract::serve_if_worker();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["files", folder] => say(&files::prepare(Path::new(folder))?.display()),
        ["text", files] => text::measure(Path::new(files))?,
        ["library", files] => library::measure(Path::new(files))?,
        ["ours", files] => say(&text::ours(Path::new(files))?),
        ["theirs", files] => text::theirs(Path::new(files))?,
        ["import", library, files] => say(&library::import(Path::new(library), Path::new(files))?),
        _ => bail!("say `files FOLDER`, `text FILES` or `library FILES`"),
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "it is this program's answer")]
fn say(answer: &dyn std::fmt::Display) {
    println!("{answer}");
}
