use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use proof_testkit::{mail, pdf};
use serde_json::Value;

use crate::terminal::Terminal;

/// How many files are imported, and how often the program is killed meanwhile. Both can be asked to be more:
/// `PROOFLINE_FILES=2000 PROOFLINE_KILLS=200`.
const FILES: usize = 250;
const KILLS: usize = 40;

fn asked(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

/// Files of some formats, each with a word that no other has.
fn write_papers(folder: &Path, files: usize) {
    fs::create_dir_all(folder).unwrap();
    for number in 0..files {
        let word = format!("unique{number:04}");
        let (name, bytes) = match number % 5 {
            0 => (format!("{number:04}.txt"), format!("A note with the word {word}.").into_bytes()),
            1 => (format!("{number:04}.html"), format!("<p>A page with the word {word}.</p>").into_bytes()),
            2 => (format!("{number:04}.md"), format!("# Notes\n\nThe word {word}.").into_bytes()),
            3 => (format!("{number:04}.pdf"), pdf(&format!("A paper with the word {word}"))),
            _ => (
                format!("{number:04}.eml"),
                mail(&word, "See there.", &format!("{word}.txt"), &word).into_bytes(),
            ),
        };
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// Starts an import, or goes on with it, until a line was told and a moment more; then kills it with its workers. Gives the
/// documents that were told to be in the library.
fn import_and_kill(terminal: &Terminal, arguments: &[&str], moment: Duration) -> Vec<String> {
    let mut command = terminal.command(arguments);
    command.arg("--json").stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut told = Vec::new();
    let mut take = |line: &str| {
        let row: Option<Value> = serde_json::from_str(line.trim_start_matches(['[', ',']).trim()).ok();
        told.extend(row.and_then(|row| Some(row["document"].as_str()?.to_owned())));
    };
    if let Some(Ok(line)) = lines.next() {
        take(&line);
    }
    thread::sleep(moment);
    kill(&mut child);
    for line in lines.map_while(Result::ok) {
        take(&line);
    }
    told
}

#[cfg(unix)]
fn kill(child: &mut Child) {
    let group = format!("-{}", child.id());
    let killed = Command::new("kill").args(["-KILL", "--", &group]).status().unwrap();
    assert!(killed.success() || child.try_wait().unwrap().is_some());
    child.wait().unwrap();
}

#[cfg(not(unix))]
fn kill(child: &mut Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

fn documents(terminal: &Terminal) -> BTreeSet<String> {
    let rows = terminal.json(&["document", "list"]);
    rows.as_array().unwrap().iter().map(|row| row["document"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_import_that_is_killed_again_and_again_loses_nothing_and_goes_on_where_it_was() {
    let (files, kills) = (asked("PROOFLINE_FILES", FILES), asked("PROOFLINE_KILLS", KILLS));
    let terminal = Terminal::new();
    let papers = terminal.path().join("papers");
    write_papers(&papers, files);
    let papers = papers.to_str().unwrap();
    let import = ["import", papers, "--case", "Case"];
    let mut told = BTreeSet::new();
    let mut early = 0;
    for number in 0..kills {
        let arguments: &[&str] = if number == 0 { &import } else { &["queue", "go-on"] };
        // From the first file on to different steps of the files in hand.
        let moment = Duration::from_micros((number as u64 * 7_919) % 23_000);
        told.extend(import_and_kill(&terminal, arguments, moment));
        let there = documents(&terminal);
        let missing: Vec<_> = told.difference(&there).collect();
        assert!(missing.is_empty(), "kill {number}: told and missing: {missing:?}");
        early += usize::from(there.len() < files);
        // All of it is looked at now and then: it takes its time.
        if number % 8 == 0 {
            let verified = terminal.run(&["verify"]);
            assert_eq!(verified.code, 0, "kill {number}: {}{}", verified.out, verified.error);
        }
    }
    assert!(early * 2 > kills, "the import was over after {early} of {kills} kills: nothing was tried");
    terminal.run(&["queue", "go-on"]).succeeded();
    let state = terminal.json(&["queue", "show"]);
    assert_eq!((&state["finished"], &state["done"]), (&true.into(), &(files + files / 5).into()), "{state}");
    assert_eq!(documents(&terminal).len(), files + files / 5, "files and what is attached");
    terminal.run(&["verify"]).succeeded();
    let limit = (files * 2).to_string();
    let found = terminal.json(&["search", "unique*", "--limit", &limit]);
    assert_eq!(found["items"], files + files / 5, "all of it is found");
    // All of it is one import, and undone as one.
    terminal.run(&["undo"]).succeeded();
    assert_eq!(documents(&terminal).len(), 0);
}
