//! The rows of a family: one transaction.

use proof_extract::{Extraction, VERSION};
use proof_model::{
    Acquisition, DateBasis, DateKind, Document, DocumentId, Location, Original, Outcome, ReadFrom, When,
};
use proof_store::{DocumentRecord, Tx};

use super::{
    Details, Import, Imported,
    family::{Member, Prepared},
};
use crate::{Library, LibraryError, Op};

impl Library {
    /// Writes a family's rows and says what became of each of its files.
    pub(super) fn record(
        &self,
        import: &Import,
        group: &str,
        prepared: Prepared,
    ) -> Result<Vec<Imported>, LibraryError> {
        let root = match prepared.root {
            Ok(root) => root,
            Err(LibraryError::Store(error)) => {
                return Ok(vec![not_kept(prepared.file.path.display().to_string(), &error)]);
            }
            Err(error) => return Err(error),
        };
        let op = if import.lasting {
            Op::FillSample
        } else {
            Op::Import { name: prepared.file.name(), group: group.to_owned(), all: import.name() }
        };
        let (rows, _) = self.transact_leaving_index(&op, |tx| {
            let mut rows = Vec::new();
            self.record_member(tx, import, root, None, &mut rows)?;
            Ok(rows)
        })?;
        Ok(rows)
    }

    fn record_member(
        &self,
        tx: &Tx<'_>,
        import: &Import,
        member: Member,
        parent: Option<DocumentId>,
        rows: &mut Vec<Imported>,
    ) -> Result<(), LibraryError> {
        let details = import.details_of.get(&member.place).unwrap_or(&import.details);
        let known = tx.document_of(&member.stored.sha256)?;
        let original = match &member.read {
            Some(read) => {
                let original = original(&member, read);
                tx.put_original(&original, &read.pages, VERSION, &self.now())?;
                Some(original)
            }
            None => None,
        };
        let document = match &known {
            Some(record) => record.document.id,
            None => self.add_document(tx, details, &member, parent)?,
        };
        for case in &details.cases {
            tx.file_document(document, *case)?;
        }
        let new_place = tx.add_location(&Location {
            document,
            path: member.place.clone(),
            obtained: details.obtained.clone(),
            imported_at: self.now(),
            acquisition: Acquisition { account: self.surroundings.world.actor(), ..Acquisition::default() },
        })?;
        if known.is_some() && original.is_some() {
            tx.queue_for_index(&document.to_string())?;
        }
        rows.push(row(&member, document, original, known.as_ref(), new_place));
        let attached = member.attached.into_iter();
        attached.into_iter().try_for_each(|child| self.record_member(tx, import, child, Some(document), rows))
    }

    fn add_document(
        &self,
        tx: &Tx<'_>,
        details: &Details,
        member: &Member,
        parent: Option<DocumentId>,
    ) -> Result<DocumentId, LibraryError> {
        let claim = |name: &str| {
            let claims = member.read.as_ref().map(|read| read.metadata.as_slice()).unwrap_or_default();
            claims.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let is_mail = member.read.as_ref().is_some_and(|read| read.media_type == "message/rfc822");
        let by_file =
            if is_mail && !claim("subject").trim().is_empty() { claim("subject") } else { &member.name };
        let document = Document {
            id: self.id(),
            original: member.stored.sha256,
            title: if details.title.is_empty() { by_file.trim().to_owned() } else { details.title.clone() },
            file_name: member.name.clone(),
            source: details.source.clone(),
            origin: details.origin.clone(),
            event_date: When::UNDATED,
            dated: if details.dated.is_undated() && is_mail {
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

fn original(member: &Member, read: &Extraction) -> Original {
    Original {
        sha256: member.stored.sha256,
        size: member.stored.size,
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

fn row(
    member: &Member,
    document: DocumentId,
    original: Option<Original>,
    known: Option<&DocumentRecord>,
    new_place: bool,
) -> Imported {
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
    Imported { path: member.path.clone(), outcome, document: Some(document), pages, reason }
}

fn not_kept(path: String, error: &proof_store::StoreError) -> Imported {
    Imported {
        path,
        outcome: Outcome::Crash,
        document: None,
        pages: 0,
        reason: Some(format!("{error}. It was not kept: mend that and import it again")),
    }
}
