use std::{io, path::Path};

use proof_library::{Library, LibraryError};

use crate::{
    ErrorCode, Session, WireError,
    args::{KeptSearch, Nothing, RememberArgs},
    recent::Recent,
    wire::RecentSearches,
};

/// What was searched for in this library on this computer, newest first.
///
/// # Errors
/// Where no library is open.
pub fn search_recent_list(session: &Session, _: Nothing) -> Result<RecentSearches, WireError> {
    let library = id(&*session.library()?)?;
    let Some(folder) = session.host().state_folder() else { return Ok(RecentSearches::default()) };
    let recent = Recent::read(&folder);
    Ok(RecentSearches { on: Some(recent.on), searches: recent.of(&library) })
}

/// Remembers a search on this computer, where searches are remembered.
///
/// # Errors
/// Where no library is open, or the file cannot be written.
pub fn search_recent_add(session: &Session, args: KeptSearch) -> Result<RecentSearches, WireError> {
    let library = id(&*session.library()?)?;
    change(session, |recent| recent.add(&library, args))
}

/// Forgets what was searched for in any library on this computer.
///
/// # Errors
/// Where no library is open, or the file cannot be written.
pub fn search_recent_clear(session: &Session, _: Nothing) -> Result<RecentSearches, WireError> {
    change(session, Recent::clear)
}

/// Remembers searches on this computer from now on, or no more; what was remembered is forgotten then.
///
/// # Errors
/// Where no library is open, or the file cannot be written.
pub fn search_recent_remember(session: &Session, args: RememberArgs) -> Result<RecentSearches, WireError> {
    change(session, |recent| {
        recent.on = args.on;
        if !args.on {
            recent.clear();
        }
    })
}

/// Reads what is remembered, changes it, and writes it where that made it another.
fn change(session: &Session, work: impl FnOnce(&mut Recent)) -> Result<RecentSearches, WireError> {
    if let Some(folder) = session.host().state_folder() {
        let before = Recent::read(&folder);
        let mut recent = before.clone();
        work(&mut recent);
        if recent != before {
            recent.write(&folder).map_err(|error| unwritable(&folder, &error))?;
        }
    }
    search_recent_list(session, Nothing {})
}

fn id(library: &Library) -> Result<String, WireError> {
    Ok(library.read::<_, LibraryError>(|read| Ok(read.library()?.0))?)
}

fn unwritable(folder: &Path, error: &io::Error) -> WireError {
    let message = format!("{}: {error}", folder.display());
    WireError::new(ErrorCode::Disk, message, "The search itself is not affected.")
}
