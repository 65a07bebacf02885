//! A file on its way to its rows: stored, then read in a worker.

use std::{fs::File, path::Path};

use proof_extract::Extraction;
use proof_model::Outcome;
use proof_store::{ImportItem, StoreError, Stored};

use super::place_within;
use crate::{Library, LibraryError};

/// How deep files inside files are followed. A real thread of forwarded e-mails is not deeper.
const DEPTH: u32 = 10;

/// A file that is stored and read, or the reason why it could not be.
pub(super) struct Prepared {
    pub item: ImportItem,
    pub taken: Result<Taken, LibraryError>,
}

/// A file that is stored.
pub(super) struct Taken {
    pub stored: Stored,
    /// What was read; none where the same bytes are here and were read before.
    pub read: Option<Extraction>,
    /// What lies inside, stored.
    pub inside: Vec<Inside>,
}

/// A file inside another.
pub(super) struct Inside {
    pub name: String,
    pub stored: Stored,
}

impl Taken {
    /// The files inside as files to import, of a document that lies as deep as `outer`.
    pub(super) fn items(&self, outer: &ImportItem, document: proof_model::DocumentId) -> Vec<ImportItem> {
        let item = |inside: &Inside| ImportItem {
            id: 0,
            batch: outer.batch.clone(),
            inside: Some((document, inside.stored)),
            depth: outer.depth + 1,
            path: place_within(&outer.path.to_string_lossy(), &inside.name).into(),
            place: place_within(&outer.place, &inside.name),
            name: inside.name.clone(),
            rank: outer.rank,
        };
        self.inside.iter().map(item).collect()
    }
}

impl Library {
    /// Stores a file and reads it.
    pub(super) fn prepare(&self, item: ImportItem) -> Prepared {
        let taken = self.take_in(&item);
        Prepared { item, taken }
    }

    fn take_in(&self, item: &ImportItem) -> Result<Taken, LibraryError> {
        let stored = match &item.inside {
            Some((_, stored)) => *stored,
            None => self.folder.originals().store(open(&item.path)?, Path::new(&item.place))?,
        };
        if self.is_read(&stored)? {
            return Ok(Taken { stored, read: None, inside: Vec::new() });
        }
        let original = self.folder.originals().open(&stored.sha256)?;
        let mut read = self.surroundings.extractor.extract(original, &item.name);
        let attachments = std::mem::take(&mut read.attachments);
        if item.depth >= DEPTH && !attachments.is_empty() {
            read.outcome = Outcome::Limit;
            read.reason = Some(format!("what is attached to it lies more than {DEPTH} attachments deep"));
            return Ok(Taken { stored, read: Some(read), inside: Vec::new() });
        }
        let mut inside = Vec::new();
        for (number, attachment) in (1..).zip(attachments) {
            let unnamed = attachment.name.trim().is_empty();
            let name = if unnamed { format!("attachment {number}") } else { attachment.name };
            let place = place_within(&item.place, &name);
            let stored = self.folder.originals().store(&*attachment.bytes, Path::new(&place))?;
            inside.push(Inside { name, stored });
        }
        Ok(Taken { stored, read: Some(read), inside })
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

fn unreadable() -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::PermissionDenied, "this folder cannot be read")
}
