//! Acts, each with the undo that takes it back, by the commands that the window calls.

use anyhow::{Context, Result};
use proof_api::Session;
use serde_json::{Value, json};

use crate::{
    library::CASES,
    measure::{Times, report},
    session::call,
};

/// How often each act is done, each time to another event.
const RUNS: usize = 40;
/// Milliseconds that an act may take at the façade.
const ACT: f64 = 20.0;

pub fn measure(session: &Session) -> Result<()> {
    let timeline: Value =
        serde_json::from_str(&call(session, "timeline", &json!({"filter": {"case": CASES[1]}}))?)?;
    let rows = timeline["rows"].as_array().context("the timeline has no rows")?;
    // Far apart, and each one once: none of them is warm from the act before.
    let events: Vec<Value> =
        rows.iter().step_by(rows.len() / (2 * RUNS + 2)).map(|row| row["event"].clone()).collect();
    let cite = passage(session, &rows[0]["event"])?;
    for (what, command, args) in ACTS {
        let mut times = (Times::default(), Times::default());
        for pair in events.chunks_exact(2).take(RUNS + 1) {
            let args = args(&pair[0], &pair[1], &cite);
            times.0.take(|| call(session, command, &args))?;
            times.1.take(|| call(session, "undo", &json!({})))?;
        }
        report(&format!("act: {what}"), &times.0.warm(), Some(ACT));
        report(&format!("its undo: {what}"), &times.1.warm(), Some(ACT));
    }
    Ok(())
}

/// The name of an act, its command, and its arguments for one event, another, and a passage to cite.
type Act = (&'static str, &'static str, fn(&Value, &Value, &Value) -> Value);

const ACTS: &[Act] = &[
    (
        "title changed",
        "event_edit",
        |event, _, _| json!({"event": event, "title": "A title of another kind"}),
    ),
    (
        "date changed",
        "event_edit",
        |event, _, _| json!({"event": event, "date": "between May and July 2017"}),
    ),
    ("tags changed", "event_edit", |event, _, _| json!({"event": event, "tags": ["audit", "new tag"]})),
    ("star given", "event_edit", |event, _, _| json!({"event": event, "starred": true})),
    ("event added", "event_add", |_, _, cite| {
        json!({"case": CASES[1], "title": "A new event", "kind": "hearing", "status": "reported",
               "date": "4 May 2017", "parties": [{"party": "A new person"}], "cites": [cite]})
    }),
    (
        "account added",
        "account_add",
        |event, _, cite| json!({"event": event, "cite": cite, "date": "5 May 2017", "asserted_by": "A new person"}),
    ),
    ("two merged", "event_merge", |event, other, _| json!({"into": event, "from": [other]})),
    ("event removed", "event_remove", |event, _, _| json!({"event": event})),
];

/// The passage that an event's first account cites.
fn passage(session: &Session, event: &Value) -> Result<Value> {
    let shown: Value = serde_json::from_str(&call(session, "event_show", &json!({"event": event}))?)?;
    let account = &shown["accounts"][0];
    Ok(json!({"document": account["document"], "page": account["page"], "quote": account["quote"]}))
}
