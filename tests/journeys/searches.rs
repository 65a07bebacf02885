use std::{fs, path::PathBuf, sync::Arc};

use proof_api::{Host, Message, Session};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::Surroundings;
use proof_testkit::FixedWorld;
use proofline_tests::proofline;
use serde_json::{Value, json};

use crate::{
    session::{ask, session_later, told, with_library},
    terminal::Terminal,
};

fn search(query: &str) -> Value {
    let none = json!([]);
    let filters = json!({
        "cases": none, "kinds": none, "types": none, "tags": none, "people": none, "languages": none, "dates": null,
    });
    json!({ "query": query, "case": null, "filters": filters })
}

fn names(rows: &Value) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[test]
fn a_search_is_kept_renamed_replaced_and_forgotten_and_each_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = with_library(folder.path());
    let save = |args| told(&session, "search_save", args);
    save(json!({ "name": " Fines ", "search": search("fine") }));
    let rows = save(json!({ "name": "Bans", "search": { "query": "ban", "case": "Case" } }));
    assert_eq!(names(&rows), ["Bans", "Fines"]);
    assert_eq!(rows[1]["search"], search("fine"));
    let case = told(&session, "case_list", json!({}))[0]["case"].clone();
    assert_eq!(rows[0]["search"]["case"], case, "a case is kept by its identifier");
    let renamed = save(json!({ "name": "All fines", "search": search("fines"), "was": "Fines" }));
    assert_eq!(names(&renamed), ["All fines", "Bans"]);
    told(&session, "undo", json!({}));
    assert_eq!(told(&session, "search_saved_list", json!({})), rows);
    told(&session, "search_saved_remove", json!({ "name": "Bans" }));
    assert_eq!(names(&told(&session, "search_saved_list", json!({}))), ["Fines"]);
    told(&session, "undo", json!({}));
    assert_eq!(told(&session, "search_saved_list", json!({})), rows, "and when it was looked at, too");
    let verified = told(&session, "verify", json!({}));
    assert_eq!(verified["problems"], json!([]), "{verified}");
}

#[test]
fn a_search_that_cannot_be_asked_or_named_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = with_library(folder.path());
    for (args, code) in [
        (json!({ "name": "Broken", "search": { "query": "(fine" } }), "bad_query"),
        (json!({ "name": "  ", "search": { "query": "fine" } }), "bad_value"),
        (json!({ "name": "Of no case", "search": { "query": "fine", "case": "Nowhere" } }), "not_found"),
        (json!({ "name": "New", "search": { "query": "fine" }, "was": "Never" }), "not_found"),
    ] {
        let error = ask(&session, "search_save", args.clone()).unwrap_err();
        assert_eq!(serde_json::to_value(error.code).unwrap(), code, "{args}");
    }
    assert_eq!(told(&session, "search_saved_list", json!({})), json!([]));
}

#[test]
fn looking_at_a_search_is_remembered_and_is_no_act() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = with_library(folder.path());
    let saved = told(&session, "search_save", json!({ "name": "Fines", "search": search("fine") }));
    let library = folder.path().join("library");
    drop(session);
    let (session, _) = session_later(2);
    told(&session, "library_open", json!({ "path": library }));
    let ledger = |session: &Session| told(session, "ledger", json!({})).as_array().unwrap().len();
    let before = ledger(&session);
    let looked = told(&session, "search_saved_look", json!({ "name": "Fines" }));
    assert_eq!(looked, saved[0], "it is given as it was last looked at");
    let now = told(&session, "search_saved_list", json!({}))[0]["looked_at"].clone();
    assert!(now.as_str() > looked["looked_at"].as_str(), "{now} is later than {looked}");
    assert_eq!(ledger(&session), before);
    assert_eq!(
        told(&session, "library_info", json!({}))["undo"],
        "save search Fines",
        "undo does not know of it"
    );
}

#[test]
fn the_command_keeps_lists_runs_and_removes_searches() {
    let terminal = Terminal::new();
    terminal.json(&["search", "fine", "--save", "Fines"]);
    let listed = terminal.json(&["saved", "list"]);
    assert_eq!((names(&listed), &listed[0]["new"]), (vec!["Fines"], &json!(0)));
    assert!(terminal.run(&["saved", "list"]).succeeded().out.contains("Fines  fine"));
    assert_eq!(
        terminal.json(&["saved", "run", "Fines"])["total"],
        terminal.json(&["search", "fine"])["total"]
    );
    terminal.run(&["saved", "remove", "Fines"]).succeeded();
    assert_eq!(terminal.json(&["saved", "list"]), json!([]));
    assert_eq!(terminal.run(&["saved", "run", "Fines"]).code, 1);
}

