//! The order of events of one date, made by hand, and dates that follow an account.

use proof_api::Session;
use serde_json::{Value, json};

use crate::session::{ask, import, told, with_library};

fn add(session: &Session, case: &str, title: &str, date: &str) {
    let args = json!({ "case": case, "title": title, "kind": "", "status": "", "date": date, "cites": [] });
    told(session, "event_add", args);
}

fn titles(session: &Session, case: &str) -> String {
    let timeline = told(session, "timeline", json!({ "filter": { "case": case } }));
    let rows = timeline["rows"].as_array().unwrap();
    rows.iter().map(|row| row["title"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_order_made_by_hand_outlives_other_changes_and_is_left_with_the_date() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _heard) = with_library(folder.path());
    told(&session, "case_add", json!({ "name": "Other", "kind": "", "forum": "", "dockets": [] }));
    add(&session, "Case", "Before", "2021-06-23");
    for title in ["A", "B", "C", "D"] {
        add(&session, "Case", title, "2021-06-24");
    }
    add(&session, "Other", "X", "2021-06-24");
    let mut told_so_far: Vec<String> = Vec::new();
    let mut check = |command: &str, args: Value, expect: &str| {
        told_so_far.push(titles(&session, "Case"));
        told(&session, command, args.clone());
        assert_eq!(titles(&session, "Case"), expect, "after {command} {args}");
    };
    check("event_move", json!({ "event": "C", "by": -2 }), "Before C A B D");
    check("event_move", json!({ "event": "A", "by": 2 }), "Before C B D A");
    check("event_edit", json!({ "event": "B", "title": "Bb", "tags": ["t"] }), "Before C Bb D A");
    check("event_edit", json!({ "event": "D", "starred": true }), "Before C Bb D A");
    check("account_add", json!({ "event": "C", "asserted_by": "Anne" }), "Before C Bb D A");
    check("event_remove", json!({ "event": "D" }), "Before C Bb A");
    check("event_move", json!({ "event": "A", "by": -1 }), "Before C A Bb");
    check("event_edit", json!({ "event": "A", "date": "2021-06-23" }), "Before A C Bb");
    check("event_edit", json!({ "event": "A", "date": "2021-06-24" }), "Before C Bb A");
    check("event_edit", json!({ "event": "C", "case": "Other" }), "Before Bb A");
    assert_eq!(titles(&session, "Other"), "C X", "in its new case it stands where its age puts it");
    for expect in told_so_far.iter().rev() {
        told(&session, "undo", json!({}));
        assert_eq!(&titles(&session, "Case"), expect);
    }
    assert_eq!(told(&session, "verify", json!({}))["ok"], true);
}

#[test]
fn an_event_cannot_be_moved_past_the_events_of_its_date() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _heard) = with_library(folder.path());
    add(&session, "Case", "A", "2021-06");
    add(&session, "Case", "B", "2021-06-24");
    add(&session, "Case", "C", "2021-06-24");
    let check = |event: &str, by: i32, words: &str| {
        let error = ask(&session, "event_move", json!({ "event": event, "by": by })).unwrap_err();
        assert!(error.message.contains(words), "{error:?}");
        assert_eq!(titles(&session, "Case"), "A B C");
    };
    check("A", 1, "no other event of this case has this date");
    check("C", 1, "at the end of the events of its date");
    check("B", -3, "at the end of the events of its date");
    check("B", 0, "at the end of the events of its date");
    told(&session, "event_move", json!({ "event": "B", "by": 99 }));
    assert_eq!(titles(&session, "Case"), "A C B", "as far as it goes");
}

#[test]
fn a_date_that_follows_an_account_goes_where_the_account_goes() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let note = folder.path().join("note.txt");
    std::fs::write(&note, "The ban began in March 2021.").unwrap();
    import(&session, &heard, &[&note]);
    add(&session, "Case", "Ban", "2020-10");
    let cite = json!({ "document": "note.txt", "page": 1, "quote": "in March 2021" });
    let ban = told(&session, "account_add", json!({ "event": "Ban", "cite": cite, "date": "March 2021" }));
    let account = &ban["accounts"][0]["account"];
    let date = || told(&session, "event_show", json!({ "event": "Ban" }))["date"]["edtf"].clone();
    let follow = json!({ "event": "Ban", "account": account, "reason": "It was there." });
    let followed = told(&session, "event_follow", follow);
    assert_eq!(followed["follows"], json!({ "account": account, "reason": "It was there." }));
    assert_eq!(date(), "2021-03");
    told(&session, "account_edit", json!({ "account": account, "date": "1 March 2021" }));
    assert_eq!(date(), "2021-03-01");
    told(&session, "undo", json!({}));
    assert_eq!(date(), "2021-03");
    let edited = told(&session, "event_edit", json!({ "event": "Ban", "date": "April 2021" }));
    assert_eq!(edited["follows"], Value::Null, "a date given by hand follows nobody");
    told(&session, "account_edit", json!({ "account": account, "date": "2 March 2021" }));
    assert_eq!(date(), "2021-04");
    for expect in ["2021-04", "2021-03", "2020-10"] {
        told(&session, "undo", json!({}));
        assert_eq!(date(), expect);
    }
    told(&session, "redo", json!({}));
    let unfollowed = told(&session, "event_follow", json!({ "event": "Ban", "account": null }));
    assert_eq!((&unfollowed["follows"], date()), (&Value::Null, json!("2021-03")));
    let undated = json!({ "event": "Ban", "asserted_by": "Anne" });
    let undated = told(&session, "account_add", undated);
    let none =
        undated["accounts"].as_array().unwrap().iter().find(|row| row["asserted_by"] == "Anne").unwrap();
    let refused = ask(&session, "event_follow", json!({ "event": "Ban", "account": none["account"] }));
    assert!(refused.unwrap_err().message.contains("states no date"));
}
