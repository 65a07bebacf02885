//! A file with what is attached to it, stored and read, on the way to its rows.

use std::{fs::File, path::Path};

use proof_extract::{Attachment, Extraction};
use proof_model::Outcome;
use proof_store::{StoreError, Stored};

use super::{Candidate, place_within};
use crate::{Library, LibraryError};

/// How deep attachments of attachments are followed. A real thread of forwarded e-mails is not deeper.
const DEPTH: u32 = 10;

/// A file that is stored and read, or the reason why it could not be.
pub(crate) struct Prepared {
    pub file: Candidate,
    pub root: Result<Member, LibraryError>,
}

/// What a file is called: where it is kept to have been found, where it was given, and its own name.
struct Names {
    place: String,
    path: String,
    name: String,
}

/// One file of a family.
pub(crate) struct Member {
    /// Where it was found, as it is kept.
    pub place: String,
    /// Where it was found, as it was given: what a row of the import names.
    pub path: String,
    pub name: String,
    pub stored: Stored,
    /// What was read; none where the same bytes are here and were read before.
    pub read: Option<Extraction>,
    pub attached: Vec<Member>,
}

impl Library {
    pub(crate) fn prepare(&self, file: &Candidate) -> Prepared {
        let root = File::open(&file.path)
            .and_then(|opened| if opened.metadata()?.is_dir() { Err(unreadable()) } else { Ok(opened) })
            .map_err(|source| StoreError::Disk { path: file.path.clone(), source }.into())
            .and_then(|opened| {
                let names = Names {
                    place: file.place.clone(),
                    path: file.path.display().to_string(),
                    name: file.name(),
                };
                self.take_in(opened, names, 0)
            });
        Prepared { file: file.clone(), root }
    }

    /// Stores bytes, reads them, and does the same with what is attached.
    fn take_in(&self, bytes: impl std::io::Read, names: Names, depth: u32) -> Result<Member, LibraryError> {
        let Names { place, path, name } = names;
        let stored = self.folder.originals().store(bytes, Path::new(&place))?;
        if self.is_read(&stored)? {
            return Ok(Member { place, path, name, stored, read: None, attached: Vec::new() });
        }
        let mut read =
            self.surroundings.extractor.extract(self.folder.originals().open(&stored.sha256)?, &name);
        let attachments = std::mem::take(&mut read.attachments);
        if depth >= DEPTH && !attachments.is_empty() {
            read.outcome = Outcome::Limit;
            read.reason = Some(format!("what is attached to it lies more than {DEPTH} attachments deep"));
            return Ok(Member { place, path, name, stored, read: Some(read), attached: Vec::new() });
        }
        let attached = attachments
            .into_iter()
            .enumerate()
            .map(|(index, attachment)| self.take_in_attachment((&place, &path), index, attachment, depth))
            .collect::<Result<_, _>>()?;
        Ok(Member { place, path, name, stored, read: Some(read), attached })
    }

    fn take_in_attachment(
        &self,
        (place, path): (&str, &str),
        index: usize,
        attachment: Attachment,
        depth: u32,
    ) -> Result<Member, LibraryError> {
        let name = if attachment.name.trim().is_empty() {
            format!("attachment {}", index + 1)
        } else {
            attachment.name
        };
        let names = Names { place: place_within(place, &name), path: place_within(path, &name), name };
        self.take_in(&*attachment.bytes, names, depth + 1)
    }

    /// Whether these bytes are a document of this library that was read.
    fn is_read(&self, stored: &Stored) -> Result<bool, LibraryError> {
        self.read(|read| {
            Ok(read.document_of(&stored.sha256)?.is_some_and(|record| record.original.outcome.is_readable()))
        })
    }
}

fn unreadable() -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::PermissionDenied, "this folder cannot be read")
}
