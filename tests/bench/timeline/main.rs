//! What `cargo xtask bench timeline` measures without a window. It prints lines of JSON for that task.
//!
//! `bench-timeline prepare FOLDER` prints the folder of the generated library, which it makes where it is missing;
//! `bench-timeline facade LIBRARY` measures the façade on it, and leaves what it wrote behind: give it a copy.

mod edits;
#[path = "../kept.rs"]
mod kept;
mod library;
#[allow(dead_code, reason = "other benches use the rest of it")]
#[path = "../measure.rs"]
mod measure;
mod reads;
#[path = "../session.rs"]
mod session;

use anyhow::{Result, bail};
use session::open;
use std::path::Path;

fn main() -> Result<()> {
    // The generated papers are read as all are: by this program, called again as a worker.
    proof_extract::serve_if_worker();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["prepare", folder] => say(&library::prepare(Path::new(folder))?),
        ["facade", library] => {
            reads::measure(Path::new(library))?;
            edits::measure(&open(Path::new(library))?)?;
        }
        _ => bail!("say `prepare FOLDER` or `facade LIBRARY`"),
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the path is this program's answer")]
fn say(path: &Path) {
    println!("{}", path.display());
}
