//! Nonsense given to the acts of the timeline: said plainly, and nothing changed.

use crate::{bad_input::refused, terminal::Terminal};

const ONE: u8 = 1;
const USAGE: u8 = 2;

/// Checks each call in words: its exit code, and what the message says.
fn check(terminal: &Terminal, table: &[(&str, u8, &[&str])]) {
    for (line, code, words) in table {
        let arguments: Vec<&str> = line.split('|').collect();
        refused(terminal, &arguments, i32::from(*code), words);
    }
}

fn terminal() -> Terminal {
    let terminal = Terminal::new();
    let note = terminal.file("note.txt", "The ban began in October 2020.");
    terminal.run(&["import", &note, "--case", "Case"]).succeeded();
    terminal.run(&["case", "add", "Other"]).succeeded();
    let add = ["event", "add", "--case", "Case", "--title"];
    let ban = ["Ban", "--date", "2020-10", "--person", "Anne", "--cite", "note.txt:1:ban began"];
    terminal.run(&[&add[..], &ban].concat()).succeeded();
    terminal.run(&[&add[..], &["Lift"]].concat()).succeeded();
    terminal
}

#[test]
fn cases_and_their_relations() {
    check(
        &terminal(),
        &[
            ("case|edit|Nobody v Nobody|--name|X", ONE, &["no case “Nobody v Nobody”", "exact name"]),
            ("case|edit|Case|--name|Other", ONE, &["a case “Other” already", "another name"]),
            ("case|edit|Case|--name| ", USAGE, &["the case's name is empty"]),
            ("case|edit|Case|--kind|quarrel", USAGE, &["quarrel", "litigation"]),
            ("case|relate|Case|hinders|Other", USAGE, &["hinders", "waits_on"]),
            ("case|relate|Case|waits_on|Third", ONE, &["no case “Third”"]),
            ("case|relate|Case|waits_on|Case", USAGE, &["related to itself", "name another"]),
            ("case|unrelate|Case|appeals|Other", ONE, &["no relation “appeals”"]),
        ],
    );
}

#[test]
fn events_and_their_accounts() {
    check(
        &terminal(),
        &[
            ("event|add|--case|Case|--title|T|--person|X:company", USAGE, &["X:company", "organisation"]),
            (
                "event|add|--case|Case|--title|T|--cite|note.txt:1:ban began|--amount|fined 5",
                USAGE,
                &["“fined 5” is no sum", "LOW[..HIGH]"],
            ),
            (
                "event|add|--case|Case|--title|T|--cite|note.txt:1:ban began|--amount|lost EUR 5",
                USAGE,
                &["lost", "claimed"],
            ),
            (
                "event|add|--case|Case|--title|T|--cite|note.txt:1:ban began|--amount|fined XQX 5",
                USAGE,
                &["XQX", "ISO 4217"],
            ),
            (
                "event|add|--case|Case|--title|T|--cite|note.txt:1:ban began|--amount|fined EUR 9..5",
                USAGE,
                &["9", "5", "lower to a higher"],
            ),
            (
                "event|add|--case|Case|--title|T|--cite|note.txt:1:ban began|--amount|fined EUR 5x",
                USAGE,
                &["5x", "decimal number"],
            ),
            ("event|edit|Ban|--status|gone", USAGE, &["gone", "disputed"]),
            ("event|edit|Ban|--star|--unstar", USAGE, &["--star", "--unstar"]),
            ("event|edit|Ban|--case|Third", ONE, &["no case “Third”"]),
            ("event|edit|Ban|--date|03/04/2021", USAGE, &["2021-04-03", "2021-03-04"]),
            ("event|merge|Ban|Nothing", ONE, &["no event “Nothing”"]),
            ("event|merge|Ban|Ban", USAGE, &["only with other events"]),
            ("event|merge|Ban", USAGE, &["FROM"]),
            ("event|split|Ban|--account|x|--title|T", USAGE, &["“x” is no account of this event"]),
            ("event|split|Ban|--title|T", USAGE, &["--account"]),
            ("event|move|Ban|--by|1", USAGE, &["no other event of this case has this date"]),
            ("event|move|Ban|--by|far", USAGE, &["far", "--by"]),
            ("event|follow|Ban|x|--reason|R", USAGE, &["“x” is no account of this event"]),
            ("event|follow|Ban|x", USAGE, &["--reason"]),
            ("event|cite|Ban", USAGE, &["DOC:PAGE:quote"]),
            ("event|cite|Ban|--told-by| ", USAGE, &["who asserts it is empty"]),
            ("event|cite|Ban|--told-by|Anne|--stance|mumbles", USAGE, &["mumbles", "alleges"]),
            ("event|cite|Ban|note.txt:1:began in May", ONE, &["note.txt, page 1", "began in May"]),
            ("account|edit|x|--stance|denies", ONE, &["no account “x”"]),
            ("event|uncite|x", ONE, &["no account “x”"]),
        ],
    );
}

