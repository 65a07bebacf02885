//! A file on its way to its rows: stored, then read in a worker.

use std::{
    fs::File,
    io::{Read, Seek},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use proof_extract::{Extraction, Extractor, media_type};
use proof_model::{Outcome, Sha256};
use proof_store::{ImportItem, StoreError, Stored};

use super::{
    inside::{Inside, Keeping},
    is_message,
};
use crate::{Library, LibraryError};

/// How deep files inside files are followed. A real thread of forwarded e-mails is not deeper.
const DEPTH: u32 = 10;

/// Bytes by which a kind of file is told.
const HEAD: u64 = 8 << 10;

/// A file that is stored and read, or the reason why it could not be; nothing where it was stopped.
pub(super) struct Prepared {
    pub item: ImportItem,
    pub taken: Option<Result<Taken, LibraryError>>,
}

/// A file that is stored.
pub(super) struct Taken {
    pub stored: Stored,
    /// What was read; none where the same bytes are here and were read before.
    pub read: Option<Extraction>,
    /// What lies inside, stored.
    pub inside: Vec<Inside>,
}

impl Library {
    /// Stores a file and reads it, unless `stop` is set meanwhile.
    pub(super) fn prepare(&self, item: ImportItem, stop: &Arc<AtomicBool>) -> Prepared {
        let taken = self.take_in(&item, stop);
        let stopped = stop.load(Ordering::Relaxed);
        Prepared { item, taken: if stopped { None } else { Some(taken) } }
    }

    fn take_in(&self, item: &ImportItem, stop: &Arc<AtomicBool>) -> Result<Taken, LibraryError> {
        let originals = self.folder.originals();
        let stored = match &item.inside {
            Some((_, stored)) => *stored,
            None => originals.store(open(&item.path)?, Path::new(&item.place))?,
        };
        if self.is_read(&stored)? {
            return Ok(Taken { stored, read: None, inside: Vec::new() });
        }
        let extractor = self.extractor().stopped_by(stop.clone());
        let (read, inside) = self.read_stored(&stored.sha256, &item.name, item.depth, &extractor)?;
        Ok(Taken { stored, read: Some(read), inside })
    }

    /// Reads an original, which lies inside so many others, and stores what lies inside it.
    pub(crate) fn read_stored(
        &self,
        original: &Sha256,
        name: &str,
        depth: u32,
        extractor: &Extractor,
    ) -> Result<(Extraction, Vec<Inside>), LibraryError> {
        let originals = self.folder.originals();
        let mut original = originals.open(original)?;
        let too_deep = format!("what lies inside it lies more than {DEPTH} files deep");
        let refusal = (depth >= DEPTH).then_some(too_deep);
        let mut keeping = Keeping::new(&originals, holds_message(&mut original, name), refusal);
        let read = extractor.extract_with(original, name, &mut keeping);
        let inside = keeping.into_kept()?;
        // Of a reader that failed nothing is to be believed.
        let inside = if read.outcome == Outcome::Crash { Vec::new() } else { inside };
        Ok((read, inside))
    }

    /// Whether these bytes are a document of this library that was read.
    fn is_read(&self, stored: &Stored) -> Result<bool, LibraryError> {
        self.read(|read| {
            Ok(read.document_of(&stored.sha256)?.is_some_and(|record| record.original.outcome.is_readable()))
        })
    }
}

fn open(path: &Path) -> Result<File, LibraryError> {
    let opened = File::open(path)
        .and_then(|opened| if opened.metadata()?.is_dir() { Err(unreadable()) } else { Ok(opened) });
    opened.map_err(|source| StoreError::Disk { path: path.to_owned(), source }.into())
}

/// Whether a file is a message: the pictures in its text are evidence. In a saved page they are its looks.
fn holds_message(original: &mut File, name: &str) -> bool {
    let mut head = Vec::new();
    let read = original.take(HEAD).read_to_end(&mut head).and_then(|_| original.rewind());
    read.is_ok() && is_message(media_type(&head, name))
}

fn unreadable() -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::PermissionDenied, "this folder cannot be read")
}
