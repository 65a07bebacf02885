//! From the library's documents to the wire's.

use proof_library::{
    AnnotationRecord, DocumentLine, DocumentRecord, LibraryError, NumberKind, Numbered, Read,
};
use proof_model::{CaseId, Colour, Marks, kind_words};

use crate::{view::date, wire};

/// A document, with its numbers of today and what the last verification found of it.
pub(crate) fn document(read: Read<'_>, record: &DocumentRecord) -> Result<wire::DocumentRow, LibraryError> {
    let (document, original) = (&record.document, &record.original);
    let numbers = read.numbers_of(document.id)?;
    let of = |kind: NumberKind| numbers.iter().filter(|number| number.kind == kind).map(number).collect();
    let verified = read.last_verified()?;
    let added_at = record.locations.first().map_or("", |location| &location.imported_at);
    let custody = custody(&original.sha256.to_string(), added_at, verified.as_ref());
    Ok(wire::DocumentRow {
        document: document.id.to_string(),
        title: document.title.clone(),
        file_name: document.file_name.clone(),
        sha256: original.sha256.to_string(),
        size: original.size,
        media_type: original.media_type.clone(),
        kind_words: kind_words(&original.media_type).to_owned(),
        outcome: original.outcome,
        reason: original.reason.clone(),
        pages: original.pages,
        cases: record.cases.iter().map(ToString::to_string).collect(),
        source: document.source.clone(),
        origin: document.origin.clone(),
        event_date: date(&document.event_date),
        dated: date(&document.dated),
        published: date(&document.published),
        captured: date(&document.captured),
        locations: record.locations.iter().map(location).collect(),
        parent: document.parent.map(|parent| parent.to_string()),
        attachments: record.attachments,
        metadata: original
            .metadata
            .iter()
            .map(|(name, value)| wire::MetadataRow { name: name.clone(), value: value.clone() })
            .collect(),
        cited: record.cited,
        marks: marks(&record.marks),
        dates_from: record
            .dates_from
            .iter()
            .map(|basis| wire::DateBasisRow {
                date: basis.date,
                read_from: basis.read_from,
                detail: basis.detail.clone(),
            })
            .collect(),
        exhibits: of(NumberKind::Exhibit),
        bates: of(NumberKind::Bates),
        custody,
        verified_at: verified.map(|(at, _)| at).filter(|_| custody != wire::CustodyState::NotVerified),
    })
}

/// A line of a register, with its numbers in a case, or in all.
pub(crate) fn register_row(
    read: Read<'_>,
    line: &DocumentLine,
    case: Option<CaseId>,
    custody: wire::CustodyState,
    group: Option<String>,
) -> Result<wire::RegisterRow, LibraryError> {
    let numbers = read.numbers_of(line.document)?;
    let shown = |kind: NumberKind| {
        let of = numbers.iter().filter(|number| number.kind == kind);
        let of = of.filter(|number| case.is_none_or(|case| number.case == case));
        of.map(Numbered::shown).collect()
    };
    Ok(wire::RegisterRow {
        document: line.document.to_string(),
        title: line.title.clone(),
        kind_words: line.kind.clone(),
        outcome: line.outcome,
        pages: line.pages,
        size: line.size,
        source: line.source.clone(),
        dated: line.dated.clone(),
        published: line.published.clone(),
        cases: line.cases.clone(),
        marks: shown(NumberKind::Exhibit),
        bates: shown(NumberKind::Bates),
        tags: line.tags.clone(),
        issues: line.issues.clone(),
        reviewed: line.reviewed,
        starred: line.starred,
        confidential: line.confidential,
        privilege: line.privilege.clone(),
        relevance: line.relevance,
        cited: line.cited,
        annotated: line.annotated,
        parent: line.parent.map(|parent| parent.to_string()),
        attachments: line.attachments,
        locations: line.locations,
        added_at: line.added_at.clone(),
        custody,
        group,
    })
}

/// What the last verification found of an original.
pub(crate) fn custody(
    sha256: &str,
    added_at: &str,
    verified: Option<&(String, Vec<String>)>,
) -> wire::CustodyState {
    match verified {
        Some((_, failed)) if failed.iter().any(|each| each == sha256) => wire::CustodyState::Failed,
        Some((at, _)) if added_at <= at.as_str() => wire::CustodyState::Verified,
        _ => wire::CustodyState::NotVerified,
    }
}

/// A highlight or a note.
pub(crate) fn annotation(record: &AnnotationRecord, names: &[(Colour, String)]) -> wire::AnnotationRow {
    let annotation = &record.annotation;
    let quote = &annotation.citation.quote;
    wire::AnnotationRow {
        annotation: annotation.id.to_string(),
        document: annotation.citation.document.to_string(),
        page: annotation.citation.page,
        exact: quote.exact.clone(),
        prefix: quote.prefix.clone(),
        suffix: quote.suffix.clone(),
        colour: annotation.colour,
        colour_name: colour_name(annotation.colour, names),
        note: annotation.note.clone(),
        made_at: annotation.made_at.clone(),
        holds: record.verified,
    }
}

/// What a colour stands for: its own name where nobody gave it one.
pub(crate) fn colour_name(colour: Colour, names: &[(Colour, String)]) -> String {
    let given = names.iter().find(|(named, _)| *named == colour);
    given.map_or_else(|| colour.shown().to_owned(), |(_, name)| name.clone())
}

/// A number that a document bears, or bore.
pub(crate) fn number(number: &Numbered) -> wire::NumberRow {
    wire::NumberRow {
        series: number.series.clone(),
        case: number.case.to_string(),
        shown: number.shown(),
        since: number.since,
        since_at: number.since_at.clone(),
        act: number.act.clone(),
        until: number.until,
        until_at: number.until_at.clone(),
    }
}

fn marks(marks: &Marks) -> wire::MarksView {
    wire::MarksView {
        reviewed: marks.reviewed,
        starred: marks.starred,
        confidential: marks.confidential,
        privilege: marks.privilege.clone(),
        relevance: marks.relevance,
        tags: marks.tags.clone(),
        issues: marks.issues.clone(),
    }
}

fn location(location: &proof_model::Location) -> wire::LocationRow {
    let acquisition = &location.acquisition;
    wire::LocationRow {
        path: location.path.clone(),
        obtained: location.obtained.clone(),
        obtained_by: acquisition.obtained_by.clone(),
        obtained_from: acquisition.obtained_from.clone(),
        obtained_on: date(&acquisition.obtained_on),
        account: acquisition.account.clone(),
        imported_at: location.imported_at.clone(),
    }
}
