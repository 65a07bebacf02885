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
