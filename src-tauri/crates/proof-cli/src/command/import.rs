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
    ImportArgs, Nothing, Session, WireError,
    handlers::{self, ImportWatcher},
    wire::{ImportProgress, ImportRow},
};

use super::{Answer, DONE};
use crate::{
    arguments::{ImportArguments, QueueCommand},
    interrupt,
    output::{Output, counted},
    progress,
};

/// Exit code of a program that Ctrl+C stopped.
const INTERRUPTED: u8 = 130;

pub fn run(session: &Session, arguments: &ImportArguments, output: &Output) -> Answer {
    let args = ImportArgs {
        paths: arguments.paths.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        case: arguments.case.clone(),
        source: arguments.source.clone(),
        published: arguments.published.clone(),
        obtained: arguments.obtained.clone(),
    };
    work(output, |report| handlers::import_now(session, &args, report))
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

/// Works the queue off and tells of each file.
fn work(output: &Output, import: impl FnOnce(&mut Report) -> Result<(), WireError>) -> Answer {
    let (bar, stop) = (progress::bar(0), interrupt::flag());
    let mut report = Report { json: output.is_json(), bar, rows: 0, failed: 0, written: Ok(()), stop };
    import(&mut report)?;
    report.bar.finish_and_clear();
    std::mem::replace(&mut report.written, Ok(()))?;
    end(&report)?;
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
