//! What somebody does to a library behind its back is found.

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use proof_api::{Session, VerifyArgs, handlers};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::{Entry, Library, Surroundings};
use proof_testkit::FixedWorld;
use serde_json::json;

use crate::{
    chance::Chance,
    forger::{Forger, flip, original},
    session::{import, session, told, with_library},
};

/// Everything that a verification names of one part.
fn named(session: &Session, part: &str) -> BTreeSet<String> {
    let report = handlers::verify(session, VerifyArgs::default()).unwrap();
    assert_eq!(report.ok, report.problems.is_empty());
    let of_part = report.problems.into_iter().filter(|problem| problem.part == part);
    of_part.map(|problem| problem.item).collect()
}

/// The hashes of all originals, each with its size.
fn originals(session: &Session) -> Vec<(String, usize)> {
    let rows = told(session, "document_list", json!({ "case": null }));
    let row = |row: &serde_json::Value| {
        (row["sha256"].as_str().unwrap().to_owned(), usize::try_from(row["size"].as_u64().unwrap()).unwrap())
    };
    rows.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn of_a_thousand_originals_with_one_bit_flipped_a_thousand_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let papers = folder.path().join("papers");
    fs::create_dir(&papers).unwrap();
    let mut chance = Chance(4);
    for number in 0..1000 {
        let words: Vec<String> =
            (0..20 + chance.below(300)).map(|_| chance.below(10_000).to_string()).collect();
        fs::write(papers.join(format!("{number}.txt")), format!("Paper {number}. {}", words.join(" ")))
            .unwrap();
    }
    import(&session, &heard, &[&papers]);
    let originals = originals(&session);
    assert_eq!(originals.len(), 1000);
    assert_eq!(named(&session, "original"), BTreeSet::new());
    for (sha256, size) in &originals {
        flip(&original(&folder.path().join("library"), sha256), chance.below(size * 8));
    }
    let all: BTreeSet<String> = originals.into_iter().map(|(sha256, _)| sha256).collect();
    assert_eq!(named(&session, "original"), all);
}

#[test]
fn a_single_bit_flipped_in_a_library_is_named_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = session();
    let library = folder.path().join("library");
    told(&session, "library_new", json!({ "path": library, "sample": true }));
    let (originals, mut chance) = (originals(&session), Chance(50));
    for _ in 0..50 {
        let (sha256, size) = &originals[chance.below(originals.len())];
        let (path, bit) = (original(&library, sha256), chance.below(size * 8));
        flip(&path, bit);
        assert_eq!(named(&session, "original"), BTreeSet::from([sha256.clone()]), "bit {bit}");
        flip(&path, bit);
    }
    assert_eq!(named(&session, "original"), BTreeSet::new());
}

/// A small library with a ledger of some length, closed.
fn small_library(folder: &Path) -> std::path::PathBuf {
    let (session, heard) = with_library(folder);
    for number in 0..4 {
        let path = folder.join(format!("{number}.txt"));
        fs::write(&path, format!("Hearing {number} was held in room {number}.")).unwrap();
        import(&session, &heard, &[&path]);
    }
    for number in 0..12 {
        let document = format!("{}.txt", number % 4);
        let quote = format!("was held in room {}", number % 4);
        let cites = json!([{ "document": document, "page": 1, "quote": quote }]);
        let args = json!({ "case": "Case", "title": format!("Hearing {number}"), "kind": "", "status": "", "date": "2021-06", "cites": cites });
        told(&session, "event_add", args);
        if number % 3 == 0 {
            told(&session, "undo", json!({}));
        }
        if number % 6 == 0 {
            told(&session, "redo", json!({}));
        }
    }
    told(&session, "verify", json!({}));
    folder.join("library")
}

/// Opens a library, to read it or to write.
fn opened(library: &Path, to_read: bool) -> Library {
    let extractor = Extractor::new(WorkerCommand::this_program(), Limits::default());
    let surroundings = Surroundings { world: Arc::new(FixedWorld::new()), extractor };
    if to_read {
        Library::open_to_read(library, surroundings, "it is only looked at").unwrap()
    } else {
        Library::open(library, surroundings).unwrap()
    }
}

/// What is wrong with a ledger.
fn faults(library: &Library) -> Vec<String> {
    let faults = library.read::<_, proof_library::StoreError>(|read| Ok(read.check_ledger()?.1)).unwrap();
    faults.into_iter().map(|fault| format!("{}: {}", fault.item, fault.message)).collect()
}

/// Changes a text by a letter or more.
fn changed(text: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = chance.below(letters.len().max(1));
    let (before, after) = (letters.iter().take(at), letters.iter().skip(at + 1));
    match chance.below(4) {
        0 => format!("{text} "),
        1 => before.chain(after).collect::<String>() + if letters.is_empty() { "x" } else { "" },
        2 => before.chain(&['\u{fffd}']).chain(after).collect(),
        _ => letters.iter().rev().chain(&['!']).collect(),
    }
}

/// Makes one line another, in any of its columns.
fn edit(lines: &mut [Entry], chance: &mut Chance) -> String {
    let (at, column, rehashed) = (chance.below(lines.len()), chance.below(7), chance.happens(50));
    let highest = lines.len() as u64;
    let line = &mut lines[at];
    match column {
        0 => line.at = changed(&line.at, chance),
        1 => line.actor = changed(&line.actor, chance),
        2 => line.act = changed(&line.act, chance),
        3 => line.changes = changed(&line.changes, chance),
        4 => line.previous = changed(&line.previous, chance),
        5 => line.seq = highest + 1 + chance.below(100) as u64,
        _ => line.hash = changed(&line.hash, chance),
    }
    if rehashed && column != 6 {
        line.hash = line.expected_hash();
    }
    format!("line {} of {highest} edited in column {column}, rehashed: {rehashed}", at + 1)
}

