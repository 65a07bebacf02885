//! Folders that are watched: what lands in one is imported, once it has come to rest.
//!
//! They are looked through again and again, since folders on a network tell nobody what happens in them.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use proof_store::{Stamp, WatchedFolder};

use super::{Candidate, Details, Import, gather, shown};
use crate::{Changed, Library, LibraryError, Op};

/// A folder whose files are imported as they land in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Where it is.
    pub path: String,
    /// What is said of its files.
    pub details: Details,
    /// Since when it is watched, RFC 3339 in UTC.
    pub begun_at: String,
    /// Whether it is there now.
    pub is_there: bool,
}

/// What a look at the watched folders knows from those before.
#[derive(Debug, Default)]
pub struct Lookout {
    folders: HashMap<String, Seen>,
}

/// The files of one folder, as they were when they were last looked at.
#[derive(Debug, Default)]
struct Seen {
    /// Those that were put on the queue.
    queued: HashMap<PathBuf, Stamp>,
    /// Those that may still be written to.
    moving: HashMap<PathBuf, Stamp>,
}

impl Library {
    /// Imports what lies in a folder and what lands in it from now on, for as long as somebody looks:
    /// [`Library::look_at_watched`]. One that is watched gets other details.
    ///
    /// # Errors
    /// Where it is no folder, or lies in the library itself.
    pub fn watch_folder(&self, folder: &Path, details: &Details) -> Result<Changed, LibraryError> {
        let real = fs::canonicalize(folder).map_err(|_| LibraryError::NoSuchFile(folder.to_owned()))?;
        let library = fs::canonicalize(self.path()).unwrap_or_else(|_| self.path().to_owned());
        if !real.is_dir() {
            return Err(LibraryError::Refused(format!("{}: it is not a folder", folder.display())));
        }
        if real.starts_with(&library) {
            let why = format!("{}: it belongs to the library itself", folder.display());
            return Err(LibraryError::Refused(why));
        }
        let said =
            serde_json::to_string(details).map_err(|error| LibraryError::Refused(error.to_string()))?;
        let watched = WatchedFolder { path: shown(folder), said, begun_at: self.now() };
        let op = Op::WatchFolder { folder: watched.path.clone() };
        Ok(self.transact(&op, |tx| Ok(tx.watch_folder(&watched)?))?.1)
    }

    /// Watches a folder no more. What was imported from it stays.
    ///
    /// # Errors
    /// Where it is not watched.
    pub fn unwatch_folder(&self, folder: &str) -> Result<Changed, LibraryError> {
        let op = Op::UnwatchFolder { folder: folder.to_owned() };
        Ok(self.transact(&op, |tx| Ok(tx.unwatch_folder(folder)?))?.1)
    }

    /// The watched folders, by path.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn watched_folders(&self) -> Result<Vec<Watched>, LibraryError> {
        self.read::<_, LibraryError>(|read| Ok(read.watched_folders()?))?.into_iter().map(watched).collect()
    }

    /// Looks for files that landed in watched folders and puts those on the queue that have come to rest: that were the
    /// same at the look before. How many they are.
    ///
    /// # Errors
    /// Where the library cannot be written. A folder that is away is not an error: it may come back.
    pub fn look_at_watched(&self, lookout: &mut Lookout) -> Result<usize, LibraryError> {
        let folders = self.watched_folders()?;
        lookout.folders.retain(|path, _| folders.iter().any(|folder| folder.path == *path));
        let mut queued = 0;
        for folder in folders.iter().filter(|folder| folder.is_there) {
            queued += self.look_at(folder, lookout)?;
        }
        Ok(queued)
    }

    fn look_at(&self, folder: &Watched, lookout: &mut Lookout) -> Result<usize, LibraryError> {
        if !lookout.folders.contains_key(&folder.path) {
            let known = self.read::<_, LibraryError>(|read| Ok(read.watched_files(&folder.path)?))?;
            let seen = Seen { queued: known.into_iter().collect(), moving: HashMap::new() };
            lookout.folders.insert(folder.path.clone(), seen);
        }
        // It may have gone just now.
        let Ok(files) = gather(&[PathBuf::from(&folder.path)], self.path()) else { return Ok(0) };
        let Some(seen) = lookout.folders.get_mut(&folder.path) else { return Ok(0) };
        let settled = seen.settled(files);
        if settled.is_empty() {
            return Ok(0);
        }
        let files: Vec<Candidate> = settled.iter().map(|(file, _)| file.clone()).collect();
        self.queue_import(&Import { files, details: folder.details.clone(), ..Import::default() })?;
        // Were the program to end just here, they would be queued once more, and found to be here already.
        let noted: Vec<_> = settled.iter().map(|(file, stamp)| (file.path.as_path(), *stamp)).collect();
        self.store()?.note_watched(&folder.path, &noted)?;
        let count = settled.len();
        seen.queued.extend(settled.into_iter().map(|(file, stamp)| (file.path, stamp)));
        Ok(count)
    }
}

