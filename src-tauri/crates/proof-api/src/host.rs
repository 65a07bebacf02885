//! What the handlers ask of whatever they run in: a desktop, a terminal or a test.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wire::{Building, Changed, ImportProgress, LibraryInfo, VerifyProgress};

/// A message from the library to its window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Message {
    /// Something changed, and how the library stands since.
    Changed {
        /// What changed.
        changed: Changed,
        /// The library since.
        library: LibraryInfo,
    },
    /// An import went on or ended.
    Import(ImportProgress),
    /// A verification went on or ended.
    Verify(VerifyProgress),
    /// The index holds something else: how far it is where it is being made anew, nothing where it holds everything.
    Index(Option<Building>),
}

/// Where messages go.
pub trait Host: Send + Sync {
    /// Passes a message on. It must not block for long.
    fn send(&self, message: Message);

    /// The folder for what this program remembers on this computer, outside any library; none where it remembers nothing.
    fn state_folder(&self) -> Option<PathBuf> {
        None
    }

    /// Opens a file with the program that the system has for it.
    ///
    /// # Errors
    /// Where there is none, or this program can open none.
    fn open(&self, path: &Path) -> io::Result<()> {
        let _ = path;
        Err(io::Error::new(io::ErrorKind::Unsupported, "this program opens no others"))
    }
}
