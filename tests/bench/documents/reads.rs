//! Reading the register: parts of it, in every order.

use anyhow::{Context, Result, ensure};
use proof_api::Session;
use serde_json::{Value, json};

use crate::{
    library::{CASES, DOCUMENTS, FREQUENT, RARE, TAGS},
    measure::{Times, repeat, report},
    session::call,
};

/// How often each thing is done.
const RUNS: usize = 30;
/// How many rows the window asks for together.
const ROWS: usize = 200;
/// Milliseconds within which a click is to be answered; this is the part of it that the back end has.
const CLICK: f64 = 100.0;

pub fn measure(session: &Session) -> Result<()> {
    let whole = part(session, &json!({}), 0)?;
    ensure!(whole["total"] == DOCUMENTS, "the register has {} documents", whole["total"]);
    fresh(session, "register of all, first 200 rows", &json!({}))?;
    for sort in ["title", "dated", "published", "kind", "source", "pages", "mark", "relevance"] {
        fresh(session, &format!("register sorted by {sort}"), &json!({"sort": sort}))?;
    }
    for (what, filter) in [
        ("a rare word", json!({"text": RARE})),
        ("a frequent word", json!({"text": FREQUENT})),
        ("two words", json!({"text": "invoice harbour"})),
        ("an exhibit's mark", json!({"text": "px-0042"})),
        ("a tag", json!({"tags": [TAGS[3]]})),
        ("a kind", json!({"kinds": ["e-mail"]})),
        ("a case", json!({"case": CASES[2]})),
        ("exhibits", json!({"exhibited": true})),
        ("not reviewed", json!({"reviewed": false})),
        ("dates", json!({"from": "2014", "to": "March 2016"})),
        ("five at once", five()),
    ] {
        fresh(session, &format!("register filtered: {what}"), &json!({"filter": filter}))?;
    }
    fresh(session, "register grouped by year", &json!({"group": "year"}))?;
    fresh(session, "register grouped by year, sorted by title", &json!({"group": "year", "sort": "title"}))?;
    fresh(session, "register grouped by family", &json!({"group": "family"}))?;
    kept(session)?;
    repeat("register: what can be filtered by", RUNS, None, || {
        call(session, "register_facets", &json!({"case": null}))
    })
}

fn five() -> Value {
    json!({"text": "quay", "kinds": ["PDF"], "tags": [TAGS[0], TAGS[1]], "reviewed": true, "from": "2012"})
}

/// The first part of an order that is not the one that the library has kept.
fn fresh(session: &Session, what: &str, order: &Value) -> Result<()> {
    let found = part(session, order, 0)?["total"].as_u64().unwrap_or(0);
    ensure!(found > 0, "{what}: no document passes");
    let mut times = Times::default();
    for _ in 0..=RUNS {
        // Another order takes the place of the one that is kept.
        call(session, "register", &asked(&json!({"filter": {"tags": ["no such tag"]}}), 0))?;
        times.take(|| call(session, "register", &asked(order, 0)))?;
    }
    report(what, &times.warm(), Some(CLICK));
    Ok(())
}

/// What a window asks for while one scrolls through an order that is kept, and goes from one document to it.
fn kept(session: &Session) -> Result<()> {
    let order = json!({"sort": "title"});
    let mut from = 0;
    repeat("register: 200 rows further on in a kept order", RUNS, Some(CLICK), || {
        from = (from + 37_003) % DOCUMENTS;
        call(session, "register", &asked(&order, from))
    })?;
    let rows = part(session, &order, DOCUMENTS / 2)?["rows"].take();
    let document = rows[0]["document"].as_str().context("the register has no middle")?.to_owned();
    repeat("register: the place of a document in a kept order", RUNS, Some(CLICK), || {
        call(session, "register_place", &json!({"order": order, "document": document}))
    })?;
    repeat("register: all identifiers of a kept order", RUNS, None, || {
        call(session, "register_match", &order)
    })
}

fn part(session: &Session, order: &Value, from: usize) -> Result<Value> {
    Ok(serde_json::from_str(&call(session, "register", &asked(order, from))?)?)
}

fn asked(order: &Value, from: usize) -> Value {
    json!({"order": order, "from": from, "count": ROWS})
}
