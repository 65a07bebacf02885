use std::{
    io::{self, Write},
    process::ExitCode,
};

use indicatif::ProgressBar;
use proof_api::{
    ImportArgs, Session,
    handlers::{self, ImportWatcher},
    wire::ImportRow,
};

use super::{Answer, DONE};
use crate::{arguments::ImportArguments, output::Output, progress};

pub fn run(session: &Session, arguments: &ImportArguments, output: &Output) -> Answer {
    let args = ImportArgs {
        paths: arguments.paths.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        case: arguments.case.clone(),
        source: arguments.source.clone(),
        published: arguments.published.clone(),
        obtained: arguments.obtained.clone(),
    };
    let mut report =
        Report { json: output.is_json(), bar: progress::bar(0), rows: 0, failed: 0, written: Ok(()) };
    handlers::import_now(session, &args, &mut report)?;
    report.bar.finish_and_clear();
    std::mem::replace(&mut report.written, Ok(()))?;
    end(&report)?;
    Ok(if report.failed == 0 { DONE } else { ExitCode::from(1) })
}

/// Prints each file as soon as it is durably in the library: whoever reads the line can rely on it.
struct Report {
    json: bool,
    bar: ProgressBar,
    rows: usize,
    failed: usize,
    written: io::Result<()>,
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

    fn cancelled(&self) -> bool {
        // Nobody reads any more: the rows could not be told.
        self.written.is_err()
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
            let pages = crate::output::counted(row.pages, "page");
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
            let documents = crate::output::counted(rows as u64, "document");
            writeln!(out, "{documents}, {} of them could not be read", report.failed)
        }
    }
}
