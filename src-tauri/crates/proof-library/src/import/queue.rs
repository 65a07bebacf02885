//! What is to be imported: put on the queue, let rest, let go on, broken off.

use std::collections::{HashMap, HashSet};

use proof_model::{DocumentId, Outcome, Sha256};
use proof_store::{BatchState, DocumentRecord, ImportBatch, ImportEnd, ImportItem, Tx};
use serde::{Deserialize, Serialize};

use super::{Details, Import, Inside};
use crate::{Library, LibraryError};

/// An import of so few files comes before the files of larger ones: somebody waits for it.
const FEW: usize = 50;
/// Ranks in the queue: an import of many files, one of few, what lies inside a document that somebody looks at.
const RANKS: [u32; 3] = [0, 1, 2];
/// How many failures a state lists.
const LISTED: usize = 1_000;

/// How far the queue is worked off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reached {
    /// Files done.
    pub done: u32,
    /// Files to do in all, as far as is known: what lies inside others counts once it is found.
    pub total: u32,
}

/// How the imports stand that are not over, or how the last one ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportState {
    /// Whether files wait.
    pub waiting: bool,
    /// Whether all that wait do so until somebody lets them go on.
    pub paused: bool,
    /// Whether the last import was broken off.
    pub cancelled: bool,
    /// How many files are done, of how many.
    pub reached: Reached,
    /// How many ended how.
    pub outcomes: Vec<(Outcome, u32)>,
    /// The files that did not end well, the first thousand: where they were found, and why.
    pub failures: Vec<(String, ImportEnd)>,
}

/// What is said of an import's files, as it is kept with the queue.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Said {
    pub details: Details,
    pub details_of: HashMap<String, Details>,
    pub lasting: bool,
}

impl Library {
    /// Puts files on the queue. They are still to be taken in: [`Library::run_imports`].
    ///
    /// # Errors
    /// Where the library cannot be written.
    pub fn queue_import(&self, import: &Import) -> Result<(), LibraryError> {
        let said = Said {
            details: import.details.clone(),
            details_of: import.details_of.clone(),
            lasting: import.lasting,
        };
        let batch = self.batch(import.name(), &said)?;
        let rank = if import.files.len() <= FEW { RANKS[1] } else { RANKS[0] };
        let files: Vec<ImportItem> = import
            .files
            .iter()
            .map(|file| ImportItem {
                id: 0,
                batch: batch.id.clone(),
                inside: None,
                depth: 0,
                path: file.path.clone(),
                place: file.place.clone(),
                name: file.name(),
                rank,
            })
            .collect();
        Ok(self.store()?.queue_import(&batch, &files)?)
    }

    /// Puts what came to light inside a document that was read again on the queue: as an import of its own, into the
    /// cases of the document, and without what is known to lie in it.
    pub(crate) fn queue_found_inside(
        &self,
        tx: &Tx<'_>,
        record: &DocumentRecord,
        inside: &[Inside],
    ) -> Result<(), LibraryError> {
        let id = record.document.id;
        let known: HashSet<Sha256> = tx.originals_inside(id)?.into_iter().collect();
        let found: Vec<&Inside> =
            inside.iter().filter(|inside| !known.contains(&inside.stored.sha256)).collect();
        if found.is_empty() {
            return Ok(());
        }
        let place = record.locations.first();
        let details = Details {
            cases: record.cases.clone(),
            source: record.document.source.clone(),
            obtained: place.map(|place| place.obtained.clone()).unwrap_or_default(),
            ..Details::default()
        };
        let batch = self.batch(
            format!("import what lies inside {}", record.document.title),
            &Said { details, ..Said::default() },
        )?;
        tx.queue_batch(&batch)?;
        let place = place.map_or_else(|| record.document.file_name.clone(), |place| place.path.clone());
        let outer = ImportItem {
            id: 0,
            batch: batch.id,
            inside: None,
            depth: u32::try_from(tx.around(id)?.len()).unwrap_or(u32::MAX),
            path: place.clone().into(),
            place,
            name: record.document.file_name.clone(),
            rank: RANKS[1],
        };
        found.into_iter().try_for_each(|inside| Ok(tx.queue_inside(&inside.item(&outer, id))?))
    }

    fn batch(&self, name: String, said: &Said) -> Result<ImportBatch, LibraryError> {
        Ok(ImportBatch {
            id: self.surroundings.world.uuid().to_string(),
            name,
            said: serde_json::to_string(said).map_err(|error| LibraryError::Refused(error.to_string()))?,
            begun_at: self.now(),
            state: BatchState::Running,
        })
    }

    /// How the imports stand.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn import_state(&self) -> Result<ImportState, LibraryError> {
        self.read(|read| {
            let kept = read.import_batches()?;
            let open = |batch: &&ImportBatch| matches!(batch.state, BatchState::Running | BatchState::Paused);
            let mut batches: Vec<&ImportBatch> = kept.iter().filter(open).collect();
            if batches.is_empty() {
                batches.extend(kept.first());
            }
            let ids: Vec<String> = batches.iter().map(|batch| batch.id.clone()).collect();
            let counts = read.import_counts(&ids)?;
            let mut failures = Vec::new();
            for id in &ids {
                failures.extend(read.import_failures(id, LISTED - failures.len())?);
            }
            let done = counts.finished();
            let waiting = counts.waiting > 0;
            Ok(ImportState {
                waiting,
                paused: waiting && read.waiting_imports(1)?.is_empty(),
                cancelled: batches.iter().any(|batch| batch.state == BatchState::Cancelled),
                reached: Reached { done, total: done + counts.waiting },
                outcomes: counts.done,
                failures,
            })
        })
    }

    /// Whether a file waits that may be taken in.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn has_import_to_run(&self) -> Result<bool, LibraryError> {
        self.read(|read| Ok(!read.waiting_imports(1)?.is_empty()))
    }

    /// Lets what waits rest until [`Library::resume_imports`], also after the program was closed.
    ///
    /// # Errors
    /// Where the library cannot be written.
    pub fn pause_imports(&self) -> Result<(), LibraryError> {
        Ok(self.store()?.turn_imports(&[BatchState::Running], BatchState::Paused)?)
    }

    /// Lets what was paused go on.
    ///
    /// # Errors
    /// Where the library cannot be written.
    pub fn resume_imports(&self) -> Result<(), LibraryError> {
        Ok(self.store()?.turn_imports(&[BatchState::Paused], BatchState::Running)?)
    }

    /// Breaks all imports off. What is done is kept; what waits is forgotten.
    ///
    /// # Errors
    /// Where the library cannot be written.
    pub fn cancel_imports(&self) -> Result<(), LibraryError> {
        Ok(self.store()?.turn_imports(&[BatchState::Running, BatchState::Paused], BatchState::Cancelled)?)
    }

    /// Lets what lies inside a document come first, because somebody looks at it.
    ///
    /// # Errors
    /// Where the library cannot be written.
    pub fn hurry_imports(&self, document: DocumentId) -> Result<(), LibraryError> {
        // Nothing is waited for where there is nothing to hurry: an import has the writer for most of the time.
        if self.read::<_, LibraryError>(|read| Ok(read.imports_wait_inside(document)?))? {
            self.store()?.hurry_imports(document, RANKS[2])?;
        }
        Ok(())
    }
}
