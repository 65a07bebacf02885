use proof_model::{
    Account, AccountId, Document, DocumentId, Event, EventId, EventStatus, Original, Outcome, Page, Party,
    PartyId, PartyKind, Sha256, Stance, When,
};
use proof_store::{LineFilter, Sought, Store, StoreError, Tx};
use proptest::prelude::*;
use uuid::Uuid;

use super::{act, case, new_store};

/// One act among a few events, documents and parties, by small numbers.
#[derive(Debug, Clone)]
enum Step {
    AddEvent(u8, u8),
    DateEvent(u8, u8),
    RemoveEvent(u8),
    MergeEvents(u8, u8),
    AddAccount(u8, u8, u8),
    RemoveAccount(u8),
    MoveAccount(u8, u8),
    SetOrigin(u8, bool),
    RenameParty(u8, u8),
    TakeParties(u8, u8),
    Tag(u8, u8),
    Star(u8, bool),
    RenameCase(u8),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let few = || 0..6_u8;
    let step = prop_oneof![
        3 => (few(), few()).prop_map(|(event, date)| Step::AddEvent(event, date)),
        2 => (few(), few()).prop_map(|(event, date)| Step::DateEvent(event, date)),
        1 => few().prop_map(Step::RemoveEvent),
        1 => (few(), few()).prop_map(|(into, from)| Step::MergeEvents(into, from)),
        4 => (few(), few(), few()).prop_map(|(account, event, date)| Step::AddAccount(account, event, date)),
        1 => few().prop_map(Step::RemoveAccount),
        1 => (few(), few()).prop_map(|(account, event)| Step::MoveAccount(account, event)),
        1 => (few(), any::<bool>()).prop_map(|(document, wire)| Step::SetOrigin(document, wire)),
        1 => (few(), few()).prop_map(|(party, name)| Step::RenameParty(party, name)),
        1 => (few(), few()).prop_map(|(event, party)| Step::TakeParties(event, party)),
        1 => (few(), few()).prop_map(|(event, tag)| Step::Tag(event, tag)),
        1 => (few(), any::<bool>()).prop_map(|(event, starred)| Step::Star(event, starred)),
        1 => few().prop_map(Step::RenameCase),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 1..40)
}

fn id<T: From<Uuid>>(kind: u128, number: u8) -> T {
    T::from(Uuid::from_u128(kind << 64 | u128::from(number)))
}

fn date(number: u8) -> When {
    let texts = ["", "2020-08-04", "2020-08", "2021-02~", "2018-05-25/..", "2020-08-04T10:30:00Z"];
    When::parse(texts[usize::from(number) % texts.len()]).unwrap()
}

fn event(number: u8, when: u8) -> Event {
    Event {
        id: id(1, number),
        case: id(0, 0),
        title: format!("Event {number}"),
        kind: "hearing".to_owned(),
        when: date(when),
        status: EventStatus::Reported,
    }
}

fn document(number: u8, wire: bool) -> Document {
    Document {
        id: id(3, number),
        original: Sha256::new([number; 32]),
        title: format!("Document {number}"),
        file_name: String::new(),
        source: String::new(),
        origin: if wire { "a wire".to_owned() } else { String::new() },
        event_date: When::UNDATED,
        dated: When::UNDATED,
        published: When::UNDATED,
        captured: When::UNDATED,
        parent: None,
    }
}

fn party(number: u8, name: u8) -> Party {
    Party { id: id(4, number), name: format!("Party {number} {name}"), kind: PartyKind::Person }
}

fn fill(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.add_case(&case(0, "Case"))?;
    for number in 0..6 {
        let original = Original {
            sha256: Sha256::new([number; 32]),
            size: 1,
            media_type: "text/plain".to_owned(),
            outcome: Outcome::Ok,
            reason: None,
            metadata: Vec::new(),
            pages: 1,
        };
        let page = Page { number: 1, label: None, text: format!("words of document {number}") };
        tx.put_original(&original, &[page], 1, "2020-01-01T00:00:00Z")?;
        tx.add_document(&document(number, false))?;
        tx.add_party(&party(number, 0))?;
    }
    Ok(())
}

/// Carries out a step; one that makes no sense now is refused, and changes nothing.
fn take(store: &mut Store, step: &Step) -> Result<(), StoreError> {
    match step {
        Step::Undo => return store.undo("t", "tester").map(drop),
        Step::Redo => return store.redo("t", "tester").map(drop),
        _ => {}
    }
    store.transact(&act("step", None), |tx| carry_out(tx, step)).map(drop)
}

fn carry_out(tx: &Tx<'_>, step: &Step) -> Result<(), StoreError> {
    let there = |number: u8| {
        let id: EventId = id(1, number);
        tx.event(id)?.map(|_| id).ok_or(StoreError::NotFound { what: "event", key: String::new() })
    };
    match *step {
        Step::AddEvent(number, when) => tx.add_event(&event(number, when), &[id::<PartyId>(4, when)]),
        Step::DateEvent(number, when) => tx.update_event(&event(number, when)),
        Step::RemoveEvent(number) => tx.remove_event(there(number)?),
        Step::MergeEvents(into, from) if into != from => tx.merge_event(there(from)?, there(into)?),
        Step::AddAccount(number, of, when) => {
            let document: DocumentId = id(3, when);
            tx.add_account(&Account {
                id: id(2, number),
                event: there(of)?,
                asserted_by: "somebody".to_owned(),
                stance: if when == 0 { Stance::Alleges } else { Stance::Reports },
                stated: String::new(),
                when: date(when),
                citation: Some(tx.cite(document, 1, Sought { words: "words", ..Sought::default() })?),
                amounts: Vec::new(),
                quantities: Vec::new(),
            })
        }
        Step::RemoveAccount(number) => tx.remove_account(&id::<AccountId>(2, number).to_string()),
        Step::MoveAccount(number, to) => tx.move_account(id(2, number), there(to)?),
        Step::SetOrigin(number, wire) => tx.update_document(&document(number, wire)),
        Step::RenameParty(number, name) => tx.update_party(&party(number, name)),
        Step::TakeParties(of, number) => tx.set_event_parties(there(of)?, &[id(4, number), id(4, 0)]),
        Step::Tag(of, tag) => tx.set_tags(there(of)?, &[format!("tag {tag}")]),
        Step::Star(of, starred) => tx.set_star(there(of)?, starred),
        Step::RenameCase(name) => tx.update_case(&case(0, &format!("Case {name}"))),
        Step::MergeEvents(..) | Step::Undo | Step::Redo => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever happens, in whatever order, undone or done again: a line says what the event's rows make it, lines are
    /// in the order of their dates, and the ledger accounts for every row.
    #[test]
    fn the_lines_of_a_timeline_follow_every_act(steps in steps()) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = new_store(folder.path());
        store.transact::<_, StoreError>(&act("fill", None), fill).unwrap();
        for step in &steps {
            take(&mut store, step).ok();
            prop_assert_eq!(store.read().check_lines().unwrap(), vec![], "after {:?}", step);
        }
        let lines = store.read().lines(&LineFilter::default()).unwrap();
        let ordered: Vec<_> =
            store.read().events(None).unwrap().into_iter().map(|record| record.event.id).collect();
        prop_assert_eq!(lines.iter().map(|line| line.event).collect::<Vec<_>>(), ordered);
        prop_assert_eq!(store.read().check_ledger().unwrap().1, vec![]);
        while store.undo("t", "tester").is_ok() {}
        prop_assert!(store.read().lines(&LineFilter::default()).unwrap().is_empty());
    }
}
