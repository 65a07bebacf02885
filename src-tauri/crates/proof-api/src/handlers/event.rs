use proof_library::{LibraryError, NewEvent, Passage};
use proof_model::When;

use crate::{
    Session, WireError,
    commands::{CaseFilter, EventArgs, EventRef},
    view, wire,
};

/// The events of one case or of all, in their order.
///
/// # Errors
/// Where there is no such case.
pub fn timeline(session: &Session, args: CaseFilter) -> Result<Vec<wire::EventRow>, WireError> {
    let rows = session.library()?.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?;
        Ok(read.events(case.map(|case| case.id))?.iter().map(view::event).collect())
    })?;
    Ok(rows)
}

/// One event.
///
/// # Errors
/// Where there is none, or more than one.
pub fn event_show(session: &Session, args: EventRef) -> Result<wire::EventRow, WireError> {
    let row =
        session.library()?.read::<_, LibraryError>(|read| Ok(view::event(&read.find_event(&args.event)?)))?;
    Ok(row)
}

/// Adds an event, with the passages that it rests on.
///
/// # Errors
/// Where a part of it cannot be used: nothing is added then.
pub fn event_add(session: &Session, args: EventArgs) -> Result<wire::EventRow, WireError> {
    let when = When::parse(&args.date).map_err(LibraryError::from)?;
    event_add_at(session, args, when, String::new())
}

/// As [`event_add`], with a date that was read from the words that state it.
///
/// # Errors
/// Where a part of it cannot be used: nothing is added then.
pub fn event_add_at(
    session: &Session,
    args: EventArgs,
    when: When,
    stated: String,
) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let passages = args.cites.into_iter();
    let passages = passages
        .map(|cite| Passage { document: cite.document, page: cite.page, words: cite.quote })
        .collect();
    let new = NewEvent {
        case: args.case,
        title: args.title,
        kind: args.kind,
        status: args.status,
        when,
        stated,
        passages,
    };
    let (record, changed) = library.add_event(&new)?;
    session.announce(&library, &changed)?;
    Ok(view::event(&record))
}
