//! Every act: done, undone and done again, with the whole library looked at each time.

use proof_api::{Mode, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::session::{import, session_later, state, told, with_library};

/// A library in which every act has something to be done to.
struct Scene {
    _folder: TempDir,
    session: Session,
    /// The accounts of the event “Ban”, the older one first.
    accounts: [Value; 2],
    /// A role of Anne.
    role: Value,
    /// A note on the event “Ban”.
    note: Value,
    /// A highlight in the note.
    highlight: Value,
    /// Where the note was found.
    place: Value,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (session, heard) = with_library(folder.path());
        let note = folder.path().join("note.txt");
        std::fs::write(
            &note,
            "The ban began in October 2020. The ban began in March 2021. A fine of 750000.",
        )
        .unwrap();
        import(&session, &heard, &[&note]);
        let do_it = |command, args| told(&session, command, args);
        do_it("case_add", case("Other", &[]));
        do_it(
            "relation_add",
            json!({ "from": "Case", "kind": "waits_on", "to": "Other", "note": "It must." }),
        );
        do_it("event_add", event("Ban", "2020-10", &["Anne", "The authority"], &["October 2020"]));
        let rival = json!({ "event": "Ban", "cite": cite("March 2021"), "date": "March 2021", "asserted_by": "Anne" });
        let ban = do_it("account_add", rival);
        for title in ["Filing", "Hearing", "Reply"] {
            do_it("event_add", event(title, "2021-06-24", &["Anna"], &[]));
        }
        do_it(
            "event_edit",
            json!({ "event": "Hearing", "status": "scheduled", "tags": ["court", "public"] }),
        );
        do_it("party_add", json!({ "name": "Nobody", "kind": "class" }));
        do_it("role_add", json!({ "party": "Anna", "role": "witness", "date": "2021/.." }));
        let anne =
            do_it("role_add", json!({ "party": "Anne", "role": "judge", "case": "Case", "date": "2020~" }));
        let note = do_it("note_add", json!({ "event": "Ban", "body": "Ask *again*." }));
        for on in ["event", "party", "case"] {
            let about = match on {
                "event" => "Reply",
                "party" => "Anna",
                _ => "Case",
            };
            do_it("note_add", json!({ on: about, "body": "Ask." }));
        }
        do_it("view_save", json!({ "name": "Mine", "filter": { "kinds": ["ban"] } }));
        do_it("search_save", json!({ "name": "Bans", "search": { "query": "ban" } }));
        let accounts = [0, 1].map(|at: usize| ban["accounts"][at]["account"].clone());
        do_it(
            "document_mark",
            json!({ "documents": ["note.txt"], "starred": true, "relevance": "key", "add_tags": ["old"] }),
        );
        let highlight =
            do_it("annotation_add", json!({ "cite": cite("A fine"), "colour": "green", "note": "Which?" }));
        let place = do_it("document_show", json!({ "document": "note.txt" }))["locations"][0]["path"].clone();
        let (role, note) = (anne["roles"][0]["role_id"].clone(), note["note"].clone());
        let highlight = highlight["annotation"].clone();
        Self { _folder: folder, session, accounts, role, note, highlight, place }
    }

    /// Every act by its name, with the request that makes it.
    fn acts(&self) -> Vec<(&'static str, &'static str, Value)> {
        let [first, second] = &self.accounts;
        let sum = json!([{ "kind": "fined", "currency": "EUR", "low": "750000", "as_stated": "750,000", "converted": "" }]);
        let mut added = event("Fine", "2021-07", &["Somebody new"], &["fine of 750000"]);
        added["amounts"] = sum.clone();
        let mut third = case("Third", &["A-1"]);
        third["summary"] = json!("One more.");
        vec![
            ("add case Third", "case_add", third),
            (
                "change case Case",
                "case_edit",
                json!({ "case": "Case", "name": "Renamed", "dockets": ["B-2"], "status": "pending" }),
            ),
            (
                "relate Other to Case",
                "relation_add",
                json!({ "from": "Other", "kind": "appeals", "to": "Case" }),
            ),
            (
                "no longer relate Case to Other",
                "relation_remove",
                json!({ "from": "Case", "kind": "waits_on", "to": "Other" }),
            ),
            ("add event Fine", "event_add", added),
            (
                "change event Ban",
                "event_edit",
                json!({ "event": "Ban", "title": "First ban", "status": "disputed", "case": "Other" }),
            ),
            (
                "change event Ban",
                "event_edit",
                json!({ "event": "Ban", "parties": [{ "party": "Somebody new" }, { "party": "Anne" }] }),
            ),
            ("change event Hearing", "event_edit", json!({ "event": "Hearing", "tags": ["public", "new"] })),
            ("change date of Ban", "event_edit", json!({ "event": "Ban", "date": "about 2019" })),
            ("star Ban", "event_edit", json!({ "event": "Ban", "starred": true })),
            ("move Reply", "event_move", json!({ "event": "Reply", "by": -2 })),
            (
                "choose whom the date of Ban follows",
                "event_follow",
                json!({ "event": "Ban", "account": second, "reason": "It was there." }),
            ),
            ("merge events into Ban", "event_merge", json!({ "into": "Ban", "from": ["Hearing", "Reply"] })),
            (
                "split event Ban",
                "event_split",
                json!({ "event": "Ban", "accounts": [second], "title": "Second ban" }),
            ),
            ("remove event Ban", "event_remove", json!({ "event": "Ban" })),
            (
                "add an account to Filing",
                "account_add",
                json!({ "event": "Filing", "asserted_by": "Anne", "stance": "denies", "amounts": sum, "quantities": ["nine"] }),
            ),
            (
                "add an account to Filing",
                "account_add",
                json!({ "event": "Filing", "cite": cite("A fine of 750000"), "date": "June 2021" }),
            ),
            (
                "change the account of Anne",
                "account_edit",
                json!({ "account": second, "amounts": sum, "quantities": ["two"], "stance": "alleges", "date": "2020-10" }),
            ),
            ("remove the account of note.txt", "account_remove", json!({ "account": first })),
            ("add Somebody", "party_add", json!({ "name": "Somebody", "kind": "organisation" })),
            ("change Anne", "party_edit", json!({ "party": "Anne", "name": "Anne L.", "kind": "class" })),
            ("remove Nobody", "party_remove", json!({ "party": "Nobody" })),
            ("merge people into Anne", "party_merge", json!({ "into": "Anne", "from": ["Anna", "Nobody"] })),
            (
                "add role claimant of Nobody",
                "role_add",
                json!({ "party": "Nobody", "role": "claimant", "case": "Other", "date": "since 2019" }),
            ),
            (
                "change role judge of Anne",
                "role_edit",
                json!({ "role_id": self.role, "role": "presiding judge", "case": "", "date": "2019/2020", "note": "As told." }),
            ),
            ("remove role judge of Anne", "role_remove", json!({ "role_id": self.role })),
            ("add a note on Anne", "note_add", json!({ "party": "Anne", "body": "# Call" })),
            ("change a note on Ban", "note_edit", json!({ "note": self.note, "body": "Asked." })),
            ("remove a note on Ban", "note_remove", json!({ "note": self.note })),
            (
                "save view Bans",
                "view_save",
                json!({ "name": "Bans", "filter": { "text": "ban", "in_conflict": true } }),
            ),
            ("save view Mine", "view_save", json!({ "name": "Mine", "filter": { "starred": true } })),
            ("remove view Mine", "view_remove", json!({ "name": "Mine" })),
            (
                "change document note.txt",
                "document_edit",
                json!({
                    "document": "note.txt", "title": "Note", "published": "May 2021", "file_in": ["Other"], "take_out_of": ["Case"],
                }),
            ),
        ]
    }

    /// Every act on saved searches.
    fn searches() -> Vec<(&'static str, &'static str, Value)> {
        vec![
            ("save search Fines", "search_save", json!({ "name": "Fines", "search": { "query": "fine" } })),
            (
                "save search Bans of 2020",
                "search_save",
                json!({ "name": "Bans of 2020", "search": { "query": "ban october" }, "was": "Bans" }),
            ),
            ("remove search Bans", "search_saved_remove", json!({ "name": "Bans" })),
        ]
    }

    /// Every act on the document as evidence.
    fn evidence(&self) -> Vec<(&'static str, &'static str, Value)> {
        vec![
            (
                "mark note.txt as reviewed",
                "document_mark",
                json!({ "documents": ["note.txt"], "reviewed": true }),
            ),
            (
                "mark note.txt as privileged",
                "document_mark",
                json!({ "documents": ["note.txt"], "privilege": "legal advice" }),
            ),
            (
                "mark note.txt as not judged",
                "document_mark",
                json!({ "documents": ["note.txt"], "relevance": "" }),
            ),
            (
                "tag note.txt",
                "document_mark",
                json!({ "documents": ["note.txt"], "add_tags": ["new"], "remove_tags": ["old"], "add_issues": ["fine"] }),
            ),
            ("file note.txt", "document_mark", json!({ "documents": ["note.txt"], "file_in": ["Other"] })),
            (
                "change note.txt",
                "document_mark",
                json!({ "documents": ["note.txt"], "starred": false, "confidential": true, "add_tags": ["new"] }),
            ),
            (
                "change where note.txt came from",
                "location_edit",
                json!({
                    "document": "note.txt", "path": self.place, "obtained": "by e-mail", "obtained_by": "Anne",
                    "obtained_from": "the authority", "obtained_on": "about May 2021", "account": "anne@desk",
                }),
            ),
            (
                "highlight a passage of note.txt",
                "annotation_add",
                json!({ "cite": cite("March 2021"), "colour": "pink" }),
            ),
            (
                "add a note to a passage of note.txt",
                "annotation_add",
                json!({ "cite": cite("October 2020"), "colour": "blue", "note": "Ask." }),
            ),
            (
                "change a highlight in note.txt",
                "annotation_edit",
                json!({ "annotation": self.highlight, "colour": "orange", "note": "" }),
            ),
            (
                "remove a highlight from note.txt",
                "annotation_remove",
                json!({ "annotation": self.highlight }),
            ),
            ("name the colour green", "colour_name", json!({ "colour": "green", "name": "helps us" })),
            (
                "change document note.txt",
                "document_edit",
                json!({
                    "document": "note.txt", "event_date": "2019", "captured": "May 2021",
                    "dates_from": [{ "date": "event", "read_from": "text", "detail": "page 1" }],
                }),
            ),
        ]
    }

    fn next_undo(&self) -> Value {
        told(&self.session, "library_info", json!({}))["undo"].clone()
    }

    fn verified(&self) {
        let report = told(&self.session, "verify", json!({}));
        assert_eq!(report["ok"], true, "{report}");
    }
}

