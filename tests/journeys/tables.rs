//! Tables of events and accounts, out of a library and back into it.

mod refused;

use std::{fmt::Write as _, fs};

use proof_api::{NewArgs, Session, handlers};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::session::{import, session, state, told, with_library};

/// A library, and a folder beside it for tables.
struct Desk {
    folder: TempDir,
    session: Session,
}

impl Desk {
    fn with_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (session, _) = session();
        let path = folder.path().join("library").to_str().unwrap().to_owned();
        handlers::library_new(&session, NewArgs { path, sample: true }).unwrap();
        Self { folder, session }
    }

    /// With one case, “Case”, and one note of which passages can be cited.
    fn with_note() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (session, heard) = with_library(folder.path());
        let note = folder.path().join("note.txt");
        fs::write(&note, "The fine was 5.7 million. They paid twice, and twice they appealed.").unwrap();
        import(&session, &heard, &[&note]);
        Self { folder, session }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, text: &str) -> String {
        fs::write(self.folder.path().join(name), text).unwrap();
        self.path(name)
    }

    fn write(&self, name: &str, what: &str) -> (String, Value) {
        let path = self.path(name);
        let wrote = told(&self.session, "table_write", json!({ "path": path, "what": what, "filter": {} }));
        (path, wrote)
    }

    fn plan(&self, path: &str, what: &str) -> Value {
        told(&self.session, "table_plan", json!({ "path": path, "what": what, "case": "Case" }))
    }

    fn take(&self, path: &str, what: &str, good_rows_only: bool) -> Value {
        let plan = json!({ "path": path, "what": what, "case": "Case" });
        told(&self.session, "table_import", json!({ "plan": plan, "good_rows_only": good_rows_only }))
    }

    /// Takes a table in of which every row names its case or its event.
    fn take_as_it_is(&self, path: &str, what: &str) -> Value {
        let plan = json!({ "path": path, "what": what });
        told(&self.session, "table_import", json!({ "plan": plan, "good_rows_only": false }))
    }

    fn ledger(&self) -> Value {
        told(&self.session, "ledger", json!({ "limit": 5 }))
    }

    fn verifies(&self) -> bool {
        told(&self.session, "verify", json!({}))["ok"] == true
    }
}

fn counts(plan: &Value) -> [u64; 4] {
    ["added", "changed", "unchanged", "refused"].map(|name| plan[name].as_u64().unwrap())
}

/// Each refused row as `row column: words`.
fn refusals(plan: &Value) -> Vec<String> {
    let rows = plan["rows"].as_array().unwrap().iter().filter(|row| row["standing"] == "refused");
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    rows.map(|row| format!("{} {}: {}", row["row"], text(&row["column"]), text(&row["words"]))).collect()
}

#[test]
fn a_round_trip_over_the_whole_sample_changes_nothing() {
    let desk = Desk::with_sample();
    let (before, ledger) = (state(&desk.session), desk.ledger());
    for (file, written) in [("e.csv", "events"), ("a.csv", "accounts"), ("both.xlsx", "")] {
        let (path, wrote) = desk.write(file, written);
        for what in ["events", "accounts"].into_iter().filter(|what| written.is_empty() || *what == written) {
            let rows = wrote[what].as_u64().unwrap();
            assert!(rows >= 30, "{wrote}");
            let plan = desk.take_as_it_is(&path, what);
            assert_eq!(counts(&plan), [0, 0, rows, 0], "{file} {what}: {:#?}", plan["rows"]);
        }
    }
    assert_eq!((state(&desk.session), desk.ledger()), (before, ledger));
    let preview = told(&desk.session, "table_open", json!({ "path": desk.path("both.xlsx") }));
    let sheets = preview["sheets"].as_array().unwrap();
    let shown: Vec<(&Value, usize)> =
        sheets.iter().map(|sheet| (&sheet["what"], sheet["sample"].as_array().unwrap().len())).collect();
    assert_eq!(shown, [(&json!("events"), 20), (&json!("accounts"), 20)]);
}

