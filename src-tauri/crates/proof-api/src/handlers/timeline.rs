use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use proof_library::{Known, LibraryError, Line, LineFilter, Read, StoreError};
use proof_model::{CaseId, EventId, EventStatus, Party, Strength, When};

use super::facets::{facet, same};
use crate::{
    ErrorCode, Session, WireError,
    args::{CaseFilter, DateArgs, EventFilter, TimelineArgs},
    view, wire,
    written::{read_back, read_written_date},
};

/// The events that pass a filter, in their order.
///
/// # Errors
/// Where the filter names what is not there, or a date that cannot be read.
pub fn timeline(session: &Session, args: TimelineArgs) -> Result<wire::Timeline, WireError> {
    let library = session.library()?;
    let today = library.today();
    let mut filter = library.read(|read| lines_of(read, &args.filter))?;
    filter.only = args.only.map(|only| events(&only)).transpose()?;
    let (lines, known) = match known_on(&args.filter)? {
        Some(day) => {
            let known = library.as_known_on(day, &filter)?;
            (known.records.iter().map(Line::from).collect(), Some(left_out(day, known)))
        }
        None => (library.read::<_, LibraryError>(|read| Ok(read.lines(&filter)?))?, None),
    };
    let parties = library.read::<_, LibraryError>(|read| Ok(read.parties()?))?;
    let named: HashSet<&str> =
        lines.iter().flat_map(|line| line.parties.iter().map(String::as_str)).collect();
    Ok(wire::Timeline {
        parties: parties
            .iter()
            .filter(|party| named.contains(&*party.id.to_string()))
            .map(view::party)
            .collect(),
        rows: lines.iter().map(|line| view::line(line, today)).collect(),
        known,
    })
}

/// The identifiers of the events that pass a filter, in their order.
///
/// # Errors
/// Where the filter names what is not there, or a date that cannot be read.
pub fn timeline_match(session: &Session, args: EventFilter) -> Result<Vec<String>, WireError> {
    let library = session.library()?;
    let filter = library.read(|read| lines_of(read, &args))?;
    if let Some(day) = known_on(&args)? {
        let known = library.as_known_on(day, &filter)?;
        return Ok(known.records.iter().map(|record| record.event.id.to_string()).collect());
    }
    Ok(library.read::<_, LibraryError>(|read| Ok(read.line_events(&filter)?))?)
}

/// What the events of one case or of all can be filtered by, each value with the number of its events.
///
/// # Errors
/// Where there is no such case.
pub fn timeline_facets(session: &Session, args: CaseFilter) -> Result<wire::Facets, WireError> {
    let facets = session.library()?.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?.map(|case| case.id);
        let lines = read.lines(&LineFilter { case, ..LineFilter::default() })?;
        let names: HashMap<String, String> =
            read.parties()?.into_iter().map(|Party { id, name, .. }| (id.to_string(), name)).collect();
        Ok(wire::Facets {
            kinds: facet(lines.iter().map(|line| &*line.kind).filter(|kind| !kind.is_empty()), same),
            statuses: facet(lines.iter().map(|line| line.status.as_str()), same),
            tags: facet(lines.iter().flat_map(|line| line.tags.iter().map(String::as_str)), same),
            parties: facet(lines.iter().flat_map(|line| line.parties.iter().map(String::as_str)), |id| {
                names.get(id).cloned().unwrap_or_default()
            }),
            origins: origins(read, case)?,
        })
    })?;
    Ok(facets)
}

/// The scheduled events of one case or of all: what is overdue, then what is next.
///
/// # Errors
/// Where there is no such case.
pub fn next_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::DueRow>, WireError> {
    let library = session.library()?;
    let today = library.today();
    let mut records = library.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?.map(|case| case.id);
        let mut records = read.events_with_status(EventStatus::Scheduled)?;
        records.retain(|record| case.is_none_or(|case| record.event.case == case));
        Ok(records)
    })?;
    // In order of their dates already, and so within each standing.
    records.sort_by_key(|record| proof_model::Due::of(&record.event.when, today).standing);
    let row = |record: &proof_library::EventRecord| wire::DueRow {
        event: record.event.id.to_string(),
        title: record.event.title.clone(),
        kind: record.event.kind.clone(),
        case: record.event.case.to_string(),
        case_name: record.case_name.clone(),
        date: view::date(&record.event.when),
        due: view::due(&record.event.when, today),
    };
    Ok(records.iter().map(row).collect())
}