/// A program that remembers in a folder.
struct Remembers(PathBuf);

impl Host for Remembers {
    fn send(&self, _: Message) {}

    fn state_folder(&self) -> Option<PathBuf> {
        Some(self.0.clone())
    }
}

fn remembering(folder: PathBuf) -> Session {
    // One world for both libraries, so that each has an identifier of its own.
    let world = Arc::new(FixedWorld::new());
    let make = move || Surroundings {
        world: world.clone(),
        extractor: Extractor::new(WorkerCommand::new(proofline().get_program()), Limits::default()),
    };
    Session::new(Arc::new(Remembers(folder)), Box::new(make))
}

fn queries(recent: &Value) -> Vec<&str> {
    let searches = recent["searches"].as_array().unwrap();
    searches.iter().map(|search| search["query"].as_str().unwrap()).collect()
}

#[test]
fn recent_searches_stay_on_the_computer_each_with_its_library() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state/proofline");
    let session = remembering(state.clone());
    let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
    told(&session, "library_new", json!({ "path": first, "sample": false }));
    for query in ["zweck", "ban", "zweck"] {
        told(&session, "search_recent_add", search(query));
    }
    assert_eq!(queries(&told(&session, "search_recent_list", json!({}))), ["zweck", "ban"]);
    assert!(fs::read_dir(&state).unwrap().count() == 1, "one file, and none half written");
    for file in fs::read_dir(&first).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
    {
        let bytes = fs::read(&file).unwrap();
        assert!(!bytes.windows(5).any(|part| part == b"zweck"), "{} tells of it", file.display());
    }
    told(&session, "library_new", json!({ "path": second, "sample": false }));
    assert_eq!(told(&session, "search_recent_list", json!({}))["searches"], json!([]));
    told(&session, "library_open", json!({ "path": first }));
    let again = remembering(state);
    drop(session);
    told(&again, "library_open", json!({ "path": first }));
    assert_eq!(queries(&told(&again, "search_recent_list", json!({}))), ["zweck", "ban"]);
    assert_eq!(queries(&told(&again, "search_recent_clear", json!({}))), [""; 0]);
    let off = told(&again, "search_recent_remember", json!({ "on": false }));
    assert_eq!(off["on"], false);
    assert_eq!(queries(&told(&again, "search_recent_add", search("secret"))), [""; 0]);
}

#[test]
fn a_program_without_a_place_for_it_remembers_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = with_library(folder.path());
    let nothing = json!({ "on": null, "searches": [] });
    assert_eq!(told(&session, "search_recent_add", search("fine")), nothing);
    assert_eq!(told(&session, "search_recent_list", json!({})), nothing);
}

#[test]
fn a_document_of_a_year_may_be_of_a_month_and_says_so() {
    let terminal = Terminal::new();
    for (name, published) in [("whole.txt", "2021"), ("known.txt", "14 June 2021"), ("other.txt", "May 2021")]
    {
        let file = terminal.file(name, format!("The fine of {name} was paid."));
        terminal.run(&["import", &file, "--case", "Case"]).succeeded();
        terminal.run(&["document", "edit", name, "--published", published]).succeeded();
    }
    let found = |query: &str| {
        let told = terminal.run(&["search", query]).succeeded().out;
        let names =
            ["whole", "known", "other"].into_iter().filter(|name| told.contains(&format!("{name}.txt (")));
        let possibly = told.lines().filter(|line| line.ends_with(", possibly")).count();
        (names.collect::<Vec<_>>(), possibly)
    };
    assert_eq!(found("fine published:2021-06"), (vec!["whole", "known"], 1));
    assert_eq!(found("fine NOT published:2021-06"), (vec!["whole", "other"], 1));
    assert_eq!(found("published:>=2021-06-14 published:<=2021-06-14"), (vec!["whole", "known"], 1));
    assert_eq!(found("published:2020"), (vec![], 0));
}