#[test]
fn people_roles_and_notes() {
    check(
        &terminal(),
        &[
            ("party|add|Anne", ONE, &["“Anne” already"]),
            ("party|add| ", USAGE, &["the name is empty"]),
            ("party|add|X|--kind|company", USAGE, &["company", "organisation"]),
            ("party|edit|Nobody|--name|X", ONE, &["“Nobody”"]),
            ("party|show|Nobody", ONE, &["“Nobody”"]),
            ("party|merge|Anne|Anne", USAGE, &["only with others"]),
            ("party|remove|Anne", USAGE, &["takes part in 1 event", "merge it"]),
            ("role|add|Nobody|judge", ONE, &["“Nobody”"]),
            ("role|add|Anne| ", USAGE, &["the role is empty"]),
            ("role|add|Anne|judge|--date|whenever", USAGE, &["whenever"]),
            ("role|edit|x|--role|judge", ONE, &["no role “x”"]),
            ("role|remove|x", ONE, &["no role “x”"]),
            ("note|add|Words", USAGE, &["exactly one thing", "the case, the event or the party"]),
            ("note|add|Words|--case|Case|--event|Ban", USAGE, &["--case", "--event"]),
            ("note|add| |--event|Ban", USAGE, &["the note is empty"]),
            ("note|add|Words|--event|Nothing", ONE, &["no event “Nothing”"]),
            ("note|edit|x|Words", ONE, &["no note “x”"]),
            ("note|remove|x", ONE, &["no note “x”"]),
        ],
    );
}

#[test]
fn filters_views_and_dates() {
    check(
        &terminal(),
        &[
            ("timeline|--view|Nothing", ONE, &["no view “Nothing”", "“Unsupported”"]),
            ("timeline|--status|gone", USAGE, &["gone", "scheduled"]),
            ("timeline|--support|some", USAGE, &["some", "one_origin"]),
            ("timeline|--person|Nobody", ONE, &["“Nobody”"]),
            ("timeline|--from|03/04/2021", USAGE, &["2021-04-03", "2021-03-04"]),
            ("timeline|--known-on|someday", USAGE, &["someday"]),
            ("event|list|--to|whenever", USAGE, &["whenever"]),
            ("event|facets|--case|Third", ONE, &["no case “Third”"]),
            ("next|--case|Third", ONE, &["no case “Third”"]),
            (
                "view|save|Next|--kind|ban",
                ONE,
                &["“Next” is a view that comes with Proofline", "another name"],
            ),
            ("view|save| |--kind|ban", USAGE, &["the view's name is empty"]),
            ("view|save|Mine|--from|whenever", USAGE, &["whenever"]),
            ("view|remove|Next", ONE, &["no saved view “Next”"]),
            ("view|remove|Mine", ONE, &["no view “Mine”", "“Unsupported”"]),
            ("date|read|03/04/2021", USAGE, &["2021-04-03", "2021-03-04", "day first", "month first"]),
            ("date|read|Tuesday", USAGE, &["Tuesday", "the day of the source", "2021-04-20"]),
            ("date|read|Febuary 2021", USAGE, &["Febuary", "character 1", "2021-02"]),
            ("date|read|when pigs fly", USAGE, &["when pigs fly", "4 August 2020"]),
            ("date|read|Tuesday|--reference|soon", USAGE, &["soon", "2021-04-20"]),
        ],
    );
}

#[test]
fn a_date_needs_no_library_to_be_read_and_is_told_with_its_bounds() {
    let read = |arguments: &[&str]| crate::terminal::type_in(&[&["date", "read"], arguments].concat());
    let said = read(&["late last month", "--reference", "2021-04-20"]).succeeded().out;
    for part in [
        "[2021-03-21..2021-03-31]",
        "2021-03-21 to 2021-03-31",
        "between 21 and 31 March 2021",
        "20 April 2021",
    ] {
        assert!(said.contains(part), "“{part}” in {said}");
    }
    let day: serde_json::Value =
        serde_json::from_str(&read(&["4 Aug 2020", "--json"]).succeeded().out).unwrap();
    assert_eq!(day["date"]["edtf"], "2020-08-04");
    let twice = read(&["03/04/2021", "--json"]);
    let readings: serde_json::Value = serde_json::from_str(&twice.out).unwrap();
    assert_eq!((twice.code, readings["choices"].as_array().unwrap().len()), (2, 2), "{readings}");
}
