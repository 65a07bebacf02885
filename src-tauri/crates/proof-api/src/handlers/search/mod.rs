//! Searching everything: hits by kind, what they can be narrowed down to, and what was taken instead.

mod facets;
mod hit;
mod instead;

use std::time::Instant;

use chrono::{DateTime, Datelike, NaiveDate};
use proof_library::{Filters, Found, LibraryError, Query, Read, SearchRequest};
use proof_model::When;

use crate::{
    Session, WireError,
    args::{DateFilter, SearchArgs, SearchFilters},
    view, wire,
};

/// Pages in an answer, where no number is asked for.
const LIMIT: u32 = 50;

/// Searches everything.
///
/// # Errors
/// Where the query does not parse, with the character and the plain reading.
pub fn search(session: &Session, args: SearchArgs) -> Result<wire::SearchAnswer, WireError> {
    let library = session.library()?;
    let began = Instant::now();
    let query = Query::parse(&args.query).map_err(LibraryError::Query)?;
    let request = library.read(|read| request(read, &args))?;
    let found = library.search(&query, &request)?;
    let building = library.index_state().map(view::building);
    let answer = library.read(|read| answer(read, &query, &request, found))?;
    Ok(wire::SearchAnswer { building, took_ms: began.elapsed().as_secs_f64() * 1000.0, ..answer })
}

fn request(read: Read<'_>, args: &SearchArgs) -> Result<SearchRequest, LibraryError> {
    let case = args.case.as_deref().map(|key| case_id(read, key)).transpose()?;
    Ok(SearchRequest {
        case,
        filters: filters(read, &args.filters)?,
        limit: args.limit.unwrap_or(LIMIT) as usize,
        offset: args.offset as usize,
        facets: args.facets,
        added_after: args.since.as_deref().map(milliseconds).transpose()?,
        ..SearchRequest::default()
    })
}

fn filters(read: Read<'_>, chosen: &SearchFilters) -> Result<Filters, LibraryError> {
    Ok(Filters {
        cases: chosen.cases.iter().map(|key| case_id(read, key)).collect::<Result<_, _>>()?,
        kinds: chosen.kinds.clone(),
        types: chosen.types.iter().flat_map(|types| facets::media_types(types)).collect(),
        tags: chosen.tags.clone(),
        people: chosen.people.clone(),
        languages: chosen.languages.clone(),
        dates: chosen.dates.as_ref().map(days).transpose()?,
    })
}

/// A time in milliseconds since 1970.
fn milliseconds(since: &str) -> Result<u64, LibraryError> {
    let refused =
        || LibraryError::Refused(format!("“{since}” is no time: write it as in 2021-02-25T10:00:00Z"));
    let time = DateTime::parse_from_rfc3339(since).map_err(|_| refused())?;
    Ok(u64::try_from(time.timestamp_millis()).unwrap_or_default())
}

fn case_id(read: Read<'_>, key: &str) -> Result<String, LibraryError> {
    Ok(read.find_case(key)?.id.to_string())
}

/// From the first day of the one to the last of the other, as the index counts days.
fn days(filter: &DateFilter) -> Result<(proof_model::DateKind, i32, i32), LibraryError> {
    let day = |day: Option<NaiveDate>, open| day.map_or(open, |day| day.num_days_from_ce());
    let (from, to) = (When::parse(&filter.from)?, When::parse(&filter.to)?);
    Ok((filter.date, day(from.earliest(), i32::MIN), day(to.latest(), i32::MAX)))
}

fn answer(
    read: Read<'_>,
    query: &Query,
    request: &SearchRequest,
    found: Found,
) -> Result<wire::SearchAnswer, LibraryError> {
    let kinds = found.kinds.iter();
    // Where something near was taken, its words are the ones that stand on the pages.
    let instead = Query::parse(&found.instead_typed).ok().filter(|query| !query.is_empty());
    let query = instead.as_ref().unwrap_or(query);
    Ok(wire::SearchAnswer {
        total: view::number(found.pages),
        items: view::number(found.total),
        hits: hit::hits(read, query, found.hits, request.limit)?,
        kinds: kinds.map(|&(kind, count)| wire::KindCount { kind, count: view::number(count) }).collect(),
        facets: found.facets.map(|counted| facets::facets(read, counted)).transpose()?,
        new: view::number(found.added),
        instead_query: found.instead_typed,
        instead: found.instead.as_ref().map(instead::words).unwrap_or_default(),
        ..wire::SearchAnswer::default()
    })
}
