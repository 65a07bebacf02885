//! The files inside a file, stored as they come out of it.

use proof_extract::{Inner, InnerFile, InnerKind, Refused};
use proof_model::DocumentId;
use proof_store::{ImportItem, Incoming, Originals, StoreError, Stored};

use super::place_within;

/// A file inside another, stored.
#[derive(Debug, Clone)]
pub(crate) struct Inside {
    /// Its name, with the folders that its container puts it in.
    pub name: String,
    pub stored: Stored,
}

impl Inside {
    /// It as a file to import, which lies in a document that came as `outer`.
    pub(crate) fn item(&self, outer: &ImportItem, document: DocumentId) -> ImportItem {
        ImportItem {
            id: 0,
            batch: outer.batch.clone(),
            inside: Some((document, self.stored)),
            depth: outer.depth + 1,
            path: place_within(&outer.path.to_string_lossy(), &self.name).into(),
            place: place_within(&outer.place, &self.name),
            name: self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name).to_owned(),
            rank: outer.rank,
        }
    }
}

/// Stores the files inside a file.
pub(super) struct Keeping<'a> {
    originals: &'a Originals,
    /// Whether parts of what the document shows are files to keep, too.
    with_inline: bool,
    /// Why nothing inside is wanted, if so.
    refusal: Option<String>,
    open: Option<(String, Incoming<'a>)>,
    kept: Vec<Inside>,
    failed: Option<StoreError>,
}

impl<'a> Keeping<'a> {
    pub(super) fn new(originals: &'a Originals, with_inline: bool, refusal: Option<String>) -> Self {
        Self { originals, with_inline, refusal, open: None, kept: Vec::new(), failed: None }
    }

    /// What was stored; or why that failed.
    pub(super) fn into_kept(self) -> Result<Vec<Inside>, StoreError> {
        match self.failed {
            Some(error) => Err(error),
            None => Ok(self.kept),
        }
    }

    /// Ends the work where something could not be stored: the file goes on waiting, or is named with the reason.
    fn stored<T>(&mut self, result: Result<T, StoreError>) -> Result<T, Refused> {
        result.map_err(|error| {
            let reason = error.to_string();
            self.failed = Some(error);
            Refused(reason)
        })
    }
}

impl Inner for Keeping<'_> {
    fn begin(&mut self, file: &InnerFile) -> Result<(), Refused> {
        if let Some(reason) = &self.refusal {
            return Err(Refused(reason.clone()));
        }
        if file.kind == InnerKind::Inline && !self.with_inline {
            return Ok(());
        }
        let unnamed = file.name.trim().is_empty();
        let name = if unnamed { format!("attachment {}", self.kept.len() + 1) } else { file.name.clone() };
        let begun = self.originals.begin();
        self.open = Some((name, self.stored(begun)?));
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        let written = self.open.as_mut().map_or(Ok(()), |(_, incoming)| incoming.write(bytes));
        self.stored(written)
    }

    fn end(&mut self, incomplete: Option<&str>) -> Result<(), Refused> {
        let Some((name, incoming)) = self.open.take() else { return Ok(()) };
        // What is not whole is named by the reader, and is not evidence of what it was.
        if incomplete.is_none() {
            let stored = self.stored(incoming.keep())?;
            self.kept.push(Inside { name, stored });
        }
        Ok(())
    }
}
