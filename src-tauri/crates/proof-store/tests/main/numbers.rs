use proof_model::{
    Document, DocumentId, ExhibitScheme, Mark, NumberStyle, Original, Outcome, Produced, Production,
    SchemeId, Sha256, SoughtNumber, When,
};
use proof_store::{Folder, NumberKind, Store, StoreError, Tx};
use rusqlite::Connection;
use uuid::Uuid;

use super::{act, case, new_store, now};

fn document(number: u8) -> DocumentId {
    Uuid::from_u128(1 << 64 | u128::from(number)).into()
}

fn scheme() -> ExhibitScheme {
    ExhibitScheme {
        id: SchemeId::from(Uuid::from_u128(2 << 64)),
        case: case(0, "Case").id,
        style: NumberStyle::new("PX-", 3),
        first: 1,
        whose: String::new(),
    }
}

fn production() -> Production {
    Production {
        id: Uuid::from_u128(3 << 64).into(),
        case: case(0, "Case").id,
        name: "First".to_owned(),
        style: NumberStyle::new("TT-", 6),
        made_at: String::new(),
    }
}

fn add_document(tx: &Tx<'_>, number: u8) -> Result<(), StoreError> {
    let sha256 = Sha256::new([number; 32]);
    let original = Original {
        sha256,
        size: 1,
        media_type: "text/plain".to_owned(),
        outcome: Outcome::Ok,
        reason: None,
        metadata: Vec::new(),
        pages: 0,
    };
    tx.put_original(&original, &[], 1, "2020-01-01T00:00:00Z")?;
    tx.add_document(&Document {
        id: document(number),
        original: sha256,
        title: format!("Document {number}"),
        file_name: String::new(),
        source: String::new(),
        origin: String::new(),
        event_date: When::UNDATED,
        dated: When::UNDATED,
        published: When::UNDATED,
        captured: When::UNDATED,
        parent: None,
    })
}

/// A library with three documents and a scheme: line 1.
fn filled(path: &std::path::Path) -> Store {
    let mut store = new_store(path);
    let fill = |tx: &Tx<'_>| {
        tx.add_case(&case(0, "Case"))?;
        (1..=3).try_for_each(|number| add_document(tx, number))?;
        tx.add_scheme(&scheme())
    };
    store.transact::<_, StoreError>(&act("fill", None), fill).unwrap();
    store
}

/// Gives marks in one act: the document and its number, 0 for none.
fn mark(store: &mut Store, marks: &[(u8, u64)]) {
    let marks: Vec<_> = marks
        .iter()
        .map(|(of, number)| (document(*of), (*number > 0).then(|| Mark::whole(*number))))
        .collect();
    store.transact::<_, StoreError>(&act("mark", None), |tx| tx.set_exhibits(&scheme(), &marks)).unwrap();
}

/// The numbers that a document bears or bore: as written, since, until.
fn borne(store: &Store, of: u8) -> Vec<(String, u64, Option<u64>)> {
    let numbers = store.read().every_number_of(document(of)).unwrap();
    numbers.into_iter().map(|number| (number.shown(), number.since, number.until)).collect()
}

fn px(number: u64, since: u64, until: Option<u64>) -> (String, u64, Option<u64>) {
    (format!("PX-{number:03}"), since, until)
}

#[test]
fn a_number_stands_from_one_line_of_the_ledger_to_another_whether_by_an_act_or_its_undo() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(folder.path());
    mark(&mut store, &[(1, 1), (2, 2), (3, 3)]);
    mark(&mut store, &[(1, 2), (2, 1)]);
    store.undo("t", "tester").unwrap();
    store.redo("t", "tester").unwrap();
    assert_eq!(
        borne(&store, 1),
        [px(2, 5, None), px(1, 4, Some(5)), px(2, 3, Some(4)), px(1, 2, Some(3))],
        "line 3 swaps, 4 undoes, 5 does again"
    );
    assert_eq!(borne(&store, 3), [px(3, 2, None)], "it was in no other act");
    mark(&mut store, &[(3, 0)]);
    assert_eq!(borne(&store, 3), [px(3, 2, Some(6))]);
    let sought = SoughtNumber::parse("px 2").unwrap();
    let found = store.read().find_numbers(&sought).unwrap();
    let found: Vec<_> = found.iter().map(|number| (number.document, number.since, number.until)).collect();
    assert_eq!(
        found,
        [
            (document(1), 5, None),
            (document(2), 4, Some(5)),
            (document(1), 3, Some(4)),
            (document(2), 2, Some(3))
        ],
        "today's first, then the newest"
    );
    assert_eq!(store.read().check_numbers().unwrap(), []);
    assert_eq!(store.read().check_ledger().unwrap().1, []);
}

#[test]
fn a_number_that_goes_and_comes_back_within_one_act_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(folder.path());
    mark(&mut store, &[(1, 1), (2, 2)]);
    mark(&mut store, &[(2, 2), (1, 1)]);
    assert_eq!((borne(&store, 1), borne(&store, 2)), (vec![px(1, 2, None)], vec![px(2, 2, None)]));
    let through_another = |tx: &Tx<'_>| {
        tx.set_exhibits(&scheme(), &[(document(1), Some(Mark::whole(9)))])?;
        tx.set_exhibits(&scheme(), &[(document(1), None)])?;
        tx.set_exhibits(&scheme(), &[(document(1), Some(Mark::whole(1)))])
    };
    store.transact::<_, StoreError>(&act("there and back", None), through_another).unwrap();
    assert_eq!(borne(&store, 1), [px(1, 2, None)]);
    assert_eq!(store.read().check_numbers().unwrap(), []);
}

