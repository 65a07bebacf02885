//! The rows of files that were read: a few files one transaction.

use std::collections::BTreeMap;

use proof_extract::Extraction;
use proof_model::{
    Acquisition, DateBasis, DateKind, Document, DocumentId, Location, Original, Outcome, ReadFrom, When,
};
use proof_store::{DocumentRecord, ImportEnd, ImportItem, StoreError, Tx, if_there};

use super::{
    Details, Imported, is_message,
    queue::Said,
    take::{Prepared, Taken},
};
use crate::{Library, LibraryError, Op};

/// What was recorded.
#[derive(Default)]
pub(super) struct Recorded {
    pub rows: Vec<Imported>,
    /// Files that wait no longer.
    pub ended: u32,
    /// Files that were found inside others and wait now.
    pub found: u32,
}

/// A file that is stored, with its place in the queue.
type Kept = (ImportItem, Taken);

impl Library {
    /// Writes the rows of files and says what became of each. Files of one import go in with one act.
    pub(super) fn record(&self, ready: Vec<Prepared>) -> Result<Recorded, LibraryError> {
        let mut recorded = Recorded::default();
        let mut by_import: BTreeMap<String, Vec<Kept>> = BTreeMap::new();
        let mut ends = Vec::new();
        for Prepared { item, taken } in ready {
            // One that was stopped goes on waiting.
            let Some(taken) = taken else { continue };
            match taken {
                Ok(taken) => by_import.entry(item.batch.clone()).or_default().push((item, taken)),
                Err(LibraryError::Store(error)) => {
                    let end = not_kept(&error);
                    recorded.push(&item, &end);
                    ends.push((item.id, end));
                }
                Err(error) => return Err(error),
            }
        }
        if !ends.is_empty() {
            self.store()?.imports_ended(&ends)?;
        }
        for (import, files) in by_import {
            self.record_files(&import, &files, &mut recorded)?;
        }
        Ok(recorded)
    }

    fn record_files(
        &self,
        import: &str,
        files: &[Kept],
        recorded: &mut Recorded,
    ) -> Result<(), LibraryError> {
        // One that was broken off long ago may be forgotten.
        let Some(batch) = self.read::<_, LibraryError>(|read| Ok(read.import_batch(import)?))? else {
            return Ok(());
        };
        let said: Said = serde_json::from_str(&batch.said)
            .map_err(|error| LibraryError::Refused(format!("the queue of imports is damaged: {error}")))?;
        let op = if said.lasting {
            Op::FillSample
        } else {
            Op::Import { name: name_of(files), group: batch.id, all: batch.name }
        };
        let (part, _) = self.transact(&op, |tx| {
            let mut part = Recorded::default();
            files.iter().try_for_each(|(item, taken)| self.record_file(tx, &said, item, taken, &mut part))?;
            Ok(part)
        })?;
        recorded.rows.extend(part.rows);
        recorded.ended += part.ended;
        recorded.found += part.found;
        Ok(())
    }

    fn record_file(
        &self,
        tx: &Tx<'_>,
        said: &Said,
        item: &ImportItem,
        taken: &Taken,
        recorded: &mut Recorded,
    ) -> Result<(), LibraryError> {
        // Its import may have been broken off, or taken back, since it was taken from the queue.
        if !tx.import_waits(item.id)? {
            return Ok(());
        }
        let parent = item.inside.as_ref().map(|(document, _)| *document);
        let details = said.details_of.get(&item.place).unwrap_or(&said.details);
        let known = tx.document_of(&taken.stored.sha256)?;
        let original = taken.read.as_ref().map(|read| original(taken, read));
        if let (Some(original), Some(read)) = (&original, &taken.read) {
            self.put_reading(tx, original, read)?;
        }
        let document = match &known {
            Some(record) => record.document.id,
            None => self.add_document(tx, details, (item, taken), parent)?,
        };
        let new_place = self.put_in_place(tx, details, item, document)?;
        if known.is_some() && original.is_some() {
            tx.queue_for_index(&document.to_string())?;
        }
        let inside = &taken.inside;
        inside.iter().try_for_each(|inside| tx.queue_inside(&inside.item(item, document)))?;
        recorded.found += u32::try_from(inside.len()).unwrap_or(u32::MAX);
        let end = end(document, original, known.as_ref(), new_place);
        tx.import_ended(item.id, &end)?;
        recorded.push(item, &end);
        Ok(())
    }