/// How a date reads. What cannot be read is an answer, not an error.
///
/// # Errors
/// Where the reference is no day.
pub fn date_read(_: &Session, args: DateArgs) -> Result<wire::DateReading, WireError> {
    read_back(&args.date, &args.reference)
}

/// A filter as the library takes it.
pub(super) fn lines_of(read: Read<'_>, filter: &EventFilter) -> Result<LineFilter, WireError> {
    let mut statuses = filter.statuses.clone();
    if filter.next {
        statuses.retain(|status| *status == EventStatus::Scheduled);
        if statuses.is_empty() {
            statuses.push(EventStatus::Scheduled);
        }
    }
    let key = |key: &String| Ok(read.find_party(key)?.id);
    Ok(LineFilter {
        case: filter.case.as_deref().map(|key| read.find_case(key)).transpose()?.map(|case| case.id),
        text: filter.text.clone(),
        kinds: filter.kinds.clone(),
        parties: filter.parties.iter().map(key).collect::<Result<_, WireError>>()?,
        statuses,
        tags: filter.tags.clone(),
        from: bound(&filter.from)?.earliest(),
        to: bound(&filter.to)?.latest(),
        origins: filter.origins.clone(),
        support: filter.support.iter().map(|level| strength(*level)).collect(),
        in_conflict: filter.in_conflict,
        starred: filter.starred,
        only: None,
    })
}

const fn strength(level: wire::SupportLevel) -> Strength {
    match level {
        wire::SupportLevel::Nothing => Strength::Nothing,
        wire::SupportLevel::Allegation => Strength::Allegation,
        wire::SupportLevel::OneOrigin => Strength::OneOrigin,
        wire::SupportLevel::Several => Strength::Several,
    }
}

/// The day on which a timeline is to be shown as it was known; none for now.
fn known_on(filter: &EventFilter) -> Result<Option<NaiveDate>, WireError> {
    day(&filter.known_on)
}

/// A bound of a filter; undated where the text is empty.
pub(super) fn bound(text: &str) -> Result<When, WireError> {
    let when = read_written_date(text, "")?.when;
    if text.trim().is_empty() || !when.is_undated() { Ok(when) } else { Err(no_day(text)) }
}

/// The last day that a date can be; none where the text is empty.
pub(super) fn day(text: &str) -> Result<Option<NaiveDate>, WireError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    read_written_date(text, "")?.when.latest().map(Some).ok_or_else(|| no_day(text))
}

fn no_day(text: &str) -> WireError {
    WireError::new(ErrorCode::BadDate, format!("“{text}” is no day"), "Write it like 1 January 2021.")
}

fn events(ids: &[String]) -> Result<Vec<EventId>, WireError> {
    let event = |id: &String| {
        let none = || WireError::new(ErrorCode::NotFound, format!("there is no event “{id}”"), "");
        id.parse().map_err(|_| none())
    };
    ids.iter().map(event).collect()
}

fn left_out(day: NaiveDate, known: Known) -> wire::Known {
    let since = known.since.into_iter().map(|since| wire::SinceRow {
        event: since.event.to_string(),
        title: since.title,
        case: since.case.to_string(),
        case_name: since.case_name,
        published: view::date(&since.published),
        words: since.words,
    });
    wire::Known {
        day: day.to_string(),
        later: view::number(known.later),
        undated: view::number(known.undated),
        since: since.collect(),
    }
}

/// The origins of the accounts, each by its name or, where it has none, by its only document's title.
fn origins(read: Read<'_>, case: Option<CaseId>) -> Result<Vec<wire::Facet>, LibraryError> {
    let mut origin_of: HashMap<String, String> = HashMap::new();
    let mut shown: HashMap<String, String> = HashMap::new();
    for (origin, documents) in read.origins()? {
        for document in documents {
            if document == origin {
                shown.insert(origin.clone(), title_of(read, &document)?);
            }
            origin_of.insert(document, origin.clone());
        }
    }
    let cited = read.cited_documents(case)?;
    let named = cited.chunk_by(|(one, _), (two, _)| one == two).flat_map(|accounts| {
        // Each once, however many accounts of the event come from it.
        let origins = accounts.iter().filter_map(|(_, document)| origin_of.get(document).map(String::as_str));
        origins.collect::<BTreeSet<&str>>()
    });
    let shown = |value: &str| shown.get(value).cloned().unwrap_or_else(|| value.to_owned());
    Ok(facet(named, shown))
}

fn title_of(read: Read<'_>, document: &str) -> Result<String, LibraryError> {
    let id =
        document.parse().map_err(|_| StoreError::NotFound { what: "document", key: document.to_owned() })?;
    Ok(read.document_title(id)?)
}
