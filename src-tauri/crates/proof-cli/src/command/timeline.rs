use std::{
    io::{self, Write},
    process::ExitCode,
};

use proof_api::{
    CaseFilter, DateArgs, EventFilter, Mode, Nothing, Session, TimelineArgs, ViewArgs, ViewRef, handlers,
    wire::{EventRow, Known},
};
use serde::Serialize;

use super::{Answer, DONE, changed};
use crate::{
    arguments::{CaseOption, FilterOptions, ViewCommand, view_named},
    failure::Failure,
    output::{self, Output},
};

/// A timeline as known on a day, in JSON. Without a day it is the list of events alone.
#[derive(Serialize)]
struct AsKnown {
    rows: Vec<EventRow>,
    known: Known,
}

pub const fn view_mode(command: &ViewCommand) -> Mode {
    match command {
        ViewCommand::List => Mode::Read,
        _ => Mode::Write,
    }
}

/// The events that pass a filter, with their accounts.
pub fn run(session: &Session, options: &FilterOptions, output: &Output) -> Answer {
    let (rows, known) = events(session, options.filter(session)?)?;
    print(rows, known, output, |out, rows| rows.iter().try_for_each(|row| output::event(out, row)))
}

/// The events that pass a filter, in two lines each. In JSON they have their accounts, too.
pub fn list(session: &Session, options: &FilterOptions, output: &Output) -> Answer {
    if output.is_json() {
        return run(session, options, output);
    }
    let answer = handlers::timeline(session, TimelineArgs { filter: options.filter(session)?, only: None })?;
    let names = output::Names::of(handlers::case_list(session, Nothing {})?);
    output.answer(&answer, |out, answer| {
        answer.rows.iter().try_for_each(|row| output::line(out, row, &names))?;
        answer.known.iter().try_for_each(|known| output::known(out, known))
    })?;
    Ok(DONE)
}

/// What is overdue, then what is next.
pub fn next(session: &Session, scope: &CaseOption, output: &Output) -> Answer {
    let rows = handlers::next_list(session, CaseFilter { case: scope.case.clone() })?;
    output.answer(&rows, output::each(output::due_line))?;
    Ok(DONE)
}

pub fn view(session: &Session, command: &ViewCommand, output: &Output) -> Answer {
    let rows = match command {
        ViewCommand::List => handlers::view_list(session, Nothing {})?,
        ViewCommand::Save { name, options } => {
            let filter = options.filter(session)?;
            // A filter that cannot be asked is not kept.
            handlers::timeline_match(session, filter.clone())?;
            handlers::view_save(session, ViewArgs { name: name.clone(), filter })?
        }
        ViewCommand::Remove { name } => {
            let removed = handlers::view_remove(session, ViewRef { name: view_named(session, name)?.name })?;
            return changed(&removed, "done", output);
        }
    };
    output.answer(&rows, output::each(output::view))?;
    Ok(DONE)
}

/// How a date reads. What has no one reading ends with 2 and what there is to choose from.
pub fn date(session: &Session, text: &str, reference: &str, output: &Output) -> Answer {
    let args = DateArgs { date: text.to_owned(), reference: reference.to_owned() };
    let reading = handlers::date_read(session, args)?;
    if reading.date.is_none() && !output.is_json() {
        return Err(Failure::usage(reading.message.clone(), output::readings(&reading)));
    }
    output.answer(&reading, output::date)?;
    Ok(if reading.date.is_some() { DONE } else { ExitCode::from(2) })
}

/// The events that pass a filter, with their accounts and, where a day is asked for, what was not known then.
fn events(session: &Session, filter: EventFilter) -> Result<(Vec<EventRow>, Option<Known>), Failure> {
    let rows = handlers::events_in_full(session, &filter)?;
    let known = if filter.known_on.trim().is_empty() {
        None
    } else {
        handlers::timeline(session, TimelineArgs { filter, only: None })?.known
    };
    Ok((rows, known))
}

fn print(
    rows: Vec<EventRow>,
    known: Option<Known>,
    output: &Output,
    words: impl Fn(&mut dyn Write, &Vec<EventRow>) -> io::Result<()>,
) -> Answer {
    match known {
        None => output.answer(&rows, words)?,
        Some(known) => output.answer(&AsKnown { rows, known }, |out, answer| {
            words(out, &answer.rows)?;
            output::known(out, &answer.known)
        })?,
    }
    Ok(DONE)
}
