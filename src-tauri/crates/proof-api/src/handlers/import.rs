use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use proof_library::{
    Changed, Details, Import, ImportState, Imported, Level, Library, LibraryError, Reached, Watcher, gather,
};
use proof_model::Outcome;

use crate::{
    Host, Message, Session, WireError,
    args::{ImportArgs, Nothing},
    running::Running,
    view,
    wire::{ImportProgress, ImportRow, OutcomeCount, ReaderState},
    written::read_written_date,
};

/// How often a window hears of an import at most: more cannot be seen.
const PACE: Duration = Duration::from_millis(100);
/// How often its lists are brought up to date while an import runs.
const LISTS: Duration = Duration::from_secs(4);

/// Whoever follows an import that runs to its end.
pub trait ImportWatcher {
    /// Files were finished.
    fn done(&mut self, rows: &[ImportRow], done: usize, total: usize);
    /// Whether to stop. What waits goes on waiting.
    fn stopped(&self) -> bool {
        false
    }
}

/// Imports files, after those that wait from before, and returns when all is done.
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
    if !import.files.is_empty() {
        library.queue_import(&import)?;
    }
    import_go_on(session, watcher)
}

/// Imports what waits, paused or not, and returns when all is done.
///
/// # Errors
/// Where the library cannot be written.
pub fn import_go_on(session: &Session, watcher: &mut dyn ImportWatcher) -> Result<(), WireError> {
    let library = session.library()?;
    library.resume_imports()?;
    Ok(library.run_imports(&mut Steps { watcher })?)
}

/// Starts an import; progress arrives as messages. While another one runs, its files come after those of that one, or
/// before them if they are few.
///
/// # Errors
/// Where a path or the case is not there, or the library cannot be written.
pub fn import_start(session: &Session, args: ImportArgs) -> Result<Nothing, WireError> {
    let library = session.library()?;
    let import = plan(&library, &args)?;
    if import.files.is_empty() {
        session.host().send(Message::Import(progress(ImportState::default())));
        return Ok(Nothing {});
    }
    library.queue_import(&import)?;
    import_wake(session)?;
    Ok(Nothing {})
}

/// How the import stands that is not over, or how the last one ended.
///
/// # Errors
/// Where the library cannot be read.
pub fn import_state(session: &Session, _: Nothing) -> Result<ImportProgress, WireError> {
    Ok(progress(session.library()?.import_state()?))
}

/// How documents are read on this computer. A reader is started to be asked.
///
/// # Errors
/// Where no library is open.
pub fn reader_state(session: &Session, _: Nothing) -> Result<ReaderState, WireError> {
    let library = session.library()?;
    let (confinement, pictures) = (library.confinement(), library.scan_reader());
    Ok(ReaderState {
        reads_pictures: pictures.is_ok(),
        pictures: pictures.unwrap_or_else(|why| why),
        confined: confinement.as_ref().is_some_and(|found| found.level() == Level::Full),
        words: confinement.map_or_else(
            || "No reader of documents can be started. Check Proofline's installation.".to_owned(),
            |found| found.words(),
        ),
    })
}

/// Lets the files that wait rest, after those in hand.
///
/// # Errors
/// Where the library cannot be written.
pub fn import_pause(session: &Session, _: Nothing) -> Result<Nothing, WireError> {
    session.library()?.pause_imports()?;
    session.importing().cancel();
    Ok(Nothing {})
}

/// Lets an import go on.
///
/// # Errors
/// Where the library cannot be written.
pub fn import_resume(session: &Session, _: Nothing) -> Result<Nothing, WireError> {
    session.library()?.resume_imports()?;
    import_wake(session)?;
    Ok(Nothing {})
}

/// Breaks the import off, after the files in hand.
///
/// # Errors
/// Where the library cannot be written.
pub fn import_cancel(session: &Session, _: Nothing) -> Result<Nothing, WireError> {
    session.library()?.cancel_imports()?;
    session.importing().cancel();
    Ok(Nothing {})
}

/// Sees to it that what waits is taken in: to be called when something was queued and when a library was opened, since
/// the program may have ended in the midst of an import.
///
/// # Errors
/// Where the library cannot be read.
pub(super) fn import_wake(session: &Session) -> Result<(), WireError> {
    Ok(wake(&session.library()?, &session.host(), &session.importing())?)
}

/// Waits for the import that runs, if one does: for a program that ends when its work is done.
pub fn import_wait(session: &Session) {
    while session.importing().is_busy() {
        thread::sleep(PACE);
    }
}

/// Begins an import where files wait and none runs.
pub(super) fn wake(
    library: &Arc<Library>,
    host: &Arc<dyn Host>,
    running: &Arc<Running>,
) -> Result<(), LibraryError> {
    if library.read_only().is_some() || !library.has_import_to_run()? {
        return Ok(());
    }
    // Where one runs, it looks for more before it ends.
    if let Ok(stop) = running.begin("an import") {
        host.send(Message::Import(progress(library.import_state()?)));
        let (library, host, running) = (library.clone(), host.clone(), running.clone());
        thread::spawn(move || run(&library, &host, &running, stop));
    }
    Ok(())
}

fn plan(library: &Library, args: &ImportArgs) -> Result<Import, WireError> {
    if let Some(why) = library.read_only() {
        return Err(LibraryError::ReadOnly(why.to_owned()).into());
    }
    let paths: Vec<PathBuf> = args.paths.iter().map(PathBuf::from).collect();
    let details = details(library, args)?;
    Ok(Import { files: gather(&paths, library.path())?, details, ..Import::default() })
}

