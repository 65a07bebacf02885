use proof_library::{LibraryError, Read};
use proof_model::About;

use crate::{
    ErrorCode, Session, WireError,
    args::{NoteArgs, NoteEditArgs, NoteRef, NotesArgs},
    view, wire,
};

/// The notes on a case, an event or a party, newest first; all where none of them is given.
///
/// # Errors
/// Where it is not there, or more than one is given.
pub fn note_list(session: &Session, args: NotesArgs) -> Result<Vec<wire::NoteRow>, WireError> {
    let notes = session.library()?.read::<_, WireError>(|read| {
        let about = about(read, [&args.case, &args.event, &args.party])?;
        Ok(read.notes(about)?)
    })?;
    Ok(notes.into_iter().map(view::note).collect())
}

/// Adds a note.
///
/// # Errors
/// Where the text is empty, or what it is on is not there.
pub fn note_add(session: &Session, args: NoteArgs) -> Result<wire::NoteRow, WireError> {
    let library = session.library()?;
    let about = library.read(|read| about(read, [&args.case, &args.event, &args.party]))?.ok_or_else(one)?;
    let (record, changed) = library.add_note(about, &args.body)?;
    session.announce(&library, &changed)?;
    Ok(view::note(record))
}

/// Changes a note's text.
///
/// # Errors
/// Where there is no such note, or the text is empty.
pub fn note_edit(session: &Session, args: NoteEditArgs) -> Result<wire::NoteRow, WireError> {
    let library = session.library()?;
    let (record, changed) = library.edit_note(&args.note, &args.body)?;
    session.announce(&library, &changed)?;
    Ok(view::note(record))
}

/// Takes a note away.
///
/// # Errors
/// Where there is no such note.
pub fn note_remove(session: &Session, args: NoteRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_note(&args.note)?;
    session.announce(&library, &changed)
}

fn about(read: Read<'_>, [case, event, party]: [&Option<String>; 3]) -> Result<Option<About>, WireError> {
    let found = [
        case.as_deref().map(|key| Ok(About::Case(read.find_case(key)?.id))),
        event.as_deref().map(|key| Ok(About::Event(read.find_event(key)?.event.id))),
        party.as_deref().map(|key| Ok(About::Party(read.find_party(key)?.id))),
    ];
    let mut found = found.into_iter().flatten().collect::<Result<Vec<About>, LibraryError>>()?;
    if found.len() > 1 { Err(one()) } else { Ok(found.pop()) }
}

fn one() -> WireError {
    let hint = "Give the case, the event or the party.";
    WireError::new(ErrorCode::BadValue, "a note is on exactly one thing", hint)
}
