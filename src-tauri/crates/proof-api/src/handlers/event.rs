use std::collections::HashSet;

use proof_library::{
    Changed, EventChange, EventRecord, Library, LibraryError, NewEvent, PartyChoice, as_known,
};

use super::{
    account::passage,
    timeline::{day, lines_of},
};
use crate::{
    ErrorCode, Session, WireError, args,
    args::{EventArgs, EventEditArgs, EventFilter, EventRef, FollowArgs, MergeArgs, MoveArgs, SplitArgs},
    stated::amounts,
    view, wire,
    written::read_written_date,
};

/// One event; as it was known on a day, only with the accounts that were published by then.
///
/// # Errors
/// Where there is none, or more than one.
pub fn event_show(session: &Session, args: EventRef) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let mut record = library.read::<_, LibraryError>(|read| Ok(read.find_event(&args.event)?))?;
    if let Some(day) = day(&args.known_on.unwrap_or_default())? {
        record = as_known(&record, day).unwrap_or(EventRecord { accounts: Vec::new(), ..record });
    }
    Ok(view::event(&record, library.today()))
}

/// The events that pass a filter, in their order, each with its accounts.
///
/// # Errors
/// Where the filter names what is not there, or a date that cannot be read.
pub fn events_in_full(session: &Session, filter: &EventFilter) -> Result<Vec<wire::EventRow>, WireError> {
    let library = session.library()?;
    let today = library.today();
    let lines = library.read(|read| lines_of(read, filter))?;
    let records = match day(&filter.known_on)? {
        Some(day) => library.as_known_on(day, &lines)?.records,
        None => library.read::<_, LibraryError>(|read| {
            let passing: HashSet<String> = read.line_events(&lines)?.into_iter().collect();
            let mut records = read.events(lines.case)?;
            records.retain(|record| passing.contains(&record.event.id.to_string()));
            Ok(records)
        })?,
    };
    Ok(records.iter().map(|record| view::event(record, today)).collect())
}

/// Adds an event, with the passages that it rests on.
///
/// # Errors
/// Where a part of it cannot be used: nothing is added then.
pub fn event_add(session: &Session, args: EventArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let reading = read_written_date(&args.date, &args.reference)?;
    if args.cites.is_empty() && !args.amounts.is_empty() {
        let hint = "Give the passage that states them.";
        return Err(WireError::new(ErrorCode::BadValue, "sums without a passage rest on nothing", hint));
    }
    let new = NewEvent {
        case: args.case,
        title: args.title,
        kind: args.kind,
        status: args.status,
        when: reading.when,
        // Words that stand for a date only beside their source are kept with it.
        stated: if reading.relative { args.date } else { String::new() },
        parties: choices(args.parties),
        tags: args.tags,
        passages: args.cites.into_iter().map(passage).collect(),
        amounts: amounts(&args.amounts)?,
    };
    told(session, &library, library.add_event(&new)?)
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
    let change = EventChange {
        title: args.title,
        kind: args.kind,
        status: args.status,
        when,
        case: args.case,
        parties: args.parties.map(choices),
        tags: args.tags,
        starred: args.starred,
    };
    told(session, &library, library.edit_event(&args.event, &change)?)
}

/// Takes an event away, with its accounts.
///
/// # Errors
/// Where there is no such event.
pub fn event_remove(session: &Session, args: EventRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_event(&args.event)?;
    session.announce(&library, &changed)
}

/// Makes events that are one into one.
///
/// # Errors
/// Where an event is not there, or is to be merged into itself.
pub fn event_merge(session: &Session, args: MergeArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.merge_events(&args.into, &args.from)?)
}

/// Makes an event that is two into two, and gives the new one.
///
/// # Errors
/// Where an account is not the event's, or the title is empty.
pub fn event_split(session: &Session, args: SplitArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let when = match &args.date {
        Some(date) => Some(read_written_date(date, &args.reference)?.when),
        None => None,
    };
    told(session, &library, library.split_event(&args.event, &args.title, &args.accounts, when)?)
}

/// Moves an event among those of the same date.
///
/// # Errors
/// Where it cannot go further.
pub fn event_move(session: &Session, args: MoveArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.move_event(&args.event, args.by)?)
}

/// Lets an event's date follow one of its accounts, and says why.
///
/// # Errors
/// Where the account is not the event's, or states no date.
pub fn event_follow(session: &Session, args: FollowArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.follow_account(&args.event, args.account.as_deref(), &args.reason)?)
}

/// Announces an act and shows the event that it was done to.
pub(super) fn told(
    session: &Session,
    library: &Library,
    (record, changed): (EventRecord, Changed),
) -> Result<wire::EventRow, WireError> {
    session.announce(library, &changed)?;
    Ok(view::event(&record, library.today()))
}

fn choices(choices: Vec<args::PartyChoice>) -> Vec<PartyChoice> {
    choices.into_iter().map(|choice| PartyChoice { key: choice.party, kind: choice.kind }).collect()
}
