//! A chronology kept at a terminal, with every command that changes one.

use serde_json::Value;

use crate::terminal::Terminal;

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn account<'a>(event: &'a Value, who: &str) -> &'a str {
    let accounts = event["accounts"].as_array().unwrap();
    let found = accounts.iter().find(|account| account["asserted_by"] == who);
    text(found.unwrap_or_else(|| panic!("no account of {who} in {event}")), "account")
}

/// Types a line whose parts stand between bars, and checks that the answer says so in words.
fn says(terminal: &Terminal, line: &str, words: &[&str]) {
    let answer = terminal.run(&line.split('|').collect::<Vec<_>>()).succeeded().out;
    for part in words {
        assert!(answer.contains(part), "{line} should say “{part}”: {answer}");
    }
}

fn terminal() -> Terminal {
    let terminal = Terminal::new();
    let note = terminal.file("note.txt", "They demand 1.5 billion euros. The ban began in October 2020.");
    terminal.run(&["import", &note, "--case", "Case", "--source", "The desk"]).succeeded();
    terminal
}

const DEMAND: &str = "claimed EUR 1500000000 \"1.5 billion euros\" = \"about $1.8 billion\"";

#[test]
fn cases_people_roles_notes_and_views_are_kept_at_a_terminal_and_undone() {
    let terminal = terminal();
    let say = |line: &str, words: &[&str]| says(&terminal, line, words);
    let lists = || {
        let list = |line: &str| terminal.json(&line.split(' ').collect::<Vec<_>>());
        ["case list", "party list", "note list", "view list", "event list"].map(list)
    };
    let before = lists();
    say("case|add|Other|--status|open|--summary|The other one.", &["Other", "open", "The other one."]);
    say(
        "case|edit|Other|--name|Lloyd|--docket|UKSC 2019/0213|--forum|Supreme Court",
        &["Lloyd", "docket UKSC"],
    );
    say("case|edit|Lloyd|--docket|", &["Lloyd"]);
    assert_eq!(terminal.json(&["case", "show", "Lloyd"])["dockets"], Value::from(Vec::<Value>::new()));
    say("case|relate|Case|waits on|Lloyd|--note|It must.", &["waits on Lloyd: It must."]);
    say("case|unrelate|Case|waits_on|Lloyd", &["Case"]);
    say("party|add|Anne", &["Anne (person, 0 events)"]);
    say("party|edit|Anne|--name|Anne Longfield|--kind|person", &["Anne Longfield"]);
    say("party|add|A. Longfield", &["A. Longfield"]);
    say(
        "role|add|A. Longfield|claimant|--case|Case|--date|since 2020|--note|As told.",
        &["claimant in Case, since 2020 (As told.)"],
    );
    say("party|merge|Anne Longfield|A. Longfield", &["Anne Longfield", "claimant in Case"]);
    let role =
        text(&terminal.json(&["party", "show", "Anne Longfield"])["party"]["roles"][0], "role_id").to_owned();
    say(&format!("role|edit|{role}|--role|former claimant|--case||--date|"), &["former claimant, undated"]);
    say("party|show|Anne Longfield", &[&role, "former claimant"]);
    say(&format!("role|remove|{role}"), &["done: remove role former claimant of Anne Longfield"]);
    say("note|add|Ask *again*.|--party|Anne Longfield", &["Anne Longfield", "Ask *again*."]);
    let note = text(&terminal.json(&["note", "list", "--party", "Anne Longfield"])[0], "note").to_owned();
    say(&format!("note|edit|{note}|Asked."), &["Asked."]);
    say("note|list", &["Asked.", &note]);
    say(&format!("note|remove|{note}"), &["done: remove a note on Anne Longfield"]);
    say("party|remove|Anne Longfield", &["done: remove Anne Longfield"]);
    say(
        "view|save|Bans|--kind|ban|--from|2020|--star",
        &["Bans", "kinds: [\"ban\"]", "from: \"2020\"", "starred: true"],
    );
    say("view|list", &["Unsupported (comes with Proofline)", "Bans\n"]);
    say("view|remove|bans", &["done: remove view"]);
    for _ in 0..18 {
        terminal.run(&["undo"]).succeeded();
    }
    assert_eq!(lists(), before);
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn events_and_their_accounts_are_kept_at_a_terminal_and_undone() {
    let terminal = terminal();
    let say = |line: &str, words: &[&str]| says(&terminal, line, words);
    let show = |event: &str| terminal.json(&["event", "show", event]);
    let before = terminal.json(&["timeline"]);
    let add = "event|add|--case|Case|--title|Demand|--date|24 June 2021|--kind|demand|--person|Consumentenbond:organisation\
               |--person|Sandra Molenaar|--tag|money|--cite|note.txt:1:1.5 billion euros|--amount|";
    let conversion = "claimed €1,500,000,000 in total (“about $1.8 billion”, as the source converts it)";
    say(
        &format!("{add}{DEMAND}"),
        &["24 June 2021", "with Consumentenbond, Sandra Molenaar", "#money", conversion],
    );
    say("party|list", &["Consumentenbond (organisation, 1 event)", "Sandra Molenaar (person, 1 event)"]);
    say(
        "event|cite|Demand|--told-by|TikTok|--stance|denies|--date|25 June 2021|--quantity|1.2 million children",
        &["TikTok denies, without a passage", "1.2 million children", "in conflict"],
    );
    let tiktok = account(&show("Demand"), "TikTok").to_owned();
    say(
        &format!("account|edit|{tiktok}|--stance|reports|--amount|claimed EUR 3..4 per_head|--quantity|"),
        &["per head"],
    );
    assert_eq!(show("Demand")["conflicts"].as_array().unwrap().len(), 1, "one by date: {}", show("Demand"));
    say(
        &format!("event|follow|Demand|{tiktok}|--reason|It was there."),
        &["its date follows TikTok: It was there."],
    );
    assert_eq!(show("Demand")["date"]["edtf"], "2021-06-25");
    say("event|unfollow|Demand", &["25 June 2021"]);
    say(
        "event|edit|Demand|--star|--tag|sum|--tag|claim|--person|TikTok:organisation",
        &["* Demand", "#claim · #sum", "with TikTok"],
    );
    say("event|edit|Demand|--unstar|--tag||--person|", &["Demand"]);
    let bare = show("Demand");
    assert_eq!(
        (&bare["tags"], &bare["parties"], &bare["starred"]),
        (&"[]".parse().unwrap(), &"[]".parse().unwrap(), &false.into())
    );
    say(
        &format!("event|split|Demand|--account|{tiktok}|--title|Reply"),
        &["Reply", "25 June 2021", "TikTok reports"],
    );
    say("event|move|Reply|--by|-1", &["25 June 2021"]);
    let order = terminal.json(&["event", "list"]);
    assert_eq!((text(&order[0], "title"), text(&order[1], "title")), ("Reply", "Demand"));
    say("event|merge|Demand|Reply", &["Demand", "TikTok reports", "The desk reports"]);
    say("event|edit|Demand|--status|scheduled", &["overdue since 26 June 2021"]);
    say("next", &["Demand", "overdue since 26 June 2021 · Case"]);
    say(&format!("event|uncite|{tiktok}"), &["done: remove the account of TikTok"]);
    say("event|remove|Demand", &["done: remove event Demand"]);
    for _ in 0..13 {
        terminal.run(&["undo"]).succeeded();
    }
    assert_eq!(terminal.json(&["timeline"]), before);
    terminal.run(&["verify"]).succeeded();
}
