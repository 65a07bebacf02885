//! The commands.

mod document;
mod event;
mod import;

use std::{path::Path, process::ExitCode};

use proof_api::{
    CaseArgs, CaseFilter, EventRef, LedgerArgs, Mode, NewArgs, Nothing, SearchArgs, Session, handlers,
};

use crate::{
    arguments::{AmountCommand, Arguments, CaseCommand, Command, EventCommand, PartyCommand},
    failure::Failure,
    output::{self, Output},
    progress,
};

/// What a command answers with.
type Answer = Result<ExitCode, Failure>;

const DONE: ExitCode = ExitCode::SUCCESS;

/// Runs the command that was given.
pub fn run(session: &Session, arguments: &Arguments, output: &Output) -> Answer {
    if let Command::New { dir, sample } = &arguments.command {
        return new(session, dir, *sample, output);
    }
    open(session, arguments)?;
    match &arguments.command {
        Command::New { .. } => Ok(DONE),
        Command::Case(command) => case(session, command, output),
        Command::Import(import) => import::run(session, import, output),
        Command::Document(command) => document::run(session, command, output),
        Command::Event(command) => event::run(session, command, output),
        Command::Party(PartyCommand::List(filter)) => parties(session, filter.case.clone(), output),
        Command::Amount(AmountCommand::List(filter)) => amounts(session, filter.case.clone(), output),
        Command::Timeline(filter) => timeline(session, filter.case.clone(), output),
        Command::Search { query, case, limit } => search(session, query, case.case.clone(), *limit, output),
        Command::Verify => verify(session, output),
        Command::RebuildIndex => rebuild_index(session, output),
        Command::Undo => changed(&handlers::undo(session, Nothing {})?, "undone", output),
        Command::Redo => changed(&handlers::redo(session, Nothing {})?, "done again", output),
        Command::Review => review(session, output),
        Command::Ledger { limit } => ledger(session, *limit, output),
    }
}

/// Opens the library in the way that the command needs: what only reads never stands in the way of a writer.
fn open(session: &Session, arguments: &Arguments) -> Result<(), Failure> {
    let path = arguments.library.as_deref().ok_or_else(|| {
        Failure::usage("no library was given", "Give its folder: --library DIR, or PROOFLINE_LIBRARY=DIR.")
    })?;
    session.open(path, mode(&arguments.command))?;
    Ok(())
}

const fn mode(command: &Command) -> Mode {
    match command {
        Command::Case(CaseCommand::List | CaseCommand::Show { .. })
        | Command::Event(EventCommand::List(_) | EventCommand::Show { .. })
        | Command::Party(_)
        | Command::Amount(_)
        | Command::Timeline(_)
        | Command::Review
        | Command::Ledger { .. } => Mode::Read,
        Command::Document(command) => document::mode(command),
        // The index may have to be made anew first.
        Command::Search { .. } | Command::Verify => Mode::AsPossible,
        _ => Mode::Write,
    }
}

fn new(session: &Session, dir: &Path, sample: bool, output: &Output) -> Answer {
    let info = handlers::library_new(session, NewArgs { path: dir.to_string_lossy().into_owned(), sample })?;
    output.answer(&info, |out, info| {
        writeln!(
            out,
            "{}: {}, {}, {} in {}",
            info.name,
            output::counted(info.cases, "case"),
            output::counted(info.events, "event"),
            output::counted(info.documents, "document"),
            info.path
        )
    })?;
    Ok(DONE)
}

fn case(session: &Session, command: &CaseCommand, output: &Output) -> Answer {
    match command {
        CaseCommand::Add { name, kind, forum, dockets } => {
            let args = CaseArgs {
                name: name.clone(),
                kind: kind.clone(),
                forum: forum.clone(),
                dockets: dockets.clone(),
            };
            output.answer(&handlers::case_add(session, args)?, output::case)?;
        }
        CaseCommand::List => output.answer(&handlers::case_list(session, Nothing {})?, |out, rows| {
            rows.iter().try_for_each(|row| output::case(out, row))
        })?,
        CaseCommand::Show { case } => output.answer(&handlers::case_show(session, case)?, output::case)?,
    }
    Ok(DONE)
}

fn timeline(session: &Session, case: Option<String>, output: &Output) -> Answer {
    let rows = handlers::timeline(session, CaseFilter { case })?;
    output.answer(&rows, |out, rows| rows.iter().try_for_each(|row| output::event(out, row)))?;
    Ok(DONE)
}

fn parties(session: &Session, case: Option<String>, output: &Output) -> Answer {
    let rows = handlers::party_list(session, CaseFilter { case })?;
    output.answer(&rows, |out, rows| rows.iter().try_for_each(|row| output::party(out, row)))?;
    Ok(DONE)
}

fn amounts(session: &Session, case: Option<String>, output: &Output) -> Answer {
    let lines = handlers::amount_list(session, CaseFilter { case })?;
    output.answer(&lines, |out, lines| lines.iter().try_for_each(|line| output::amount_line(out, line)))?;
    Ok(DONE)
}

fn event_show(session: &Session, event: &str, output: &Output) -> Answer {
    output.answer(&handlers::event_show(session, EventRef { event: event.to_owned() })?, output::event)?;
    Ok(DONE)
}

fn search(session: &Session, query: &str, case: Option<String>, limit: u32, output: &Output) -> Answer {
    let args = SearchArgs { query: query.to_owned(), case, limit: Some(limit) };
    output.answer(&handlers::search(session, args)?, output::search)?;
    Ok(DONE)
}

fn verify(session: &Session, output: &Output) -> Answer {
    let bar = progress::bar(0);
    let report = handlers::verify_with(session, &|part| bar.set_message(format!("checking: {part}")))?;
    bar.finish_and_clear();
    output.answer(&report, output::verification)?;
    Ok(if report.ok { DONE } else { ExitCode::from(1) })
}

fn rebuild_index(session: &Session, output: &Output) -> Answer {
    let bar = progress::bar(0);
    let mut documents = 0;
    handlers::rebuild_index(session, &mut |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        documents = total;
    })?;
    bar.finish_and_clear();
    output.answer(&serde_json::json!({ "documents": documents }), |out, _| {
        writeln!(out, "index made anew: {documents} documents")
    })?;
    Ok(DONE)
}

fn changed(changed: &proof_api::wire::Changed, what: &str, output: &Output) -> Answer {
    output.answer(changed, |out, changed| writeln!(out, "{what}: {}", changed.act))?;
    Ok(DONE)
}

fn review(session: &Session, output: &Output) -> Answer {
    let items = handlers::review(session, Nothing {})?;
    output.answer(&items, |out, items| {
        for item in items {
            writeln!(out, "{} ({}): {}", item.title, item.id, item.words)?;
        }
        if items.is_empty() { writeln!(out, "nothing to review") } else { Ok(()) }
    })?;
    Ok(DONE)
}

fn ledger(session: &Session, limit: u32, output: &Output) -> Answer {
    let rows = handlers::ledger(session, LedgerArgs { limit: Some(limit) })?;
    output.answer(&rows, |out, rows| rows.iter().try_for_each(|row| output::ledger_line(out, row)))?;
    Ok(DONE)
}
