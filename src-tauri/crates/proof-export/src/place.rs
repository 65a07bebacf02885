//! How a file comes to stand where it shall: whole or not at all.

use crate::ExportError;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// Puts a text at `path`, in place of what may stand there, whole or not at all.
///
/// # Errors
/// [`ExportError::NotWritten`].
pub fn write_text(path: &Path, text: &str) -> Result<(), ExportError> {
    put(path, text.as_bytes())
}

/// Puts `bytes` at `path`, in place of what may stand there: under a temporary name beside it, forced to disk, renamed.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    put_beside(path, bytes).map_err(|error| ExportError::NotWritten { path: path.to_owned(), error })
}

fn put_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync_folder(folder)
}

/// A file that goes away by itself unless it is renamed, with the permissions that any new file of the user has.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".proofline-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Makes the new name last: only some systems let a folder be opened for that.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_replaces_what_stood_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.csv");
        put(&path, b"one, and longer").unwrap();
        put(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["events.csv"]);
    }

    #[test]
    fn what_cannot_be_put_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("events.csv");
        fs::create_dir_all(taken.join("inner")).unwrap();
        let error = put(&taken, b"x").unwrap_err();
        assert!(error.to_string().contains("events.csv could not be written"), "{error}");
        assert_eq!(names(folder.path()), ["events.csv"]);
        assert!(put(&folder.path().join("missing/events.csv"), b"x").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_has_the_permissions_of_any_other() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (ours, other) = (folder.path().join("ours"), folder.path().join("other"));
        put(&ours, b"x").unwrap();
        fs::write(&other, b"x").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&other));
    }
}
