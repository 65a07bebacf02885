use std::fs;

use proof_testkit::pdf;

use crate::terminal::{Answer, Terminal, type_in};

/// Every file of the library with its bytes, but for what SQLite keeps while it is open, and the index.
fn state(terminal: &Terminal) -> String {
    let list = terminal.run(&["ledger", "--json"]);
    let documents = terminal.run(&["document", "list", "--json"]);
    format!("{}{}", list.out, documents.out)
}

/// Runs a command that is to fail, and checks that it says so in these words and changes nothing.
pub fn refused(terminal: &Terminal, arguments: &[&str], code: i32, words: &[&str]) -> Answer {
    let before = state(terminal);
    let answer = terminal.run(arguments);
    assert_eq!(answer.code, code, "{arguments:?}: {}{}", answer.out, answer.error);
    for word in words {
        assert!(answer.error.contains(word), "{arguments:?} should say “{word}”: {}", answer.error);
    }
    assert!(!answer.error.contains("panicked"), "{}", answer.error);
    assert_eq!(state(terminal), before, "{arguments:?} changed something");
    answer
}

#[test]
fn what_is_no_library_is_refused_with_its_path() {
    let terminal = Terminal::new();
    let check = |path: &str, words: &str| {
        let answer = type_in(&["--library", path, "timeline"]);
        assert_eq!(answer.code, 1, "{}", answer.error);
        assert!(answer.error.contains(path) && answer.error.contains(words), "{}", answer.error);
    };
    check("/no/such/folder", "no such folder");
    check(terminal.path().to_str().unwrap(), "holds no library.db");
    let other = terminal.path().join("other");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("library.db"), "this is a letter, not a database, though it is long enough")
        .unwrap();
    check(other.to_str().unwrap(), "no SQLite database");
    let answer = type_in(&["timeline"]);
    assert_eq!(answer.code, 2, "no library was given: {}", answer.error);
}

#[test]
fn a_new_library_does_not_move_into_a_full_folder() {
    let terminal = Terminal::new();
    let answer = type_in(&["new", terminal.path().to_str().unwrap()]);
    assert_eq!(answer.code, 1);
    assert!(answer.error.contains("is not empty"), "{}", answer.error);
}

#[test]
fn names_that_fit_nothing_or_too_much_are_refused() {
    let terminal = Terminal::new();
    let (one, two) = (terminal.file("one.txt", "one"), terminal.file("two.txt", "two"));
    terminal.run(&["import", &one, &two, "--case", "Case"]).succeeded();
    refused(&terminal, &["case", "show", "Nobody v Nobody"], 1, &["there is no case", "Nobody v Nobody"]);
    refused(&terminal, &["timeline", "--case", "zz"], 1, &["there is no case"]);
    refused(&terminal, &["import", &one, "--case", "Another"], 1, &["there is no case"]);
    refused(&terminal, &["case", "add", "Case"], 1, &["there is a case “Case” already"]);
    // Identifiers begin with the time: those of one import begin alike.
    refused(&terminal, &["document", "show", "0"], 1, &["fits 2 documents", "one.txt", "two.txt"]);
    refused(
        &terminal,
        &["document", "text", "one.txt", "--page", "9"],
        1,
        &["has no page 9", "its pages are 1"],
    );
    refused(&terminal, &["event", "show", "nothing"], 1, &["there is no event"]);
    refused(
        &terminal,
        &["import", "/no/such/file.pdf", "--case", "Case"],
        1,
        &["/no/such/file.pdf", "no such file"],
    );
}

#[cfg(unix)]
#[test]
fn a_device_that_never_ends_is_not_imported() {
    let terminal = Terminal::new();
    refused(
        &terminal,
        &["import", "/dev/zero", "--case", "Case"],
        1,
        &["/dev/zero", "neither a file nor a folder"],
    );
}

