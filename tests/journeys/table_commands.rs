//! Tables in and out at a terminal.

use serde_json::Value;

use crate::terminal::Terminal;

fn counts(plan: &Value) -> [u64; 4] {
    ["added", "changed", "unchanged", "refused"].map(|key| plan[key].as_u64().unwrap())
}

/// Runs a command whose JSON comes with an exit code of its own.
fn plan(terminal: &Terminal, code: i32, arguments: &[&str]) -> Value {
    let answer = terminal.run(&[arguments, &["--json"]].concat());
    assert_eq!(answer.code, code, "{arguments:?}: {}{}", answer.out, answer.error);
    serde_json::from_str(&answer.out).unwrap()
}

fn state(terminal: &Terminal) -> [Value; 4] {
    ["event", "party", "amount", "case"].map(|what| terminal.json(&[what, "list"]))
}

#[test]
fn what_a_sample_writes_as_a_table_changes_nothing_when_it_is_taken_in() {
    let terminal = Terminal::with_sample();
    let before = state(&terminal);
    let (events, accounts) = (before[0].as_array().unwrap().len(), before[0].as_array().unwrap());
    let accounts: usize = accounts.iter().map(|event| event["accounts"].as_array().unwrap().len()).sum();
    let file = |name: &str| terminal.path().join(name).to_str().unwrap().to_owned();
    let (csv, more, book) = (file("events.csv"), file("accounts.csv"), file("both.xlsx"));
    terminal.run(&["table", "write", &csv, "--as", "events"]).succeeded();
    terminal.run(&["table", "write", &more, "--as", "accounts"]).succeeded();
    let written = terminal.json(&["table", "write", &book]);
    assert_eq!((&written["events"], &written["accounts"]), (&events.into(), &accounts.into()));
    let check = |rows: usize, arguments: &[&str]| {
        let imported = plan(&terminal, 0, &[&["table", "import"], arguments].concat());
        assert_eq!(counts(&imported), [0, 0, rows as u64, 0], "{arguments:?}: {imported}");
        assert_eq!(state(&terminal), before, "{arguments:?}");
    };
    check(events, &[&csv]);
    check(accounts, &[&more]);
    check(events, &[&book]);
    check(accounts, &[&book, "--sheet", "Accounts"]);
    for title in ["First ban", "Second ban lifted"] {
        terminal.run(&["event", "edit", title, "--tag", "another", "--date", "2019", "--star"]).succeeded();
    }
    let back = plan(&terminal, 0, &["table", "import", &csv]);
    assert_eq!(counts(&back), [0, 2, events as u64 - 2, 0], "{back}");
    assert_eq!(state(&terminal), before, "the table brings back what it was written from");
    assert!(terminal.run(&["undo"]).succeeded().out.contains("import table events.csv"));
    assert_ne!(state(&terminal), before);
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn a_table_of_the_events_that_pass_a_filter_holds_those() {
    let terminal = Terminal::with_sample();
    let path = terminal.path().join("next.csv").to_str().unwrap().to_owned();
    let written = terminal.json(&["table", "write", &path, "--as", "events", "--view", "Next"]);
    assert_eq!(written["events"], terminal.json(&["next"]).as_array().unwrap().len());
    let preview = terminal.json(&["table", "show", &path]);
    assert_eq!(preview["sheets"][0]["rows"], written["events"]);
}

#[test]
fn a_refused_row_keeps_a_table_out_unless_the_good_rows_alone_are_asked_for() {
    let terminal = Terminal::new();
    let mut rows = String::from("No,What,When,In\n");
    for number in 1..=60 {
        let date = if number % 20 == 0 { "03/04/2021" } else { "4 August 2020" };
        rows.push_str(&format!("n{number},Event {number},{date},\n"));
    }
    let path = terminal.file("events.csv", &rows);
    let columns =
        ["--column", "No=key", "--column", "What=title", "--column", "When=date", "--column", "In="];
    let asked = |verb: &'static str, more: &[&'static str]| {
        [&["table", verb, &path, "--as", "events", "--case", "Case"], &columns[..], more].concat()
    };
    let dry = plan(&terminal, 1, &asked("plan", &[]));
    assert_eq!((counts(&dry), &dry["done"]), ([57, 0, 0, 3], &false.into()));
    let refused: Vec<&Value> =
        dry["rows"].as_array().unwrap().iter().filter(|row| row["standing"] == "refused").collect();
    assert_eq!(refused.iter().map(|row| row["row"].as_u64().unwrap()).collect::<Vec<_>>(), [21, 41, 61]);
    assert!(refused[0]["words"].as_str().unwrap().contains("more than one date"), "{dry}");
    assert_eq!(plan(&terminal, 1, &asked("import", &[]))["done"], false);
    let count = || terminal.json(&["event", "list"]).as_array().unwrap().len();
    assert_eq!(count(), 0, "none of them");
    let said = terminal.run(&asked("import", &["--good-rows-only"]));
    assert_eq!((said.code, count()), (1, 57), "{}", said.out);
    assert!(said.out.contains("row    21  refused") && said.out.contains("57 added"), "{}", said.out);
    let again = plan(&terminal, 0, &asked("import", &["--first", "day"]));
    assert_eq!((counts(&again), count()), ([3, 0, 57, 0], 60), "a second import knows its rows by their key");
    terminal.run(&["undo"]).succeeded();
    terminal.run(&["undo"]).succeeded();
    assert_eq!(count(), 0);
}

#[test]
fn a_table_that_cannot_be_taken_in_or_written_says_why() {
    let terminal = Terminal::new();
    let path = terminal.file("events.csv", "What,When\nA,2020\n");
    let check = |code: i32, arguments: &[&str], words: &[&str]| {
        crate::bad_input::refused(&terminal, &[&["table"], arguments].concat(), code, words);
    };
    check(1, &["show", "/no/such.csv"], &["/no/such.csv", "no such file"]);
    check(2, &["plan", &path, "--column", "Who=title"], &["no column “Who”", "What, When"]);
    check(2, &["plan", &path, "--as", "events", "--column", "What=name"], &["“name” is no field", "title"]);
    check(2, &["plan", &path, "--column", "What"], &["HEAD=FIELD"]);
    check(2, &["import", &path, "--sheet", "Second"], &["no sheet “Second”"]);
    check(2, &["import", &path, "--as", "people"], &["people", "accounts"]);
    check(2, &["import", &path, "--first", "year"], &["year", "month"]);
    check(2, &["write", "/tmp/table.doc"], &["/tmp/table.doc", ".xlsx"]);
    check(2, &["write", "/tmp/table.csv"], &["/tmp/table.csv", "events or accounts"]);
    check(1, &["write", "/no/such/folder/table.csv", "--as", "events"], &["/no/such/folder"]);
    check(1, &["write", "/no/such/folder/table.xlsx", "--case", "Nobody"], &["no case “Nobody”"]);
}
