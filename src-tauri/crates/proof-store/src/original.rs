//! The originals: every file ever taken in, unchanged, under the SHA-256 of its bytes.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use proof_model::Sha256;
use sha2::Digest;
use tempfile::NamedTempFile;

use crate::StoreError;

/// The folder of originals. The one place where their bytes are written and read: encryption at rest will
/// come in here.
#[derive(Debug, Clone)]
pub struct Originals {
    folder: PathBuf,
}

/// An original that is safely on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub sha256: Sha256,
    /// Its size in bytes.
    pub size: u64,
}

/// The sub-folder for files that are still being written. Its content is worthless after a crash.
const INCOMING: &str = "incoming";

/// What was found where an original should lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The bytes that were imported, so many of them.
    Whole(u64),
    /// Other bytes.
    Changed,
    /// None.
    Missing,
    /// It was not looked at to its end.
    Stopped,
}

/// A file among the originals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it lies.
    pub path: PathBuf,
    /// The hash that its name says; none where its name is none, or it lies where no original does.
    pub named: Option<Sha256>,
    /// When it was written; none where the system does not say.
    pub written: Option<SystemTime>,
}

/// Bytes a read: large enough that hashing, not the system call, sets the pace, and small enough for the processor's
/// own memory. Larger ones were measured to be slower.
const CHUNK: usize = 1 << 17;

impl Originals {
    pub(crate) const fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Makes the folders, and clears away what a crash left half written.
    pub(crate) fn prepare(&self) -> Result<(), StoreError> {
        let incoming = self.folder.join(INCOMING);
        if incoming.exists() {
            fs::remove_dir_all(&incoming).map_err(StoreError::disk(&incoming))?;
        }
        fs::create_dir_all(&incoming).map_err(StoreError::disk(&incoming))
    }

    /// Stores what `source` yields. When this returns, the bytes and their name survive a power cut:
    /// temporary name, fsync, rename, fsync of the folder. A failed fsync is never tried again, since the
    /// system may have dropped the bytes that it could not write.
    ///
    /// # Errors
    /// [`StoreError::Disk`]; the half-written file is gone then.
    pub fn store(&self, source: impl Read, name: &Path) -> Result<Stored, StoreError> {
        let incoming = self.folder.join(INCOMING);
        let mut file = NamedTempFile::new_in(&incoming).map_err(StoreError::disk(&incoming))?;
        let stored = copy_hashing(source, file.as_file_mut(), name, &incoming)?;
        self.keep(file, stored)
    }

