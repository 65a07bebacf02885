//! Workers that fail, each in its own way. Whatever happens, there is an outcome, and the test's process lives.

use crate::{WORKER, extract_within, file, made};
use proof_extract::{Extraction, Extractor, Limits, WorkerCommand};
use proof_model::Outcome;
use std::time::{Duration, Instant};

fn faulty(fault: &str) -> Extraction {
    let limits = Limits { silence: Duration::from_secs(2), ..Limits::default() };
    Extractor::new(WorkerCommand::with_arguments(WORKER, ["fault", fault]), limits)
        .extract(file(b"x"), "a.txt")
}

#[test]
fn every_way_to_fail_is_an_outcome_with_a_reason() {
    let cases = [
        ("panic", Outcome::Crash, "the reader failed"),
        ("abort", Outcome::Crash, "the reader failed"),
        ("exit", Outcome::Crash, "the reader failed"),
        ("overflow", Outcome::Crash, "nested too deeply"),
        ("exhaust", Outcome::Limit, "memory"),
        ("hang", Outcome::Timeout, "no progress"),
        ("rubbish", Outcome::Crash, "makes no sense"),
        ("huge", Outcome::Crash, "makes no sense"),
        ("page-two-first", Outcome::Crash, "makes no sense"),
        ("control-character", Outcome::Crash, "makes no sense"),
    ];
    for (fault, outcome, reason) in cases {
        let extraction = faulty(fault);
        assert_eq!(extraction.outcome, outcome, "{fault}");
        assert!(extraction.reason.as_deref().unwrap_or_default().contains(reason), "{fault}: {extraction:?}");
        assert_eq!(extraction.pages, [], "{fault}");
    }
}

#[test]
fn pages_before_a_failure_are_kept() {
    for (fault, reason) in
        [("stop-after-page", "failed after page 1"), ("hang-after-page", "stopped after page 1")]
    {
        let extraction = faulty(fault);
        assert_eq!(extraction.outcome, Outcome::Partial, "{fault}");
        assert!(extraction.reason.as_deref().unwrap_or_default().contains(reason), "{fault}: {extraction:?}");
        assert_eq!(extraction.pages[0].text, "hi", "{fault}");
    }
}

#[test]
fn a_hanging_worker_is_stopped_in_time() {
    let began = Instant::now();
    faulty("hang");
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_worker_that_only_says_that_it_makes_progress_is_stopped_too() {
    let limits = Limits { longest: Duration::from_millis(1_500), ..Limits::default() };
    let extractor = Extractor::new(WorkerCommand::with_arguments(WORKER, ["fault", "trickle"]), limits);
    let extraction = extractor.extract(file(b"x"), "a.txt");
    assert_eq!(extraction.outcome, Outcome::Timeout);
    assert!(extraction.reason.unwrap().contains("was not done"));
}

#[test]
fn what_a_worker_complains_of_is_kept_apart_from_the_reason() {
    let extraction = faulty("panic");
    assert!(extraction.diagnostics.contains("a fault on purpose"));
    assert!(!extraction.reason.unwrap().contains("on purpose"));
}

#[cfg(target_os = "linux")]
#[test]
fn no_worker_is_left_behind() {
    for fault in ["panic", "hang", "rubbish", "exit"] {
        faulty(fault);
    }
    let me = std::process::id().to_string();
    let children = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok).filter(|entry| {
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let mut fields = after_name.split_whitespace();
        fields.next() == Some("Z") && fields.next() == Some(me.as_str())
    });
    assert_eq!(children.count(), 0);
}

#[test]
fn limits_are_said_and_what_was_read_before_them_is_kept() {
    let three = made::pdf(&["BT /F1 12 Tf 72 700 Td (One page) Tj ET"; 3]);
    let extraction = extract_within(Limits { pages: 2, ..Limits::default() }, &three, "a.pdf");
    assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Partial, 2));
    assert!(extraction.reason.unwrap().contains("more than 2 pages"));

    let extraction = extract_within(Limits { input_bytes: 100, ..Limits::default() }, &three, "a.pdf");
    assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Limit, 0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_worker_that_needs_too_much_memory_is_told_from_one_that_fails() {
    let words = "word ".repeat(6 << 20);
    let limits = Limits { memory: 96 << 20, ..Limits::default() };
    let extraction = extract_within(limits, words.as_bytes(), "a.txt");
    assert_eq!(extraction.outcome, Outcome::Limit, "{extraction:?}");
    assert!(extraction.reason.unwrap().contains("memory"));
}
