use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::Stdio,
    thread,
    time::Duration,
};

use proof_testkit::{mail, pdf};
use proofline_tests::copy_folder;
use serde_json::Value;

use crate::terminal::Terminal;

const FILES: usize = 200;
const KILLS: usize = 50;

/// Two hundred files of the formats that there are, each with a word that no other has.
fn write_papers(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for number in 0..FILES {
        let word = format!("unique{number:03}");
        let (name, bytes) = match number % 5 {
            0 => (format!("{number:03}.txt"), format!("A note with the word {word}.").into_bytes()),
            1 => (format!("{number:03}.html"), format!("<p>A page with the word {word}.</p>").into_bytes()),
            2 => (format!("{number:03}.md"), format!("# Notes\n\nThe word {word}.").into_bytes()),
            3 => (format!("{number:03}.pdf"), pdf(&format!("A paper with the word {word}"))),
            _ => (
                format!("{number:03}.eml"),
                mail(&word, "See there.", &format!("{word}.txt"), &word).into_bytes(),
            ),
        };
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// Imports until so many files were reported and a moment more, then kills. Gives the documents that were
/// reported as imported.
fn import_and_kill(terminal: &Terminal, papers: &str, after: usize, moment: Duration) -> Vec<String> {
    let mut command = terminal.command(&["import", papers, "--case", "Case", "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut reported = Vec::new();
    let mut take = |line: &str| {
        let row: Option<Value> = serde_json::from_str(line.trim_start_matches(['[', ',']).trim()).ok();
        reported.extend(row.and_then(|row| Some(row["document"].as_str()?.to_owned())));
    };
    for line in lines.by_ref().take(after + 1) {
        take(&line.unwrap());
    }
    thread::sleep(moment);
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines.map_while(Result::ok) {
        take(&line);
    }
    reported
}

fn documents(terminal: &Terminal) -> BTreeSet<String> {
    let rows = terminal.json(&["document", "list"]);
    rows.as_array().unwrap().iter().map(|row| row["document"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_import_that_is_killed_at_any_moment_loses_nothing_and_is_completed_by_importing_again() {
    let terminal = Terminal::new();
    let papers = terminal.path().join("papers");
    write_papers(&papers);
    let papers = papers.to_str().unwrap();
    let empty = terminal.path().join("empty");
    copy_folder(&terminal.library(), &empty).unwrap();
    for kill in 0..KILLS {
        // From the first file to the last, and to different steps of the file in hand.
        let moment = Duration::from_micros((kill as u64 * 1_300) % 17_000);
        let reported = import_and_kill(&terminal, papers, kill * FILES / KILLS, moment);
        let verified = terminal.run(&["verify"]);
        assert_eq!(verified.code, 0, "kill {kill}: {}{}", verified.out, verified.error);
        let there = documents(&terminal);
        let missing: Vec<_> = reported.iter().filter(|document| !there.contains(*document)).collect();
        assert!(missing.is_empty(), "kill {kill}: reported but missing: {missing:?}");
        // Every fifth is completed; the others begin again from nothing, so that all moments are early ones too.
        if kill % 5 == 0 {
            terminal.run(&["import", papers, "--case", "Case"]).succeeded();
            terminal.run(&["verify"]).succeeded();
            assert_eq!(
                documents(&terminal).len(),
                FILES + FILES / 5,
                "kill {kill}: files and what is attached"
            );
            let found = terminal.json(&["search", "unique*", "--limit", "500"]);
            assert_eq!(found["documents"], FILES + FILES / 5, "kill {kill}: all of it is found");
        }
        fs::remove_dir_all(terminal.library()).unwrap();
        copy_folder(&empty, &terminal.library()).unwrap();
    }
}
