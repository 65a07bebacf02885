use proof_store::StoreError;
use rusqlite::Connection;

use super::*;

#[test]
fn an_act_is_undone_and_redone_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_store(folder.path());
    add_case(&mut store, 1, "One", None);
    add_case(&mut store, 2, "Two", None);
    assert_eq!(store.undo("t", "tester").unwrap().0, "add Two");
    assert_eq!(names(&store), ["One"]);
    assert_eq!(store.read().next_redo().unwrap().as_deref(), Some("add Two"));
    assert_eq!(store.redo("t", "tester").unwrap().0, "add Two");
    assert_eq!(names(&store), ["One", "Two"]);
}

#[test]
fn two_hundred_acts_are_undone_after_a_restart_and_redone() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_store(folder.path());
    for number in 1..=200 {
        add_case(&mut store, number, &format!("Case {number}"), None);
    }
    drop(store);
    let mut store = Store::open(&Folder::new(folder.path().join("library")), now()).unwrap();
    for _ in 1..=200 {
        store.undo("t", "tester").unwrap();
    }
    assert!(names(&store).is_empty());
    assert!(matches!(store.undo("t", "tester"), Err(StoreError::NothingTo("undo"))));
    for _ in 1..=200 {
        store.redo("t", "tester").unwrap();
    }
    assert_eq!(names(&store).len(), 200);
    assert_eq!(store.read().check_ledger().unwrap(), (600, vec![]));
}

#[test]
fn acts_of_one_group_are_undone_together() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_store(folder.path());
    add_case(&mut store, 1, "Before", None);
    add_case(&mut store, 2, "First", Some("import"));
    add_case(&mut store, 3, "Second", Some("import"));
    assert_eq!(store.undo("t", "tester").unwrap().0, "all of import");
    assert_eq!(names(&store), ["Before"]);
    store.redo("t", "tester").unwrap();
    assert_eq!(names(&store), ["Before", "First", "Second"]);
}

#[test]
fn a_new_act_takes_away_what_could_be_redone() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_store(folder.path());
    add_case(&mut store, 1, "One", None);
    store.undo("t", "tester").unwrap();
    add_case(&mut store, 2, "Two", None);
    assert!(matches!(store.redo("t", "tester"), Err(StoreError::NothingTo("redo"))));
}

#[test]
fn an_act_that_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_store(folder.path());
    add_case(&mut store, 1, "One", None);
    let failed = store.transact::<_, StoreError>(&act("add twice", None), |tx| {
        tx.add_case(&case(2, "Two"))?;
        tx.add_case(&case(3, "One"))
    });
    assert!(matches!(failed, Err(StoreError::Taken { what: "case", .. })));
    assert_eq!(names(&store), ["One"]);
    add_case(&mut store, 4, "Four", None);
    assert_eq!(store.read().check_ledger().unwrap(), (2, vec![]), "the failed act left no change behind");
}

#[test]
fn every_way_to_tamper_with_the_ledger_is_found() {
    let check = |tamper: &str| {
        let folder = tempfile::tempdir().unwrap();
        let mut store = new_store(folder.path());
        for number in 1..=5 {
            add_case(&mut store, number, &format!("Case {number}"), None);
        }
        drop(store);
        let library = folder.path().join("library");
        Connection::open(library.join("library.db")).unwrap().execute_batch(tamper).unwrap();
        let store = Store::open(&Folder::new(library), now()).unwrap();
        let (_, faults) = store.read().check_ledger().unwrap();
        assert!(!faults.is_empty(), "not found: {tamper}");
    };
    check("UPDATE ledger SET act = 'add another' WHERE seq = 3");
    check("UPDATE ledger SET at = at || ' ' WHERE seq = 1");
    check("PRAGMA foreign_keys = OFF; DELETE FROM ledger WHERE seq = 3");
    check("PRAGMA foreign_keys = OFF; DELETE FROM ledger WHERE seq = 5");
    check(
        "PRAGMA foreign_keys = OFF; UPDATE ledger SET seq = 9 WHERE seq = 2; UPDATE ledger SET seq = 2 WHERE seq = 3; UPDATE ledger SET seq = 3 WHERE seq = 9",
    );
    check(
        "UPDATE ledger SET changes = '[{\"table\": \"case_file\", \"before\": {}, \"after\": null}]' WHERE seq = 2",
    );
    check("UPDATE ledger SET actor = CAST(x'ff' AS TEXT) WHERE seq = 2");
    check("UPDATE case_file SET name = 'Another' WHERE position = 2");
    check("DELETE FROM case_file WHERE position = 2");
    check(
        "INSERT INTO case_file SELECT replace(id, '0', '1'), name || '!', kind, forum, dockets, status, summary, 9 FROM case_file LIMIT 1",
    );
    check("UPDATE library SET id = upper(id) || 'x'");
}
