//! The sample, asked the questions for which it was made.

use serde_json::{Value, json};

use crate::terminal::Terminal;

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

/// Whether an account surely was published by a day.
fn known(account: &Value, day: &str) -> bool {
    account["published"]["latest"].as_str().is_some_and(|latest| latest <= day)
}

#[test]
fn longfield_was_commissioner_and_is_a_former_one_and_that_is_no_conflict() {
    let terminal = Terminal::with_sample();
    let page = terminal.json(&["party", "show", "Anne Longfield"]);
    let role = |words: &str| {
        let mut found =
            rows(&page["party"]["roles"]).iter().filter(|role| text(role, "role").contains(words));
        found.next().unwrap_or_else(|| panic!("no role {words}: {page}"))["date"].clone()
    };
    let (commissioner, former) = (role("Children's Commissioner"), role("former commissioner"));
    assert_eq!(
        (text(&commissioner, "display"), text(&former, "display")),
        ("until about December 2020", "since about April 2021")
    );
    assert!(
        text(&commissioner, "latest") < text(&former, "earliest"),
        "the one ends before the other begins"
    );
    let events = terminal.json(&["event", "list", "--person", "Anne Longfield"]);
    assert_eq!(rows(&events).len(), rows(&page["events"]).len());
    for event in rows(&events) {
        assert_eq!(event["conflicts"], json!([]), "{}", event["title"]);
    }
    for title in [
        "Anne Longfield is described as Children's Commissioner for England",
        "Anne Longfield is described as a former commissioner",
    ] {
        assert!(rows(&events).iter().any(|event| text(event, "title") == title), "{title}");
    }
}

#[test]
fn the_sums_that_differ_are_told_with_who_states_them() {
    let terminal = Terminal::with_sample();
    let conflicts = terminal.json(&["timeline", "--conflict"]);
    assert_eq!(rows(&conflicts).len(), 1, "{conflicts}");
    let words = conflicts[0]["conflicts"][0].as_str().unwrap();
    for part in
        ["sums settled differ", "US$92,000,000 in total", "US$29,000,000 in total", "please check the sums"]
    {
        assert!(words.contains(part), "“{part}” in: {words}");
    }
    let shown = terminal.run(&["timeline", "--conflict"]).succeeded().out;
    assert!(shown.contains(&format!("! {words}")), "{shown}");
}

#[test]
fn longfield_waits_on_lloyd() {
    let terminal = Terminal::with_sample();
    let shown = terminal.run(&["case", "show", "Longfield v TikTok"]).succeeded().out;
    assert!(shown.contains("waits on Lloyd v Google: "), "{shown}");
    let lloyd = terminal.json(&["case", "show", "Lloyd v Google"]);
    let longfield = terminal.json(&["case", "show", "Longfield v TikTok"]);
    assert_eq!(
        (&longfield["relations"][0]["kind"], &longfield["relations"][0]["to"]),
        (&json!("waits_on"), &lloyd["case"])
    );
}

#[test]
fn as_known_on_a_day_shows_only_what_was_published_by_then_and_what_changed_since() {
    let terminal = Terminal::with_sample();
    let day = "2021-01-01";
    let all = terminal.json(&["timeline"]);
    let then = terminal.json(&["timeline", "--known-on", day]);
    let (mut shown, mut later, mut undated) = (0, 0, 0);
    for event in rows(&all) {
        let accounts = rows(&event["accounts"]);
        let expected: Vec<&Value> = accounts
            .iter()
            .filter(|account| known(account, day))
            .map(|account| &account["account"])
            .collect();
        undated += accounts.iter().filter(|account| account["published"]["edtf"] == "").count();
        later += accounts
            .iter()
            .filter(|account| account["published"]["edtf"] != "" && !known(account, day))
            .count();
        let row = rows(&then["rows"]).iter().find(|row| row["event"] == event["event"]);
        let found: Vec<&Value> = row.map_or(Vec::new(), |row| {
            rows(&row["accounts"]).iter().map(|account| &account["account"]).collect()
        });
        assert_eq!(found, expected, "{}", event["title"]);
        assert_eq!(row.is_some(), !expected.is_empty(), "{}", event["title"]);
        shown += expected.len();
        let since = rows(&then["known"]["since"]).iter().find(|since| since["event"] == event["event"]);
        let changed =
            accounts.iter().any(|account| account["published"]["edtf"] != "" && !known(account, day));
        assert_eq!(since.is_some(), changed, "{}", event["title"]);
        let became_known = since.is_some_and(|since| since["words"] == "became known");
        assert_eq!(became_known, changed && expected.is_empty(), "{}", event["title"]);
    }
    assert!(shown > 0 && later > 0 && undated > 0, "the sample has all three: {shown}, {later}, {undated}");
    assert_eq!((&then["known"]["later"], &then["known"]["undated"]), (&json!(later), &json!(undated)));
    let words = terminal.run(&["timeline", "--known-on", "1 January 2021"]).succeeded().out;
    for part in [
        &*format!("{later} accounts left out: published later"),
        &*format!("{undated} accounts left out: day"),
        "changed since",
    ] {
        assert!(words.contains(part), "“{part}” in {words}");
    }
    assert!(!words.split("as known on").next().unwrap().contains("1.5 billion"), "published on 24 June 2021");
}

#[test]
fn the_three_ready_views_hold_what_they_promise_and_nothing_else() {
    let terminal = Terminal::with_sample();
    let documents = terminal.json(&["document", "list"]);
    let origin = |document: &Value| {
        let row = rows(&documents).iter().find(|row| row["document"] == *document).unwrap();
        if row["origin"] == "" { document.clone() } else { json!(text(row, "origin").to_lowercase()) }
    };
    let unsupported = |event: &Value| {
        let cited: Vec<&Value> =
            rows(&event["accounts"]).iter().filter(|account| !account["quote"].is_null()).collect();
        let mut origins: Vec<Value> = cited.iter().map(|account| origin(&account["document"])).collect();
        origins.sort_by_key(Value::to_string);
        origins.dedup();
        origins.len() < 2 || cited.iter().all(|account| account["stance"] == "alleges")
    };
    let in_conflict = |event: &Value| event["conflicts"] != json!([]);
    let next = |event: &Value| event["status"] == "scheduled";
    let all = terminal.json(&["timeline"]);
    let check = |view: &str, promise: &dyn Fn(&Value) -> bool| {
        let expected: Vec<&Value> = rows(&all).iter().filter(|event| promise(event)).collect();
        let found = terminal.json(&["timeline", "--view", view]);
        assert_eq!(rows(&found).iter().collect::<Vec<_>>(), expected, "{view}");
        assert!(!expected.is_empty() && expected.len() < rows(&all).len(), "{view} tells some from others");
    };
    check("Unsupported", &unsupported);
    check("In conflict", &in_conflict);
    check("next", &next);
    let due = terminal.json(&["next"]);
    let mut dues: Vec<&str> = rows(&due).iter().map(|row| text(row, "event")).collect();
    let mut scheduled: Vec<&str> =
        rows(&all).iter().filter(|event| next(event)).map(|event| text(event, "event")).collect();
    dues.sort_unstable();
    scheduled.sort_unstable();
    assert_eq!(dues, scheduled);
    let overdue = terminal.run(&["next"]).succeeded().out;
    assert!(overdue.contains("overdue since") && overdue.contains("may be due since"), "{overdue}");
}
