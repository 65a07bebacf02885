//! Changing what is said of documents. The originals stay what they are.

use proof_model::{Acquisition, DateBasis, DateKind, Document, DocumentId, Marks, ReadFrom, Relevance, When};
use proof_store::{DocumentRecord, Tx};

use crate::{Changed, Library, LibraryError, Op, event::named};

/// What is to change of a document; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentChange {
    /// Title.
    pub title: Option<String>,
    /// Who published or wrote it.
    pub source: Option<String>,
    /// The origin that it copies.
    pub origin: Option<String>,
    /// Its dates.
    pub dates: Vec<(DateKind, When)>,
    /// Where its dates were read from. A date that is changed without that was given by a person.
    pub dates_from: Vec<DateBasis>,
    /// Cases to put it in: identifiers, starts of them, or names.
    pub file_in: Vec<String>,
    /// Cases to take it out of.
    pub take_out_of: Vec<String>,
}

/// What is to change of the marks of documents; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarksChange {
    /// Whether somebody has read them through.
    pub reviewed: Option<bool>,
    /// Whether they bear a star.
    pub starred: Option<bool>,
    /// Whether they are confidential.
    pub confidential: Option<bool>,
    /// On what basis they are privileged; empty where they are not.
    pub privilege: Option<String>,
    /// A word of [`Relevance`]; empty where nobody said.
    pub relevance: Option<String>,
    /// Tags to add.
    pub add_tags: Vec<String>,
    /// Tags to take away.
    pub remove_tags: Vec<String>,
    /// Issues to add.
    pub add_issues: Vec<String>,
    /// Issues to take away.
    pub remove_issues: Vec<String>,
    /// Cases to put them in.
    pub file_in: Vec<String>,
    /// Cases to take them out of.
    pub take_out_of: Vec<String>,
}

/// What is to change of how a document was obtained at a place; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocationChange {
    /// How, in words.
    pub obtained: Option<String>,
    /// Who obtained it.
    pub obtained_by: Option<String>,
    /// From whom, or from which address.
    pub obtained_from: Option<String>,
    /// When.
    pub obtained_on: Option<When>,
    /// By which account of which computer or service.
    pub account: Option<String>,
}

impl Library {
    /// Changes what is said of a document, and which cases it is in.
    ///
    /// # Errors
    /// Where the document or a case is not there, or the title is empty.
    pub fn edit_document(
        &self,
        key: &str,
        change: DocumentChange,
    ) -> Result<(DocumentRecord, Changed), LibraryError> {
        let record = self.document(key)?;
        let op = Op::EditDocument { title: record.document.title.clone() };
        let mut document = record.document;
        if let Some(title) = change.title {
            document.title = named(&title, "the document's title")?;
        }
        document.source = change.source.unwrap_or(document.source);
        document.origin = change.origin.unwrap_or(document.origin);
        let bases = bases(&document, &change.dates, change.dates_from);
        for (kind, when) in change.dates {
            *date_of(&mut document, kind) = when;
        }
        let ((), changed) = self.transact(&op, |tx| {
            tx.update_document(&document)?;
            bases.iter().try_for_each(|basis| tx.set_date_basis(document.id, basis))?;
            file(tx, document.id, &change.file_in, &change.take_out_of)
        })?;
        Ok((self.document(&document.id.to_string())?, changed))
    }

    /// Changes the marks of documents, and which cases they are in: one act.
    ///
    /// # Errors
    /// Where a document or a case is not there, or a value cannot be used: then nothing is changed.
    pub fn mark_documents(&self, keys: &[String], change: &MarksChange) -> Result<Changed, LibraryError> {
        let documents = self.read::<_, LibraryError>(|read| {
            keys.iter().map(|key| Ok(read.find_document(key)?.document)).collect::<Result<Vec<_>, _>>()
        })?;
        let what = match documents.as_slice() {
            [] => return Err(LibraryError::Empty("the documents")),
            [document] => document.title.clone(),
            several => format!("{} documents", several.len()),
        };
        let relevance = change.relevance.as_deref().map(relevance).transpose()?;
        let op = change.op(what, relevance);
        let ((), changed) = self.transact(&op, |tx| {
            for document in &documents {
                let mut marks = tx.marks(document.id)?;
                change.apply(&mut marks, relevance)?;
                tx.set_marks(document.id, &marks)?;
                file(tx, document.id, &change.file_in, &change.take_out_of)?;
            }
            Ok(())
        })?;
        Ok(changed)
    }

    /// Changes how a document was obtained at a place.
    ///
    /// # Errors
    /// Where there is no such document, or it was not found there.
    pub fn edit_location(
        &self,
        key: &str,
        path: &str,
        change: LocationChange,
    ) -> Result<(DocumentRecord, Changed), LibraryError> {
        let record = self.document(key)?;
        let missing = || {
            let place = format!("“{}” was not found at {path}", record.document.title);
            LibraryError::Refused(format!("{place}: choose one of its places"))
        };
        let found = record.locations.iter().find(|location| location.path == path);
        let mut location = found.cloned().ok_or_else(missing)?;
        let before = location.acquisition;
        location.obtained = change.obtained.unwrap_or(location.obtained);
        location.acquisition = Acquisition {
            obtained_by: change.obtained_by.unwrap_or(before.obtained_by),
            obtained_from: change.obtained_from.unwrap_or(before.obtained_from),
            obtained_on: change.obtained_on.unwrap_or(before.obtained_on),
            account: change.account.unwrap_or(before.account),
        };
        let op = Op::EditLocation { title: record.document.title.clone() };
        let ((), changed) = self.transact(&op, |tx| Ok(tx.update_location(&location)?))?;
        Ok((self.document(&record.document.id.to_string())?, changed))
    }

