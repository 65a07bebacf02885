//! The custody of documents: what was done with each, and copies of originals outside the library.

mod copy;
mod told;

use std::{
    io,
    path::{Path, PathBuf},
};

use proof_model::{CustodyAct, Document};
use proof_store::{CustodyRecord, DocumentRecord};

use crate::{Changed, Library, LibraryError, Op};

/// One thing that was done with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustodyLine {
    /// Its line of the ledger.
    pub seq: u64,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// The account of the computer that did it.
    pub actor: String,
    /// What: "acquired", "verified", "viewed outside", "exported", or the act by its name.
    pub words: String,
    /// More of it: the place that it came from, the file that was written, what the check found.
    pub detail: String,
    /// SHA-256 of the line.
    pub hash: String,
}

impl Library {
    /// Everything that was done with a document, oldest first.
    ///
    /// # Errors
    /// Where there is no such document.
    pub fn custody(&self, key: &str) -> Result<Vec<CustodyLine>, LibraryError> {
        self.read(|read| {
            let document = read.find_document(key)?.document;
            let lines = read.ledger_of(document.id)?;
            Ok(lines.into_iter().map(|entry| told::line(&document, entry)).collect())
        })
    }

    /// Writes a copy of an original to a file that is not there yet, and puts that on the ledger.
    ///
    /// # Errors
    /// Where the file is there already or cannot be written, lies in the library's own folder, or the original is not
    /// what was imported; then there is no copy.
    pub fn export_original(&self, key: &str, path: &Path, reason: &str) -> Result<Changed, LibraryError> {
        drop(self.store()?);
        let record = self.read::<_, LibraryError>(|read| Ok(read.find_document(key)?))?;
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        copy::refuse_target(self.path(), &path)?;
        self.folder.originals().copy_out(&record.original.sha256, &path)?;
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        let detail = if reason.is_empty() {
            path.display().to_string()
        } else {
            format!("{}: {reason}", path.display())
        };
        let op = Op::ExportDocument { title: record.document.title.clone() };
        let noted = self.note_custody(&op, &record.document, CustodyAct::Exported, detail);
        if noted.is_err() {
            // No copy leaves without its line on the ledger.
            std::fs::remove_file(&path).ok();
        }
        noted
    }

    /// Makes a copy of an original that only its owner may read, in a folder of its own outside the library, lets `open`
    /// show it with another program, and puts that on the ledger. Gives the copy, which stays until somebody takes it
    /// away.
    ///
    /// # Errors
    /// Where such a document could do more than be looked at, or `open` fails; then there is no copy.
    pub fn view_outside(
        &self,
        key: &str,
        open: &mut dyn FnMut(&Path) -> io::Result<()>,
    ) -> Result<(PathBuf, Changed), LibraryError> {
        drop(self.store()?);
        let record = self.read::<_, LibraryError>(|read| Ok(read.find_document(key)?))?;
        let folder = copy::temporary_folder()?;
        let path = folder.path().join(copy::name_of(&record)?);
        self.folder.originals().copy_out(&record.original.sha256, &path)?;
        copy::make_read_only(&path)?;
        open(&path).map_err(|error| {
            LibraryError::Refused(format!("“{}” could not be opened: {error}", record.document.title))
        })?;
        let op = Op::ViewOutside { title: record.document.title.clone() };
        let detail = path.display().to_string();
        let changed = self.note_custody(&op, &record.document, CustodyAct::ViewedOutside, detail)?;
        // The other program may read it for as long as somebody looks at it.
        let _ = folder.keep();
        Ok((path, changed))
    }

    /// Whether a copy of a document may be opened with another program.
    pub fn can_be_viewed_outside(record: &DocumentRecord) -> bool {
        copy::ending_of(&record.original.media_type).is_some()
    }

    fn note_custody(
        &self,
        op: &Op,
        document: &Document,
        act: CustodyAct,
        detail: String,
    ) -> Result<Changed, LibraryError> {
        let id = self.surroundings.world.uuid().to_string();
        let record = CustodyRecord { id, document: document.id, act, detail, at: self.now() };
        Ok(self.transact(op, |tx| Ok(tx.add_custody(&record)?))?.1)
    }
}
