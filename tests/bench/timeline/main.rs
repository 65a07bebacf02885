//! What `cargo xtask bench timeline` measures without a window. It prints lines of JSON for that task.
//!
//! `bench-timeline prepare FOLDER` prints the folder of the generated library, which it makes where it is missing;
//! `bench-timeline facade LIBRARY` measures the façade on it, and leaves what it wrote behind: give it a copy.

mod edits;
mod library;
#[path = "../measure.rs"]
mod measure;
mod reads;

use anyhow::{Result, bail};
use proof_api::{Host, Message, Mode, Request, Session, WireError};
use proof_library::Computer;
use std::{path::Path, sync::Arc};

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

/// A window that shows nothing: a message costs what it costs to write it down.
struct Blind;

impl Host for Blind {
    fn send(&self, message: Message) {
        std::hint::black_box(serde_json::to_string(&message).ok());
    }
}

/// A session with the library, as the window has it.
fn open(library: &Path) -> Result<Session> {
    let make = || library::surroundings(Arc::new(Computer));
    let session = Session::new(Arc::new(Blind), Box::new(make));
    session.open(library, Mode::Write).map_err(refused)?;
    Ok(session)
}

/// A request and its answer as they cross to the window: JSON both ways.
fn call(session: &Session, command: &str, args: &serde_json::Value) -> Result<String> {
    let request: Request = serde_json::from_value(serde_json::json!({"command": command, "args": args}))?;
    Ok(serde_json::to_string(&session.call(request).map_err(refused)?)?)
}

#[allow(clippy::needless_pass_by_value, reason = "what `map_err` hands over")]
fn refused(error: WireError) -> anyhow::Error {
    anyhow::anyhow!("{} ({})", error.message, error.hint)
}

#[allow(clippy::print_stdout, reason = "the path is this program's answer")]
fn say(path: &Path) {
    println!("{}", path.display());
}