    pub(crate) fn document(&self, key: &str) -> Result<DocumentRecord, LibraryError> {
        self.read(|read| Ok(read.find_document(key)?))
    }
}

impl MarksChange {
    fn apply(&self, marks: &mut Marks, relevance: Option<Judged>) -> Result<(), LibraryError> {
        marks.reviewed = self.reviewed.unwrap_or(marks.reviewed);
        marks.starred = self.starred.unwrap_or(marks.starred);
        marks.confidential = self.confidential.unwrap_or(marks.confidential);
        if let Some(basis) = &self.privilege {
            marks.privilege = Some(basis.trim().to_owned()).filter(|basis| !basis.is_empty());
        }
        marks.relevance = relevance.map_or(marks.relevance, |judged| judged.0);
        change_tags(&mut marks.tags, &self.add_tags, &self.remove_tags)?;
        change_tags(&mut marks.issues, &self.add_issues, &self.remove_issues)
    }

    /// The act by the one thing that it does, or by all of it.
    fn op(&self, what: String, relevance: Option<Judged>) -> Op {
        let lists = [&self.add_tags, &self.remove_tags, &self.add_issues, &self.remove_issues];
        let files = [&self.file_in, &self.take_out_of];
        let listed = lists.into_iter().filter(|list| !list.is_empty()).count();
        let filed = files.into_iter().filter(|list| !list.is_empty()).count();
        let flags = [self.reviewed, self.starred, self.confidential];
        let set = flags.iter().flatten().count() + usize::from(self.privilege.is_some());
        match (set + usize::from(relevance.is_some()), listed, filed) {
            (0, 1.., 0) => Op::TagDocuments { what },
            (0, 0, 1..) => Op::FileDocuments { what },
            (1, 0, 0) => {
                let word =
                    |is: Option<bool>, yes: &str, no: &str| is.map(|is| if is { yes } else { no }.to_owned());
                let as_ = word(self.reviewed, "reviewed", "not reviewed")
                    .or_else(|| word(self.starred, "starred", "not starred"))
                    .or_else(|| word(self.confidential, "confidential", "not confidential"))
                    .or_else(|| {
                        word(
                            self.privilege.as_ref().map(|basis| !basis.trim().is_empty()),
                            "privileged",
                            "not privileged",
                        )
                    })
                    .or_else(|| {
                        relevance.map(|judged| judged.0.map_or("not judged", Relevance::shown).to_owned())
                    });
                Op::MarkDocuments { what, as_: as_.unwrap_or_default() }
            }
            _ => Op::ChangeDocuments { what },
        }
    }
}

/// How much a document is said to matter from now on; none where nobody says any more.
#[derive(Debug, Clone, Copy)]
struct Judged(Option<Relevance>);

fn relevance(word: &str) -> Result<Judged, LibraryError> {
    let word = word.trim();
    Ok(Judged(if word.is_empty() { None } else { Some(Relevance::from_word(word)?) }))
}

fn change_tags(tags: &mut Vec<String>, add: &[String], remove: &[String]) -> Result<(), LibraryError> {
    tags.retain(|tag| !remove.iter().any(|gone| gone.trim() == tag));
    for tag in add {
        let tag = named(tag, "the tag")?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(())
}

/// Puts a document in cases and takes it out of others. One that bears a number in a case stays in it.
fn file(tx: &Tx<'_>, document: DocumentId, into: &[String], out_of: &[String]) -> Result<(), LibraryError> {
    for case in into {
        tx.file_document(document, tx.find_case(case)?.id)?;
    }
    for case in out_of {
        let case = tx.find_case(case)?;
        let numbers = tx.numbers_of(document)?;
        if let Some(number) = numbers.iter().find(|number| number.case == case.id) {
            let (title, shown) = (tx.document_title(document)?, number.shown());
            return Err(LibraryError::Refused(format!(
                "“{title}” is {shown} in {}: take that number away first",
                case.name
            )));
        }
        tx.unfile_document(document, case.id)?;
    }
    Ok(())
}

fn date_of(document: &mut Document, kind: DateKind) -> &mut When {
    match kind {
        DateKind::Event => &mut document.event_date,
        DateKind::Dated => &mut document.dated,
        DateKind::Published => &mut document.published,
        DateKind::Captured => &mut document.captured,
    }
}

/// Where the dates were read from, once they are changed: what is said, else a person.
fn bases(document: &Document, dates: &[(DateKind, When)], said: Vec<DateBasis>) -> Vec<DateBasis> {
    let mut before = document.clone();
    let by_person: Vec<DateBasis> = dates
        .iter()
        .filter(|(kind, when)| date_of(&mut before, *kind) != when)
        .filter(|(kind, _)| !said.iter().any(|basis| basis.date == *kind))
        .map(|(kind, _)| DateBasis { date: *kind, read_from: ReadFrom::Person, detail: String::new() })
        .collect();
    said.into_iter().chain(by_person).collect()
}
