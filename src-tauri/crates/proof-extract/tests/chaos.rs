//! A thousand documents, of which some are fatal to their reader: each has one outcome, and the rest are read.

use crate::{WORKER, file, made, text};
use proof_extract::{Extraction, Extractor, Limits, WorkerCommand};
use proof_model::Outcome;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// What a reader does, how many documents make it do so, and what comes of it.
const FAULTS: [(&str, usize, Outcome, &str); 14] = [
    ("panic", 20, Outcome::Crash, "the reader failed"),
    ("abort", 20, Outcome::Crash, "the reader failed"),
    ("exit", 10, Outcome::Crash, "the reader failed"),
    ("overflow", 20, Outcome::Crash, "nested too deeply"),
    ("exhaust", 5, Outcome::Limit, "memory"),
    ("eat", 15, Outcome::Limit, "memory"),
    ("hang", 10, Outcome::Timeout, "no progress"),
    ("spin", 3, Outcome::Timeout, "no progress"),
    ("hang-after-page", 2, Outcome::Partial, "stopped after page 1"),
    ("stop-after-page", 15, Outcome::Partial, "failed after page 1"),
    ("rubbish", 20, Outcome::Crash, "makes no sense"),
    ("huge", 10, Outcome::Crash, "makes no sense"),
    ("too-much", 20, Outcome::Crash, "makes no sense"),
    ("loud", 10, Outcome::Ok, ""),
];

const DOCUMENTS: usize = 1_000;

/// Shorter than an import's, so that a thousand take seconds.
fn limits() -> Limits {
    Limits { silence: Duration::from_secs(4), memory: 192 << 20, pages: 100, ..Limits::default() }
}

/// What there is to read, by number: its bytes, its name, and the fault in it, if any.
fn document(number: usize) -> (Vec<u8>, &'static str, Option<usize>) {
    // Faults stand among the rest, not beside each other.
    let mut place = number * 387 % DOCUMENTS;
    for (fault, (kind, count, ..)) in FAULTS.iter().enumerate() {
        if place < *count {
            return (format!("#!fault {kind}\n").into_bytes(), "a.txt", Some(fault));
        }
        place -= count;
    }
    let words = words(number);
    let (bytes, name) = match number % 5 {
        0 => (made::pdf(&[&format!("BT /F1 12 Tf 72 700 Td ({words}) Tj ET")]), "a.pdf"),
        1 => (made::docx(&format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"), &[]), "a.docx"),
        2 => (format!("<!doctype html><p>{words}</p>").into_bytes(), "a.html"),
        3 => {
            (format!("From: a@example.org\nTo: b@example.org\nSubject: x\n\n{words}\n").into_bytes(), "a.eml")
        }
        _ => (words.into_bytes(), "a.txt"),
    };
    (bytes, name, None)
}

fn words(number: usize) -> String {
    format!("Exhibit {number} is a letter.")
}

/// Reads all of them, several at a time; what came of each.
fn read_all() -> Vec<(usize, Extraction)> {
    let extractor = Extractor::new(WorkerCommand::new(WORKER), limits());
    let (next, read) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= DOCUMENTS {
                return;
            }
            let (bytes, name, _) = document(number);
            let extraction = extractor.extract(file(&bytes), name);
            read.lock().unwrap().push((number, extraction));
        }
    };
    // A worker that hangs keeps a thread and no processor.
    let threads = 3 * thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    read.into_inner().unwrap()
}

#[track_caller]
fn check(number: usize, extraction: &Extraction) {
    let (_, name, fault) = document(number);
    let Some(fault) = fault else {
        assert_eq!(extraction.outcome, Outcome::Ok, "{number} {name}: {extraction:?}");
        assert!(text(extraction).contains(&words(number)), "{number} {name}: {extraction:?}");
        return;
    };
    let (kind, _, outcome, reason) = FAULTS[fault];
    let told = extraction.reason.as_deref().unwrap_or_default();
    assert_eq!(extraction.outcome, outcome, "{number} {kind}: {extraction:?}");
    assert!(told.contains(reason), "{number} {kind}: {told}");
    assert_eq!(extraction.reason.is_none(), outcome == Outcome::Ok, "{kind}");
}

#[test]
fn of_a_thousand_documents_each_has_its_outcome_and_the_rest_are_read() {
    let read = read_all();
    assert_eq!(read.len(), DOCUMENTS);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, extraction) in &read {
        check(*number, extraction);
        *counts.entry(extraction.outcome.as_str()).or_default() += 1;
    }
    let expected =
        BTreeMap::from([("crash", 120), ("limit", 20), ("ok", 830), ("partial", 17), ("timeout", 13)]);
    assert_eq!(counts, expected);
}