fn case(name: &str, dockets: &[&str]) -> Value {
    json!({ "name": name, "kind": "litigation", "forum": "", "dockets": dockets })
}

fn event(title: &str, date: &str, people: &[&str], quotes: &[&str]) -> Value {
    let people: Vec<Value> = people.iter().map(|name| json!({ "party": name })).collect();
    let cites: Vec<Value> = quotes.iter().map(|quote| cite(quote)).collect();
    json!({ "case": "Case", "title": title, "kind": "", "status": "", "date": date, "parties": people, "cites": cites })
}

fn cite(quote: &str) -> Value {
    json!({ "document": "note.txt", "page": 1, "quote": quote })
}

#[test]
fn every_act_is_undone_without_a_trace_and_done_again_as_it_was() {
    let scene = Scene::new();
    let session = &scene.session;
    let before = state(session);
    let acts = scene.acts().into_iter().chain(Scene::searches()).chain(scene.evidence());
    for (name, command, args) in acts {
        told(session, command, args.clone());
        assert_eq!(scene.next_undo(), name, "{command} {args}");
        let after = state(session);
        assert_ne!(after, before, "{name} changed nothing: {args}");
        assert_eq!(told(session, "undo", json!({}))["act"], name);
        same(&state(session), &before, &format!("after undo of {name}"));
        assert_eq!(told(session, "redo", json!({}))["act"], name);
        same(&state(session), &after, &format!("after redo of {name}"));
        scene.verified();
        told(session, "undo", json!({}));
        same(&state(session), &before, &format!("after the second undo of {name}"));
    }
    scene.verified();
}

