//! What a table says that cannot be used.

use std::path::Path;

use serde_json::{Value, json};

use super::{Desk, counts, refusals};
use crate::session::{ask, state, told};

#[test]
fn a_bad_row_of_events_is_named_with_its_column_and_reason() {
    let desk = Desk::with_note();
    let other =
        json!({ "name": "Other", "kind": "", "forum": "", "dockets": [], "status": "", "summary": "" });
    told(&desk.session, "case_add", other);
    let good = desk.file("good.csv", "Key,Title,Date\nA1,Fine,2021\nA2,Fine,2022\n");
    assert_eq!(counts(&desk.take(&good, "events", false)), [2, 0, 0, 0]);
    let bad = "Key,Case,Title,Date,Status,People,Star\n\
        B1,Nowhere,T,2021,,,\nB2,Case,,2021,,,\nB3,Case,T,32 May 2021,,New person,\nB4,Case,T,03/04/2021,,,\n\
        B5,Case,T,2021,sure,,\nB6,Case,T,2021,,Ann [robot],\nB7,Case,T,2021,,New person,perhaps\n\
        B7,Case,T,2021,,,\nA1,Other,Fine,2021,,,\nA2,Case,,2022,,,\nB8,Case,T,Tuesday,,,\n";
    let before = state(&desk.session);
    let taken = desk.take(&desk.file("bad.csv", bad), "events", true);
    let expect = [
        "2 Case: there is no case “Nowhere”",
        "3 Title: a new event needs a title",
        "4 Date: “32 May 2021” cannot be read as a date",
        "5 Date: “03/04/2021” is more than one date: 3 April 2021 (2021-04-03) or 4 March 2021 (2021-03-04)",
        "6 Status: “sure” is none of alleged",
        "7 People: “robot”, after Ann, is no kind of party: person, organisation, class",
        "8 Star: “perhaps” is neither yes nor empty",
        "9 Key: “B7” stands in row 8 already",
        "10 Key: “A1” is the key of an event of Case",
        "11 Title: an event needs a title",
        "12 Date: “Tuesday” at character 1 is told from the date of its source",
    ];
    check(&refusals(&taken), &expect);
    assert_eq!(state(&desk.session), before, "a refused row leaves nothing");
}

#[test]
fn a_bad_row_of_accounts_is_named_with_its_column_and_reason() {
    let desk = Desk::with_note();
    desk.take(&desk.file("good.csv", "Key,Title,Date\nA1,Fine,2021\nA2,Fine,2022\n"), "events", false);
    let bad = "Event,Asserted by,Stance,Date,Document,Page,Quote,Sums\n\
        A1,Ann,shouts,2021,,,,\nA9,Ann,,,,,,\nFine,Ann,,,,,,\nA1,,,,,,,\nA1,Ann,,soon,,,,\n\
        A1,Ann,,,none.txt,1,x,\nA1,Ann,,,note.txt,9,x,\nA1,Ann,,,note.txt,one,x,\n\
        A1,Ann,,,note.txt,1,twice,\nA1,Ann,,,note.txt,1,thrice,\nA1,Ann,,,note.txt,,The fine,\n\
        A1,Ann,,,,,,fined EUR\n,Ann,,,,,,\n";
    let before = state(&desk.session);
    let taken = desk.take(&desk.file("bad.csv", bad), "accounts", true);
    let expect = [
        "2 Stance: “shouts” is none of reports",
        "3 Event: there is no event “A9”",
        "4 Event: “Fine” fits 2 events",
        "5 Asserted by: an account needs a passage, or who asserts it",
        "6 Date: “soon” cannot be read as a date",
        "7 Document: there is no document “none.txt”",
        "8 Page: “note.txt” has no page 9",
        "9 Page: “one” is no page",
        "10 Quote: note.txt, page 1: the page contains “twice” 2 times",
        "11 Quote: note.txt, page 1: the page does not contain “thrice”",
        "12 Page: a passage is a document, a page and a quote",
        "13 Sums: “fined EUR” is no sum",
        "14 Event: names no event",
    ];
    check(&refusals(&taken), &expect);
    assert_eq!(state(&desk.session), before, "a refused row leaves nothing");
}

fn check(said: &[String], expect: &[&str]) {
    assert_eq!(said.len(), expect.len(), "{said:#?}");
    for (said, expect) in said.iter().zip(expect) {
        assert!(said.starts_with(expect), "{said}\nis not\n{expect}");
    }
}

#[test]
fn what_cannot_be_read_or_written_is_refused_with_its_path_and_nothing_is_done() {
    let desk = Desk::with_note();
    let letter = desk.file("letter.pdf", "%PDF-1.4\n%%EOF");
    let table = desk.file("table.csv", "A,B\n1,2\n");
    let before = (state(&desk.session), desk.ledger());
    let check = |command: &str, args: Value, words: &[&str]| {
        let error = ask(&desk.session, command, args).unwrap_err();
        for word in words {
            assert!(error.message.contains(word), "“{word}” is not in: {}", error.message);
        }
    };
    check("table_open", json!({ "path": letter }), &["letter.pdf", "a PDF"]);
    check("table_open", json!({ "path": desk.path("none.csv") }), &["none.csv", "no such file"]);
    check("table_plan", json!({ "path": letter, "what": "events" }), &["letter.pdf", "a PDF"]);
    let plan = |more: Value, words: &[&str]| {
        let mut plan = json!({ "path": table, "what": "events" });
        plan.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        check("table_plan", plan, words);
    };
    plan(json!({ "what": "things" }), &["“things”"]);
    plan(json!({ "sheet": "Second" }), &["Second", "table.csv"]);
    plan(json!({ "mapping": ["title", "colour"] }), &["“colour” is no field of events"]);
    plan(json!({ "mapping": ["title", "title"] }), &["“B”"]);
    plan(json!({ "mapping": ["title", null, "date"] }), &["3 columns", "has 2"]);
    plan(json!({ "case": "Nowhere" }), &["Nowhere"]);
    plan(json!({ "first": "year" }), &["“year”"]);
    plan(json!({ "reference": "soon" }), &["“soon”"]);
    let write = |path: &str, what: &str, words: &[&str]| {
        check("table_write", json!({ "path": desk.path(path), "what": what, "filter": {} }), words);
    };
    write("none/out.csv", "events", &["none/out.csv", "could not be written"]);
    write("out.csv", "", &["out.csv", "events or accounts"]);
    write("out.doc", "events", &["out.doc", ".xlsx"]);
    assert!(!Path::new(&desk.path("out.doc")).exists());
    assert_eq!((state(&desk.session), desk.ledger()), before);
}
