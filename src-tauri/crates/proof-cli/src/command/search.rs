use proof_api::{
    KeptSearch, Nothing, SavedSearchRef, SearchArgs, SearchFilters, SearchSaveArgs, Session, handlers,
    wire::SavedSearchRow,
};
use serde::Serialize;

use super::{Answer, DONE, changed};
use crate::{
    arguments::{SavedCommand, SearchArguments},
    failure::Failure,
    output::{self, Output},
};

/// A saved search with what is new in it.
#[derive(Debug, Serialize)]
struct Standing {
    #[serde(flatten)]
    saved: SavedSearchRow,
    new: u32,
}

pub fn run(session: &Session, arguments: &SearchArguments, output: &Output) -> Answer {
    let search = KeptSearch {
        query: arguments.query.clone(),
        case: arguments.scope.case.clone(),
        filters: SearchFilters { kinds: arguments.kind.clone(), ..SearchFilters::default() },
    };
    if let Some(name) = &arguments.save {
        handlers::search_save(
            session,
            SearchSaveArgs { name: name.clone(), search: search.clone(), was: None },
        )?;
    }
    print(session, asked(search, arguments.limit, None), output)
}

/// The query language on one page. It takes no library.
pub fn help(session: &Session, output: &Output) -> Answer {
    output.answer(&handlers::search_help(session, Nothing {})?, |out, rows| {
        rows.iter().try_for_each(|row| writeln!(out, "{:<28}  {}", row.example, row.finds))
    })?;
    Ok(DONE)
}

pub fn saved(session: &Session, command: &SavedCommand, output: &Output) -> Answer {
    match command {
        SavedCommand::List => {
            handlers::index_up_to_date(session)?;
            let rows = handlers::search_saved_list(session, Nothing {})?;
            let rows = rows.into_iter().map(|row| standing(session, row)).collect::<Result<Vec<_>, _>>()?;
            output.answer(&rows, |out, rows| {
                rows.iter().try_for_each(|row| output::saved_search(out, &row.saved, row.new))
            })?;
            Ok(DONE)
        }
        SavedCommand::Run { name, limit } => {
            let saved = handlers::search_saved_look(session, SavedSearchRef { name: name.clone() })?;
            print(session, asked(saved.search, *limit, Some(saved.looked_at)), output)
        }
        SavedCommand::Remove { name } => {
            let removed = handlers::search_saved_remove(session, SavedSearchRef { name: name.clone() })?;
            changed(&removed, "done", output)
        }
    }
}

fn standing(session: &Session, saved: SavedSearchRow) -> Result<Standing, Failure> {
    let args = asked(saved.search.clone(), 0, Some(saved.looked_at.clone()));
    Ok(Standing { new: handlers::search(session, args)?.new, saved })
}

fn asked(search: KeptSearch, limit: u32, since: Option<String>) -> SearchArgs {
    let KeptSearch { query, case, filters } = search;
    let since = since.filter(|since| !since.is_empty());
    SearchArgs { query, case, filters, limit: Some(limit), since, ..SearchArgs::default() }
}

/// What was changed just now is found, too.
fn print(session: &Session, args: SearchArgs, output: &Output) -> Answer {
    handlers::index_up_to_date(session)?;
    output.answer(&handlers::search(session, args)?, output::search)?;
    Ok(DONE)
}
