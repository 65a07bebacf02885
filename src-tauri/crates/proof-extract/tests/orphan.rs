//! A worker whose parent has died.

use crate::WORKER;
use rustix::process::{Pid, Signal, kill_process};
use std::io::Write;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Process identifier, parent and state of every process.
fn processes() -> Vec<(i32, i32, char)> {
    let entries = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    entries
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
            let state = fields.next()?.chars().next()?;
            Some((pid, fields.next()?.parse().ok()?, state))
        })
        .collect()
}

fn lives(sought: i32) -> bool {
    processes().iter().any(|&(pid, _, state)| pid == sought && state != 'Z')
}

fn end(pid: i32) {
    let _ = Pid::from_raw(pid).map(|pid| kill_process(pid, Signal::KILL));
}

/// Asks until there is an answer, for at most ten seconds.
fn wait_for<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(10) {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        sleep(Duration::from_millis(20));
    }
    None
}

/// A parent whose worker hangs, and the worker.
fn family(kind: &str) -> (Child, i32) {
    let mut document = tempfile::NamedTempFile::new().unwrap();
    document.write_all(b"#!fault hang\n").unwrap();
    let parent = Command::new(WORKER).args(["parent", kind]).arg(document.path()).spawn().unwrap();
    let parent_id = i32::try_from(parent.id()).unwrap();
    let child = || processes().into_iter().find(|&(_, of, _)| of == parent_id).map(|(pid, ..)| pid);
    let worker = wait_for(child).unwrap();
    // Long enough that it hangs, although it makes no difference when its parent dies.
    sleep(Duration::from_millis(300));
    (parent, worker)
}

#[test]
fn a_worker_ends_with_the_program_that_started_it() {
    let (mut parent, worker) = family("binds");
    assert!(lives(worker));
    parent.kill().unwrap();
    parent.wait().unwrap();
    let ended = wait_for(|| (!lives(worker)).then_some(())).is_some();
    if !ended {
        end(worker);
    }
    assert!(ended, "it lives on");
}

#[test]
fn a_program_that_is_no_worker_outlives_its_parent_so_the_test_can_see() {
    let (mut parent, other) = family("lets-go");
    parent.kill().unwrap();
    parent.wait().unwrap();
    sleep(Duration::from_secs(1));
    let lived = lives(other);
    end(other);
    assert!(lived);
}
