use proof_library::{AccountRecord, Changed, LibraryError, NumberKind, Numbered, Read};
use proof_model::{Citation, Colour};

use super::account::passage;
use crate::{
    Session, WireError,
    args::{AnnotationArgs, AnnotationEditArgs, AnnotationRef, CiteArgs, ColourArgs, DocumentRef, Nothing},
    document_view, view, wire,
};

/// Everything that cites or marks a passage of a document, in the order of its pages.
///
/// # Errors
/// Where there is no such document.
pub fn document_marks(session: &Session, args: DocumentRef) -> Result<wire::DocumentMarks, WireError> {
    let marks = session.library()?.read::<_, LibraryError>(|read| {
        let document = read.find_document(&args.document)?.document.id;
        let citing = read.accounts_citing(document, None)?;
        let cited = citing.iter().filter_map(|record| citation(read, record).transpose());
        let names = read.colour_names()?;
        let annotations = read.annotations(Some(document))?;
        Ok(wire::DocumentMarks {
            citations: cited.collect::<Result<_, _>>()?,
            annotations: annotations.iter().map(|record| document_view::annotation(record, &names)).collect(),
        })
    })?;
    Ok(marks)
}

/// Finds a passage on its page, and says how it would be cited.
///
/// # Errors
/// Where the document is not there, or the passage is not in its page once.
pub fn passage_read(session: &Session, args: CiteArgs) -> Result<wire::PassageRow, WireError> {
    let library = session.library()?;
    let Citation { document, page, quote } = library.passage(&passage(args))?;
    let row = library.read::<_, LibraryError>(|read| {
        let record = read.find_document(&document.to_string())?;
        let label = read.page(document, page)?.label;
        let numbers = read.numbers_of(document)?;
        let place = place(
            &record.document.title,
            &view::date(&record.document.dated),
            page,
            label.as_deref(),
            &numbers,
        );
        Ok(wire::PassageRow {
            document: document.to_string(),
            title: record.document.title,
            sha256: record.original.sha256.to_string(),
            page,
            label,
            citation: format!("“{}” ({place})", quote.exact),
            exact: quote.exact,
            prefix: quote.prefix,
            suffix: quote.suffix,
        })
    })?;
    Ok(row)
}

/// Highlights a passage, or writes a note on it.
///
/// # Errors
/// Where the document is not there, or the passage is not in its page once.
pub fn annotation_add(session: &Session, args: AnnotationArgs) -> Result<wire::AnnotationRow, WireError> {
    let library = session.library()?;
    told(session, &library.add_annotation(&passage(args.cite), args.colour, &args.note)?)
}

/// Changes the colour or the note of a highlight.
///
/// # Errors
/// Where there is none.
pub fn annotation_edit(
    session: &Session,
    args: AnnotationEditArgs,
) -> Result<wire::AnnotationRow, WireError> {
    let library = session.library()?;
    told(session, &library.edit_annotation(&args.annotation, args.colour, args.note.as_deref())?)
}

/// Takes a highlight or a note away.
///
/// # Errors
/// Where there is none.
pub fn annotation_remove(session: &Session, args: AnnotationRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_annotation(&args.annotation)?;
    session.announce(&library, &changed)
}

/// The colours of highlights, each with what it stands for.
///
/// # Errors
/// Where the library cannot be read.
pub fn colour_list(session: &Session, _: Nothing) -> Result<Vec<wire::ColourRow>, WireError> {
    let (names, used) = session
        .library()?
        .read::<_, LibraryError>(|read| Ok((read.colour_names()?, read.colours_used()?)))?;
    let row = |colour: &Colour| wire::ColourRow {
        colour: *colour,
        name: document_view::colour_name(*colour, &names),
        named: names.iter().any(|(named, _)| named == colour),
        used: used.iter().find(|(of, _)| of == colour).map_or(0, |(_, count)| *count),
    };
    Ok(Colour::ALL.iter().map(row).collect())
}

/// Says what a colour stands for.
///
/// # Errors
/// Where the library can only be read.
pub fn colour_name(session: &Session, args: ColourArgs) -> Result<Vec<wire::ColourRow>, WireError> {
    let library = session.library()?;
    let changed = library.name_colour(args.colour, &args.name)?;
    session.announce(&library, &changed)?;
    colour_list(session, Nothing {})
}

fn told(
    session: &Session,
    (record, changed): &(proof_library::AnnotationRecord, Changed),
) -> Result<wire::AnnotationRow, WireError> {
    let library = session.library()?;
    session.announce(&library, changed)?;
    let names = library.read::<_, LibraryError>(|read| Ok(read.colour_names()?))?;
    Ok(document_view::annotation(record, &names))
}

fn citation(read: Read<'_>, record: &AccountRecord) -> Result<Option<wire::CitationRow>, LibraryError> {
    let Some(Citation { page, quote, .. }) = &record.account.citation else { return Ok(None) };
    let Some(event) = read.event(record.account.event)? else { return Ok(None) };
    Ok(Some(wire::CitationRow {
        account: record.account.id.to_string(),
        event: event.event.id.to_string(),
        title: event.event.title,
        date: event.event.when.to_string(),
        case: event.event.case.to_string(),
        page: *page,
        exact: quote.exact.clone(),
        prefix: quote.prefix.clone(),
        suffix: quote.suffix.clone(),
        holds: record.verified,
    }))
}

/// Where words stand, as they are cited: title, date, page with its printed label, exhibit mark, Bates number.
fn place(
    title: &str,
    dated: &wire::DateView,
    page: u32,
    label: Option<&str>,
    numbers: &[Numbered],
) -> String {
    let of = |kind: NumberKind| numbers.iter().filter(move |number| number.kind == kind);
    let plain = page.to_string();
    let printed =
        label.filter(|label| *label != plain).map_or(String::new(), |label| format!(" (printed “{label}”)"));
    let mut first = vec![title.to_owned()];
    if dated.shape != wire::Shape::Undated {
        first.push(dated.display.clone());
    }
    first.push(format!("p.\u{a0}{page}{printed}"));
    let mut parts = vec![first.join(", ")];
    parts.extend(of(NumberKind::Exhibit).map(|number| format!("Exhibit {}", number.shown())));
    parts.extend(of(NumberKind::Bates).filter_map(|number| number.of_page(page)));
    parts.join("; ")
}
