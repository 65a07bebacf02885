use super::*;
use crate::Folder;
use chrono::Utc;
use proof_model::Sha256;

const BATCH: &str = "01a20218-a572-73e1-b5d8-000000000000";

fn document(number: u8) -> DocumentId {
    format!("01a20218-a572-73e1-b5d8-{number:012}").parse().unwrap()
}

fn file(name: &str, inside: Option<u8>, rank: u32) -> ImportItem {
    let stored = Stored { sha256: Sha256::new([7; 32]), size: 1 };
    ImportItem {
        id: 0,
        batch: BATCH.to_owned(),
        inside: inside.map(|number| (document(number), stored)),
        depth: u32::from(inside.is_some()),
        path: name.into(),
        place: name.to_owned(),
        name: name.to_owned(),
        rank,
    }
}

fn waiting(store: &Store) -> Vec<String> {
    store.read().waiting_imports(9).unwrap().into_iter().map(|item| item.name).collect()
}

#[test]
fn what_waits_comes_by_its_rank_then_what_lies_inside_and_what_is_looked_at_before_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&Folder::new(folder.path().join("l")), BATCH, "L", Utc::now()).unwrap();
    let batch = ImportBatch {
        id: BATCH.to_owned(),
        name: "import 4 files".to_owned(),
        said: "{}".to_owned(),
        begun_at: "2021-06-24T10:00:00Z".to_owned(),
        state: BatchState::Running,
    };
    let files =
        [file("many", None, 0), file("few", None, 1), file("in a", Some(1), 0), file("in b", Some(2), 0)];
    store.queue_import(&batch, &files).unwrap();
    assert_eq!(waiting(&store), ["few", "in a", "in b", "many"]);
    store.hurry_imports(document(2), 2).unwrap();
    assert_eq!(waiting(&store), ["in b", "few", "in a", "many"]);
    store.turn_imports(&[BatchState::Running], BatchState::Paused).unwrap();
    assert!(waiting(&store).is_empty());
    store.turn_imports(&[BatchState::Paused], BatchState::Running).unwrap();
    assert_eq!(waiting(&store).len(), 4);
    store.turn_imports(&[BatchState::Running], BatchState::Cancelled).unwrap();
    assert!(waiting(&store).is_empty());
    assert_eq!(store.read().import_counts(&[BATCH.to_owned()]).unwrap(), ImportCounts::default());
}