#[test]
fn a_date_that_cannot_be_read_is_refused_with_what_could_be() {
    let terminal = Terminal::new();
    let add = |date: &'static str| ["event", "add", "--case", "Case", "--title", "T", "--date", date];
    refused(&terminal, &add("2021-13-45"), 2, &["2021-13-45"]);
    refused(&terminal, &add("03/04/2021"), 2, &["2021-04-03", "2021-03-04"]);
    refused(&terminal, &add("Tuesday"), 2, &["the day of the source", "2021-04-20"]);
    refused(&terminal, &add("when pigs fly"), 2, &["when pigs fly"]);
    let published = ["import", "x", "--case", "Case", "--published", "soon"];
    refused(&terminal, &published, 2, &["“soon” cannot be read as a date"]);
    let negative = ["event", "add", "--case", "Case", "--title", " ", "--date", "2021"];
    refused(&terminal, &negative, 2, &["title is empty"]);
}

#[test]
fn a_quote_that_its_page_does_not_hold_once_is_refused() {
    let terminal = Terminal::new();
    let note = terminal.file("note.txt", "Five million, and again five million. Not Five Million.");
    terminal.run(&["import", &note, "--case", "Case"]).succeeded();
    let cite = |cite: &'static str| {
        ["event", "add", "--case", "Case", "--title", "T", "--date", "2021", "--cite", cite]
    };
    refused(
        &terminal,
        &cite("note.txt:1:six million"),
        1,
        &["note.txt, page 1", "does not contain “six million”"],
    );
    refused(&terminal, &cite("note.txt:1:ive million"), 1, &["2 times", "quote more"]);
    refused(&terminal, &cite("note.txt:2:five"), 1, &["has no page 2"]);
    refused(&terminal, &cite("other.txt:1:five"), 1, &["there is no document “other.txt”"]);
    refused(&terminal, &cite("note.txt:five million"), 2, &["DOC:PAGE:quote"]);
    refused(&terminal, &cite("note.txt:1: "), 1, &["the quote is empty"]);
}

#[test]
fn a_query_that_does_not_parse_is_refused_with_its_column() {
    let terminal = Terminal::with_sample();
    let check = |query: &str, column: &str| {
        refused(&terminal, &["search", query], 2, &[column]);
    };
    check("fine AND (", "character 10");
    check("\"92 million", "character 1");
    check("AND fine", "character 1");
    check("colour:red", "character 1");
}

