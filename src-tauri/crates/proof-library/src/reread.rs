//! Reading originals again, and what that does to the quotes on their pages.

use std::{
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use proof_extract::{Extraction, Password, VERSION};
use proof_model::{DocumentId, Original};
use proof_store::{DocumentRecord, Tx};

use crate::{Library, LibraryError, Op, import::Inside, near::sign, scan::scans};

/// Documents in one act at most.
const BATCH: usize = 32;
/// Bytes of text in one act at most, save of a single document.
const BATCH_BYTES: usize = 8 << 20;

/// What came of reading everything again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reread {
    /// Documents whose text was made anew.
    pub read: usize,
    /// Documents whose text stayed as it was, by title, each with the reason.
    pub kept: Vec<(String, String)>,
    /// Whether it was cancelled before its end.
    pub cancelled: bool,
}

/// Whoever follows the reading.
pub trait RereadWatcher {
    /// So many documents are done, of so many.
    fn reached(&mut self, done: usize, total: usize);
    /// Whether to stop after the documents in hand. What is done is kept.
    fn cancelled(&self) -> bool;
}

/// A document that was read again, or the reason why it could not be.
pub(crate) struct Again {
    pub record: DocumentRecord,
    pub read: Result<Extraction, String>,
    /// What lies inside, stored.
    pub inside: Vec<Inside>,
}

impl Library {
    /// Makes the text of every document anew from its original, on all cores; looks every quote and highlight up again;
    /// and makes anew what is derived from rows and ledger. A document that was read before and cannot be now keeps the
    /// text that it has.
    ///
    /// # Errors
    /// Where the library can only be read, or the disk fails. What is done stays done.
    pub fn read_all_again(&self, watcher: &mut dyn RereadWatcher) -> Result<Reread, LibraryError> {
        let documents = self.read::<_, LibraryError>(|read| Ok(read.document_ids()?))?;
        let outcome = self.read_again_all_of(&documents, watcher)?;
        self.store()?.derive_again()?;
        self.sign_missing()?;
        self.store()?.sweep_signatures()?;
        Ok(outcome)
    }

