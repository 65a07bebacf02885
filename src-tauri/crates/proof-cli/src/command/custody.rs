use std::{
    path::Path,
    process::ExitCode,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use indicatif::ProgressBar;
use proof_api::{
    CopyOutArgs, DocumentRef, FileArgs, LedgerArgs, Mode, Nothing, Session, VerifyArgs, handlers,
};
use proof_library::{Part, RereadWatcher, VerifyWatcher};

use super::{Answer, DONE, changed};
use crate::{
    arguments::{CustodyCommand, LedgerArguments, LedgerCommand, VerifyArguments},
    interrupt,
    output::{self, Output},
    progress,
};

pub const fn mode(command: &CustodyCommand) -> Mode {
    match command {
        CustodyCommand::Custody { .. } => Mode::Read,
        CustodyCommand::Export { .. } | CustodyCommand::View { .. } => Mode::Write,
    }
}

pub fn run(session: &Session, command: &CustodyCommand, output: &Output) -> Answer {
    match command {
        CustodyCommand::Custody { doc } => {
            let rows = handlers::custody_list(session, DocumentRef { document: doc.clone() })?;
            output.answer(&rows, output::each(output::custody_line))?;
        }
        CustodyCommand::Export { doc, file, reason } => {
            let args = CopyOutArgs { document: doc.clone(), path: shown(file), reason: reason.clone() };
            return changed(&handlers::document_export(session, args)?, "done", output);
        }
        CustodyCommand::View { doc } => {
            let args = DocumentRef { document: doc.clone() };
            let (path, _) = handlers::view_outside_with(session, &args, &mut |_| Ok(()))?;
            output
                .answer(&serde_json::json!({ "path": path }), |out, _| writeln!(out, "{}", path.display()))?;
        }
    }
    Ok(DONE)
}

pub fn ledger(session: &Session, arguments: &LedgerArguments, output: &Output) -> Answer {
    match &arguments.command {
        None => {
            let rows = handlers::ledger(session, LedgerArgs { limit: Some(arguments.limit) })?;
            output.answer(&rows, output::each(output::ledger_line))?;
        }
        Some(LedgerCommand::Head { write }) => {
            let head = match write {
                Some(file) => handlers::head_write(session, FileArgs { path: shown(file) })?,
                None => handlers::head_show(session, Nothing {})?,
            };
            output.answer(&head, output::head)?;
        }
        Some(LedgerCommand::Check { file }) => {
            let check = handlers::head_check(session, FileArgs { path: shown(file) })?;
            output.answer(&check, |out, check| writeln!(out, "{}", check.words))?;
            return Ok(if check.ok { DONE } else { ExitCode::from(1) });
        }
    }
    Ok(DONE)
}

pub fn verify(session: &Session, arguments: &VerifyArguments, output: &Output) -> Answer {
    let watcher = Verifying { bar: progress::bar(0), part: Mutex::new(None), stop: interrupt::flag() };
    let args = VerifyArgs { head: arguments.head.as_deref().map(shown) };
    let report = handlers::verify_with(session, &args, &watcher)?;
    watcher.bar.finish_and_clear();
    output.answer(&report, output::verification)?;
    if let Some(file) = &arguments.report {
        handlers::verify_write(session, FileArgs { path: shown(file) })?;
    }
    Ok(if report.ok { DONE } else { ExitCode::from(1) })
}

pub fn rebuild_text(session: &Session, pictures: bool, output: &Output) -> Answer {
    let mut watcher = Reading { bar: progress::bar(0), stop: interrupt::flag() };
    let read = if pictures { handlers::read_scans } else { handlers::read_all_again };
    let outcome = read(session, &mut watcher)?;
    handlers::import_wait(session);
    watcher.bar.finish_and_clear();
    let kept: Vec<_> = outcome
        .kept
        .iter()
        .map(|(title, reason)| serde_json::json!({ "title": title, "reason": reason }))
        .collect();
    let answer = serde_json::json!({ "read": outcome.read, "kept": kept, "cancelled": outcome.cancelled });
    output.answer(&answer, |out, _| {
        for (title, reason) in &outcome.kept {
            writeln!(out, "{title} keeps the text that it has: {reason}")?;
        }
        let stopped = if outcome.cancelled { ", then stopped" } else { "" };
        writeln!(out, "text made anew: {}{stopped}", output::counted(outcome.read as u64, "document"))
    })?;
    Ok(if outcome.kept.is_empty() && !outcome.cancelled { DONE } else { ExitCode::from(1) })
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Shows how far a verification is.
struct Verifying {
    bar: ProgressBar,
    part: Mutex<Option<Part>>,
    stop: Arc<AtomicBool>,
}

impl VerifyWatcher for Verifying {
    fn reached(&self, part: Part, done: u64, total: u64) {
        let mut shown = self.part.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown != Some(part) {
            *shown = Some(part);
            progress::restyle(&self.bar, part == Part::Original);
            self.bar.set_length(total);
            self.bar.set_message(format!("checking: {}", part.as_str()));
        }
        self.bar.set_position(done);
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Shows how far the reading of all documents is.
struct Reading {
    bar: ProgressBar,
    stop: Arc<AtomicBool>,
}

impl RereadWatcher for Reading {
    fn reached(&mut self, done: usize, total: usize) {
        self.bar.set_length(total as u64);
        self.bar.set_position(done as u64);
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
