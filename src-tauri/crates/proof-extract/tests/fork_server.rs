//! Workers that are forked from a program that was started once.

use crate::orphan::{end, lives};
use crate::{WORKER, file, text};
use proof_extract::{Extraction, Extractor, Limits, Password, WorkerCommand};
use proof_model::Outcome;
use std::collections::BTreeSet;
use std::fs;
use std::os::fd::AsRawFd;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn extractor() -> Extractor {
    Extractor::new(WorkerCommand::new(WORKER), Limits::default())
}

/// The number of the process that read a document, and whether it was a fork.
fn reader(extractor: &Extractor) -> (i32, bool) {
    let read = extractor.extract(file(b"#!tell how\n"), "a.txt");
    assert_eq!(read.outcome, Outcome::Ok, "{read:?}");
    let told = text(&read);
    let (number, arguments) = told.trim().split_once(' ').unwrap();
    (number.parse().unwrap(), arguments == "extract-worker fork-server")
}

/// The fork server of this thread, which begins here unless it has before.
fn server_of_this_thread(extractor: &Extractor) -> i32 {
    while !reader(extractor).1 {}
    // All others that this thread started have been waited for.
    let children = fs::read_to_string("/proc/thread-self/children").unwrap();
    children.trim().parse().unwrap()
}

/// All processes.
fn processes() -> impl Iterator<Item = i32> {
    let entries = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// What a process has open.
fn descriptors(pid: i32) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(Path::new("/proc").join(pid.to_string()).join("fd")) else {
        return Vec::new();
    };
    let named = entries.filter_map(Result::ok).filter_map(|entry| {
        let to = fs::read_link(entry.path()).ok()?;
        Some((entry.file_name().into_string().ok()?, to.to_string_lossy().into_owned()))
    });
    named.collect()
}

#[test]
fn the_first_document_of_a_thread_has_a_program_started_and_each_further_one_a_fork() {
    let extractor = extractor();
    let readers: Vec<(i32, bool)> = (0..300).map(|_| reader(&extractor)).collect();
    let forked: Vec<bool> = readers.iter().map(|(_, forked)| *forked).collect();
    assert_eq!(forked.iter().position(|forked| *forked), Some(1));
    assert!(forked[1..].iter().all(|forked| *forked));
    let numbers: BTreeSet<i32> = readers.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers.len(), 300, "one process a document");
}

#[test]
fn a_document_with_a_password_has_a_program_started() {
    let extractor = extractor();
    let with_password = extractor.with_password(Password::new("geheim"));
    let forked = [&extractor, &extractor, &with_password, &extractor].map(|extractor| reader(extractor).1);
    assert_eq!(forked, [false, true, false, true]);
}

#[test]
fn a_fork_has_nothing_open_but_the_document_and_what_it_answers_by() {
    let stop = Arc::new(AtomicBool::new(false));
    let (told, tell) = std::sync::mpsc::channel();
    let reading = thread::spawn({
        let stop = stop.clone();
        move || {
            let extractor = extractor();
            let server = server_of_this_thread(&extractor);
            let original = file(b"#!fault hang\n");
            let document = fs::read_link(format!("/proc/self/fd/{}", original.as_raw_fd())).unwrap();
            // Before it is given a document: what the program that runs the tests was started with, and hands down.
            let handed_down = descriptors(server).into_iter().filter(|(number, _)| number != "0");
            told.send((handed_down.map(|(_, to)| to).collect::<Vec<_>>(), document)).unwrap();
            extractor.stopped_by(stop).extract(original, "a.txt")
        }
    });
    let (handed_down, document) = tell.recv().unwrap();
    let began = Instant::now();
    let found = loop {
        let fork = processes().find(|number| {
            fs::read_link(format!("/proc/{number}/fd/0"))
                .is_ok_and(|standard_input| standard_input == document)
        });
        let open = fork.map(descriptors).unwrap_or_default().into_iter().map(|(_, to)| to);
        let open: Vec<String> = open.filter(|to| !handed_down.contains(to)).collect();
        // It has taken what it was given once the socket is closed and the job is read.
        let has_begun = open.len() == 4 && !open.iter().any(|to| to.starts_with("socket:"));
        if has_begun || began.elapsed() > Duration::from_secs(30) {
            break open;
        }
        thread::sleep(Duration::from_millis(20));
    };
    stop.store(true, Ordering::Relaxed);
    let read: Extraction = reading.join().unwrap();
    assert_eq!(read.reason.as_deref(), Some("reading it was stopped"));
    let (pipes, documents): (BTreeSet<&str>, BTreeSet<&str>) =
        found.iter().map(String::as_str).partition(|to| to.starts_with("pipe:"));
    assert_eq!((found.len(), pipes.len(), documents.len()), (4, 2, 1), "{found:?}");
}

#[test]
fn when_its_fork_server_has_ended_a_program_is_started_and_then_another_server() {
    let extractor = extractor();
    let server = server_of_this_thread(&extractor);
    end(server);
    let forked: Vec<bool> = (0..4).map(|_| reader(&extractor).1).collect();
    assert_eq!(forked, [false, true, true, true]);
}

#[test]
fn a_fork_server_ends_with_its_thread() {
    let server = thread::spawn(|| {
        let extractor = extractor();
        server_of_this_thread(&extractor)
    });
    let server = server.join().unwrap();
    assert!(!lives(server));
}

#[test]
fn a_program_that_forks_no_workers_is_started_for_each_document() {
    let extractor = Extractor::new(WorkerCommand::new("/bin/true"), Limits::default());
    for _ in 0..4 {
        let read = extractor.extract(file(b"x"), "a.txt");
        assert_eq!((read.outcome, read.reason.as_deref()), (Outcome::Crash, Some("the reader failed")));
    }
}
