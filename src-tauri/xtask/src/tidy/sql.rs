//! SQL is written in proof-store only.

use super::finding::Finding;
use super::literals::literals;
use super::project::Project;

/// Where SQL may stand: its home, the forger of the tests, what our search is compared with, and this check's own table
/// of examples.
const HOMES: &[&str] = &[
    "src-tauri/crates/proof-store/",
    "tests/journeys/forger.rs",
    "tests/bench/search/sqlite/",
    "src-tauri/xtask/src/tidy/sql.rs",
];

const REMEDY: &str = "give proof-store a function that does this, and call it";

pub fn check(project: &Project) -> Vec<Finding> {
    let elsewhere = project.files.iter().filter(|file| !HOMES.iter().any(|home| file.path.starts_with(home)));
    elsewhere
        .flat_map(|file| match file.ending() {
            "sql" => vec![Finding::at(&file.path, 1, "a file of SQL outside proof-store", REMEDY)],
            "rs" => literals(&file.text)
                .into_iter()
                .filter(|(_, text)| is_statement(text))
                .map(|(line, _)| Finding::at(&file.path, line, "SQL outside proof-store", REMEDY))
                .collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// Whether the words are a statement, and not a sentence: SQL is all in capitals or all in small letters.
fn is_statement(text: &str) -> bool {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == '\\').filter(|w| !w.is_empty()).collect();
    let Some(first) = words.first() else { return false };
    if first.chars().any(char::is_uppercase) && first.chars().any(char::is_lowercase) {
        return false;
    }
    let words: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["SELECT", .., _] => words.contains(&"FROM") || words[1].contains('('),
        ["INSERT", "INTO" | "OR", ..]
        | ["REPLACE", "INTO", ..]
        | ["DELETE", "FROM", ..]
        | ["UPDATE", _, "SET", ..]
        | ["PRAGMA", _, ..]
        | ["BEGIN", "IMMEDIATE" | "EXCLUSIVE" | "DEFERRED", ..] => true,
        ["CREATE" | "DROP" | "ALTER", rest @ ..] => {
            rest.iter().take(3).any(|word| matches!(*word, "TABLE" | "INDEX" | "TRIGGER" | "VIEW"))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::project::samples;
    use super::*;

    #[test]
    fn statements_are_told_from_sentences() {
        let table = [
            ("SELECT name FROM cases", true),
            ("select sqlite_version()", true),
            ("\n    INSERT INTO cases (name) VALUES (?1)", true),
            ("\\\n UPDATE cases SET name = ?1", true),
            ("PRAGMA user_version", true),
            ("DELETE FROM page", true),
            ("CREATE UNIQUE INDEX page_document ON page (document)", true),
            ("ALTER TABLE cases ADD COLUMN colour", true),
            ("Select a case from the list", false),
            ("Update the library: set it aside first", false),
            ("Create a table of amounts", false),
            ("select", false),
            ("", false),
        ];
        for (text, expected) in table {
            assert_eq!(is_statement(text), expected, "{text}");
        }
    }

    #[test]
    fn sql_is_found_with_its_line_outside_its_home() {
        let text = "// \"DELETE FROM page\"\nfn f() {\n    run(\"DELETE FROM page\");\n}\n";
        let places = |path: &str| -> Vec<String> {
            check(&samples::file(path, text)).into_iter().map(|finding| finding.place).collect()
        };
        assert_eq!(places("src-tauri/crates/proof-api/src/a.rs"), ["src-tauri/crates/proof-api/src/a.rs:3"]);
        assert!(places("src-tauri/crates/proof-store/src/a.rs").is_empty());
    }
}
