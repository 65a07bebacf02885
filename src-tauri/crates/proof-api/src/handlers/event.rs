use proof_library::{EventChange, LibraryError, NewAccount, NewEvent, Passage};

use crate::{
    Session, WireError,
    commands::{AccountArgs, AccountRef, CaseFilter, EventArgs, EventEditArgs, EventRef},
    view, wire,
    written::read_written_date,
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
    let library = session.library()?;
    let reading = read_written_date(&args.date, &args.reference)?;
    let passages = args.cites.into_iter();
    let passages = passages
        .map(|cite| Passage { document: cite.document, page: cite.page, words: cite.quote })
        .collect();
    let new = NewEvent {
        case: args.case,
        title: args.title,
        kind: args.kind,
        status: args.status,
        when: reading.when,
        // Words that stand for a date only beside their source are kept with it.
        stated: if reading.relative { args.date } else { String::new() },
        passages,
    };
    let (record, changed) = library.add_event(&new)?;
    session.announce(&library, &changed)?;
    Ok(view::event(&record))
}

/// Changes what an event says of itself.
///
/// # Errors
/// Where there is no such event, or a value cannot be used.
pub fn event_edit(session: &Session, args: EventEditArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let when = match &args.date {
        Some(date) => Some(read_written_date(date, &args.reference)?.when),
        None => None,
    };
    let change = EventChange { title: args.title, kind: args.kind, status: args.status, when };
    let (record, changed) = library.edit_event(&args.event, change)?;
    session.announce(&library, &changed)?;
    Ok(view::event(&record))
}

/// Takes an event away, with its accounts.
///
/// # Errors
/// Where there is no such event.
pub fn event_remove(session: &Session, args: EventRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_event(&args.event)?;
    session.announce(&library, &changed)?;
    Ok(view::changed(&changed))
}

/// Adds an account to an event.
///
/// # Errors
/// Where the event or document is not there, or the passage is not in its page once.
pub fn account_add(session: &Session, args: AccountArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let reading = read_written_date(&args.date, &args.reference)?;
    let new = NewAccount {
        event: args.event,
        passage: Passage { document: args.cite.document, page: args.cite.page, words: args.cite.quote },
        asserted_by: args.asserted_by,
        stance: args.stance,
        when: reading.when,
        stated: args.date,
    };
    let (record, changed) = library.add_account(&new)?;
    session.announce(&library, &changed)?;
    Ok(view::event(&record))
}

/// Takes an account away.
///
/// # Errors
/// Where there is no such account.
pub fn account_remove(session: &Session, args: AccountRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_account(&args.account)?;
    session.announce(&library, &changed)?;
    Ok(view::changed(&changed))
}
