use std::{
    path::Path,
    sync::{Arc, Weak},
    thread,
    time::{Duration, Instant},
};

use proof_library::{Library, LibraryError, Lookout, Read, Watched, if_there};

use super::{
    ImportWatcher,
    import::{Steps, details, wake},
};
use crate::{
    Host, Session, WireError,
    args::{ImportArgs, Nothing, WatchRef},
    running::Running,
    wire,
};

/// The folders that are watched, by path.
///
/// # Errors
/// Where the library cannot be read.
pub fn watch_list(session: &Session, _: Nothing) -> Result<Vec<wire::WatchedFolder>, WireError> {
    let library = session.library()?;
    let watched = library.watched_folders()?;
    Ok(library.read(|read| watched.iter().map(|folder| shown(read, folder)).collect::<Result<_, _>>())?)
}

/// Imports what lies in folders and what lands in them from now on. A folder that is watched gets other details.
///
/// # Errors
/// Where a path is no folder, the case is not there, or the library cannot be written.
pub fn watch_add(session: &Session, args: ImportArgs) -> Result<Vec<wire::WatchedFolder>, WireError> {
    let library = session.library()?;
    let details = details(&library, &args)?;
    for path in &args.paths {
        let changed = library.watch_folder(Path::new(path), &details)?;
        session.announce(&library, &changed)?;
    }
    watch_list(session, Nothing {})
}

/// Watches a folder no more. What was imported from it stays.
///
/// # Errors
/// Where it is not watched.
pub fn watch_remove(session: &Session, args: WatchRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.unwatch_folder(&args.folder)?;
    session.announce(&library, &changed)
}

/// Imports what lands in watched folders until the watcher stops it.
///
/// # Errors
/// Where the library cannot be written.
pub fn watch_run(session: &Session, watcher: &mut dyn ImportWatcher) -> Result<(), WireError> {
    const LOOK: Duration = Duration::from_millis(200);
    let (library, mut lookout) = (session.library()?, Lookout::default());
    while !watcher.stopped() {
        let begun = Instant::now();
        if library.look_at_watched(&mut lookout)? > 0 {
            library.run_imports(&mut Steps { watcher })?;
        }
        let rested = Instant::now();
        let pause = Lookout::pause(rested.duration_since(begun));
        while rested.elapsed() < pause && !watcher.stopped() {
            thread::sleep(LOOK);
        }
    }
    Ok(())
}

/// Looks at watched folders for as long as the library that is open now stays open.
///
/// # Errors
/// Where no library is open.
pub(super) fn watch_keep(session: &Session) -> Result<(), WireError> {
    let library = session.library()?;
    if library.read_only().is_none() {
        // The library is closed when the session lets go of it, and not when this does.
        let (library, host, running) = (Arc::downgrade(&library), session.host(), session.importing());
        thread::spawn(move || keep(&library, &host, &running));
    }
    Ok(())
}

fn keep(library: &Weak<Library>, host: &Arc<dyn Host>, running: &Arc<Running>) {
    let mut lookout = Lookout::default();
    while !running.is_closed() {
        let Some(library) = library.upgrade() else { return };
        let begun = Instant::now();
        // What fails now, such as a full disk, is tried again at the next look.
        if library.look_at_watched(&mut lookout).is_ok_and(|queued| queued > 0) {
            wake(&library, host, running).ok();
        }
        drop(library);
        thread::sleep(Lookout::pause(begun.elapsed()));
    }
}

fn shown(read: Read<'_>, folder: &Watched) -> Result<wire::WatchedFolder, LibraryError> {
    let mut cases = Vec::new();
    for case in &folder.details.cases {
        cases.extend(if_there(read.find_case(&case.to_string()))?.map(|found| found.name));
    }
    Ok(wire::WatchedFolder {
        folder: folder.path.clone(),
        case: cases.into_iter().next(),
        source: folder.details.source.clone(),
        begun_at: folder.begun_at.clone(),
        is_there: folder.is_there,
    })
}
