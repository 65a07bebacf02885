use std::{
    io::{self, Write},
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use indicatif::ProgressBar;
use proof_api::{
    ImportArgs, Nothing, Session, WatchRef, WireError,
    handlers::{self, ImportWatcher},
    wire::{ImportProgress, ImportRow, WatchedFolder},
};

use super::{Answer, DONE};
use crate::{
    arguments::{ImportArguments, QueueCommand, WatchCommand},
    interrupt,
    output::{Output, counted},
    progress,
};

/// Exit code of a program that Ctrl+C stopped.
const INTERRUPTED: u8 = 130;

pub fn run(session: &Session, arguments: &ImportArguments, output: &Output) -> Answer {
    let args = args_of(arguments);
    work(output, |report| handlers::import_now(session, &args, report))
}

fn args_of(arguments: &ImportArguments) -> ImportArgs {
    ImportArgs {
        paths: arguments.paths.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        case: arguments.case.clone(),
        source: arguments.source.clone(),
        published: arguments.published.clone(),
        obtained: arguments.obtained.clone(),
    }
}

pub fn queue(session: &Session, command: QueueCommand, output: &Output) -> Answer {
    match command {
        QueueCommand::GoOn => return work(output, |report| handlers::import_go_on(session, report)),
        QueueCommand::Show => {}
        QueueCommand::Pause => drop(handlers::import_pause(session, Nothing {})?),
        QueueCommand::Cancel => drop(handlers::import_cancel(session, Nothing {})?),
    }
    let reader = handlers::reader_state(session, Nothing {})?;
    output.answer(&handlers::import_state(session, Nothing {})?, |out, found| {
        state(out, found)?;
        writeln!(out, "{}\n{}", reader.words, reader.pictures)
    })?;
    Ok(DONE)
}

pub fn watch(session: &Session, command: &WatchCommand, output: &Output) -> Answer {
    match command {
        WatchCommand::Run => return follow(session, output),
        WatchCommand::Add(arguments) => drop(handlers::watch_add(session, args_of(arguments))?),
        WatchCommand::Remove { folder } => {
            drop(handlers::watch_remove(session, WatchRef { folder: folder.clone() })?);
        }
        WatchCommand::List => {}
    }
    output.answer(&handlers::watch_list(session, Nothing {})?, |out, folders| {
        if folders.is_empty() {
            return writeln!(out, "no folder is watched");
        }
        folders.iter().try_for_each(|folder| watched(out, folder))
    })?;
    Ok(DONE)
}

fn watched(out: &mut dyn Write, folder: &WatchedFolder) -> io::Result<()> {
    let case = folder.case.as_deref().unwrap_or("in no case yet");
    let away = if folder.is_there { "" } else { " (it is not there now)" };
    writeln!(out, "{}  {case}{away}", folder.folder)
}

/// Tells of each file that landed, until Ctrl+C, which is the way to end it.
fn follow(session: &Session, output: &Output) -> Answer {
    let mut report = Report::new(output);
    handlers::watch_run(session, &mut report)?;
    report.end()?;
    Ok(DONE)
}

/// Works the queue off and tells of each file.
fn work(output: &Output, import: impl FnOnce(&mut Report) -> Result<(), WireError>) -> Answer {
    let mut report = Report::new(output);
    import(&mut report)?;
    report.end()?;
    if report.stop.load(Ordering::SeqCst) {
        eprintln("stopped; what is done is kept, the rest waits: proofline queue go-on");
        return Ok(ExitCode::from(INTERRUPTED));
    }
    Ok(if report.failed == 0 { DONE } else { ExitCode::from(1) })
}

/// A line for whoever started the program, if anybody reads it.
fn eprintln(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}

fn state(out: &mut dyn Write, state: &ImportProgress) -> io::Result<()> {
    for row in &state.rows {
        writeln!(out, "{:<11} {}", row.outcome.as_str(), row.path)?;
        if let Some(reason) = &row.reason {
            writeln!(out, "{:<12}{reason}", "")?;
        }
    }
    let counts: Vec<String> =
        state.outcomes.iter().map(|each| format!("{} {}", each.count, each.outcome.as_str())).collect();
    let counts = if counts.is_empty() { String::new() } else { format!(" ({})", counts.join(", ")) };
    let done = format!("{} of {} done{counts}", state.done, counted(state.total, "file"));
    let standing = match (state.finished, state.paused) {
        (true, _) if state.cancelled => "cancelled",
        (true, _) => "nothing waits",
        (false, true) => "paused: proofline queue go-on",
        (false, false) => "the rest waits: proofline queue go-on",
    };
    writeln!(out, "{done}; {standing}")
}

/// Prints each file as soon as it is durably in the library: whoever reads the line can rely on it.
struct Report {
    json: bool,
    bar: ProgressBar,
    rows: usize,
    failed: usize,
    written: io::Result<()>,
    stop: Arc<AtomicBool>,
}

impl Report {
    fn new(output: &Output) -> Self {
        let (bar, stop) = (progress::bar(0), interrupt::flag());
        Self { json: output.is_json(), bar, rows: 0, failed: 0, written: Ok(()), stop }
    }

    /// Tells how it was in all.
    fn end(&mut self) -> io::Result<()> {
        self.bar.finish_and_clear();
        std::mem::replace(&mut self.written, Ok(()))?;
        end(self)
    }
}

impl ImportWatcher for Report {
    fn done(&mut self, rows: &[ImportRow], done: usize, total: usize) {
        self.bar.set_length(total as u64);
        self.bar.set_position(done as u64);
        self.failed += rows.iter().filter(|row| !row.outcome.is_readable()).count();
        let (json, first) = (self.json, self.rows == 0);
        self.rows += rows.len();
        self.written = self.bar.suspend(|| print(rows, json, first));
    }

    fn stopped(&self) -> bool {
        // Or nobody reads any more: the rows could not be told.
        self.stop.load(Ordering::SeqCst) || self.written.is_err()
    }
}

fn print(rows: &[ImportRow], json: bool, mut first: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for row in rows {
        if json {
            write!(out, "{}", if first { "[\n" } else { ",\n" })?;
            first = false;
            serde_json::to_writer(&mut out, row)?;
        } else {
            let pages = counted(row.pages, "page");
            writeln!(out, "{:<11} {pages:>11}  {}", row.outcome.as_str(), row.path)?;
            if let Some(reason) = &row.reason {
                writeln!(out, "{:<25}{reason}", "")?;
            }
        }
    }
    out.flush()
}

fn end(report: &Report) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match (report.json, report.rows) {
        (true, 0) => writeln!(out, "[]"),
        (true, _) => writeln!(out, "\n]"),
        (false, 0) => writeln!(out, "no files were found to import"),
        (false, rows) => {
            let documents = counted(rows as u64, "document");
            writeln!(out, "{documents}, {} of them could not be read", report.failed)
        }
    }
}
