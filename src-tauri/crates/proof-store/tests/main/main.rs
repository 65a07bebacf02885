//! The store as its one caller uses it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod acts;
mod lines;
mod numbers;
mod opening;

use std::path::Path;

use chrono::{DateTime, Utc};
use proof_model::{Case, CaseId, CaseKind};
use proof_store::{Act, Folder, Store, StoreError, Undo};
use uuid::Uuid;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_600_000_000, 0).unwrap()
}

fn act(name: &str, group: Option<&str>) -> Act {
    Act {
        name: name.to_owned(),
        undo: group.map_or(Undo::Alone, |group| Undo::Group {
            id: group.to_owned(),
            name: format!("all of {group}"),
        }),
        at: now().to_rfc3339(),
        actor: "tester".to_owned(),
    }
}

fn new_store(path: &Path) -> Store {
    Store::create(&Folder::new(path.join("library")), &Uuid::from_u128(7).to_string(), "Test", now()).unwrap()
}

fn case(number: u128, name: &str) -> Case {
    Case {
        id: CaseId::from(Uuid::from_u128(number)),
        name: name.to_owned(),
        kind: CaseKind::Litigation,
        forum: String::new(),
        dockets: vec!["1:20-cv-04699".to_owned()],
        status: String::new(),
        summary: String::new(),
        position: 0,
    }
}

fn add_case(store: &mut Store, number: u128, name: &str, group: Option<&str>) {
    store
        .transact::<_, StoreError>(&act(&format!("add {name}"), group), |tx| tx.add_case(&case(number, name)))
        .unwrap();
}

fn names(store: &Store) -> Vec<String> {
    store.read().cases().unwrap().into_iter().map(|case| case.name).collect()
}
