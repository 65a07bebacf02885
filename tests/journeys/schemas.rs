use std::{fs, path::Path};

use proofline_tests::{copy_folder, root};

use crate::terminal::Terminal;

/// The libraries of every schema that was released, each made by the Proofline of its day.
fn fixtures() -> Vec<std::path::PathBuf> {
    let folder = root().join("tests/fixtures");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).collect()
}

fn adopt(terminal: &Terminal, fixture: &Path) {
    fs::remove_dir_all(terminal.library()).unwrap();
    copy_folder(fixture, &terminal.library()).unwrap();
}

#[test]
fn a_library_of_every_schema_opens_verifies_and_can_be_searched_and_changed() {
    let fixtures = fixtures();
    assert!(!fixtures.is_empty());
    for fixture in fixtures {
        let terminal = Terminal::new();
        adopt(&terminal, &fixture);
        let rows = terminal.json(&["timeline"]);
        assert_eq!(rows[0]["title"], "Settlement", "{}", fixture.display());
        assert_eq!(rows[0]["accounts"][0]["verified"], true);
        assert_eq!(terminal.json(&["search", "\"92 million\""])["total"], 1);
        terminal.run(&["undo"]).succeeded();
        terminal.run(&["case", "add", "Another"]).succeeded();
        terminal.run(&["verify"]).succeeded();
    }
}

#[test]
fn a_library_of_schema_1_is_brought_forward_after_a_backup_and_its_acts_can_be_undone() {
    let terminal = Terminal::new();
    let fixture = root().join("tests/fixtures/schema-1");
    adopt(&terminal, &fixture);
    let old = fs::read(fixture.join("library.db")).unwrap();
    let before = terminal.json(&["timeline"]);
    assert_eq!(before.as_array().unwrap().len(), 1, "{before}");
    assert_eq!((&before[0]["tags"], &before[0]["starred"]), (&serde_json::json!([]), &false.into()));
    assert_eq!(
        terminal.json(&["event", "list", "--text", "settle", "--from", "2021", "--support", "one_origin"]),
        before
    );
    // Bytes 60 to 63 of a SQLite file are its user_version, where Proofline keeps its schema (file format, 1.3).
    terminal.run(&["event", "edit", "Settlement", "--star", "--tag", "money"]).succeeded();
    let backup = fs::read(terminal.library().join("library.db.schema-1")).unwrap();
    assert_eq!(
        (&backup[60..64], backup.len()),
        (&old[60..64], old.len()),
        "the backup is of schema 1, and whole"
    );
    assert_eq!(fs::read(terminal.library().join("library.db")).unwrap()[60..64], 7_u32.to_be_bytes());
    assert!(terminal.run(&["undo"]).succeeded().out.contains("change event Settlement"));
    assert!(terminal.run(&["undo"]).succeeded().out.contains("add event Settlement"), "an act of schema 1");
    assert_eq!(terminal.json(&["timeline"]), serde_json::json!([]));
    terminal.run(&["verify"]).succeeded();
    terminal.run(&["redo"]).succeeded();
    assert_eq!(terminal.json(&["timeline"]), before);
    terminal.run(&["verify"]).succeeded();
}
