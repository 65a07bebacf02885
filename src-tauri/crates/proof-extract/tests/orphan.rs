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

pub fn lives(sought: i32) -> bool {
    processes().iter().any(|&(pid, _, state)| pid == sought && state != 'Z')
}

pub fn end(pid: i32) {
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

/// A parent whose worker hangs, and all processes that it started: the worker, and a fork server if it is forked.
fn family(kind: &str, members: usize) -> (Child, Vec<i32>) {
    let mut document = tempfile::NamedTempFile::new().unwrap();
    document.write_all(b"#!fault hang\n").unwrap();
    let parent = Command::new(WORKER).args(["parent", kind]).arg(document.path()).spawn().unwrap();
    let parent_id = i32::try_from(parent.id()).unwrap();
    let children = || {
        let all = processes().into_iter().filter(|&(_, of, state)| of == parent_id && state != 'Z');
        let all: Vec<i32> = all.map(|(pid, ..)| pid).collect();
        (all.len() == members).then_some(all)
    };
    wait_for(children).unwrap();
    // Long enough that it hangs, although it makes no difference when its parent dies.
    sleep(Duration::from_millis(300));
    (parent, children().unwrap())
}

#[test]
fn a_worker_ends_with_the_program_that_started_it() {
    for (kind, members) in [("binds", 1), ("forks", 2)] {
        let (mut parent, children) = family(kind, members);
        parent.kill().unwrap();
        parent.wait().unwrap();
        let left = || children.iter().any(|&child| lives(child));
        let ended = wait_for(|| (!left()).then_some(())).is_some();
        if !ended {
            for &child in &children {
                end(child);
            }
        }
        assert!(ended, "{kind}: it lives on");
    }
}

#[test]
fn a_program_that_is_no_worker_outlives_its_parent_so_the_test_can_see() {
    let (mut parent, others) = family("lets-go", 1);
    parent.kill().unwrap();
    parent.wait().unwrap();
    sleep(Duration::from_secs(1));
    let lived = lives(others[0]);
    end(others[0]);
    assert!(lived);
}
