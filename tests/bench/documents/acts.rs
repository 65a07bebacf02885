//! Acts on documents, each with the undo that takes it back, by the commands that the window calls.

use anyhow::{Context, Result, ensure};
use proof_api::Session;
use serde_json::{Value, json};

use crate::{
    measure::{Times, report},
    session::call,
};

/// How often each act is done, each time to other documents.
const RUNS: usize = 5;

pub fn measure(session: &Session) -> Result<()> {
    let order = json!({"filter": {"reviewed": false}, "sort": "title"});
    let ids: Vec<String> = serde_json::from_str(&call(session, "register_match", &order)?)?;
    for (what, count) in [("1 document marked as reviewed", 1), ("1,000 documents marked as reviewed", 1_000)]
    {
        both(session, what, &ids, count, |documents| {
            ("document_mark", json!({"documents": documents, "reviewed": true}))
        })?;
    }
    both(session, "1,000 documents tagged", &ids, 1_000, |documents| {
        ("document_mark", json!({"documents": documents, "add_tags": ["a new tag"]}))
    })?;
    exhibits(session)
}

/// Documents of a case that are no exhibits yet, marked with the next numbers of its scheme.
fn exhibits(session: &Session) -> Result<()> {
    let schemes: Value = serde_json::from_str(&call(session, "scheme_list", &json!({"case": null}))?)?;
    let (scheme, case) = (schemes[0]["scheme"].clone(), schemes[0]["case"].clone());
    let order = json!({"filter": {"case": case, "exhibited": false}});
    let ids: Vec<String> = serde_json::from_str(&call(session, "register_match", &order)?)?;
    both(session, "200 documents marked as exhibits", &ids, 200, |documents| {
        ("exhibit_assign", json!({"scheme": scheme, "documents": documents}))
    })
}

/// An act on so many documents at a time, and its undo.
fn both(
    session: &Session,
    what: &str,
    ids: &[String],
    count: usize,
    act: impl Fn(&[String]) -> (&'static str, Value),
) -> Result<()> {
    ensure!(ids.len() >= count * (RUNS + 1), "there are {} documents only to be changed", ids.len());
    let mut times = (Times::default(), Times::default());
    for documents in ids.chunks_exact(count).take(RUNS + 1) {
        let (command, args) = act(documents);
        times.0.take(|| call(session, command, &args)).with_context(|| what.to_owned())?;
        times.1.take(|| call(session, "undo", &json!({})))?;
    }
    report(&format!("act: {what}"), &times.0.warm(), None);
    report(&format!("its undo: {what}"), &times.1.warm(), None);
    Ok(())
}