#[test]
fn what_a_merge_gives_over_and_a_split_takes_is_all_there() {
    let scene = Scene::new();
    let session = &scene.session;
    let hearing = told(session, "event_show", json!({ "event": "Hearing" }));
    let merged = told(session, "event_merge", json!({ "into": "Ban", "from": ["Hearing", "Reply"] }));
    assert_eq!((&merged["title"], &merged["date"]["edtf"]), (&json!("Ban"), &json!("2020-10")));
    assert_eq!(merged["tags"], hearing["tags"]);
    let names: Vec<&Value> =
        merged["parties"].as_array().unwrap().iter().map(|party| &party["name"]).collect();
    assert_eq!(names, ["Anna", "Anne", "The authority"]);
    let notes = told(session, "note_list", json!({ "event": "Ban" }));
    assert_eq!(notes.as_array().unwrap().len(), 2, "its own, and Reply's: {notes}");
    let split = json!({ "event": "Ban", "accounts": [scene.accounts[1]], "title": "Second ban" });
    let split = told(session, "event_split", split);
    assert_eq!(split["date"]["edtf"], "2021-03", "the date of the account that went over");
    assert_eq!((split["accounts"].as_array().unwrap().len(), &split["parties"]), (1, &merged["parties"]));
    let rest = told(session, "event_show", json!({ "event": "Ban" }));
    assert_eq!((rest["accounts"].as_array().unwrap().len(), &rest["conflicts"]), (1, &json!([])));
    scene.verified();
}

#[test]
fn two_hundred_acts_are_undone_after_the_library_was_closed_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _heard) = with_library(folder.path());
    let library = folder.path().join("library");
    told(
        &session,
        "event_add",
        json!({ "case": "Case", "title": "T", "kind": "", "status": "", "date": "", "cites": [] }),
    );
    let before = state(&session);
    for number in 0..210 {
        told(&session, "event_edit", json!({ "event": "T", "kind": format!("filing {number}") }));
    }
    let after = state(&session);
    drop(session);
    let repeat = |days: u32, act: &str, expected: &Value| {
        let (session, _heard) = session_later(days);
        session.open(&library, Mode::Write).unwrap();
        for _ in 0..210 {
            told(&session, act, json!({}));
        }
        same(&state(&session), expected, &format!("after 210 times {act}"));
        let report = told(&session, "verify", json!({}));
        assert_eq!(report["ok"], true, "{report}");
    };
    repeat(1, "undo", &before);
    repeat(2, "redo", &after);
}

/// That two states are one, or else the first list in which they differ.
fn same(found: &Value, expected: &Value, when: &str) {
    for (list, value) in expected.as_object().unwrap() {
        assert_eq!(&found[list], value, "{list} {when}");
    }
}