#[test]
fn a_sample_that_is_taken_into_another_library_is_the_same_there() {
    let (from, to) = (Desk::with_sample(), Desk::with_sample());
    let (events, wrote) = from.write("events.csv", "events");
    let (accounts, counted) = from.write("accounts.csv", "accounts");
    for event in told(&to.session, "timeline_match", json!({})).as_array().unwrap() {
        told(&to.session, "event_remove", json!({ "event": event }));
    }
    let taken = to.take_as_it_is(&events, "events");
    assert_eq!(counts(&taken), [wrote["events"].as_u64().unwrap(), 0, 0, 0], "{:#?}", refusals(&taken));
    let rows = counted["accounts"].as_u64().unwrap();
    let taken = to.take_as_it_is(&accounts, "accounts");
    assert_eq!(counts(&taken), [rows, 0, 0, 0], "{:#?}", refusals(&taken));
    let again = to.take_as_it_is(&accounts, "accounts");
    assert_eq!(counts(&again), [0, 0, rows, 0], "accounts are found by event, passage and asserter");
    let sorted = |path: &str| {
        let text = fs::read_to_string(path).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let written = to.write("events.csv", "events").0;
    assert_eq!(sorted(&written), sorted(&events), "keys, dates, people, tags, support and conflicts");
    assert!(to.verifies());
}

#[test]
fn a_changed_cell_changes_exactly_that() {
    let desk = Desk::with_note();
    let first = "Ref,When,What happened,Who,Issues,Key fact,Rests on\r\n\
        A1,2021-02,Fine,Ann Other; Regulator [organisation],money; court,yes,ignored\r\n\
        A2,about 2019,Filing,,,,\r\n";
    let path = desk.file("events.csv", first);
    assert_eq!(counts(&desk.take(&path, "events", false)), [2, 0, 0, 0]);
    assert_eq!(desk.ledger()[0]["act"], "import table events.csv");
    let same = first
        .replace("2021-02", "February 2021")
        .replace("money; court", "court ;money")
        .replace("Ann Other; Regulator [organisation]", "Regulator;Ann Other");
    let taken = desk.take(&desk.file("same.csv", &same), "events", false);
    assert_eq!(counts(&taken), [0, 0, 2, 0], "{taken}");
    let edited = first.replace(",Fine,", ",Fine paid,").replace("; court", "").replace(",yes,", ",,");
    let edited = desk.file("edited.csv", &edited);
    let before = state(&desk.session);
    let plan = desk.plan(&edited, "events");
    assert_eq!(state(&desk.session), before, "a plan does nothing");
    assert_eq!(counts(&plan), [0, 1, 1, 0]);
    let words =
        "what happened: “Fine” → “Fine paid”; issues: “court; money” → “money”; key fact: “yes” → empty";
    assert_eq!((&plan["rows"][0]["words"], &plan["done"]), (&json!(words), &json!(false)));
    let done = desk.take(&edited, "events", false);
    assert_eq!((&done["rows"], &done["done"]), (&plan["rows"], &json!(true)), "what is announced happens");
    let event = told(&desk.session, "event_show", json!({ "event": "Fine paid" }));
    assert_eq!((&event["date"]["edtf"], &event["tags"]), (&json!("2021-02"), &json!(["money"])));
    assert_eq!(event["starred"], false);
    let kinds: Vec<&Value> =
        event["parties"].as_array().unwrap().iter().map(|party| &party["kind"]).collect();
    assert_eq!(kinds, ["person", "organisation"]);
    let after = state(&desk.session);
    told(&desk.session, "undo", json!({}));
    assert_eq!(state(&desk.session), before);
    told(&desk.session, "redo", json!({}));
    assert_eq!(state(&desk.session), after);
    assert!(desk.verifies());
}

/// Ten thousand events, of which every two hundredth has a status that is none or a date that can be two.
fn many_rows() -> String {
    let mut text = "Key,Date,Title,Status,People\r\n".to_owned();
    for row in 0..10_000_u32 {
        let (date, status) = match (row % 200, row % 400) {
            (199, 399) => ("03/04/2021".to_owned(), "reported"),
            (199, _) => ("2021-02-03".to_owned(), "certain"),
            (other, _) => (format!("2021-{:02}-{:02}", other % 12 + 1, other % 28 + 1), "reported"),
        };
        writeln!(text, "K{row},{date},Event {row},{status},Person {}\r", row % 40).unwrap();
    }
    text
}

#[test]
fn ten_thousand_rows_with_fifty_bad_ones_come_in_all_together_or_the_good_ones() {
    let desk = Desk::with_note();
    let path = desk.file("many.csv", &many_rows());
    let before = (state(&desk.session), desk.ledger());
    let plan = desk.plan(&path, "events");
    let refused = desk.take(&path, "events", false);
    assert_eq!(counts(&refused), [9_950, 0, 0, 50]);
    assert_eq!((&refused["done"], &refused["rows"]), (&json!(false), &plan["rows"]));
    assert_eq!((state(&desk.session), desk.ledger()), before, "none");
    let said = refusals(&refused);
    assert_eq!(said.len(), 50);
    assert_eq!(said[0], "201 Status: “certain” is none of alleged, reported, confirmed, disputed, scheduled");
    assert!(said[1].starts_with("401 Date: “03/04/2021” is more than one date: 3 April 2021"), "{}", said[1]);
    let taken = desk.take(&path, "events", true);
    assert_eq!((counts(&taken), &taken["done"]), ([9_950, 0, 0, 50], &json!(true)));
    let events = || told(&desk.session, "timeline_match", json!({})).as_array().unwrap().len();
    assert_eq!(events(), 9_950);
    assert_eq!(told(&desk.session, "party_list", json!({})).as_array().unwrap().len(), 40);
    let ledger = desk.ledger();
    let again = desk.take(&path, "events", true);
    assert_eq!(
        (counts(&again), desk.ledger()),
        ([0, 0, 9_950, 50], ledger),
        "a second import changes nothing"
    );
    told(&desk.session, "undo", json!({}));
    assert_eq!(state(&desk.session), before.0, "one step takes all of it back");
    told(&desk.session, "redo", json!({}));
    assert_eq!(events(), 9_950);
}

#[test]
fn a_date_that_can_be_two_is_read_as_the_table_is_said_to_write_it() {
    let desk = Desk::with_note();
    let path = desk.file("dates.csv", "Title;Date\nOne;03/04/2021\nTwo;Tuesday\n");
    for (first, added, expect) in [("day", 2, "2021-04-03"), ("month", 1, "2021-03-04")] {
        let plan = json!({
            "path": path, "what": "events", "case": "Case", "first": first, "reference": "2021-04-22",
        });
        let taken = told(&desk.session, "table_import", json!({ "plan": plan, "good_rows_only": false }));
        assert_eq!(taken["added"], added, "without keys, title and date tell rows apart");
        let timeline = told(&desk.session, "timeline", json!({ "filter": { "text": "One" } }));
        let dates: Vec<&Value> =
            timeline["rows"].as_array().unwrap().iter().map(|row| &row["date"]["edtf"]).collect();
        assert!(dates.contains(&&json!(expect)), "{dates:?}");
    }
}

#[test]
fn accounts_are_added_changed_and_left_alone_by_what_they_cite() {
    let desk = Desk::with_note();
    desk.take(&desk.file("events.csv", "Key,Title,Date\nA1,Fine,2021\n"), "events", false);
    let rows = "Event,Asserted by,Stance,Date as stated,Date,Document,Page,Quote,Sums,Numbers\r\n\
        A1,Reuters,reports,early 2021,2021-01/2021-03,note.txt,1,The fine was 5.7 million,\
        \"fined USD 5700000 total \"\"5.7 million\"\"\",\"two children\r\nfive regulators\"\r\n\
        Fine,Ann,denies,,,,,,,\r\n";
    let path = desk.file("accounts.csv", rows);
    assert_eq!(counts(&desk.take(&path, "accounts", false)), [2, 0, 0, 0]);
    assert_eq!(counts(&desk.take(&path, "accounts", false)), [0, 0, 2, 0]);
    let cited = || {
        let event = told(&desk.session, "event_show", json!({ "event": "Fine" }));
        let accounts = event["accounts"].as_array().unwrap();
        accounts.iter().find(|account| account["asserted_by"] == "Reuters").unwrap().clone()
    };
    let account = cited();
    assert_eq!((&account["stated"], &account["verified"]), (&json!("early 2021"), &json!(true)));
    assert_eq!(account["quantities"], json!(["two children", "five regulators"]));
    assert_eq!(account["amounts"][0]["as_stated"], "5.7 million");
    let written = fs::read_to_string(desk.write("out.csv", "accounts").0).unwrap();
    let edited = written
        .replace("The fine was 5.7 million", "5.7 million")
        .replace("total \"\"5.7 million", "per_head \"\"5.7");
    let taken = desk.take(&desk.file("edited.csv", &edited), "accounts", false);
    assert_eq!(counts(&taken), [0, 1, 1, 0], "{taken}");
    let account = cited();
    assert_eq!((&account["quote"], &account["verified"]), (&json!("5.7 million"), &json!(true)));
    assert_eq!(account["amounts"][0]["scope"], "per_head");
    told(&desk.session, "undo", json!({}));
    assert_eq!(cited()["quote"], "The fine was 5.7 million");
    assert!(desk.verifies());
}

#[test]
fn what_a_spreadsheet_would_run_is_guarded_and_comes_back_exactly() {
    let desk = Desk::with_note();
    for title in ["=HYPERLINK(\"http://x\")", "'=1", "-5; \"a\"", "+44 20"] {
        let event = json!({
            "case": "Case", "title": title, "kind": "@k", "status": "", "date": "", "cites": [],
            "tags": ["=1; 2"], "parties": [{ "party": "\"Q\"; A [b]" }],
        });
        told(&desk.session, "event_add", event);
    }
    let before = state(&desk.session);
    let (path, _) = desk.write("guarded.csv", "events");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\"") && text.contains("'@k"), "{text}");
    assert_eq!(counts(&desk.take(&path, "events", false)), [0, 0, 4, 0]);
    let (path, _) = desk.write("typed.xlsx", "");
    assert_eq!(counts(&desk.take(&path, "events", false)), [0, 0, 4, 0]);
    let keyless = |line: &str| format!("{}\n", line.split_once(',').unwrap().1);
    let keyless = desk.file("keyless.csv", &text.lines().map(keyless).collect::<String>());
    let taken = desk.take(&keyless, "events", false);
    assert_eq!(counts(&taken), [0, 0, 4, 0], "found by title and date where there is no key: {taken}");
    assert_eq!(state(&desk.session), before);
}
