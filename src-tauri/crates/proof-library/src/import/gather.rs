//! Which files an import takes in.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::shown;
use crate::LibraryError;

/// A file to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where it is read from.
    pub path: PathBuf,
    /// Where it was found, as it is shown and kept.
    pub place: String,
}

impl Candidate {
    /// A file, found where it lies.
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned(), place: shown(path) }
    }

    /// Its name, without the folder.
    pub fn name(&self) -> String {
        let name = Path::new(&self.place).file_name().or_else(|| self.path.file_name());
        name.unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The files that paths mean: each file, and every file in each folder, in the order of their names.
///
/// Links inside a folder are passed over: they are names, and could lead anywhere. So are the files that file
/// managers leave behind, and the library's own folder.
///
/// # Errors
/// [`LibraryError::NoSuchFile`] where a path is not there, [`LibraryError::NotAFile`] where it is a device or a pipe:
/// then nothing is imported.
pub fn gather(paths: &[PathBuf], library: &Path) -> Result<Vec<Candidate>, LibraryError> {
    let library = library.canonicalize().unwrap_or_else(|_| library.to_owned());
    let mut found = Vec::new();
    for path in paths {
        let Ok(kind) = fs::metadata(path) else { return Err(LibraryError::NoSuchFile(path.clone())) };
        if kind.is_dir() {
            walk(path, &library, &mut found);
        } else if kind.is_file() {
            found.push(Candidate::at(path));
        } else {
            // A device or a pipe may never end.
            return Err(LibraryError::NotAFile(path.clone()));
        }
    }
    Ok(found)
}

fn walk(folder: &Path, library: &Path, found: &mut Vec<Candidate>) {
    if folder.canonicalize().is_ok_and(|folder| folder == library) {
        return;
    }
    let Ok(entries) = fs::read_dir(folder) else {
        // It becomes a row of its own, which says that it cannot be read.
        found.push(Candidate::at(folder));
        return;
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&entry.path(), library, found),
            Ok(kind) if kind.is_file() && !is_litter(&entry.file_name().to_string_lossy()) => {
                found.push(Candidate::at(&entry.path()));
            }
            _ => {}
        }
    }
}

/// What file managers leave behind in folders.
fn is_litter(name: &str) -> bool {
    matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | ".directory") || name.starts_with("._")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_means_its_files_in_order_without_litter_and_links() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("b")).unwrap();
        for name in ["z.txt", "a.txt", "b/m.txt", ".DS_Store", "b/._m.txt"] {
            fs::write(root.join(name), b"x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/passwd", root.join("link.txt")).unwrap();
        let found = gather(&[root.to_owned()], &root.join("library")).unwrap();
        let names: Vec<_> =
            found.iter().map(|file| file.path.strip_prefix(root).unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["a.txt", "b/m.txt", "z.txt"]);
    }

    #[test]
    fn a_path_that_is_not_there_stops_the_import() {
        let missing = PathBuf::from("/nowhere/at/all.pdf");
        let gathered = gather(std::slice::from_ref(&missing), Path::new("/library"));
        assert!(matches!(gathered, Err(LibraryError::NoSuchFile(path)) if path == missing));
    }
}
