use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

use proof_api::{
    CaseFilter, DocumentEditArgs, DocumentRef, LocationEditArgs, Mode, PageArgs, RetryArgs, SearchArgs,
    Session, handlers, wire::PageView,
};

use super::{Answer, DONE, changed, custody};
use crate::{
    arguments::{CaseOption, DocumentCommand},
    failure::Failure,
    output::{self, Output},
};

pub const fn mode(command: &DocumentCommand) -> Mode {
    match command {
        DocumentCommand::Retry { .. }
        | DocumentCommand::Edit { .. }
        | DocumentCommand::Mark(_)
        | DocumentCommand::Location { .. } => Mode::Write,
        DocumentCommand::Custody(command) => custody::mode(command),
        _ => Mode::Read,
    }
}

pub fn run(session: &Session, command: &DocumentCommand, output: &Output) -> Answer {
    match command {
        DocumentCommand::List(filter) => {
            let rows = handlers::document_list(session, CaseFilter { case: filter.case.clone() })?;
            output.answer(&rows, output::each(output::document))?;
        }
        DocumentCommand::Show { doc } => {
            let row = handlers::document_show(session, DocumentRef { document: doc.clone() })?;
            output.answer(&row, output::document_in_full)?;
        }
        DocumentCommand::Text { doc, page } => {
            output.answer(&pages(session, doc, *page)?, |out, pages| {
                pages.iter().try_for_each(|page| writeln!(out, "{}", page.text))
            })?;
        }
        DocumentCommand::Thread { doc } => {
            let rows = handlers::document_thread(session, DocumentRef { document: doc.clone() })?;
            output.answer(&rows, |out, rows| {
                rows.iter().try_for_each(|row| {
                    writeln!(
                        out,
                        "{:<25}  {}\n{:<27}{} · {}",
                        row.sent, row.title, "", row.from, row.document
                    )
                })
            })?;
        }
        DocumentCommand::Relatives { doc } => {
            let answer = handlers::document_relatives(session, DocumentRef { document: doc.clone() })?;
            output.answer(&answer, output::relatives)?;
        }
        DocumentCommand::Near { doc: Some(doc), .. } => {
            let answer = handlers::document_near(session, DocumentRef { document: doc.clone() })?;
            output.answer(&answer, output::near)?;
        }
        DocumentCommand::Near { scope, .. } => {
            let answer = handlers::document_families(session, CaseFilter { case: scope.case.clone() })?;
            output.answer(&answer, output::families)?;
        }
        DocumentCommand::Edit {
            doc,
            title,
            source,
            origin,
            dated,
            published,
            event_date,
            captured,
            read_from,
            file_in,
            take_out_of,
        } => {
            let args = DocumentEditArgs {
                document: doc.clone(),
                title: title.clone(),
                source: source.clone(),
                origin: origin.clone(),
                dated: dated.clone(),
                published: published.clone(),
                event_date: event_date.clone(),
                captured: captured.clone(),
                dates_from: read_from.clone(),
                file_in: file_in.clone(),
                take_out_of: take_out_of.clone(),
            };
            output.answer(&handlers::document_edit(session, args)?, output::document)?;
        }
        DocumentCommand::Mark(marks) => {
            return changed(&handlers::document_mark(session, marks.marks())?, "done", output);
        }
        DocumentCommand::Location { doc, path, obtained, by, obtained_from, on, account } => {
            let args = LocationEditArgs {
                document: doc.clone(),
                path: path.clone(),
                obtained: obtained.clone(),
                obtained_by: by.clone(),
                obtained_from: obtained_from.clone(),
                obtained_on: on.clone(),
                account: account.clone(),
            };
            output.answer(&handlers::location_edit(session, args)?, output::document_in_full)?;
        }
        DocumentCommand::Custody(command) => return custody::run(session, command, output),
        DocumentCommand::Retry { doc, password } => {
            let password = password.as_deref().map(first_line).transpose()?;
            let row = handlers::document_retry(session, RetryArgs { document: doc.clone(), password })?;
            handlers::import_wait(session);
            output.answer(&row, output::document)?;
        }
    }
    Ok(DONE)
}

/// The first line of a file, or of what is typed.
fn first_line(path: &Path) -> Result<String, Failure> {
    let mut line = String::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().read_line(&mut line)
    } else {
        File::open(path).and_then(|file| BufReader::new(file).read_line(&mut line))
    };
    let refused = |error| {
        Failure::usage(
            format!("{}: no password can be read: {error}", path.display()),
            "Name a file whose first line is the password.",
        )
    };
    read.map_err(refused)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

pub fn search(session: &Session, query: &str, scope: &CaseOption, limit: u32, output: &Output) -> Answer {
    let args = SearchArgs {
        query: query.to_owned(),
        case: scope.case.clone(),
        limit: Some(limit),
        ..SearchArgs::default()
    };
    output.answer(&handlers::search(session, args)?, output::search)?;
    Ok(DONE)
}

fn pages(session: &Session, document: &str, page: Option<u32>) -> Result<Vec<PageView>, Failure> {
    let row = handlers::document_show(session, DocumentRef { document: document.to_owned() })?;
    let numbers = page.map_or(1..=row.pages, |page| page..=page);
    let show = |page| {
        let args = PageArgs { document: row.document.clone(), page, query: String::new() };
        Ok(handlers::page_show(session, args)?)
    };
    numbers.map(show).collect()
}
