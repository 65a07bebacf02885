//! What `cargo xtask bench documents` measures without a window. It prints lines of JSON for that task.
//!
//! `bench-documents prepare NAME FOLDER` prints the folder of a generated library (`register`, `pdf` or `originals`),
//! which it makes where it is missing; `bench-documents facade LIBRARY` measures the register on it, and leaves what it
//! wrote behind: give it a copy; `bench-documents verify LIBRARY` verifies it, and adds that to its ledger.

mod acts;
#[path = "../beside.rs"]
mod beside;
#[path = "../kept.rs"]
mod kept;
mod library;
#[path = "../measure.rs"]
mod measure;
mod reads;
#[path = "../session.rs"]
mod session;
mod verify;

use anyhow::{Result, bail};
use session::open;
use std::path::Path;

fn main() -> Result<()> {
    // What is generated is read as all documents are: by this program, called again as a worker.
    proof_extract::serve_if_worker();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["prepare", name, folder] => say(&library::prepare(name, Path::new(folder))?),
        ["facade", library] => {
            let session = open(Path::new(library))?;
            reads::measure(&session)?;
            acts::measure(&session)?;
        }
        ["verify", library] => verify::measure(Path::new(library))?,
        _ => bail!("say `prepare NAME FOLDER`, `facade LIBRARY` or `verify LIBRARY`"),
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the path is this program's answer")]
fn say(path: &Path) {
    println!("{}", path.display());
}
