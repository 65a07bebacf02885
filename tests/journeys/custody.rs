//! What was done with a document, and how anybody outside can see that it is what it was.

use std::{fs, path::Path, time::Duration};

use proof_api::{Message, handlers};
use serde_json::{Value, json};

use crate::{
    forger::{Forger, flip, original},
    session::{ask, import, session, told, with_library},
    terminal::Terminal,
};

/// The custody of a document: what was done, and more of it.
fn custody(terminal: &Terminal, document: &str) -> Vec<(String, String)> {
    let rows = terminal.json(&["document", "custody", document]);
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.as_array().unwrap().iter().map(|row| (text(row, "words"), text(row, "detail"))).collect()
}

#[test]
fn everything_that_is_done_with_a_document_is_listed_with_its_line() {
    let terminal = Terminal::new();
    let note = terminal.file("note.txt", "They settled for 92 million dollars.");
    terminal.run(&["import", &note, "--case", "Case", "--obtained", "sent by the clerk"]).succeeded();
    terminal.run(&["verify"]).succeeded();
    terminal.run(&["document", "mark", "note.txt", "--starred"]).succeeded();
    let copy = terminal.path().join("copy.txt");
    let copied = copy.to_str().unwrap();
    terminal.run(&["document", "export", "note.txt", copied, "--reason", "for counsel"]).succeeded();
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&note).unwrap());
    let viewed = terminal.json(&["document", "view", "note.txt"]);
    let viewed = Path::new(viewed["path"].as_str().unwrap());
    assert!(viewed.ends_with("note.txt.txt") && fs::metadata(viewed).unwrap().permissions().readonly());
    fs::remove_dir_all(viewed.parent().unwrap()).unwrap();

    let listed = custody(&terminal, "note.txt");
    let words: Vec<&str> = listed.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(words, ["acquired", "verified", "mark note.txt as starred", "exported", "viewed outside"]);
    let details: Vec<&str> = listed.iter().map(|(_, detail)| detail.as_str()).collect();
    assert!(details[0].contains("note.txt; sent by the clerk"), "{details:?}");
    assert_eq!(details[1], "its bytes were what was imported");
    assert_eq!(details[3], format!("{copied}: for counsel"));
    let lines = terminal.json(&["ledger"]);
    for row in terminal.json(&["document", "custody", "note.txt"]).as_array().unwrap() {
        let line = lines.as_array().unwrap().iter().find(|line| line["seq"] == row["seq"]).unwrap();
        assert_eq!(line["hash"], row["hash"]);
    }
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn a_copy_replaces_nothing_leaves_nothing_behind_and_is_never_a_program() {
    let terminal = Terminal::new();
    let note = terminal.file("note.txt", "They settled.");
    let page = terminal.file("page.html", "<html><p>They settled.</p></html>");
    terminal.run(&["import", &note, &page, "--case", "Case"]).succeeded();
    let lines = terminal.json(&["ledger"]).as_array().unwrap().len();
    let check = |arguments: &[&str], expected: &str| {
        let answer = terminal.run(arguments);
        assert!(answer.code != 0 && answer.error.contains(expected), "{arguments:?}: {}", answer.error);
    };
    check(&["document", "export", "note.txt", &note], "there is such a file already");
    let inside = terminal.library().join("originals").join("copy.txt");
    check(&["document", "export", "note.txt", inside.to_str().unwrap()], "in the library's own folder");
    let nowhere = terminal.path().join("nowhere").join("copy.txt");
    check(&["document", "export", "note.txt", nowhere.to_str().unwrap()], "nowhere");
    check(&["document", "view", "page.html"], "can do more than be looked at");
    let rows = terminal.json(&["document", "list"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["file_name"] == "note.txt").unwrap();
    flip(&original(&terminal.library(), row["sha256"].as_str().unwrap()), 5);
    let copy = terminal.path().join("copy.txt");
    check(&["document", "export", "note.txt", copy.to_str().unwrap()], "is not what was imported");
    check(&["document", "view", "note.txt"], "is not what was imported");
    assert!(!copy.exists());
    assert_eq!(
        terminal.json(&["ledger"]).as_array().unwrap().len(),
        lines,
        "nothing was done, so no line tells of it"
    );
}

#[test]
fn what_lies_among_the_originals_and_what_is_missing_there_is_named() {
    let terminal = Terminal::new();
    let papers: Vec<String> =
        (0..3).map(|number| terminal.file(&format!("{number}.txt"), format!("Paper {number}."))).collect();
    terminal.run(&["import", &papers[0], &papers[1], &papers[2], "--case", "Case"]).succeeded();
    let rows = terminal.json(&["document", "list"]);
    let hash = |at: usize| rows[at]["sha256"].as_str().unwrap().to_owned();
    let folder = terminal.library().join("originals");
    let stray = folder.join("ab").join("note.txt");
    fs::create_dir_all(stray.parent().unwrap()).unwrap();
    fs::write(&stray, "whose?").unwrap();
    // SHA-256 of "abc" (FIPS 180-4): what an import leaves that was broken off.
    let left =
        original(&terminal.library(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    fs::create_dir_all(left.parent().unwrap()).unwrap();
    fs::write(&left, "abc").unwrap();
    fs::remove_file(original(&terminal.library(), &hash(0))).unwrap();
    Forger::of(&terminal.library()).resize(&hash(1));
    Forger::of(&terminal.library()).hide_a_line(rows[2]["document"].as_str().unwrap());
    let answer = terminal.run(&["verify", "--json"]);
    assert_eq!(answer.code, 1);
    let report: Value = serde_json::from_str(&answer.out).unwrap();
    let said = |item: &str| {
        let problems = report["problems"].as_array().unwrap().iter();
        let found: Vec<&Value> = problems.filter(|problem| problem["item"] == item).collect();
        assert_eq!(found.len(), 1, "{item}: {report}");
        found[0]["message"].as_str().unwrap().to_owned()
    };
    assert!(said(&hash(0)).contains("is missing"));
    assert!(said(&hash(1)).contains("its row says 9"), "{}", said(&hash(1)));
    assert!(said(stray.to_str().unwrap()).contains("none of the library's"));
    assert!(said(left.to_str().unwrap()).contains("harms nothing"));
    assert!(said(rows[2]["document"].as_str().unwrap()).contains("rebuild-text"));
    assert!(said(rows[1]["document"].as_str().unwrap()).contains("line of the register"));
    let problems = report["problems"].as_array().unwrap();
    let notes: Vec<&Value> = problems.iter().filter(|problem| problem["note"] == true).collect();
    assert!(
        problems.len() == 6 && notes.len() == 1 && notes[0]["item"] == left.to_str().unwrap(),
        "{report}"
    );
    // The list of lines is made anew from the ledger; what is gone stays named.
    let rebuilt = terminal.run(&["rebuild-text"]);
    let kept = format!("{} keeps the text that it has", rows[0]["file_name"].as_str().unwrap());
    assert!(rebuilt.code == 1 && rebuilt.out.contains(&kept), "{}", rebuilt.out);
    let answer = terminal.run(&["verify"]);
    assert!(!answer.out.contains("rebuild-text") && answer.out.contains("is missing"), "{}", answer.out);
}

#[test]
fn a_head_is_written_out_checked_and_refused_where_it_is_none() {
    let terminal = Terminal::with_sample();
    let (head, report) = (terminal.path().join("head.txt"), terminal.path().join("report.html"));
    let (head, report) = (head.to_str().unwrap(), report.to_str().unwrap());
    let shown = terminal.json(&["ledger", "head"]);
    assert_eq!(terminal.json(&["ledger", "head", "--write", head]), shown);
    let text = fs::read_to_string(head).unwrap();
    assert!(text.contains(shown["hash"].as_str().unwrap()) && text.contains("ledger check"), "{text}");
    terminal.run(&["case", "add", "Later"]).succeeded();
    let found = terminal.run(&["ledger", "check", head]).succeeded();
    assert!(found.out.contains("still holds line"), "{}", found.out);
    terminal.run(&["verify", "--head", head, "--report", report]).succeeded();
    let page = fs::read_to_string(report).unwrap();
    assert!(page.contains("Result: everything holds") && page.contains("still holds line"), "{page}");
    let other = Terminal::new();
    let found = other.run(&["ledger", "check", head]);
    assert!(found.code == 1 && found.out.contains("written for another library"), "{}", found.out);
    for (text, expected) in [("Dear Sir", "no line “Line:”"), ("", "no line “Line:”")] {
        let none = other.file("none.txt", text);
        let found = other.run(&["verify", "--head", &none]);
        assert!(found.code == 2 && found.error.contains(expected), "{}", found.error);
    }
}

#[test]
fn a_report_names_every_document_and_every_problem_for_a_reader_without_this_program() {
    let terminal = Terminal::with_sample();
    let rows = terminal.json(&["document", "list"]);
    let sha256 = rows[0]["sha256"].as_str().unwrap();
    flip(&original(&terminal.library(), sha256), 1234);
    let report = terminal.path().join("report.html");
    let answer = terminal.run(&["verify", "--report", report.to_str().unwrap()]);
    assert_eq!(answer.code, 1);
    let page = fs::read_to_string(report).unwrap();
    assert!(page.contains("Result: not everything holds") && page.contains("THE STORED FILE IS NOT THE ONE"));
    for row in rows.as_array().unwrap() {
        assert!(page.contains(row["sha256"].as_str().unwrap()), "{row}");
    }
    let head = terminal.json(&["ledger"]).as_array().unwrap()[1]["hash"].clone();
    assert!(page.contains(head.as_str().unwrap()), "the head as it was before the verification's own line");
    assert!(page.contains("sha256sum FILE") && !page.contains("<script"));
}

#[test]
fn a_verification_tells_how_far_it_is_can_be_cancelled_and_goes_on_the_ledger_where_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let papers = folder.path().join("papers");
    fs::create_dir(&papers).unwrap();
    for number in 0..12_u8 {
        fs::write(papers.join(format!("{number}.bin")), vec![number; 8 << 20]).unwrap();
    }
    import(&session, &heard, &[&papers]);
    let nothing =
        ask(&session, "verify_write", json!({ "path": folder.path().join("report.html") })).unwrap_err();
    assert!(nothing.message.contains("was not verified since"), "{}", nothing.message);
    let acts = || {
        let lines = told(&session, "ledger", json!({ "limit": 3 }));
        lines
            .as_array()
            .unwrap()
            .iter()
            .filter(|line| line["act"].as_str().unwrap().starts_with("verify"))
            .count()
    };
    let run = |cancel: bool| {
        told(&session, "verify_start", json!({}));
        let busy = ask(&session, "verify_start", json!({})).unwrap_err();
        assert!(busy.message.contains("a verification is running"), "{}", busy.message);
        let (mut messages, mut bytes) = (0, 0);
        loop {
            let Message::Verify(progress) = heard.recv_timeout(Duration::from_mins(1)).unwrap() else {
                continue;
            };
            messages += 1;
            assert!(progress.error.is_none(), "{progress:?}");
            if progress.part == "original" && progress.report.is_none() {
                assert!(progress.done >= bytes && progress.done <= progress.total, "{progress:?}");
                assert_eq!(progress.total, 12 * (8 << 20));
                bytes = progress.done;
                if cancel {
                    told(&session, "verify_cancel", json!({}));
                }
            }
            if let Some(report) = progress.report {
                return (messages, report);
            }
        }
    };
    let (messages, report) = run(true);
    assert!(messages > 1 && report.cancelled && !report.ok && report.originals < 12, "{report:?}");
    assert_eq!(acts(), 0);
    let (messages, report) = run(false);
    assert!(messages > 2 && report.ok && !report.cancelled, "{report:?}");
    assert_eq!((report.originals, report.bytes, acts()), (12, 12 * (8 << 20), 1));
    told(&session, "verify_write", json!({ "path": folder.path().join("report.html") }));
    assert!(folder.path().join("report.html").is_file());
    // It cannot be undone, and stands in the way of no other undo.
    assert_eq!(told(&session, "library_info", json!({}))["undo"], "import 12 files");
}

#[test]
fn a_library_that_can_only_be_read_is_verified_and_no_line_is_written() {
    let terminal = Terminal::new();
    let (session, _) = session();
    told(&session, "library_open", json!({ "path": terminal.library() }));
    handlers::index_up_to_date(&session).unwrap();
    let before = terminal.json(&["ledger", "head"]);
    terminal.run(&["verify"]).succeeded();
    assert_eq!(terminal.json(&["ledger", "head"]), before);
}