/// What is said of the files, as the library takes it.
pub(super) fn details(library: &Library, args: &ImportArgs) -> Result<Details, WireError> {
    let case = match args.case.as_deref() {
        Some(key) => Some(library.read::<_, LibraryError>(|read| Ok(read.find_case(key)?.id))?),
        None => None,
    };
    Ok(Details {
        cases: case.into_iter().collect(),
        source: args.source.clone(),
        published: read_written_date(&args.published, "")?.when,
        obtained: args.obtained.clone(),
        ..Details::default()
    })
}

/// Works the queue off, again and again for as long as something comes onto it.
fn run(library: &Library, host: &Arc<dyn Host>, running: &Running, stop: Arc<AtomicBool>) {
    let mut next = Some(stop);
    while let Some(stop) = next {
        let (mut failed, mut told) = (None, None);
        while failed.is_none() && !running.is_closed() && library.has_import_to_run().unwrap_or(false) {
            // Whoever asked to stop said in the library why, before that.
            stop.store(false, Ordering::Relaxed);
            let mut window = Window::new(library, host, &stop);
            failed = library.run_imports(&mut window).err();
            told = Some(window.state);
        }
        // It is over: whoever hears the last message may start another.
        drop(stop);
        tell_end(library, host, told, failed.as_ref());
        // Something may have come onto the queue just before that, when this seemed still to run.
        let again = failed.is_none() && !running.is_closed() && library.has_import_to_run().unwrap_or(false);
        next = again.then(|| running.begin("an import").ok()).flatten();
    }
}

/// Tells how it ended, with what was not told yet.
fn tell_end(
    library: &Library,
    host: &Arc<dyn Host>,
    told: Option<ImportProgress>,
    failed: Option<&LibraryError>,
) {
    let mut last = standing(library);
    let (rows, total) = told.map_or((Vec::new(), 0), |told| (told.rows, told.total));
    // What waited in an import that was broken off is forgotten, but not that there was more.
    last.total = if last.cancelled { total.max(last.total) } else { last.total };
    last.rows = rows;
    last.error = failed.map(ToString::to_string);
    last.finished = !last.paused;
    host.send(Message::Import(last));
    tell_lists(library, host);
}

/// Tells that there are more documents.
fn tell_lists(library: &Library, host: &Arc<dyn Host>) {
    let act = "import files".to_owned();
    let mut changed = view::changed(&Changed { act, changes: Vec::new(), events: Vec::new() });
    changed.touched = ["document", "document_case", "location"].map(str::to_owned).to_vec();
    if let Ok(library) = view::library_info(library) {
        host.send(Message::Changed { changed, library });
    }
}

/// How the imports stand, as far as that can be read.
fn standing(library: &Library) -> ImportProgress {
    progress(library.import_state().unwrap_or_default())
}

fn progress(state: ImportState) -> ImportProgress {
    let ImportState { waiting, paused, cancelled, reached, outcomes, failures } = state;
    let row = |(path, end): (String, proof_library::ImportEnd)| ImportRow {
        path,
        outcome: end.outcome,
        document: end.document.map(|document| document.to_string()),
        pages: end.pages,
        reason: end.reason,
    };
    ImportProgress {
        done: reached.done,
        total: reached.total,
        current: String::new(),
        outcomes: outcomes.into_iter().map(|(outcome, count)| OutcomeCount { outcome, count }).collect(),
        rows: failures.into_iter().map(row).collect(),
        paused,
        finished: !waiting,
        cancelled,
        error: None,
    }
}

/// Turns the library's rows into the wire's.
pub(super) struct Steps<'a> {
    pub(super) watcher: &'a mut dyn ImportWatcher,
}

impl Watcher for Steps<'_> {
    fn done(&mut self, rows: &[Imported], reached: Reached) {
        let rows: Vec<ImportRow> = rows.iter().map(view::imported).collect();
        self.watcher.done(&rows, reached.done as usize, reached.total as usize);
    }

    fn stopped(&self) -> bool {
        self.watcher.stopped()
    }
}

/// Sends progress to a window at a pace that can be seen.
struct Window<'a> {
    library: &'a Library,
    host: &'a Arc<dyn Host>,
    stop: &'a AtomicBool,
    state: ImportProgress,
    sent: Instant,
    listed: Instant,
}

impl<'a> Window<'a> {
    fn new(library: &'a Library, host: &'a Arc<dyn Host>, stop: &'a AtomicBool) -> Self {
        let mut state = standing(library);
        // The window has these already.
        state.rows.clear();
        Self { library, host, stop, state, sent: Instant::now(), listed: Instant::now() }
    }

    fn count(&mut self, outcome: Outcome) {
        match self.state.outcomes.iter_mut().find(|each| each.outcome == outcome) {
            Some(each) => each.count += 1,
            None => self.state.outcomes.push(OutcomeCount { outcome, count: 1 }),
        }
    }
}

impl Watcher for Window<'_> {
    fn done(&mut self, rows: &[Imported], reached: Reached) {
        (self.state.done, self.state.total) = (reached.done, reached.total);
        for row in rows {
            self.count(row.outcome);
        }
        self.state.rows.extend(rows.iter().map(view::imported));
        self.state.current = rows.last().map(|row| row.path.clone()).unwrap_or_default();
        if self.sent.elapsed() >= PACE {
            self.host.send(Message::Import(self.state.clone()));
            self.state.rows.clear();
            self.sent = Instant::now();
        }
        if self.listed.elapsed() >= LISTS {
            tell_lists(self.library, self.host);
            self.listed = Instant::now();
        }
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
