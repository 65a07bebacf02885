//! The façade, called as the window calls it.

use anyhow::{Result, anyhow};
use proof_api::{Host, Message, Mode, Request, Session, WireError};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::{Computer, Surroundings, World};
use serde_json::{Value, json};
use std::{path::Path, sync::Arc};

/// What a library runs on here, in some world.
pub fn surroundings(world: Arc<dyn World>) -> Surroundings {
    Surroundings { world, extractor: Extractor::new(WorkerCommand::this_program(), Limits::default()) }
}

/// A session with the library, as the window has it.
pub fn open(library: &Path) -> Result<Session> {
    let make = || surroundings(Arc::new(Computer));
    let session = Session::new(Arc::new(Blind), Box::new(make));
    session.open(library, Mode::Write).map_err(refused)?;
    Ok(session)
}

/// A request and its answer as they cross to the window: JSON both ways.
pub fn call(session: &Session, command: &str, args: &Value) -> Result<String> {
    let request: Request = serde_json::from_value(json!({"command": command, "args": args}))?;
    Ok(serde_json::to_string(&session.call(request).map_err(refused)?)?)
}

#[allow(clippy::needless_pass_by_value, reason = "what `map_err` hands over")]
pub fn refused(error: WireError) -> anyhow::Error {
    anyhow!("{} ({})", error.message, error.hint)
}

/// A window that shows nothing: a message costs what it costs to write it down.
struct Blind;

impl Host for Blind {
    fn send(&self, message: Message) {
        std::hint::black_box(serde_json::to_string(&message).ok());
    }
}