    /// Makes the text of these documents anew.
    pub(crate) fn read_again_all_of(
        &self,
        documents: &[DocumentId],
        watcher: &mut dyn RereadWatcher,
    ) -> Result<Reread, LibraryError> {
        drop(self.store()?);
        let (next, workers) = (AtomicUsize::new(0), thread::available_parallelism().map_or(2, usize::from));
        let mut outcome = thread::scope(|scope| {
            let (sender, again) = mpsc::sync_channel(workers);
            for _ in 0..workers {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || {
                    while let Some(document) = documents.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if sender.send(self.read_document(*document, None)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            // Dropping the receiver ends the workers after the document in hand.
            self.take_all_in(again, documents.len(), watcher)
        })?;
        outcome.cancelled = watcher.cancelled() && outcome.read + outcome.kept.len() < documents.len();
        self.settle_index()?;
        Ok(outcome)
    }

    fn take_all_in(
        &self,
        again: mpsc::Receiver<Result<Again, LibraryError>>,
        total: usize,
        watcher: &mut dyn RereadWatcher,
    ) -> Result<Reread, LibraryError> {
        let (mut outcome, mut batch, mut bytes) = (Reread::default(), Vec::new(), 0);
        for document in again {
            let document = document?;
            match usable(&document) {
                Ok(read) => {
                    bytes += read.pages.iter().map(|page| page.text.len()).sum::<usize>();
                    batch.push(document);
                }
                Err(why) => outcome.kept.push((document.record.document.title, why)),
            }
            if batch.len() >= BATCH || bytes >= BATCH_BYTES {
                outcome.read += self.take_batch_in(&mut batch)?;
                bytes = 0;
            }
            watcher.reached(outcome.read + batch.len() + outcome.kept.len(), total);
            if watcher.cancelled() {
                break;
            }
        }
        outcome.read += self.take_batch_in(&mut batch)?;
        Ok(outcome)
    }

    fn take_batch_in(&self, batch: &mut Vec<Again>) -> Result<usize, LibraryError> {
        let count = match batch.len() {
            0 => return Ok(0),
            1 => "1 document".to_owned(),
            many => format!("{many} documents"),
        };
        let documents = std::mem::take(batch);
        self.transact(&Op::ReadAllAgain { count }, |tx| {
            documents.iter().try_for_each(|document| self.take_in_again(tx, document))
        })?;
        Ok(documents.len())
    }

    /// Reads a document's original again, in a worker process, with a password to try if one is given.
    pub(crate) fn read_document(
        &self,
        id: DocumentId,
        password: Option<Password>,
    ) -> Result<Again, LibraryError> {
        let record = self.read::<_, LibraryError>(|read| Ok(read.find_document(&id.to_string())?))?;
        let extractor = match password {
            Some(password) => self.extractor().with_password(password),
            None => self.extractor(),
        };
        let before = self.read::<_, LibraryError>(|read| Ok(read.machine_read_pages(id)?))?;
        let around = self.read::<_, LibraryError>(|read| Ok(read.around(id)?))?;
        let depth = u32::try_from(around.len()).unwrap_or(u32::MAX);
        let document = &record.document;
        let (read, inside) =
            match self.read_stored(&document.original, &document.file_name, depth, &extractor) {
                Ok((read, inside)) => (not_poorer(read, &before), inside),
                Err(error) => (Err(error.to_string()), Vec::new()),
            };
        Ok(Again { record, read, inside })
    }

    /// Keeps what was read of an original: its pages, which of them are pictures, what near-duplicates are found by.
    pub(crate) fn put_reading(
        &self,
        tx: &Tx<'_>,
        original: &Original,
        read: &Extraction,
    ) -> Result<(), LibraryError> {
        tx.put_original(original, &read.pages, VERSION, &self.now())?;
        tx.put_scans(&original.sha256, &scans(read)?)?;
        sign(tx, &original.sha256, &read.pages)
    }

    /// Replaces a document's text by what was read, and looks up what is cited and highlighted in it.
    pub(crate) fn take_in_again(
        &self,
        tx: &Tx<'_>,
        Again { record, read, inside }: &Again,
    ) -> Result<(), LibraryError> {
        let (id, Ok(read)) = (record.document.id, read) else { return Ok(()) };
        let original = Original {
            media_type: read.media_type.clone(),
            outcome: read.outcome,
            reason: read.reason.clone(),
            metadata: read.metadata.clone(),
            ..record.original.clone()
        };
        self.put_reading(tx, &original, read)?;
        tx.queue_for_index(&id.to_string())?;
        self.queue_found_inside(tx, record, inside)?;
        let holds = |citation: &proof_model::Citation| {
            let page = read.pages.iter().find(|page| page.number == citation.page);
            page.is_some_and(|page| citation.quote.locate(&page.text).is_some())
        };
        for citing in tx.accounts_citing(id, None)? {
            let Some(citation) = &citing.account.citation else { continue };
            tx.mark_quote(citing.account.id, holds(citation))?;
        }
        for annotated in tx.annotations(Some(id))? {
            tx.mark_annotation(annotated.annotation.id, holds(&annotated.annotation.citation))?;
        }
        Ok(())
    }
}

/// What was read, unless pages that a machine read before are pictures again: its program may be here no more.
fn not_poorer(read: Extraction, before: &[u32]) -> Result<Extraction, String> {
    let lost = read.scans.iter().find(|scan| scan.machine.is_none() && before.contains(&scan.page));
    match lost.map(|scan| (scan.page, scan.unread.as_deref().unwrap_or("no machine reads it now"))) {
        Some((page, why)) => Err(format!("page {page} was read by a machine before, and now: {why}")),
        None => Ok(read),
    }
}

/// What was read, where it may replace what is there; else why not.
pub(crate) fn usable(again: &Again) -> Result<&Extraction, String> {
    let read = again.read.as_ref().map_err(Clone::clone)?;
    if again.record.original.outcome.is_readable() && !read.outcome.is_readable() {
        let why = read.reason.clone();
        return Err(why.unwrap_or_else(|| "it could not be read".to_owned()));
    }
    Ok(read)
}