    /// Begins to store bytes that come in pieces.
    ///
    /// # Errors
    /// [`StoreError::Disk`].
    pub fn begin(&self) -> Result<Incoming<'_>, StoreError> {
        let incoming = self.folder.join(INCOMING);
        let file = NamedTempFile::new_in(&incoming).map_err(StoreError::disk(&incoming))?;
        Ok(Incoming { originals: self, file, hasher: sha2::Sha256::new(), size: 0 })
    }

    fn keep(&self, file: NamedTempFile, stored: Stored) -> Result<Stored, StoreError> {
        // An original that was damaged since is put right by taking the file in again.
        if self.holds(&stored.sha256)? != Some(true) {
            self.publish(file, &self.path(&stored.sha256))?;
        }
        Ok(stored)
    }

    /// Opens an original for reading.
    ///
    /// # Errors
    /// [`StoreError::Disk`] where it is missing.
    pub fn open(&self, sha256: &Sha256) -> Result<File, StoreError> {
        let path = self.path(sha256);
        File::open(&path).map_err(StoreError::disk(&path))
    }

    /// Reads an original again and says whether its bytes still have its name. None where it is missing.
    ///
    /// # Errors
    /// [`StoreError::Disk`] where it cannot be read.
    pub fn holds(&self, sha256: &Sha256) -> Result<Option<bool>, StoreError> {
        Ok(match self.check(sha256, &mut |_| true)? {
            Found::Whole(_) => Some(true),
            Found::Missing => None,
            Found::Changed | Found::Stopped => Some(false),
        })
    }

    /// Reads an original again, for as long as `go_on` says so, which is told the bytes of each step.
    ///
    /// # Errors
    /// [`StoreError::Disk`] where it cannot be read.
    pub fn check(&self, sha256: &Sha256, go_on: &mut dyn FnMut(u64) -> bool) -> Result<Found, StoreError> {
        let path = self.path(sha256);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Missing),
            Err(source) => return Err(StoreError::Disk { path, source }),
        };
        let mut stopped = false;
        let mut watched = Watched { go_on, stopped: &mut stopped };
        let found = copy_hashing(file, &mut watched, &path, &path);
        if stopped {
            return Ok(Found::Stopped);
        }
        let found = found?;
        Ok(if found.sha256 == *sha256 { Found::Whole(found.size) } else { Found::Changed })
    }

    /// Writes a copy of an original to a file that is not there yet, under a temporary name until it is whole and its
    /// bytes are known to be those that were imported.
    ///
    /// # Errors
    /// [`StoreError::Disk`], also where there is such a file; [`StoreError::Damaged`] where the original's bytes have
    /// changed. Then nothing is left behind.
    pub fn copy_out(&self, sha256: &Sha256, target: &Path) -> Result<Stored, StoreError> {
        let folder =
            target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new();
        file.prefix(".proofline-").suffix(".part");
        #[cfg(unix)]
        file.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = file.tempfile_in(folder).map_err(StoreError::disk(target))?;
        let copied = copy_hashing(self.open(sha256)?, file.as_file_mut(), &self.path(sha256), target)?;
        if copied.sha256 != *sha256 {
            let what =
                format!("the stored file {sha256} is not what was imported; put it back from a backup");
            return Err(StoreError::damaged(what));
        }
        file.as_file().sync_all().map_err(StoreError::disk(target))?;
        file.persist_noclobber(target).map_err(|error| StoreError::disk(target)(error.error))?;
        sync_folder(folder)?;
        Ok(copied)
    }

    /// Every file among the originals, save those that are still being written.
    ///
    /// # Errors
    /// [`StoreError::Disk`] where the folder cannot be read.
    pub fn kept(&self) -> Result<Vec<Kept>, StoreError> {
        let mut kept = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(StoreError::disk(&self.folder))? {
            let path = entry.map_err(StoreError::disk(&self.folder))?.path();
            if path.file_name().is_some_and(|name| name == INCOMING) {
                continue;
            }
            if !path.is_dir() {
                kept.push(self.kept_at(path));
                continue;
            }
            for entry in fs::read_dir(&path).map_err(StoreError::disk(&path))? {
                kept.push(self.kept_at(entry.map_err(StoreError::disk(&path))?.path()));
            }
        }
        Ok(kept)
    }

    fn kept_at(&self, path: PathBuf) -> Kept {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let named = name.parse().ok().filter(|sha256| self.path(sha256) == path);
        let written = fs::symlink_metadata(&path).and_then(|data| data.modified()).ok();
        Kept { path, named, written }
    }

    /// Where an original lies: two levels, so that no folder holds all of them.
    pub fn path(&self, sha256: &Sha256) -> PathBuf {
        let name = sha256.to_string();
        self.folder.join(&name[..2]).join(name)
    }

    fn publish(&self, file: NamedTempFile, path: &Path) -> Result<(), StoreError> {
        let folder = path.parent().unwrap_or(&self.folder);
        file.as_file().sync_all().map_err(StoreError::disk(file.path()))?;
        if !folder.exists() {
            fs::create_dir_all(folder).map_err(StoreError::disk(folder))?;
            sync_folder(&self.folder)?;
        }
        let mut permissions = file.as_file().metadata().map_err(StoreError::disk(path))?.permissions();
        permissions.set_readonly(true);
        file.as_file().set_permissions(permissions).map_err(StoreError::disk(path))?;
        file.persist(path)
            .map_err(|error| StoreError::Disk { path: path.to_owned(), source: error.error })?;
        sync_folder(folder)
    }
}

/// An original that comes in pieces. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Incoming<'a> {
    originals: &'a Originals,
    file: NamedTempFile,
    hasher: sha2::Sha256,
    size: u64,
}

impl Incoming<'_> {
    /// The next piece.
    ///
    /// # Errors
    /// [`StoreError::Disk`].
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.hasher.update(bytes);
        self.size += bytes.len() as u64;
        self.file.write_all(bytes).map_err(StoreError::disk(self.file.path()))
    }

    /// All pieces are here: when this returns, they survive a power cut, as with [`Originals::store`].
    ///
    /// # Errors
    /// [`StoreError::Disk`]; the half-written file is gone then.
    pub fn keep(self) -> Result<Stored, StoreError> {
        let stored = Stored { sha256: Sha256::new(self.hasher.finalize().into()), size: self.size };
        self.originals.keep(self.file, stored)
    }
}

