//! Whatever happens to the files, the index opens: whole, or empty and saying so.

use std::fs;
use std::path::{Path, PathBuf};

use proof_search::{Index, Reason, SearchError};

use crate::{Dice, LIBRARY, open, page, places};

const QUERIES: [&str; 5] = ["settlement", "\"the fine\"", "NOT court", "fin*", "title:notice"];

type Answers = Vec<Vec<(String, u32)>>;

fn answers(index: &Index) -> Answers {
    QUERIES.iter().map(|query| places(index, query)).collect()
}

/// An index of a few segments with deleted pages.
fn built(dir: &Path) -> Answers {
    let (index, _) = open(dir);
    fill(&index);
    answers(&index)
}

fn fill(index: &Index) {
    let mut dice = Dice(9);
    for round in 0..3 {
        for document in 0..20 {
            let id = format!("d{}", document + round * 15);
            let mut text = || dice.pick(&["settlement", "the fine", "court", "the court fines"]).repeat(3);
            let pages = [page(&id, 1, "A notice", &text()), page(&id, 2, "A notice", &text())];
            index.put(&id, pages).expect("put");
        }
        index.commit().expect("commit");
    }
}

fn copy(from: &Path, to: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        fs::copy(entry.path(), &target).expect("copied");
        if target.extension().is_none_or(|end| end != "lock") {
            files.push(target);
        }
    }
    files.sort();
    files
}

/// Damages one file in a way that the dice choose, and tells what was done.
fn damage(files: &[PathBuf], dice: &mut Dice) -> String {
    let file = dice.pick(files);
    let mut bytes = fs::read(file).expect("readable");
    let kind = dice.roll(5);
    match kind {
        0 => {
            fs::remove_file(file).expect("removed");
            return format!("removed {}", file.display());
        }
        1 => bytes.truncate(dice.roll(bytes.len().max(1))),
        2 => bytes.extend_from_slice(b"more"),
        _ => {
            let (at, bit) = (dice.roll(bytes.len()), dice.roll(8));
            bytes[at] ^= 1 << bit;
        }
    }
    fs::write(file, &bytes).expect("written");
    format!("kind {kind} on {}", file.display())
}

#[test]
fn each_of_two_hundred_damages_is_noticed_and_mended_or_harmless() {
    let sound = tempfile::tempdir().expect("a folder");
    let expect = built(sound.path());
    let mut dice = Dice(4);
    let mut rebuilt = 0;
    for _ in 0..200 {
        let dir = tempfile::tempdir().expect("a folder");
        let files = copy(sound.path(), dir.path());
        let done = damage(&files, &mut dice);
        let read_only = Index::open_read_only(dir.path(), LIBRARY).expect("no error");
        let seen = read_only.map(|index| answers(&index));
        let (index, reason) = open(dir.path());
        assert_eq!(seen.is_none(), reason.is_some(), "{done}: {reason:?}");
        match reason {
            Some(_) => {
                rebuilt += 1;
                assert_eq!(index.pages(), 0, "{done}");
                fill(&index);
                assert_eq!(answers(&index), expect, "{done}");
                drop(index);
                assert_eq!(open(dir.path()).1, None, "{done}");
            }
            None => assert_eq!((seen, answers(&index)), (Some(expect.clone()), expect.clone()), "{done}"),
        }
    }
    assert!(rebuilt > 160, "only {rebuilt} were noticed");
}

#[test]
fn damage_while_the_index_is_open_is_found_by_verify() {
    let dir = tempfile::tempdir().expect("a folder");
    built(dir.path());
    let (index, _) = open(dir.path());
    index.verify().expect("whole");
    let store = fs::read_dir(dir.path()).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    let file =
        store.into_iter().find(|path| path.extension().is_some_and(|end| end == "pos")).expect("a file");
    let mut bytes = fs::read(&file).expect("readable");
    bytes[0] ^= 1;
    fs::write(&file, bytes).expect("written");
    assert!(matches!(index.verify(), Err(SearchError::Damaged { .. })));
}

#[test]
fn an_empty_or_foreign_folder_is_filled_anew() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("meta.json"), b"not what it seems").expect("written");
    let (index, reason) = open(dir.path());
    assert!(matches!(reason, Some(Reason::Damaged(_))));
    assert_eq!(index.pages(), 0);
}
