use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use proof_library::{Details, Import, Imported, Library, LibraryError, Watcher, gather};

use crate::{
    Host, Message, Session, WireError,
    args::{ImportArgs, Nothing},
    view,
    wire::{ImportProgress, ImportRow},
    written::read_written_date,
};

/// How often a window hears of an import at most: more cannot be seen.
const PACE: Duration = Duration::from_millis(80);

/// Whoever follows an import that runs to its end.
pub trait ImportWatcher {
    /// Files were finished.
    fn done(&mut self, rows: &[ImportRow], done: usize, total: usize);
    /// Whether to stop.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Imports and returns when all is done.
///
/// # Errors
/// Where a path is not there, the case is not there, or the library cannot be written.
pub fn import_now(
    session: &Session,
    args: &ImportArgs,
    watcher: &mut dyn ImportWatcher,
) -> Result<(), WireError> {
    let library = session.library()?;
    let import = plan(&library, args)?;
    let mut steps = Steps { watcher, done: 0, total: import.files.len() };
    Ok(library.import(&import, &mut steps)?)
}

/// Starts an import; progress arrives as messages.
///
/// # Errors
/// Where a path or the case is not there, the library cannot be written, or an import is running.
pub fn import_start(session: &Session, args: ImportArgs) -> Result<Nothing, WireError> {
    let library = session.library()?;
    if let Some(why) = library.read_only() {
        return Err(LibraryError::ReadOnly(why.to_owned()).into());
    }
    let import = plan(&library, &args)?;
    let cancel = session.importing().begin("an import")?;
    let host = session.host();
    session.report(progress(0, import.files.len()));
    thread::spawn(move || run(&library, &import, host, cancel));
    Ok(Nothing {})
}

/// Stops the running import after the files in hand.
///
/// # Errors
/// Never.
pub fn import_cancel(session: &Session, _: Nothing) -> Result<Nothing, WireError> {
    session.importing().cancel();
    Ok(Nothing {})
}

fn plan(library: &Library, args: &ImportArgs) -> Result<Import, WireError> {
    let case = match args.case.as_deref() {
        Some(key) => Some(library.read::<_, LibraryError>(|read| Ok(read.find_case(key)?.id))?),
        None => None,
    };
    let details = Details {
        cases: case.into_iter().collect(),
        source: args.source.clone(),
        published: read_written_date(&args.published, "")?.when,
        obtained: args.obtained.clone(),
        ..Details::default()
    };
    let paths: Vec<PathBuf> = args.paths.iter().map(PathBuf::from).collect();
    Ok(Import { files: gather(&paths, library.path())?, details, ..Import::default() })
}

fn run(library: &Library, import: &Import, host: Arc<dyn Host>, cancel: Arc<AtomicBool>) {
    let mut window = Window {
        host: host.clone(),
        cancel: &cancel,
        state: progress(0, import.files.len()),
        sent: Instant::now(),
    };
    let outcome = library.import(import, &mut window);
    let mut last = window.state;
    last.finished = true;
    last.cancelled = cancel.load(Ordering::Relaxed);
    // It is over: whoever hears the last message may start another.
    drop(cancel);
    last.error = outcome.err().map(|error| WireError::from(error).message);
    let changed = proof_library::Changed {
        act: format!("import {} files", last.done),
        changes: Vec::new(),
        events: Vec::new(),
    };
    host.send(Message::Import(last));
    if let Ok(info) = view::library_info(library) {
        let mut changed = view::changed(&changed);
        changed.touched = ["document", "document_case", "location"].map(str::to_owned).to_vec();
        host.send(Message::Changed { changed, library: info });
    }
}

fn progress(done: usize, total: usize) -> ImportProgress {
    ImportProgress {
        done: view::number(done),
        total: view::number(total),
        current: String::new(),
        rows: Vec::new(),
        finished: false,
        cancelled: false,
        error: None,
    }
}

/// Turns the library's rows into the wire's, and counts the files.
struct Steps<'a> {
    watcher: &'a mut dyn ImportWatcher,
    done: usize,
    total: usize,
}

impl Watcher for Steps<'_> {
    fn done(&mut self, rows: &[Imported]) {
        self.done += 1;
        let rows: Vec<ImportRow> = rows.iter().map(view::imported).collect();
        self.watcher.done(&rows, self.done, self.total);
    }

    fn cancelled(&self) -> bool {
        self.watcher.cancelled()
    }
}

/// Sends progress to a window at a pace that can be seen.
struct Window<'a> {
    host: Arc<dyn Host>,
    cancel: &'a AtomicBool,
    state: ImportProgress,
    sent: Instant,
}

impl Watcher for Window<'_> {
    fn done(&mut self, rows: &[Imported]) {
        self.state.done += 1;
        self.state.rows.extend(rows.iter().map(view::imported));
        self.state.current = rows.first().map(|row| row.path.clone()).unwrap_or_default();
        if self.sent.elapsed() >= PACE {
            self.host.send(Message::Import(self.state.clone()));
            self.state.rows.clear();
            self.sent = Instant::now();
        }
    }

    fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}