impl Lookout {
    /// How long to wait after a look that took so long: looking costs a fiftieth of a processor at most.
    pub fn pause(took: Duration) -> Duration {
        (took * 50).max(Duration::from_secs(2))
    }
}

impl Seen {
    /// Of the files that are there, those that are new or others and have come to rest.
    fn settled(&mut self, files: Vec<Candidate>) -> Vec<(Candidate, Stamp)> {
        let before = std::mem::take(&mut self.moving);
        let mut settled = Vec::new();
        for file in files.into_iter().filter(|file| !is_unfinished(&file.name())) {
            let Some(stamp) = stamp_of(&file.path).filter(|stamp| self.queued.get(&file.path) != Some(stamp))
            else {
                continue;
            };
            if before.get(&file.path) == Some(&stamp) {
                settled.push((file, stamp));
            } else {
                self.moving.insert(file.path, stamp);
            }
        }
        settled
    }
}

fn watched(folder: WatchedFolder) -> Result<Watched, LibraryError> {
    let details = serde_json::from_str(&folder.said).map_err(|error| {
        LibraryError::Refused(format!(
            "what is said of the watched folder {} is damaged: {error}",
            folder.path
        ))
    })?;
    let is_there = Path::new(&folder.path).is_dir();
    Ok(Watched { path: folder.path, details, begun_at: folder.begun_at, is_there })
}

fn stamp_of(path: &Path) -> Option<Stamp> {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let modified = nanoseconds(found.modified().ok()?);
    Some(Stamp { size: found.len(), modified })
}

fn nanoseconds(time: SystemTime) -> i64 {
    let count = |span: Duration| i64::try_from(span.as_nanos()).unwrap_or(i64::MAX);
    time.duration_since(UNIX_EPOCH).map_or_else(|before| -count(before.duration()), count)
}

/// Whether a file goes by a name that programs give to what they are still writing, or keep open.
fn is_unfinished(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let endings = ["part", "partial", "crdownload", "opdownload", "download", "filepart", "tmp"];
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
        || name.starts_with("~$")
        || name.starts_with(".~lock.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(settled: &[(Candidate, Stamp)]) -> Vec<String> {
        settled.iter().map(|(file, _)| file.name()).collect()
    }

    #[test]
    fn a_file_is_settled_once_it_was_the_same_twice_and_again_when_it_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let look = |seen: &mut Seen| {
            names(&seen.settled(gather(&[folder.path().to_owned()], Path::new("/library")).unwrap()))
        };
        let mut seen = Seen::default();
        for name in ["a.txt", "b.pdf.part", "~$c.docx", ".~lock.d.odt#"] {
            fs::write(at(name), "x").unwrap();
        }
        assert!(look(&mut seen).is_empty());
        fs::write(at("a.txt"), "xy").unwrap();
        assert!(look(&mut seen).is_empty(), "it grew meanwhile");
        assert_eq!(look(&mut seen), ["a.txt"]);
        seen.queued.insert(at("a.txt"), stamp_of(&at("a.txt")).unwrap());
        fs::rename(at("b.pdf.part"), at("b.pdf")).unwrap();
        assert!(look(&mut seen).is_empty());
        assert_eq!(look(&mut seen), ["b.pdf"]);
        fs::write(at("a.txt"), "xyz").unwrap();
        look(&mut seen);
        assert_eq!(look(&mut seen), ["a.txt", "b.pdf"]);
    }

    #[test]
    fn looking_costs_little_however_large_the_folder() {
        assert_eq!(Lookout::pause(Duration::from_millis(1)), Duration::from_secs(2));
        assert_eq!(Lookout::pause(Duration::from_millis(400)), Duration::from_secs(20));
    }
}
