//! Opening, reading and filtering.

use anyhow::Result;
use proof_api::Session;
use proof_library::LineFilter;
use serde_json::{Value, json};
use std::path::Path;

use crate::{
    library::CASES,
    measure::{Times, repeat, report},
    session::{call, open, refused},
};

/// How often each thing is done.
const RUNS: usize = 30;
/// The same for what takes seconds.
const FEW: usize = 5;
/// Milliseconds within which a filter is to be on screen; this is the part of it that the back end has.
const FILTER: f64 = 100.0;

/// The day as known on which a timeline is shown: about half of the accounts were published by then.
const DAY: &str = "2018-01-01";

pub fn measure(library: &Path) -> Result<()> {
    let mut opening = Times::default();
    for _ in 0..RUNS {
        opening.take(|| open(library))?;
    }
    report("library opened", &opening, None);
    let session = open(library)?;
    let facade = session.library().map_err(refused)?;
    repeat("lines of all events, read", RUNS, None, || {
        Ok(facade
            .read::<_, proof_library::LibraryError>(|read| Ok(read.lines(&LineFilter::default())?))?
            .len())
    })?;
    for (what, command, args) in [
        ("timeline of all events, as JSON", "timeline", json!({"filter": {}})),
        ("timeline of one case, as JSON", "timeline", json!({"filter": {"case": CASES[0]}})),
        ("what can be filtered by", "timeline_facets", json!({"case": null})),
        ("state of the library", "library_info", json!({})),
    ] {
        repeat(what, RUNS, None, || call(&session, command, &args))?;
    }
    filters(&session)?;
    let known = json!({"known_on": DAY});
    repeat("as known on a day, as JSON", FEW, None, || {
        call(&session, "timeline", &json!({"filter": known}))
    })?;
    repeat("filter: as known on a day", FEW, Some(FILTER), || call(&session, "timeline_match", &known))
}

/// Each kind of filter, by the command that the window calls.
fn filters(session: &Session) -> Result<()> {
    let facets: Value = serde_json::from_str(&call(session, "timeline_facets", &json!({"case": null}))?)?;
    let first = |facet: &str| facets[facet][0]["value"].clone();
    for (what, filter) in [
        ("one letter", json!({"text": "e"})),
        ("a word", json!({"text": "disclosure"})),
        ("two words", json!({"text": "harrow hearing"})),
        ("words that no line has", json!({"text": "zweckbestimmung"})),
        ("case", json!({"case": CASES[3]})),
        ("kind", json!({"kinds": [first("kinds")]})),
        ("party", json!({"parties": [first("parties")]})),
        ("status", json!({"statuses": ["confirmed"]})),
        ("tag", json!({"tags": [first("tags")]})),
        ("dates", json!({"from": "2014", "to": "March 2016"})),
        ("origin", json!({"origins": [first("origins")]})),
        ("in conflict", json!({"in_conflict": true})),
        ("unsupported", json!({"support": ["nothing", "allegation", "one_origin"]})),
        ("next", json!({"next": true})),
        ("starred", json!({"starred": true})),
        (
            "five at once",
            json!({"text": "costs", "kinds": [first("kinds")], "statuses": ["reported"],
            "tags": [first("tags")], "from": "2012"}),
        ),
    ] {
        repeat(&format!("filter: {what}"), RUNS, Some(FILTER), || call(session, "timeline_match", &filter))?;
    }
    Ok(())
}