#[test]
fn a_newer_library_is_refused_and_left_alone() {
    let terminal = Terminal::new();
    let database = terminal.library().join("library.db");
    // Bytes 60 to 63 of a SQLite file are its user_version, where Proofline keeps its schema (file format, 1.3).
    assert!(
        !terminal.library().join("library.db-wal").exists(),
        "a closed library is one file and its originals"
    );
    let mut bytes = fs::read(&database).unwrap();
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    fs::write(&database, &bytes).unwrap();
    let answer = terminal.run(&["case", "add", "Another"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.error.contains("newer Proofline") && answer.error.contains("schema 999"),
        "{}",
        answer.error
    );
    assert_eq!(fs::read(&database).unwrap(), bytes);
}

#[test]
fn a_file_that_cannot_be_read_is_kept_with_its_reason_and_can_be_retried() {
    let terminal = Terminal::new();
    let whole = pdf("A paper");
    let check = |name: &str, bytes: &[u8], outcomes: &[&str]| {
        let path = terminal.file(name, bytes);
        let answer = terminal.run(&["import", &path, "--case", "Case", "--json"]);
        let rows: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
        let outcome = rows[0]["outcome"].as_str().unwrap();
        assert!(outcomes.contains(&outcome), "{name}: {rows}");
        assert_eq!(answer.code, i32::from(!matches!(outcome, "ok" | "partial")), "{name}: {rows}");
        assert!(outcome == "ok" || !rows[0]["reason"].as_str().unwrap().is_empty(), "{name}: {rows}");
        let document = rows[0]["document"].as_str().unwrap();
        let retried = terminal.json(&["document", "retry", document]);
        assert_eq!(retried["outcome"], outcome, "{name}");
    };
    check("empty.pdf", b"", &["unsupported"]);
    check("truncated.pdf", &whole[..whole.len() / 3], &["crash", "partial"]);
    check("picture.pdf", b"\x89PNG\r\n\x1a\n and what follows", &["partial"]);
    // A congruential generator (Knuth): bytes of every value, in no order that a text has.
    let noise: Vec<u8> = (0..600_u64)
        .scan(7_u64, |state, _| {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            Some(state.to_be_bytes()[2])
        })
        .collect();
    check("noise.bin", &noise, &["unsupported"]);
    check("really-a-pdf.txt", &whole, &["ok"]);
    check("really-html.pdf", b"<!doctype html><title>T</title><p>Words of a web page</p>", &["ok"]);
    terminal.run(&["verify"]).succeeded();
    let review = terminal.json(&["review"]);
    assert!(review.as_array().unwrap().iter().any(|item| item["kind"] == "failed_import"), "{review}");
}

#[test]
fn an_encrypted_file_says_that_it_is() {
    let terminal = Terminal::new();
    // The standard security handler with a user password that nobody has: /O and /U are noise.
    let mut text = String::from_utf8(pdf("Secret")).unwrap();
    let noise = "AB".repeat(32);
    let encrypt = format!(
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{noise}> /U <{noise}> /P -4 >> /ID [<{noise}> <{noise}>]"
    );
    text = text.replace("/Root 1 0 R", &format!("/Root 1 0 R {encrypt}"));
    let path = terminal.file("locked.pdf", text);
    let answer = terminal.run(&["import", &path, "--case", "Case", "--json"]);
    let rows: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((&rows[0]["outcome"], answer.code), (&"encrypted".into(), 1), "{rows}");
}

#[test]
fn a_changed_and_a_missing_original_are_named_by_verify() {
    let terminal = Terminal::with_sample();
    let documents = terminal.json(&["document", "list"]);
    let path = |row: usize| {
        let name = documents[row]["sha256"].as_str().unwrap().to_owned();
        (terminal.library().join("originals").join(&name[..2]).join(&name), name)
    };
    let ((changed, first), (missing, second)) = (path(0), path(1));
    let mut bytes = fs::read(&changed).unwrap();
    bytes[10] ^= 1;
    fs::remove_file(&changed).unwrap();
    fs::write(&changed, bytes).unwrap();
    fs::remove_file(missing).unwrap();
    let answer = terminal.run(&["verify", "--json"]);
    assert_eq!(answer.code, 1);
    let report: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    let mut named: Vec<&str> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["item"].as_str().unwrap())
        .collect();
    named.sort_unstable();
    let mut expected = [&*first, &*second];
    expected.sort_unstable();
    assert_eq!(named, expected, "{report}");
}

#[test]
fn a_document_behind_a_password_is_read_with_it_and_the_password_is_kept_nowhere() {
    let terminal = Terminal::new();
    let locked = fs::read(proofline_tests::root().join("tests/fixtures/locked.pdf")).unwrap();
    let path = terminal.file("locked.pdf", locked);
    let imported = terminal.run(&["import", &path]);
    assert!(imported.code == 1 && imported.out.contains("encrypted"), "{}", imported.out);
    let wrong = terminal.file("wrong.txt", "falsch\n");
    let tried = terminal.run(&["document", "retry", "locked.pdf", "--password", &wrong]).succeeded();
    assert!(tried.out.contains("this password does not open it"), "{}", tried.out);
    let right = terminal.file("right.txt", "geheim\r\n");
    terminal.run(&["document", "retry", "locked.pdf", "--password", &right]).succeeded();
    let text = terminal.run(&["document", "text", "locked.pdf"]).succeeded();
    assert!(text.out.contains("Behind a password"), "{}", text.out);
    // What was read stays read, though nothing here knows the password.
    let rebuilt = terminal.run(&["rebuild-text"]);
    assert!(rebuilt.out.contains("keeps the text that it has"), "{}", rebuilt.out);
    assert_eq!(terminal.json(&["search", "\"behind a password\""])["items"], 1);
    let none = terminal.run(&["document", "retry", "locked.pdf", "--password", "nowhere.txt"]);
    assert!(none.code == 2 && none.error.contains("nowhere.txt"), "{}", none.error);
    let database = fs::read(terminal.library().join("library.db")).unwrap();
    assert!(!database.windows(6).any(|bytes| bytes == b"geheim"));
}
