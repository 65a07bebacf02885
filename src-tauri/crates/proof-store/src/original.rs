//! The originals: every file ever taken in, unchanged, under the SHA-256 of its bytes.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
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

/// Bytes a read: large enough that hashing, not the system call, sets the pace.
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
        let path = self.path(&stored.sha256);
        // An original that was damaged since is put right by taking the file in again.
        if self.holds(&stored.sha256)? == Some(true) {
            return Ok(stored);
        }
        self.publish(file, &path)?;
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
        let path = self.path(sha256);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(StoreError::Disk { path, source }),
        };
        let found = copy_hashing(file, &mut io::sink(), &path, &path)?;
        Ok(Some(found.sha256 == *sha256))
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
    fn what_a_crash_left_half_written_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let originals = originals(&folder);
        let left = folder.path().join("originals").join(INCOMING).join("left");
        fs::write(&left, b"half").unwrap();
        originals.prepare().unwrap();
        assert!(!left.exists());
    }
}
