use proof_library::{LibraryError, Query, SavedSearch};

use crate::{
    Session, WireError,
    args::{KeptSearch, Nothing, SavedSearchRef, SearchSaveArgs},
    wire,
};

/// The saved searches, by name.
///
/// # Errors
/// Where the library cannot be read.
pub fn search_saved_list(session: &Session, _: Nothing) -> Result<Vec<wire::SavedSearchRow>, WireError> {
    session.library()?.saved_searches()?.into_iter().map(row).collect()
}

/// Keeps a search under a name, in place of the one that bears it.
///
/// # Errors
/// Where the name is empty, the query does not parse, there is no such case, or none bears the name before.
pub fn search_save(session: &Session, args: SearchSaveArgs) -> Result<Vec<wire::SavedSearchRow>, WireError> {
    let library = session.library()?;
    // A search that cannot be asked is not kept.
    Query::parse(&args.search.query).map_err(LibraryError::Query)?;
    let mut search = args.search;
    if let Some(key) = search.case.as_deref() {
        let case = library.read::<_, LibraryError>(|read| Ok(read.find_case(key)?.id))?;
        search.case = Some(case.to_string());
    }
    let search = serde_json::to_string(&search).map_err(WireError::internal)?;
    let changed = library.save_search(&args.name, &search, args.was.as_deref())?;
    session.announce(&library, &changed)?;
    search_saved_list(session, Nothing {})
}

/// Forgets a saved search.
///
/// # Errors
/// Where there is no such search.
pub fn search_saved_remove(session: &Session, args: SavedSearchRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_saved_search(&args.name)?;
    session.announce(&library, &changed)
}

/// Looks at a saved search now, and gives it as it was last looked at: what was added since is new.
///
/// # Errors
/// Where there is no such search.
pub fn search_saved_look(session: &Session, args: SavedSearchRef) -> Result<wire::SavedSearchRow, WireError> {
    row(session.library()?.look_at_search(&args.name)?)
}

fn row(saved: SavedSearch) -> Result<wire::SavedSearchRow, WireError> {
    let search: KeptSearch = serde_json::from_str(&saved.search).map_err(WireError::internal)?;
    Ok(wire::SavedSearchRow { name: saved.name, search, looked_at: saved.looked_at })
}
