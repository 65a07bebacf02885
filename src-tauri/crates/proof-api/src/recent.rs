//! What was searched for, remembered on this computer: in a file of its user's, never in a library, since those are
//! handed on.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::args::KeptSearch;

/// Searches of one library that are remembered.
const MOST: usize = 50;

const FILE: &str = "recent-searches.json";

/// What the file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Recent {
    /// Whether searches are remembered.
    pub on: bool,
    /// The searches of each library, by the library's identifier, newest first.
    libraries: BTreeMap<String, Vec<KeptSearch>>,
}

impl Default for Recent {
    fn default() -> Self {
        Self { on: true, libraries: BTreeMap::new() }
    }
}

impl Recent {
    /// What is remembered in a folder. Where nothing can be made out of it nothing is.
    pub(crate) fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// The searches of a library, newest first.
    pub(crate) fn of(&self, library: &str) -> Vec<KeptSearch> {
        self.libraries.get(library).cloned().unwrap_or_default()
    }

    /// Remembers a search as the newest of its library.
    pub(crate) fn add(&mut self, library: &str, mut search: KeptSearch) {
        search.query = search.query.trim().into();
        if !self.on || search == KeptSearch::default() {
            return;
        }
        let searches = self.libraries.entry(library.to_owned()).or_default();
        searches.retain(|each| *each != search);
        searches.insert(0, search);
        searches.truncate(MOST);
    }

    /// Forgets the searches of every library.
    pub(crate) fn clear(&mut self) {
        self.libraries.clear();
    }

    /// Writes it to a folder, whole or not at all, for its user alone.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let new = folder.join(format!("{FILE}.new"));
        let mut file = for_the_user_alone(&new)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_all()?;
        fs::rename(&new, folder.join(FILE))
    }
}

#[cfg(unix)]
fn for_the_user_alone(path: &PathBuf) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn for_the_user_alone(path: &PathBuf) -> io::Result<File> {
    File::create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(query: &str) -> KeptSearch {
        KeptSearch { query: query.to_owned(), ..KeptSearch::default() }
    }

    fn queries(recent: &Recent, library: &str) -> Vec<String> {
        recent.of(library).into_iter().map(|each| each.query).collect()
    }

    #[test]
    fn the_newest_comes_first_and_one_that_comes_again_is_there_once() {
        let mut recent = Recent::default();
        for query in ["one", "two", " one ", ""] {
            recent.add("a", search(query));
        }
        assert_eq!(queries(&recent, "a"), ["one", "two"]);
        assert!(recent.of("b").is_empty(), "each library has its own");
    }

    #[test]
    fn fifty_are_remembered() {
        let mut recent = Recent::default();
        for at in 0..60 {
            recent.add("a", search(&at.to_string()));
        }
        assert_eq!(recent.of("a").len(), MOST);
        assert_eq!(queries(&recent, "a")[0], "59");
    }

    #[test]
    fn nothing_is_remembered_where_it_is_switched_off() {
        let mut recent = Recent { on: false, ..Recent::default() };
        recent.add("a", search("one"));
        assert!(recent.of("a").is_empty());
    }
}
