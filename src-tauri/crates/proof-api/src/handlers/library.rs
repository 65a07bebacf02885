use std::path::Path;

use proof_library::{Imported, Library, LibraryError, Reached, Reread, RereadWatcher, Watcher};

use super::{import::import_wake, watch::watch_keep};
use crate::{
    Message, Mode, Session, WireError,
    args::{LedgerArgs, NewArgs, Nothing, OpenArgs},
    view, wire,
};

/// The name of a new library: its folder's.
fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| "Library".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn same_folder(one: &Path, two: &Path) -> bool {
    matches!((one.canonicalize(), two.canonicalize()), (Ok(one), Ok(two)) if one == two)
}

/// The open library; none before one is opened.
///
/// # Errors
/// Where it cannot be read.
pub fn library_info(session: &Session, _: Nothing) -> Result<Option<wire::LibraryInfo>, WireError> {
    session.current().map(|library| view::library_info(&library)).transpose()
}

/// Opens a library's folder.
///
/// # Errors
/// Where it is no library, or a newer one.
pub fn library_open(session: &Session, args: OpenArgs) -> Result<wire::LibraryInfo, WireError> {
    let path = Path::new(&args.path);
    if let Some(open) = session.current().filter(|open| same_folder(open.path(), path)) {
        return view::library_info(&open);
    }
    let info = session.open(path, Mode::AsPossible)?;
    library_wake(session)?;
    Ok(info)
}

/// Makes a new library, with or without the sample's contents, and opens it.
///
/// # Errors
/// Where the folder is not empty or cannot be written.
pub fn library_new(session: &Session, args: NewArgs) -> Result<wire::LibraryInfo, WireError> {
    struct Quiet;
    impl Watcher for Quiet {
        fn done(&mut self, _: &[Imported], _: Reached) {}
        fn stopped(&self) -> bool {
            false
        }
    }
    let path = Path::new(&args.path);
    let library = if args.sample {
        Library::create_sample(path, session.surroundings(), &mut Quiet)?
    } else {
        Library::create(path, &name_of(path), session.surroundings())?
    };
    let info = session.adopt(library)?;
    library_wake(session)?;
    Ok(info)
}

/// Begins what a library that was just opened does by itself: it opens its index and keeps it up to date, imports what
/// waits, and looks at watched folders.
///
/// # Errors
/// Where it cannot be read.
pub fn library_wake(session: &Session) -> Result<(), WireError> {
    let host = session.host();
    let told = move |state: Option<_>| host.send(Message::Index(state.map(view::building)));
    session.library()?.follow_index(told);
    import_wake(session)?;
    watch_keep(session)
}

/// What wants a look.
///
/// # Errors
/// Where the library cannot be read.
pub fn review(session: &Session, _: Nothing) -> Result<Vec<wire::ReviewItem>, WireError> {
    Ok(session.library()?.review()?.into_iter().map(view::review).collect())
}

/// Takes back the last act.
///
/// # Errors
/// Where there is none.
pub fn undo(session: &Session, _: Nothing) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.undo()?;
    session.announce(&library, &changed)
}

/// Does again what undo took back.
///
/// # Errors
/// Where there is nothing.
pub fn redo(session: &Session, _: Nothing) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.redo()?;
    session.announce(&library, &changed)
}

/// The newest lines of the ledger, newest first.
///
/// # Errors
/// Where the library cannot be read.
pub fn ledger(session: &Session, args: LedgerArgs) -> Result<Vec<wire::LedgerRow>, WireError> {
    let library = session.library()?;
    let entries = library.read::<_, LibraryError>(|read| Ok(read.ledger(args.limit.unwrap_or(100))?))?;
    Ok(entries.into_iter().map(view::ledger).collect())
}

/// Puts everything in the index that it does not hold yet, and returns when it does.
///
/// # Errors
/// Where the disk fails.
pub fn index_up_to_date(session: &Session) -> Result<(), WireError> {
    Ok(session.library()?.index_up_to_date()?)
}

/// Makes the index anew. `progress` is told how many items are done, of how many.
///
/// # Errors
/// Where the library can only be read, or the disk fails.
pub fn rebuild_index(session: &Session, progress: &mut dyn FnMut(usize, usize)) -> Result<(), WireError> {
    Ok(session.library()?.rebuild_index(progress)?)
}

/// Makes the text of every document anew from its original, with all that is derived.
///
/// # Errors
/// Where the library can only be read, or the disk fails. What is done stays done.
pub fn read_all_again(session: &Session, watcher: &mut dyn RereadWatcher) -> Result<Reread, WireError> {
    let reread = session.library()?.read_all_again(watcher)?;
    // What came to light inside of documents waits.
    import_wake(session)?;
    Ok(reread)
}

/// Reads the documents again of which pages are pictures that no machine has read: a program for that may have come.
///
/// # Errors
/// Where the library can only be read, or the disk fails. What is done stays done.
pub fn read_scans(session: &Session, watcher: &mut dyn RereadWatcher) -> Result<Reread, WireError> {
    Ok(session.library()?.read_scans(watcher)?)
}
