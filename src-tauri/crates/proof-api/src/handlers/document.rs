use std::ops::Range;

use proof_library::{
    AccountRecord, DocumentChange, DocumentRecord, Library, LibraryError, Query, Read, doubtful_words,
};
use proof_model::{DateBasis, DateKind};

use super::import::import_wake;
use crate::{
    Session, WireError,
    args::{CaseFilter, DocumentEditArgs, DocumentRef, PageArgs, RetryArgs},
    document_view, view, wire,
    written::read_written_date,
};

/// The documents of one case or of all.
///
/// # Errors
/// Where there is no such case.
pub fn document_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::DocumentRow>, WireError> {
    let rows = session.library()?.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?;
        let records = read.documents(case.map(|case| case.id))?;
        records.iter().map(|record| document_view::document(read, record)).collect()
    })?;
    Ok(rows)
}

/// One document. While an import runs, what lies inside it comes next: somebody looks at it.
///
/// # Errors
/// Where there is none, or more than one.
pub fn document_show(session: &Session, args: DocumentRef) -> Result<wire::DocumentRow, WireError> {
    let library = session.library()?;
    let (id, row) = library.read::<_, LibraryError>(|read| {
        let record = read.find_document(&args.document)?;
        Ok((record.document.id, document_view::document(read, &record)?))
    })?;
    if session.importing().is_busy() {
        library.hurry_imports(id)?;
    }
    Ok(row)
}

/// A page to read, with the cited passages and the words that were searched for.
///
/// # Errors
/// Where there is no such page.
pub fn page_show(session: &Session, args: PageArgs) -> Result<wire::PageView, WireError> {
    // A query that does not parse marks nothing: the search itself said so already.
    let query = Query::parse(&args.query).ok().filter(|query| !query.is_empty());
    let view = session.library()?.read::<_, LibraryError>(|read| {
        let document = read.find_document(&args.document)?.document.id;
        let page = read.page(document, args.page)?;
        let characters = Characters::of(&page.text);
        let cited = read.accounts_citing(document, Some(args.page))?;
        let scan = read.page_scan(document, args.page)?.map(|scan| scan.machine);
        let doubtful = scan.iter().flatten().flat_map(doubtful_words);
        let doubtful = doubtful.map(|range| characters.range(&range)).collect();
        let (machine, unread) = match scan {
            Some(Ok(read)) => (Some((read.program, u32::from(read.confidence))), None),
            Some(Err(why)) => (None, Some(why)),
            None => (None, None),
        };
        let found = query.map(|query| query.highlights(&page.text)).unwrap_or_default();
        Ok(wire::PageView {
            document: document.to_string(),
            page: page.number,
            label: page.label.clone(),
            machine,
            doubtful,
            unread,
            marks: marks(read, &cited, &page.text, &characters)?,
            found: found.into_iter().map(|range| characters.range(&range)).collect(),
            text: page.text,
        })
    })?;
    Ok(view)
}

/// A document, as it now is.
pub(super) fn shown(library: &Library, record: &DocumentRecord) -> Result<wire::DocumentRow, WireError> {
    Ok(library.read::<_, LibraryError>(|read| document_view::document(read, record))?)
}

/// Changes what is said of a document, and which cases it is in.
///
/// # Errors
/// Where the document or a case is not there, or a value cannot be used.
pub fn document_edit(session: &Session, args: DocumentEditArgs) -> Result<wire::DocumentRow, WireError> {
    let library = session.library()?;
    let given = [
        (DateKind::Event, args.event_date),
        (DateKind::Dated, args.dated),
        (DateKind::Published, args.published),
        (DateKind::Captured, args.captured),
    ];
    let mut dates = Vec::new();
    for (kind, text) in given {
        if let Some(text) = text {
            dates.push((kind, read_written_date(&text, "")?.when));
        }
    }
    let basis =
        |row: wire::DateBasisRow| DateBasis { date: row.date, read_from: row.read_from, detail: row.detail };
    let change = DocumentChange {
        title: args.title,
        source: args.source,
        origin: args.origin,
        dates,
        dates_from: args.dates_from.into_iter().map(basis).collect(),
        file_in: args.file_in,
        take_out_of: args.take_out_of,
    };
    let (record, changed) = library.edit_document(&args.document, change)?;
    session.announce(&library, &changed)?;
    shown(&library, &record)
}

/// Reads a document again that could not be read.
///
/// # Errors
/// Where there is no such document, or the library can only be read.
pub fn document_retry(session: &Session, args: RetryArgs) -> Result<wire::DocumentRow, WireError> {
    let library = session.library()?;
    let record = library.read_again(&args.document, args.password.as_deref())?;
    let changed = proof_library::Changed {
        act: format!("read {} again", record.document.title),
        changes: vec![],
        events: vec![],
    };
    session.announce(&library, &changed)?;
    // What came to light inside waits.
    import_wake(session)?;
    shown(&library, &record)
}

fn marks(
    read: Read<'_>,
    cited: &[AccountRecord],
    text: &str,
    characters: &Characters,
) -> Result<Vec<wire::PageMark>, LibraryError> {
    let mut marks = Vec::new();
    for record in cited {
        let quote = record.account.citation.as_ref().map(|citation| &citation.quote);
        let Some(range) = quote.and_then(|quote| quote.locate(text)) else { continue };
        let (start, end) = characters.range(&range);
        marks.push(wire::PageMark {
            start,
            end,
            account: record.account.id.to_string(),
            event: record.account.event.to_string(),
            title: read.find_event(&record.account.event.to_string())?.event.title,
        });
    }
    marks.sort_by_key(|mark| (mark.start, mark.end));
    Ok(marks)
}

/// Where each character of a text begins, in bytes: ranges cross the wire in characters.
struct Characters(Vec<usize>);

impl Characters {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect())
    }

    fn range(&self, bytes: &Range<usize>) -> (u32, u32) {
        let at = |byte: usize| view::number(self.0.partition_point(|&start| start < byte));
        (at(bytes.start), at(bytes.end))
    }
}
