//! Exhibit marks, Bates numbers and the concordance, at a terminal and as a window asks.

mod chance;
mod papers;
mod refused;

use proof_api::Session;
use serde_json::{Value, json};

use self::papers::{labelled_pdf, papers};
use crate::{
    session::{ask, import, state, told, with_library},
    terminal::Terminal,
};

/// The last line of the ledger.
fn line(session: &Session) -> u64 {
    told(session, "ledger", json!({ "limit": 1 }))[0]["seq"].as_u64().unwrap()
}

/// The numbers in a list of them, as they are written.
fn shown(numbers: &Value) -> Vec<&str> {
    numbers.as_array().unwrap().iter().map(|number| number["shown"].as_str().unwrap()).collect()
}

/// What a mark or a Bates number meant after a line of the ledger.
fn meant(session: &Session, find: &str, numbering: u64) -> String {
    let rows = told(session, "concordance", json!({ "find": find, "numbering": numbering }));
    assert_eq!(rows.as_array().unwrap().len(), 1, "{find} after line {numbering}: {rows}");
    rows[0]["document"].as_str().unwrap().to_owned()
}

#[test]
fn a_paralegal_numbers_five_exhibits_puts_one_in_and_produces_them_at_a_terminal() {
    let terminal = Terminal::new();
    let files: Vec<String> = ["one", "two", "three", "four", "five", "six"]
        .map(|name| terminal.file(&format!("{name}.txt"), name))
        .into();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    terminal.run(&[&["import", "--case", "Case"], &files[..]].concat()).succeeded();
    let scheme = terminal.json(&["scheme", "add", "Case", "PX-001", "--whose", "Claimants"]);
    assert_eq!(
        (&scheme["first"], &scheme["next"], &scheme["last"]),
        (&"PX-001".into(), &"PX-001".into(), &Value::Null)
    );
    let names = ["one.txt", "two.txt", "three.txt", "four.txt", "five.txt"];
    let said = terminal.run(&[&["exhibit", "assign", "PX"], &names[..]].concat()).succeeded().out;
    assert!(said.contains("PX-001") && said.contains("5 marks become others"), "{said}");
    terminal.run(&["exhibit", "assign", "PX", "six.txt", "--behind", "2"]).succeeded();
    let found = terminal.json(&["concordance", "find", "px 2a"]);
    assert_eq!(found[0]["title"], "six.txt");
    let plan = terminal.json(&["exhibit", "plan", "PX", "PX-005", "--before", "PX-001"]);
    assert_eq!(plan["rows"][0]["before"], "PX-005");
    assert_eq!(plan["changed"], 6, "each of them moves: {plan}");
    let done = terminal.json(&["exhibit", "renumber", "PX", "PX-005", "--before", "PX-001"]);
    assert_eq!(done, plan, "what was shown is what was done");
    let said = terminal.run(&["concordance", "find", "PX-005"]).succeeded().out;
    assert!(
        said.starts_with("three.txt") && said.contains("five.txt") && said.contains("today PX-001"),
        "{said}"
    );
    terminal.run(&["undo"]).succeeded();
    assert_eq!(terminal.json(&["concordance", "find", "PX-005"])[0]["title"], "five.txt");
    terminal
        .run(&["production", "add", "First", "--case", "Case", "--first", "TT-000001", "one.txt", "two.txt"])
        .succeeded();
    assert_eq!(terminal.json(&["production", "list"])[0]["last"], "TT-000002");
    let row = &terminal.json(&["concordance", "find", "tt 2"])[0];
    assert_eq!((&row["title"], &row["page"]), (&"two.txt".into(), &1.into()));
    let shown_again = terminal.json(&["document", "show", "two.txt"]);
    assert_eq!(
        (shown(&shown_again["exhibits"]), shown(&shown_again["bates"])),
        (vec!["PX-002"], vec!["TT-000002"])
    );
    let acts = terminal.json(&["concordance", "numberings"]);
    let acts: Vec<&str> = acts.as_array().unwrap().iter().map(|row| row["act"].as_str().unwrap()).collect();
    assert_eq!(
        acts,
        [
            "add production First",
            "undo: renumber exhibits PX",
            "renumber exhibits PX",
            "mark 1 exhibit",
            "mark 5 exhibits"
        ]
    );
    terminal.run(&["exhibit", "remove", "PX", "PX-001", "--close-gaps"]).succeeded();
    assert_eq!(terminal.json(&["concordance", "find", "six.txt"])[0]["marks"][0]["shown"], "PX-001A");
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn two_hundred_exhibits_are_renumbered_twice_and_undone_once_and_no_citation_breaks() {
    let (_folder, session, documents) = papers(200);
    for chunk in documents.chunks(40) {
        let cites: Vec<Value> = chunk
            .iter()
            .map(|document| json!({ "document": document, "page": 1, "quote": "what paper" }))
            .collect();
        told(
            &session,
            "event_add",
            json!({ "case": "Case", "title": "Told", "kind": "", "status": "", "date": "", "cites": cites }),
        );
    }
    told(&session, "scheme_add", json!({ "case": "Case", "first": "JJS1", "whose": "J. J. Smith" }));
    told(&session, "exhibit_assign", json!({ "scheme": "JJS", "documents": documents }));
    let first = line(&session);
    // The papers backwards, then the odd ones before the even ones.
    let backwards: Vec<&String> = documents.iter().rev().collect();
    told(&session, "exhibit_renumber", json!({ "scheme": "JJS", "by": "given", "documents": backwards }));
    let second = line(&session);
    let odd_first: Vec<&String> =
        documents.iter().step_by(2).chain(documents.iter().skip(1).step_by(2)).collect();
    let plan = json!({ "scheme": "JJS", "by": "given", "documents": odd_first, "first": "DX-0100" });
    let planned = told(&session, "exhibit_plan", plan.clone());
    assert_eq!(told(&session, "exhibit_renumber", plan), planned);
    let third = line(&session);
    assert_eq!(told(&session, "undo", json!({}))["act"], "renumber exhibits JJS");
    let today = line(&session);
    for at in 0..200 {
        let (of_first, of_second) = (&documents[at], backwards[at]);
        let mark = format!("jjs {}", at + 1);
        assert_eq!(meant(&session, &mark, first), *of_first);
        assert_eq!(meant(&session, &mark, second), *of_second);
        assert_eq!(meant(&session, &format!("DX-{:04}", at + 100), third), *odd_first[at], "undone since");
        assert_eq!(meant(&session, &mark, today), *of_second, "as before what was undone");
    }
    let rows = told(&session, "concordance", json!({ "find": "DX-0100" }));
    assert_eq!(rows[0]["document"], documents[0], "an undone numbering is found without being named: {rows}");
    assert_eq!(rows[0]["earlier"], "DX-0100 until 24 June 2021, today JJS200");
    assert_eq!(shown(&rows[0]["marks"]), ["JJS200", "DX-0100", "JJS200", "JJS1"]);
    let rows = told(&session, "concordance", json!({ "find": "JJS1" }));
    let found: Vec<&Value> = rows.as_array().unwrap().iter().map(|row| &row["document"]).collect();
    assert_eq!(found, [&documents[199], &documents[0]], "who bears it today first");
    assert_eq!(
        (&rows[0]["earlier"], &rows[1]["earlier"]),
        (&Value::Null, &"JJS1 until 24 June 2021, today JJS200".into())
    );
    let numberings = told(&session, "numbering_list", json!({ "case": "Case" }));
    let seqs: Vec<u64> =
        numberings.as_array().unwrap().iter().map(|row| row["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, [today, third, second, first]);
    assert_eq!((&numberings[0]["current"], &numberings[1]["current"]), (&true.into(), &false.into()));
    assert!(numberings.as_array().unwrap().iter().all(|row| row["exhibits"] == 200 && row["produced"] == 0));
    let report = told(&session, "verify", json!({}));
    assert_eq!((&report["ok"], &report["quotes"]), (&true.into(), &200.into()), "{report}");
}

#[test]
fn pages_labels_and_numbers_are_each_found_from_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let (letter, bundle) = (folder.path().join("Letter.txt"), folder.path().join("Bundle.pdf"));
    std::fs::write(&letter, "A letter.").unwrap();
    std::fs::write(&bundle, labelled_pdf(&["First words", "Second words", "Third words"])).unwrap();
    import(&session, &heard, &[&letter, &bundle]);
    let documents = ["Letter.txt", "Bundle.pdf"];
    told(&session, "scheme_add", json!({ "case": "Case", "first": "Exhibit 12" }));
    told(&session, "exhibit_assign", json!({ "scheme": "Exhibit", "documents": documents }));
    let plan = json!({ "case": "Case", "name": "First", "first": "ABC 000123", "documents": documents });
    let planned = told(&session, "production_plan", plan.clone());
    assert_eq!(
        (&planned["first"], &planned["last"], &planned["pages"]),
        (&"ABC 000123".into(), &"ABC 000126".into(), &4.into())
    );
    let made = told(&session, "production_add", plan);
    assert_eq!(told(&session, "production_show", json!({ "production": made["production"] })), planned);
    for args in [
        json!({ "find": "exhibit 13", "page": 2 }),
        json!({ "find": "abc-125" }),
        json!({ "find": "Bundle.pdf", "label": "V" }),
        json!({ "find": "Bundle.pdf", "page": 2, "label": "v" }),
        json!({ "find": "Exhibit 13", "label": "v", "case": "Case" }),
        json!({ "find": "ABC 000124", "page": 2 }),
    ] {
        let rows = told(&session, "concordance", args.clone());
        let row = &rows[0];
        assert_eq!(rows.as_array().unwrap().len(), 1, "{args}: {rows}");
        assert_eq!(
            (&row["title"], &row["page"], &row["label"]),
            (&"Bundle.pdf".into(), &2.into(), &"v".into()),
            "{args}"
        );
        assert_eq!(
            (shown(&row["marks"]), shown(&row["bates"])),
            (vec!["Exhibit 13"], vec!["ABC 000125"]),
            "{args}"
        );
    }
    let whole = told(&session, "concordance", json!({ "find": "", "case": "Case" }));
    let bates: Vec<Vec<&str>> = whole.as_array().unwrap().iter().map(|row| shown(&row["bates"])).collect();
    assert_eq!(bates, [["ABC 000123"], ["ABC 000124 – ABC 000126"]]);
    table_holds_every_page(&session, folder.path());
}

fn table_holds_every_page(session: &Session, folder: &std::path::Path) {
    let path = folder.join("concordance.csv");
    let written = told(session, "concordance_write", json!({ "case": "Case", "path": path }));
    assert_eq!(written["rows"], 4);
    let table = std::fs::read_to_string(&path).unwrap();
    assert!(table.contains("Letter.txt,Exhibit 12,ABC 000123,ABC 000123,1,\"\",ABC 000123"), "{table}");
    assert!(table.contains("Bundle.pdf,Exhibit 13,ABC 000124,ABC 000126,2,v,ABC 000125"), "{table}");
    // As it stood before the production.
    let before = line(session) - 1;
    let path = folder.join("before.xlsx");
    told(session, "concordance_write", json!({ "case": "Case", "path": path, "numbering": before }));
    let sheets = told(session, "table_open", json!({ "path": path }));
    let second = &sheets["sheets"][0]["sample"][1];
    assert_eq!(
        (&second[2], &second[3], &second[6]),
        (&"Exhibit 13".into(), &"".into(), &"iv".into()),
        "{sheets}"
    );
}

#[test]
fn marks_of_two_cases_are_both_found_and_told_apart() {
    let (_folder, session, documents) = papers(2);
    told(&session, "case_add", json!({ "name": "Other", "kind": "litigation", "forum": "", "dockets": [] }));
    told(&session, "document_mark", json!({ "documents": documents, "file_in": ["Other"] }));
    for (case, document) in ["Case", "Other"].iter().zip(&documents) {
        let scheme =
            told(&session, "scheme_add", json!({ "case": case, "first": "PX-001" }))["scheme"].clone();
        told(&session, "exhibit_assign", json!({ "scheme": scheme, "documents": [document] }));
    }
    let rows = told(&session, "concordance", json!({ "find": "PX 1" }));
    assert_eq!(rows.as_array().unwrap().len(), 2, "{rows}");
    let rows = told(&session, "concordance", json!({ "find": "PX 1", "case": "Other" }));
    assert_eq!((rows.as_array().unwrap().len(), &rows[0]["document"]), (1, &documents[1].clone().into()));
    let error =
        ask(&session, "exhibit_assign", json!({ "scheme": "PX", "documents": documents })).unwrap_err();
    assert!(error.message.contains("PX in Case") && error.message.contains("PX in Other"), "{error:?}");
}

#[test]
fn every_act_on_numbers_is_one_step_of_undo_and_of_redo() {
    let (_folder, session, documents) = papers(6);
    told(&session, "scheme_add", json!({ "case": "Case", "first": "PX-001" }));
    told(&session, "exhibit_assign", json!({ "scheme": "PX", "documents": documents[..3] }));
    let first = json!({ "case": "Case", "name": "First", "first": "TT-000001", "documents": documents[..2] });
    told(&session, "production_add", first);
    let before = state(&session);
    for (name, command, args) in [
        (
            "add exhibit scheme JJS",
            "scheme_add",
            json!({ "case": "Case", "first": "JJS23", "whose": "J. J. Smith" }),
        ),
        ("change exhibit scheme PX", "scheme_edit", json!({ "scheme": "PX", "whose": "Claimants" })),
        ("change exhibit scheme PX", "scheme_edit", json!({ "scheme": "PX", "first": "Exhibit 10" })),
        ("remove exhibit scheme PX", "scheme_remove", json!({ "scheme": "PX" })),
        ("mark 3 exhibits", "exhibit_assign", json!({ "scheme": "PX", "documents": documents[3..] })),
        (
            "mark 1 exhibit",
            "exhibit_assign",
            json!({ "scheme": "PX", "documents": [documents[4]], "behind": "2" }),
        ),
        (
            "renumber exhibits PX",
            "exhibit_renumber",
            json!({ "scheme": "PX", "by": "given", "documents": [documents[0]] }),
        ),
        ("renumber exhibits PX", "exhibit_renumber", json!({ "scheme": "PX", "first": "DX1" })),
        ("remove 1 exhibit PX", "exhibit_remove", json!({ "scheme": "PX", "documents": [documents[2]] })),
        (
            "remove 2 exhibits PX",
            "exhibit_remove",
            json!({ "scheme": "PX", "documents": documents[..2], "close_gaps": true }),
        ),
        (
            "add production Second",
            "production_add",
            json!({ "case": "Case", "name": "Second", "first": "TT-000003", "documents": documents }),
        ),
        ("remove production First", "production_remove", json!({ "production": "First" })),
    ] {
        told(&session, command, args.clone());
        let after = state(&session);
        assert_ne!(after, before, "{name} changed nothing");
        assert_eq!(told(&session, "undo", json!({}))["act"], name);
        assert_eq!(state(&session), before, "undo of {name}");
        assert_eq!(told(&session, "redo", json!({}))["act"], name);
        assert_eq!(state(&session), after, "redo of {name}");
        told(&session, "undo", json!({}));
    }
    assert_eq!(told(&session, "verify", json!({}))["ok"], true);
}