    /// Puts a document in its cases, with what lies inside it already, and notes where it was found: whether that is new.
    fn put_in_place(
        &self,
        tx: &Tx<'_>,
        details: &Details,
        item: &ImportItem,
        document: DocumentId,
    ) -> Result<bool, LibraryError> {
        let family = tx.family(document)?;
        for case in &details.cases {
            // It may have been removed while the file waited.
            if if_there(tx.find_case(&case.to_string()))?.is_some() {
                family.iter().try_for_each(|member| tx.file_document(*member, *case))?;
            }
        }
        Ok(tx.add_location(&Location {
            document,
            path: item.place.clone(),
            obtained: details.obtained.clone(),
            imported_at: self.now(),
            acquisition: Acquisition { account: self.surroundings.world.actor(), ..Acquisition::default() },
        })?)
    }

    fn add_document(
        &self,
        tx: &Tx<'_>,
        details: &Details,
        (item, taken): (&ImportItem, &Taken),
        parent: Option<DocumentId>,
    ) -> Result<DocumentId, LibraryError> {
        let claim = |name: &str| {
            let claims = taken.read.as_ref().map(|read| read.metadata.as_slice()).unwrap_or_default();
            claims.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let is_message = taken.read.as_ref().is_some_and(|read| is_message(&read.media_type));
        let has_subject = is_message && !claim("subject").trim().is_empty();
        let by_file = if has_subject { claim("subject") } else { &item.name };
        let document = Document {
            id: self.id(),
            original: taken.stored.sha256,
            title: if details.title.is_empty() { by_file.trim().to_owned() } else { details.title.clone() },
            file_name: item.name.clone(),
            source: details.source.clone(),
            origin: details.origin.clone(),
            event_date: When::UNDATED,
            dated: if details.dated.is_undated() && is_message {
                day_of(claim("date"))
            } else {
                details.dated.clone()
            },
            published: details.published.clone(),
            captured: When::UNDATED,
            parent,
        };
        tx.add_document(&document)?;
        let said = |date, read_from, detail: &str| {
            let basis = DateBasis { date, read_from, detail: detail.to_owned() };
            tx.set_date_basis(document.id, &basis)
        };
        if !document.published.is_undated() {
            said(DateKind::Published, ReadFrom::Person, "")?;
        }
        if !details.dated.is_undated() {
            said(DateKind::Dated, ReadFrom::Person, "")?;
        } else if !document.dated.is_undated() {
            said(DateKind::Dated, ReadFrom::Header, "Date")?;
        }
        Ok(document.id)
    }
}

fn original(taken: &Taken, read: &Extraction) -> Original {
    Original {
        sha256: taken.stored.sha256,
        size: taken.stored.size,
        media_type: read.media_type.clone(),
        outcome: read.outcome,
        reason: read.reason.clone(),
        metadata: read.metadata.clone(),
        pages: u32::try_from(read.pages.len()).unwrap_or(u32::MAX),
    }
}

/// The day of an e-mail's date header, which the reader gives in ISO 8601; undated where it could not be read.
fn day_of(date: &str) -> When {
    date.get(..10).and_then(|day| When::parse(day).ok()).unwrap_or_default()
}

/// What an act with these files is called by.
fn name_of(files: &[Kept]) -> String {
    let first = files.first().map_or("", |(item, _)| item.name.as_str());
    match files.len() {
        0 | 1 => first.to_owned(),
        many => format!("{first} and {} more", many - 1),
    }
}

fn end(
    document: DocumentId,
    original: Option<Original>,
    known: Option<&DocumentRecord>,
    new_place: bool,
) -> ImportEnd {
    let before = known.map(|record| {
        let title = &record.document.title;
        if new_place {
            format!("the same bytes are here already, as “{title}”: this place was noted")
        } else {
            format!("it was imported from here before, as “{title}”")
        }
    });
    let (outcome, pages, reason) = match (original, known) {
        (Some(original), _) => (original.outcome, original.pages, original.reason.or(before)),
        (None, Some(record)) => (record.original.outcome, record.original.pages, before),
        (None, None) => (Outcome::Crash, 0, None),
    };
    ImportEnd { outcome, document: Some(document), pages, reason }
}

fn not_kept(error: &StoreError) -> ImportEnd {
    let reason = Some(format!("{error}. It was not kept: mend that and import it again"));
    ImportEnd { outcome: Outcome::Crash, document: None, pages: 0, reason }
}

impl Recorded {
    fn push(&mut self, item: &ImportItem, end: &ImportEnd) {
        self.ended += 1;
        self.rows.push(Imported {
            path: item.path.display().to_string(),
            outcome: end.outcome,
            document: end.document,
            pages: end.pages,
            reason: end.reason.clone(),
        });
    }
}
