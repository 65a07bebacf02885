//! Sessions of proof-api on a clock that never differs.

use std::{
    path::Path,
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use proof_api::{CaseArgs, Host, ImportArgs, Message, NewArgs, Request, Session, WireError, handlers};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::Surroundings;
use proof_testkit::FixedWorld;
use proofline_tests::proofline;
use serde_json::{Value, json};

/// A window that hears.
struct Ear<F>(F);

impl<F: Fn(Message) + Send + Sync> Host for Ear<F> {
    fn send(&self, message: Message) {
        self.0(message);
    }
}

/// A session without a library, and what its window hears.
pub fn session() -> (Session, mpsc::Receiver<Message>) {
    session_later(0)
}

/// A session of so many days later. Its window does not hear how far the index is, which is told at any time.
pub fn session_later(days: u32) -> (Session, mpsc::Receiver<Message>) {
    let (sender, heard) = mpsc::channel();
    let sender = Mutex::new(sender);
    let hear = move |message| {
        if !matches!(message, Message::Index(_)) {
            sender.lock().unwrap().send(message).ok();
        }
    };
    (session_of(days, hear), heard)
}

/// A session without a library, whose window hears everything.
pub fn session_with_host(hear: impl Fn(Message) + Send + Sync + 'static) -> Session {
    session_of(0, hear)
}

fn session_of(days: u32, hear: impl Fn(Message) + Send + Sync + 'static) -> Session {
    let worker = Path::new(proofline().get_program()).to_owned();
    let world = Arc::new(FixedWorld::later(days));
    let make = move || Surroundings {
        world: world.clone(),
        extractor: Extractor::new(WorkerCommand::new(&worker), Limits::default()),
    };
    Session::new(Arc::new(Ear(hear)), Box::new(make))
}

/// A session with a new library in `folder` that has one case, “Case”.
pub fn with_library(folder: &Path) -> (Session, mpsc::Receiver<Message>) {
    let (session, heard) = session();
    let path = folder.join("library").to_str().unwrap().to_owned();
    handlers::library_new(&session, NewArgs { path, sample: false }).unwrap();
    handlers::case_add(&session, CaseArgs { name: "Case".to_owned(), ..CaseArgs::default() }).unwrap();
    (session, heard)
}

/// Imports files into the case and waits for the end.
pub fn import(
    session: &Session,
    heard: &mpsc::Receiver<Message>,
    paths: &[&Path],
) -> Vec<proof_api::wire::ImportRow> {
    let paths = paths.iter().map(|path| path.to_str().unwrap().to_owned()).collect();
    let args = ImportArgs { paths, case: Some("Case".to_owned()), ..ImportArgs::default() };
    handlers::import_start(session, args).unwrap();
    let mut rows = Vec::new();
    loop {
        let message = heard.recv_timeout(Duration::from_mins(1)).expect("the import goes on");
        if let Message::Import(progress) = message {
            rows.extend(progress.rows);
            assert!(progress.done <= progress.total && progress.error.is_none());
            if progress.finished {
                return rows;
            }
        }
    }
}

/// Sends a request as a window does.
#[allow(clippy::needless_pass_by_value, reason = "json!(…) is written at the call")]
pub fn ask(session: &Session, command: &str, args: Value) -> Result<Value, WireError> {
    let request: Request = serde_json::from_value(json!({ "command": command, "args": args })).unwrap();
    session.call(request)
}

/// The answer to a request that should succeed.
#[allow(clippy::needless_pass_by_value, reason = "json!(…) is written at the call")]
pub fn told(session: &Session, command: &str, args: Value) -> Value {
    ask(session, command, args.clone()).unwrap_or_else(|error| panic!("{command} {args}: {error:?}"))
}

/// All that the library says of itself, by every command that lists: what an act changes, and its undo brings back.
pub fn state(session: &Session) -> Value {
    let timeline = told(session, "timeline", json!({ "filter": {} }));
    let rows = timeline["rows"].as_array().unwrap();
    let events: Vec<Value> =
        rows.iter().map(|row| told(session, "event_show", json!({ "event": row["event"] }))).collect();
    let all = || json!({ "case": null });
    let documents = told(session, "document_list", all());
    let documents = documents.as_array().unwrap();
    let register = told(session, "register", json!({ "order": {}, "from": 0, "count": 500 }));
    json!({
        "timeline": timeline,
        "events": events,
        "cases": told(session, "case_list", json!({})),
        "parties": told(session, "party_list", all()),
        "amounts": told(session, "amount_list", all()),
        "documents": documents.iter().map(stated_of).collect::<Vec<_>>(),
        "marks": documents.iter().map(|row| told(session, "document_marks", json!({ "document": row["document"] }))).collect::<Vec<_>>(),
        "colours": told(session, "colour_list", json!({})),
        "register": register["rows"].as_array().unwrap().iter().map(stated_of).collect::<Vec<_>>(),
        "register facets": told(session, "register_facets", all()),
        "schemes": told(session, "scheme_list", all()),
        "productions": told(session, "production_list", all()),
        "facets": told(session, "timeline_facets", all()),
        "next": told(session, "next_list", all()),
        "notes": told(session, "note_list", json!({})),
        "views": told(session, "view_list", json!({})),
        "saved searches": saved_searches(session),
        "review": told(session, "review", json!({})),
    })
}

/// The saved searches without when each was looked at, which nobody states.
fn saved_searches(session: &Session) -> Vec<Value> {
    let rows = told(session, "search_saved_list", json!({}));
    rows.as_array().unwrap().iter().map(|row| json!([row["name"], row["search"]])).collect()
}

/// A document without what the ledger says of it: that a number came again by redo stands on another line of it, and a
/// verification is not undone.
fn stated_of(row: &Value) -> Value {
    let mut row = row.clone();
    let fields = row.as_object_mut().unwrap();
    for field in ["custody", "verified_at"] {
        fields.remove(field);
    }
    for field in ["exhibits", "bates"] {
        if let Some(Value::Array(numbers)) = fields.get_mut(field).filter(|list| list[0].is_object()) {
            *numbers = numbers.iter().map(|number| number["shown"].clone()).collect();
        }
    }
    row
}