/// Where bytes go that are only counted.
struct Watched<'a> {
    go_on: &'a mut dyn FnMut(u64) -> bool,
    stopped: &'a mut bool,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.stopped = !(self.go_on)(bytes.len() as u64);
        if *self.stopped { Err(io::ErrorKind::Other.into()) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Copies and hashes in one pass.
fn copy_hashing(
    mut source: impl Read,
    target: &mut impl Write,
    source_name: &Path,
    target_name: &Path,
) -> Result<Stored, StoreError> {
    let mut hasher = sha2::Sha256::new();
    let mut buffer = vec![0; CHUNK];
    let mut size = 0;
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(StoreError::disk(source_name)(error)),
        };
        hasher.update(&buffer[..read]);
        target.write_all(&buffer[..read]).map_err(StoreError::disk(target_name))?;
        size += read as u64;
    }
    Ok(Stored { sha256: Sha256::new(hasher.finalize().into()), size })
}

/// Makes the names in a folder survive a power cut. Windows has no such call: there the rename is all there is.
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(StoreError::disk(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn originals(folder: &tempfile::TempDir) -> Originals {
        let originals = Originals::at(folder.path().join("originals"));
        originals.prepare().unwrap();
        originals
    }

    #[test]
    fn an_original_is_named_by_its_hash_and_holds_it() {
        let folder = tempfile::tempdir().unwrap();
        let originals = originals(&folder);
        let stored = originals.store(&b"abc"[..], Path::new("abc.txt")).unwrap();
        // FIPS 180-4, the example of one block.
        assert_eq!(
            stored.sha256.to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(originals.holds(&stored.sha256).unwrap(), Some(true));
    }

    #[test]
    fn an_original_in_pieces_is_the_same_and_one_that_is_given_up_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let originals = originals(&folder);
        let mut incoming = originals.begin().unwrap();
        incoming.write(b"a").unwrap();
        incoming.write(b"bc").unwrap();
        assert_eq!(incoming.keep().unwrap(), originals.store(&b"abc"[..], Path::new("abc.txt")).unwrap());
        originals.begin().unwrap().write(b"never kept").unwrap();
        let left = fs::read_dir(folder.path().join("originals").join(INCOMING)).unwrap();
        assert_eq!((left.count(), originals.kept().unwrap().len()), (0, 1));
    }

    #[test]
    fn a_changed_and_a_missing_original_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let originals = originals(&folder);
        let stored = originals.store(&b"abc"[..], Path::new("abc.txt")).unwrap();
        let path = originals.path(&stored.sha256);
        fs::remove_file(&path).unwrap();
        assert_eq!(originals.holds(&stored.sha256).unwrap(), None);
        fs::write(&path, b"abd").unwrap();
        assert_eq!(originals.holds(&stored.sha256).unwrap(), Some(false));
    }

    #[test]
    fn a_copy_is_whole_and_never_in_place_of_another_file() {
        let folder = tempfile::tempdir().unwrap();
        let originals = originals(&folder);
        let stored = originals.store(&b"abc"[..], Path::new("abc.txt")).unwrap();
        let target = folder.path().join("copy.txt");
        assert_eq!(originals.copy_out(&stored.sha256, &target).unwrap(), stored);
        assert_eq!(fs::read(&target).unwrap(), b"abc");
        fs::write(&target, b"theirs").unwrap();
        assert!(matches!(originals.copy_out(&stored.sha256, &target), Err(StoreError::Disk { .. })));
        assert_eq!(fs::read(&target).unwrap(), b"theirs");
        fs::remove_file(originals.path(&stored.sha256)).unwrap();
        fs::write(originals.path(&stored.sha256), b"abd").unwrap();
        let other = folder.path().join("other.txt");
        assert!(matches!(originals.copy_out(&stored.sha256, &other), Err(StoreError::Damaged(_))));
        assert!(!other.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the folder of originals and the copy");
    }

    #[test]
    fn files_that_are_no_originals_are_told_from_those_that_are() {
        let folder = tempfile::tempdir().unwrap();
        let originals = originals(&folder);
        let stored = originals.store(&b"abc"[..], Path::new("abc.txt")).unwrap();
        let stray = folder.path().join("originals").join("note.txt");
        fs::write(&stray, "mine").unwrap();
        let mut kept: Vec<_> =
            originals.kept().unwrap().into_iter().map(|kept| (kept.named, kept.path)).collect();
        kept.sort();
        assert_eq!(kept, [(None, stray), (Some(stored.sha256), originals.path(&stored.sha256))]);
    }

    #[test]
    fn what_a_crash_left_half_written_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let originals = originals(&folder);
        let left = folder.path().join("originals").join(INCOMING).join("left");
        fs::write(&left, b"half").unwrap();
        originals.prepare().unwrap();
        assert!(!left.exists());
    }
}
