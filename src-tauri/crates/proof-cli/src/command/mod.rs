//! The commands.

mod case;
mod custody;
mod document;
mod event;
mod exhibit;
mod highlight;
mod import;
mod library;
mod note;
mod party;
mod register;
mod search;
mod table;
mod terms;
mod timeline;

use std::process::ExitCode;

use proof_api::{ErrorCode, Mode, Nothing, Session, handlers, wire::Changed};

use crate::{
    arguments::{Arguments, Command, DateCommand, QueueCommand, SavedCommand, SearchArguments, WatchCommand},
    failure::Failure,
    output::Output,
};

/// What a command answers with.
type Answer = Result<ExitCode, Failure>;

const DONE: ExitCode = ExitCode::SUCCESS;

/// Runs the command that was given.
pub fn run(session: &Session, arguments: &Arguments, output: &Output) -> Answer {
    match &arguments.command {
        Command::New { dir, sample } => return library::new(session, dir, *sample, output),
        Command::HowToAsk => return search::help(session, output),
        Command::Date(DateCommand::Read { text, reference }) => {
            return timeline::date(session, text, reference, output);
        }
        _ => open(session, arguments)?,
    }
    match &arguments.command {
        Command::New { .. } | Command::HowToAsk | Command::Date(_) => Ok(DONE),
        Command::Case(command) => case::run(session, command, output),
        Command::Import(import) => import::run(session, import, output),
        Command::Queue(command) => import::queue(session, *command, output),
        Command::Watch(command) => import::watch(session, command, output),
        Command::Document(command) => document::run(session, command, output),
        Command::Register(arguments) => register::run(session, arguments, output),
        Command::Highlight(command) => highlight::run(session, command, output),
        Command::Event(command) => event::run(session, command, output),
        Command::Account(command) => event::account(session, command, output),
        Command::Party(command) => party::run(session, command, output),
        Command::Role(command) => party::role(session, command, output),
        Command::Note(command) => note::run(session, command, output),
        Command::Amount(command) => party::amount(session, command, output),
        Command::Timeline(options) => timeline::run(session, options, output),
        Command::Next(scope) => timeline::next(session, scope, output),
        Command::View(command) => timeline::view(session, command, output),
        Command::Scheme(command) => exhibit::scheme(session, command, output),
        Command::Exhibit(command) => exhibit::exhibit(session, command, output),
        Command::Production(command) => exhibit::production(session, command, output),
        Command::Concordance(command) => exhibit::concordance(session, command, output),
        Command::Table(command) => table::run(session, command, output),
        Command::Search(arguments) => search::run(session, arguments, output),
        Command::Terms { list, case, write } => terms::run(session, list, case, write.as_deref(), output),
        Command::Saved(command) => search::saved(session, command, output),
        Command::Verify(arguments) => custody::verify(session, arguments, output),
        Command::RebuildIndex => library::rebuild_index(session, output),
        Command::RebuildText { pictures } => custody::rebuild_text(session, *pictures, output),
        Command::Undo => changed(&handlers::undo(session, Nothing {})?, "undone", output),
        Command::Redo => changed(&handlers::redo(session, Nothing {})?, "done again", output),
        Command::Review => library::review(session, output),
        Command::Ledger(arguments) => custody::ledger(session, arguments, output),
    }
}

/// Opens the library in the way that the command needs: what only reads never stands in the way of a writer.
fn open(session: &Session, arguments: &Arguments) -> Result<(), Failure> {
    let path = arguments.library.as_deref().ok_or_else(|| {
        Failure::usage("no library was given", "Give its folder: --library DIR, or PROOFLINE_LIBRARY=DIR.")
    })?;
    let mode = mode(&arguments.command);
    match session.open(path, mode) {
        // An older Proofline's library is brought forward before it can be read.
        Err(error) if mode == Mode::Read && error.code == ErrorCode::OlderSchema => {
            session.open(path, Mode::AsPossible)?
        }
        opened => opened?,
    };
    Ok(())
}

const fn mode(command: &Command) -> Mode {
    match command {
        Command::Case(command) => case::mode(command),
        Command::Document(command) => document::mode(command),
        Command::Highlight(command) => highlight::mode(command),
        Command::Event(command) => event::mode(command),
        Command::Party(command) => party::mode(command),
        Command::Note(command) => note::mode(command),
        Command::View(command) => timeline::view_mode(command),
        Command::Table(command) => table::mode(command),
        Command::Scheme(command) => exhibit::scheme_mode(command),
        Command::Exhibit(command) => exhibit::exhibit_mode(command),
        Command::Production(command) => exhibit::production_mode(command),
        Command::Queue(QueueCommand::Show)
        | Command::Watch(WatchCommand::List)
        | Command::Amount(_)
        | Command::Register(_)
        | Command::Timeline(_)
        | Command::Next(_)
        | Command::Concordance(_)
        | Command::Review
        | Command::Ledger(_) => Mode::Read,
        Command::Saved(SavedCommand::Remove { .. })
        | Command::Search(SearchArguments { save: Some(_), .. }) => Mode::Write,
        // The index may have to be made anew first.
        Command::Search(_) | Command::Saved(_) | Command::Terms { .. } | Command::Verify(_) => {
            Mode::AsPossible
        }
        _ => Mode::Write,
    }
}

fn changed(changed: &Changed, what: &str, output: &Output) -> Answer {
    output.answer(changed, |out, changed| writeln!(out, "{what}: {}", changed.act))?;
    Ok(DONE)
}
