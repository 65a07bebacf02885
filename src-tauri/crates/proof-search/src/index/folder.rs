//! The folder of an index: the one place where its directory is opened, locked and emptied.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use tantivy::TantivyError;
use tantivy::directory::error::LockError;
use tantivy::directory::{Directory, DirectoryLock, INDEX_WRITER_LOCK, MmapDirectory};

use crate::error::SearchError;

/// Opens the files of an index. The seam: encryption at rest wraps the directory here.
pub(super) fn directory(dir: &Path) -> Result<Box<dyn Directory>, SearchError> {
    let opened = MmapDirectory::open(dir).map_err(|error| SearchError::unusable(dir, &error))?;
    Ok(Box::new(opened))
}

/// Takes the writer's lock, so that nobody writes while the folder is judged and perhaps emptied.
pub(super) fn lock(dir: &Path) -> Result<DirectoryLock, SearchError> {
    directory(dir)?.acquire_lock(&INDEX_WRITER_LOCK).map_err(|error| match error {
        LockError::LockBusy => SearchError::Locked(dir.to_path_buf()),
        LockError::IoError(error) => SearchError::unusable(dir, &error),
    })
}

/// Tries again for a moment what found the lock held. A process that starts another holds its locks in both until the
/// other one runs, so a lock that was just let go can seem held.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> Result<T, SearchError>) -> Result<T, SearchError> {
    for _ in 0..10 {
        match attempt() {
            Err(SearchError::Locked(_)) => thread::sleep(Duration::from_millis(20)),
            done => return done,
        }
    }
    attempt()
}

/// Deletes the files of an index. Locks stay, since removing one would let a second writer in; so do folders, which
/// no index of ours has.
pub(super) fn empty(dir: &Path) -> Result<(), SearchError> {
    let unusable = |error: std::io::Error| SearchError::unusable(dir, &error);
    for entry in fs::read_dir(dir).map_err(unusable)? {
        let entry = entry.map_err(unusable)?;
        let is_lock = Path::new(&entry.file_name()).extension().is_some_and(|end| end == "lock");
        if !is_lock && entry.file_type().map_err(unusable)?.is_file() {
            fs::remove_file(entry.path()).map_err(unusable)?;
        }
    }
    Ok(())
}

/// Runs what reads the index's files, and turns a panic into an error.
///
/// tantivy's documentation of `DataCorruption` says that it either returns that error or panics when bytes on disk
/// are not what it wrote; the checksums let most damage through to neither, but the files may also change later.
pub(super) fn guarded<T>(
    dir: &Path,
    read: impl FnOnce() -> Result<T, TantivyError>,
) -> Result<T, SearchError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read))
        .map_err(|_| SearchError::damaged(dir, "reading it failed"))?
        .map_err(|error| SearchError::from_tantivy(dir, &error))
}