#[test]
fn pages_are_known_by_the_bates_numbers_that_they_bear_or_bore() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(folder.path());
    let documents = [
        Produced { document: document(1), first: 1, pages: 12 },
        Produced { document: document(2), first: 13, pages: 1 },
    ];
    store
        .transact::<_, StoreError>(&act("add", None), |tx| tx.add_production(&production(), &documents))
        .unwrap();
    let find = |store: &Store, text: &str| {
        let sought = SoughtNumber::parse(text).unwrap();
        let found = store.read().find_numbers(&sought).unwrap();
        let page = |number: &proof_store::Numbered| number.page_of(sought.mark.number());
        found.iter().map(|number| (number.document, page(number), number.until)).collect::<Vec<_>>()
    };
    assert_eq!(find(&store, "tt 12"), [(document(1), Some(12), None)]);
    assert_eq!(find(&store, "TT-000013"), [(document(2), Some(1), None)]);
    assert_eq!(find(&store, "TT-000014"), []);
    assert_eq!(find(&store, "TT-000012A"), []);
    let today = store.read().numbers_of(document(1)).unwrap();
    assert_eq!((today[0].kind, today[0].shown()), (NumberKind::Bates, "TT-000001 – TT-000012".to_owned()));
    store
        .transact::<_, StoreError>(&act("remove", None), |tx| tx.remove_production(production().id))
        .unwrap();
    assert_eq!(find(&store, "tt 12"), [(document(1), Some(12), Some(3))]);
    assert_eq!(store.read().numbers_of(document(1)).unwrap(), []);
    assert_eq!(store.read().check_numbers().unwrap(), []);
}

#[test]
fn the_list_of_numbers_is_made_anew_from_the_ledger_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(folder.path());
    mark(&mut store, &[(1, 1), (2, 2), (3, 3)]);
    mark(&mut store, &[(1, 3), (3, 1)]);
    store.undo("t", "tester").unwrap();
    store.transact::<_, StoreError>(&act("remove", None), |tx| tx.remove_scheme(scheme().id)).unwrap();
    let before: Vec<_> = (1..=3).map(|of| borne(&store, of)).collect();
    drop(store);
    let library = folder.path().join("library");
    Connection::open(library.join("library.db"))
        .unwrap()
        .execute_batch("DELETE FROM numbered; DELETE FROM derived WHERE name = 'numbered'")
        .unwrap();
    let store = Store::open(&Folder::new(library), now()).unwrap();
    assert_eq!((1..=3).map(|of| borne(&store, of)).collect::<Vec<_>>(), before);
    assert_eq!(store.read().check_numbers().unwrap(), []);
}

#[test]
fn whatever_is_changed_in_the_list_of_numbers_is_found() {
    let check = |tamper: &str| {
        let folder = tempfile::tempdir().unwrap();
        let mut store = filled(folder.path());
        mark(&mut store, &[(1, 1), (2, 2)]);
        mark(&mut store, &[(1, 2), (2, 1)]);
        drop(store);
        let library = folder.path().join("library");
        Connection::open(library.join("library.db")).unwrap().execute_batch(tamper).unwrap();
        let store = Store::open(&Folder::new(library), now()).unwrap();
        assert_ne!(store.read().check_numbers().unwrap(), [], "not found: {tamper}");
    };
    check("UPDATE numbered SET number = 7 WHERE rowid = 1");
    check("UPDATE numbered SET number = -7 WHERE rowid = 1");
    check("UPDATE numbered SET shown = 'PX-009' WHERE until IS NULL");
    check("UPDATE numbered SET folded = 'DX' WHERE rowid = 2");
    check("UPDATE numbered SET until = 3 WHERE until IS NULL AND rowid = 3");
    check("UPDATE numbered SET since = 1 WHERE rowid = 1");
    check("UPDATE numbered SET letter = 'A' WHERE rowid = 1");
    check("UPDATE numbered SET pages = 2 WHERE rowid = 1");
    check("UPDATE numbered SET case_file = 'x' WHERE rowid = 1");
    check("DELETE FROM numbered WHERE rowid = 1");
    check("INSERT INTO numbered SELECT * FROM numbered WHERE rowid = 1");
}

#[test]
fn a_scheme_is_found_by_its_prefix_or_a_mark_and_told_from_that_of_another_case() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(folder.path());
    for key in ["PX-", "PX", "px", "PX-017", "px 3", &scheme().id.to_string()] {
        assert_eq!(store.read().find_scheme(key).unwrap().scheme, scheme(), "{key}");
    }
    assert!(matches!(store.read().find_scheme("DX"), Err(StoreError::NotFound { .. })));
    let other = ExhibitScheme { id: Uuid::from_u128(9).into(), case: case(1, "Other").id, ..scheme() };
    let add = |tx: &Tx<'_>| {
        tx.add_case(&case(1, "Other"))?;
        tx.add_scheme(&other)
    };
    store.transact::<_, StoreError>(&act("add", None), add).unwrap();
    let error = store.read().find_scheme("PX").unwrap_err();
    assert!(error.to_string().contains("PX in Case") && error.to_string().contains("PX in Other"), "{error}");
    assert_eq!(store.read().find_scheme(&other.id.to_string()).unwrap().scheme, other);
}