/// Takes up to three lines away, and may close the gap.
fn delete(lines: &mut Vec<Entry>, chance: &mut Chance) -> String {
    let at = chance.below(lines.len());
    let count = (1 + chance.below(3)).min(lines.len() - at);
    lines.drain(at..at + count);
    let closed = chance.happens(50);
    if closed {
        renumber(lines, chance);
    }
    format!("{count} lines deleted from {} on, gap closed: {closed}", at + 1)
}

/// Lets two lines change places.
fn reorder(lines: &mut [Entry], chance: &mut Chance) -> String {
    let one = chance.below(lines.len());
    let other = (one + 1 + chance.below(lines.len() - 1)) % lines.len();
    lines.swap(one, other);
    renumber(lines, chance);
    format!("lines {} and {} in each other's place", one + 1, other + 1)
}

/// Puts a line in between or at the end that follows from the one before it.
fn insert(lines: &mut Vec<Entry>, chance: &mut Chance) -> String {
    let at = 1 + chance.below(lines.len());
    let mut line = lines[chance.below(lines.len())].clone();
    line.seq = at as u64 + 1;
    line.act = format!("{} once more", line.act);
    line.previous.clone_from(&lines[at - 1].hash);
    if chance.happens(50) {
        "[]".clone_into(&mut line.changes);
    }
    line.hash = line.expected_hash();
    lines.insert(at, line);
    for (seq, line) in (1..).zip(lines.iter_mut()) {
        line.seq = seq;
    }
    format!("a line inserted behind line {at}")
}

/// Numbers lines through. A careful forger makes the hashes of those fit that he moved, each for itself.
fn renumber(lines: &mut [Entry], chance: &mut Chance) {
    let careful = chance.happens(50);
    for (seq, line) in (1..).zip(lines.iter_mut()) {
        if line.seq != seq {
            line.seq = seq;
            if careful {
                line.hash = line.expected_hash();
            }
        }
    }
}

#[test]
fn of_a_thousand_edits_deletions_reorderings_and_insertions_of_ledger_lines_a_thousand_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_library(folder.path());
    let (library, forger) = (opened(&path, true), Forger::of(&path));
    let true_lines = forger.lines();
    assert_eq!(faults(&library), Vec::<String>::new());
    let mut chance = Chance(1000);
    for number in 0..1000 {
        let mut lines = true_lines.clone();
        let what = match number % 4 {
            0 => edit(&mut lines, &mut chance),
            1 => delete(&mut lines, &mut chance),
            2 => reorder(&mut lines, &mut chance),
            _ => insert(&mut lines, &mut chance),
        };
        assert_ne!(lines, true_lines, "{what}");
        forger.write_lines(&lines);
        assert!(!faults(&library).is_empty(), "not found: {what}");
    }
    forger.write_lines(&true_lines);
    assert_eq!(faults(&library), Vec::<String>::new());
}

#[test]
fn a_truncation_and_a_full_rewrite_are_found_against_a_head_that_was_written_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_library(folder.path());
    let written = folder.path().join("head.txt");
    let head = opened(&path, true).write_head(&written).unwrap();
    let check = |forge: &dyn Fn(&Forger), expected: &str| {
        // A folder of its own each time: the index of the last one may still be being made.
        let place = tempfile::tempdir_in(folder.path()).unwrap();
        let copy = place.path().join("copy");
        proofline_tests::copy_folder(&path, &copy).unwrap();
        forge(&Forger::of(&copy));
        // It would tell, and is made anew where it is missing.
        fs::remove_dir_all(copy.join("index")).unwrap();
        let library = opened(&copy, false);
        let (against, _) = library.verify(Some(&head), &()).unwrap();
        assert!(!against.holds() && against.problems.len() == 1, "{:?}", against.problems);
        assert!(against.problems[0].message.contains(expected), "{:?}", against.problems);
        let (alone, _) = library.verify(None, &()).unwrap();
        assert!(alone.holds(), "the chain alone shows nothing: {:?}", alone.problems);
        // Also when the library has grown again since.
        let (session, _) = session();
        drop(library);
        told(&session, "library_open", json!({ "path": copy }));
        let found = told(&session, "head_check", json!({ "path": written }));
        assert_eq!(found["ok"], false, "{found}");
    };
    for count in [1, 2, 3, 7] {
        check(&|forger| truncate(forger, count), "its last lines were taken away");
    }
    check(&rewrite, "or all of it was written anew");
    let (session, _) = session();
    told(&session, "library_open", json!({ "path": path }));
    let found = told(&session, "head_check", json!({ "path": written }));
    assert_eq!(found["ok"], true, "{found}");
}

/// Takes the last lines away as if they had never been, with all that they changed.
fn truncate(forger: &Forger, count: usize) {
    let mut lines = forger.lines();
    let left = lines.len() - count;
    for line in lines.drain(left..).rev() {
        forger.set_back(&line);
    }
    forger.write_lines(&lines);
    forger.seal(&lines[left - 1].hash);
    forger.forget_what_is_derived();
}

/// Writes all of the ledger anew, so that it always told another story.
fn rewrite(forger: &Forger) {
    let mut lines = forger.lines();
    let mut previous = lines[0].previous.clone();
    for line in &mut lines {
        line.act = line.act.replace("Hearing", "Meeting");
        line.changes = line.changes.replace("\"title\":\"Hearing", "\"title\":\"Meeting");
        line.previous.clone_from(&previous);
        line.hash = line.expected_hash();
        previous.clone_from(&line.hash);
    }
    forger.retitle_events("Hearing", "Meeting");
    forger.write_lines(&lines);
    forger.seal(&previous);
    forger.forget_what_is_derived();
}
