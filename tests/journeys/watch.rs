//! Watched folders: what lands in one is imported once it has come to rest, and nothing twice.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Stdio},
    time::Duration,
};

use proof_api::{
    CaseFilter, ErrorCode, ImportArgs, Message, Nothing, Session, WatchRef, handlers, wire::WatchedFolder,
};

use crate::session::with_library;
use proofline_tests::proofline;

fn watch(session: &Session, folder: &Path) -> Vec<WatchedFolder> {
    let paths = vec![folder.to_str().unwrap().to_owned()];
    let args = ImportArgs { paths, case: Some("Case".to_owned()), ..ImportArgs::default() };
    handlers::watch_add(session, args).unwrap()
}

/// Waits until that many documents are in the case, by the messages of imports.
fn wait_for(session: &Session, heard: &std::sync::mpsc::Receiver<Message>, documents: usize) {
    let case = CaseFilter { case: Some("Case".to_owned()) };
    while handlers::document_list(session, case.clone()).unwrap().len() < documents {
        heard.recv_timeout(Duration::from_mins(1)).unwrap();
    }
}

#[test]
fn what_lies_and_lands_in_a_watched_folder_is_imported_into_its_case_and_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    let landing = folder.path().join("landing");
    fs::create_dir(&landing).unwrap();
    fs::write(landing.join("before.txt"), "it lay here before").unwrap();
    let (session, heard) = with_library(folder.path());
    let watched = watch(&session, &landing);
    assert_eq!((watched[0].case.as_deref(), watched[0].is_there), (Some("Case"), true));
    wait_for(&session, &heard, 1);
    fs::create_dir(landing.join("inner")).unwrap();
    fs::write(landing.join("inner/later.txt"), "it landed later").unwrap();
    fs::write(landing.join("half.pdf.part"), "not whole yet").unwrap();
    wait_for(&session, &heard, 2);
    // The folder goes away and comes back with nothing new in it.
    fs::rename(&landing, folder.path().join("away")).unwrap();
    assert!(!handlers::watch_list(&session, Nothing {}).unwrap()[0].is_there);
    fs::rename(folder.path().join("away"), &landing).unwrap();
    fs::rename(landing.join("half.pdf.part"), landing.join("half.txt")).unwrap();
    wait_for(&session, &heard, 3);
    let documents = handlers::document_list(&session, CaseFilter::default()).unwrap();
    assert_eq!(documents.len(), 3);
    assert!(documents.iter().all(|document| document.locations.len() == 1), "{documents:?}");
}

#[test]
fn watching_is_an_act_that_is_undone_and_stops() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _heard) = with_library(folder.path());
    let landing = folder.path().join("landing");
    fs::create_dir(&landing).unwrap();
    let path = watch(&session, &landing)[0].folder.clone();
    let list = || handlers::watch_list(&session, Nothing {}).unwrap().len();
    assert!(handlers::undo(&session, Nothing {}).unwrap().act.starts_with("watch "));
    assert_eq!(list(), 0);
    handlers::redo(&session, Nothing {}).unwrap();
    assert_eq!(list(), 1);
    handlers::watch_remove(&session, WatchRef { folder: path.clone() }).unwrap();
    assert_eq!(list(), 0);
    let again = handlers::watch_remove(&session, WatchRef { folder: path }).unwrap_err();
    assert_eq!(again.code, ErrorCode::NotFound);
}

#[test]
fn what_cannot_be_watched_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _heard) = with_library(folder.path());
    let file = folder.path().join("file.txt");
    fs::write(&file, "x").unwrap();
    let cases = [
        (folder.path().join("nowhere"), "there is no such file or folder"),
        (file, "it is not a folder"),
        (folder.path().join("library/originals"), "it belongs to the library itself"),
    ];
    for (path, why) in cases {
        let paths = vec![path.to_str().unwrap().to_owned()];
        let error = handlers::watch_add(&session, ImportArgs { paths, ..ImportArgs::default() }).unwrap_err();
        assert!(error.message.contains(why) && error.message.contains(path.to_str().unwrap()), "{error:?}");
    }
}

/// `watch run`, and its output line by line.
fn follow(library: &Path) -> (Child, std::io::Lines<BufReader<ChildStdout>>) {
    let mut command = proofline();
    command.arg("--library").arg(library).args(["watch", "run"]).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    (child, lines)
}

#[test]
fn the_command_line_watches_too_and_remembers_what_it_took_in() {
    let folder = tempfile::tempdir().unwrap();
    let (library, landing) = (folder.path().join("library"), folder.path().join("landing"));
    fs::create_dir(&landing).unwrap();
    let run = |arguments: &[&str]| {
        let output = proofline().arg("--library").arg(&library).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let output = proofline().arg("new").arg(&library).output().unwrap();
    assert!(output.status.success());
    assert!(run(&["watch", "list"]).contains("no folder is watched"));
    assert!(run(&["watch", "add", landing.to_str().unwrap()]).contains("in no case yet"));
    for (name, expected) in [("one.txt", "one.txt"), ("two.txt", "two.txt")] {
        fs::write(landing.join(name), name).unwrap();
        let (mut child, mut lines) = follow(&library);
        // Not the one that was taken in by the run before.
        assert!(lines.next().unwrap().unwrap().ends_with(expected));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert_eq!(run(&["watch", "remove", landing.to_str().unwrap()]), "no folder is watched\n");
    // Each is named by its title, and once more below as a file.
    let documents = run(&["document", "list"]);
    for name in ["one.txt", "two.txt"] {
        assert_eq!(documents.matches(name).count(), 2, "{documents}");
    }
}
