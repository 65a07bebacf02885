use std::fs;

use proof_store::{Reader, StoreError};
use rusqlite::Connection;

use super::*;

#[test]
fn sqlite_is_new_enough_not_to_lose_a_write_ahead_log() {
    // 3.51.3 mended a reset of the log that could lose a commit.
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
}

#[test]
fn a_second_writer_is_refused_and_a_reader_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_store(folder.path());
    add_case(&mut store, 1, "One", None);
    let library = Folder::new(folder.path().join("library"));
    assert!(matches!(Store::open(&library, now()), Err(StoreError::Locked(_))));
    let reader = Reader::open(&library).unwrap();
    assert_eq!(reader.read().cases().unwrap().len(), 1);
    add_case(&mut store, 2, "Two", None);
    assert_eq!(reader.read().cases().unwrap().len(), 2, "a reader sees what is written meanwhile");
}

#[test]
fn what_is_no_library_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let check = |path: &Path| {
        assert!(matches!(Store::open(&Folder::new(path), now()), Err(StoreError::NotALibrary { .. })));
    };
    check(&folder.path().join("nowhere"));
    check(folder.path());
    let database = folder.path().join("library.db");
    fs::write(&database, b"not a database, but long enough to be taken for one by its size alone").unwrap();
    check(folder.path());
    fs::remove_file(&database).unwrap();
    Connection::open(&database).unwrap().execute_batch("CREATE TABLE theirs (id)").unwrap();
    let before = fs::read(&database).unwrap();
    check(folder.path());
    assert_eq!(fs::read(&database).unwrap(), before);
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(new_store(folder.path()));
    let library = folder.path().join("library");
    Connection::open(library.join("library.db")).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let opened = Store::open(&Folder::new(&library), now());
    assert!(matches!(opened, Err(StoreError::NewerSchema { found: 999, .. })));
}

#[test]
fn a_migration_that_was_edited_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    drop(new_store(folder.path()));
    let library = folder.path().join("library");
    Connection::open(library.join("library.db"))
        .unwrap()
        .execute("UPDATE schema_migration SET sha256 = 'another'", [])
        .unwrap();
    assert!(matches!(Store::open(&Folder::new(&library), now()), Err(StoreError::Damaged(_))));
}

#[test]
fn a_new_library_wants_an_empty_folder() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.txt"), "Dear").unwrap();
    let made = Store::create(&Folder::new(folder.path()), "id", "Test", now());
    assert!(matches!(made, Err(StoreError::NotEmpty(_))));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
