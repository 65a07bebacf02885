//! Term lists: many queries at once, and which documents none of them hits.

use crate::terminal::{Terminal, type_in};

/// A case with three documents: two with words, one of pictures that no machine reads.
fn terminal() -> Terminal {
    let terminal = Terminal::new();
    for (name, text) in [
        ("one.txt", "The settlement fund.\u{c}The fines and the settlement."),
        ("two.txt", "A fine of $5.7 million."),
    ] {
        let file = terminal.file(name, text);
        terminal.run(&["import", &file, "--case", "Case"]).succeeded();
    }
    let empty = terminal.file("three.txt", " \n ");
    terminal.run(&["import", &empty, "--case", "Case"]).succeeded();
    terminal
}

#[test]
fn a_list_tells_what_each_term_hits_and_what_none_does() {
    let terminal = terminal();
    let list = terminal.file(
        "terms.list",
        "# agreed with the other side\nsettlement\n\nfine AND settlement\nUS$5,700,000\nsettlemnet\ntitle:\n",
    );
    let report = terminal.json(&["terms", &list, "--case", "Case"]);
    let seen: Vec<String> = report["terms"]
        .as_array()
        .expect("terms")
        .iter()
        .map(|row| {
            format!("{} {} {} {} {}", row["line"], row["term"], row["documents"], row["pages"], row["alone"])
        })
        .collect();
    assert_eq!(
        seen,
        [
            "2 \"settlement\" 1 2 0",
            "4 \"fine AND settlement\" 1 1 0",
            "5 \"US$5,700,000\" 1 1 1",
            // Nothing near is taken for what was asked.
            "6 \"settlemnet\" 0 0 0",
            "7 \"title:\" 0 0 0",
        ]
    );
    assert!(report["terms"][4]["error"].as_str().expect("an error").contains("needs a word"));
    let counts =
        ["documents", "hit_documents", "hits", "without", "without_text"].map(|name| report[name].as_u64());
    assert_eq!(counts, [3, 2, 4, 1, 1].map(Some));
}

#[test]
fn the_report_is_written_as_a_table() {
    let terminal = terminal();
    let list = terminal.file("terms.list", "settlement\nnowhere\n");
    let (csv, xlsx) = (terminal.file("report.csv", ""), terminal.file("report.xlsx", ""));
    let told = terminal.run(&["terms", &list, "--case", "Case", "--write", &csv]).succeeded().out;
    assert!(told.contains("1 of 3 documents hit; 2 hit by no term"), "{told}");
    let written = std::fs::read_to_string(&csv).expect("a file");
    let rows: Vec<&str> = written.lines().collect();
    assert_eq!(rows.len(), 1 + 2 + 1 + 2, "{written}");
    assert!(rows[1].contains("settlement,one") && rows[2].contains(",2,"), "{written}");
    assert!(rows[3].starts_with("nowhere,") && rows[3].ends_with("hits no document"), "{written}");
    assert!(rows[4..].iter().any(|row| row.contains("it has no text")), "{written}");
    terminal.run(&["terms", &list, "--write", &xlsx]).succeeded();
    assert!(std::fs::read(&xlsx).expect("a file").starts_with(b"PK"));
}

#[test]
fn a_list_that_cannot_be_used_says_where_and_why() {
    let terminal = terminal();
    let none = terminal.file("none.list", "# nothing\n\n");
    assert!(terminal.run(&["terms", &none]).error.contains("it holds no term"));
    let latin = terminal.file("latin.list", "settlement\n");
    std::fs::write(&latin, b"settlement\ncaf\xe9\n").expect("written");
    assert!(terminal.run(&["terms", &latin]).error.contains("line 2 is not UTF-8"));
    let list = terminal.file("terms.list", "fine\n");
    assert!(terminal.run(&["terms", &list, "--write", "report.doc"]).error.contains(".csv or .xlsx"));
}

#[test]
fn how_to_ask_is_shown_without_a_library() {
    let told = type_in(&["how-to-ask"]).succeeded().out;
    assert!(told.contains("dated:2021-02") && told.contains("possibly"), "{told}");
    assert_eq!(told.lines().count(), proof_library::HELP.len());
}
