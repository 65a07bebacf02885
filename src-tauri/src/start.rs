//! What the program is started with, and the library that it opens first.

use std::{
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use clap::Parser;
use proof_api::{Mode, NewArgs, Session, WireError, handlers};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::{Computer, Surroundings};

/// The window of Proofline, a case-timeline and evidence manager.
#[derive(Debug, Parser)]
#[command(name = "proofline-desktop", version)]
pub struct Arguments {
    /// Open this library.
    #[arg(long, value_name = "DIR", env = "PROOFLINE_LIBRARY")]
    library: Option<PathBuf>,
    /// Open the sample library where no other is given; it is made in your data folder the first time.
    #[arg(long)]
    sample: bool,
}

/// How the first library was opened.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Opening {
    /// Why it was not; none where it was, or where none was asked for.
    pub error: Option<WireError>,
    /// The folder of the sample library.
    pub sample: String,
    /// The folder that a new library is offered to go to.
    pub library: String,
}

/// The first library, being opened while the window comes up.
pub struct Start {
    opening: Mutex<Option<JoinHandle<Option<WireError>>>>,
    error: Mutex<Option<WireError>>,
}

impl Start {
    /// Begins to open what was asked for.
    pub fn new(session: &Arc<Session>, arguments: Arguments) -> Self {
        let session = session.clone();
        let opening = thread::spawn(move || open(&session, &arguments).err());
        Self { opening: Mutex::new(Some(opening)), error: Mutex::new(None) }
    }

    /// Waits until it is open, and says how that went.
    pub fn opening(&self) -> Opening {
        let mut opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        let mut error = self.error.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(thread) = opening.take() {
            *error =
                thread.join().unwrap_or_else(|_| Some(WireError::internal("opening the library failed")));
        }
        Opening {
            error: error.clone(),
            sample: sample_folder().display().to_string(),
            library: documents_folder().join("Proofline library").display().to_string(),
        }
    }
}

/// What every library of the window runs on.
pub fn surroundings() -> Surroundings {
    let extractor = Extractor::new(WorkerCommand::beside_this_program("proofline"), Limits::default());
    Surroundings { world: Arc::new(Computer), extractor }
}

/// Prints a line for whoever started the program, if anybody listens.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).ok();
}

/// The sample library's place: the user's data folder.
fn sample_folder() -> PathBuf {
    dirs::data_dir().unwrap_or_else(std::env::temp_dir).join("proofline").join("sample")
}

fn documents_folder() -> PathBuf {
    dirs::document_dir().or_else(dirs::home_dir).unwrap_or_else(std::env::temp_dir)
}

fn open(session: &Session, arguments: &Arguments) -> Result<(), WireError> {
    if let Some(library) = &arguments.library {
        session.open(library, Mode::AsPossible)?;
        handlers::library_wake(session)?;
    } else if arguments.sample {
        open_or_make_sample(session, &sample_folder())?;
    }
    Ok(())
}

fn open_or_make_sample(session: &Session, folder: &Path) -> Result<(), WireError> {
    if folder.join("library.db").exists() {
        session.open(folder, Mode::AsPossible)?;
        return handlers::library_wake(session);
    }
    let args = NewArgs { path: folder.to_string_lossy().into_owned(), sample: true };
    handlers::library_new(session, args)?;
    Ok(())
}
