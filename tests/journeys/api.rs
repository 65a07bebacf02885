//! Through proof-api, as the window does it, without a window.

use std::{path::Path, time::Duration};

use proof_api::{
    CaseFilter, CiteArgs, ErrorCode, EventArgs, ImportArgs, Message, Nothing, OpenArgs, PageArgs, Request,
    SearchArgs, TimelineArgs, VerifyArgs, handlers,
    wire::{ImportProgress, ImportRow},
};

use crate::session::{import, session, with_library};

#[test]
fn before_a_library_is_open_every_command_says_so() {
    let (session, _) = session();
    assert_eq!(handlers::library_info(&session, Nothing {}).unwrap(), None);
    let error = handlers::timeline(&session, TimelineArgs::default()).unwrap_err();
    assert_eq!(error.code, ErrorCode::NoLibrary);
    let request: Request = serde_json::from_str(r#"{"command": "case_list", "args": {}}"#).unwrap();
    assert_eq!(session.call(request).unwrap_err().code, ErrorCode::NoLibrary);
}

#[test]
fn an_import_is_followed_by_messages_and_its_passage_is_marked_on_its_page() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let note = folder.path().join("note.txt");
    std::fs::write(&note, "Café: they settled for\n92 million dollars. Then it was over.").unwrap();
    let rows = import(&session, &heard, &[&note]);
    let document = rows[0].document.clone().unwrap();
    let quote = "for 92 million dollars".to_owned();
    let cite = CiteArgs { document: document.clone(), page: 1, quote, ..CiteArgs::default() };
    let args = EventArgs {
        case: "Case".to_owned(),
        title: "Settlement".to_owned(),
        date: "2021-02".to_owned(),
        cites: vec![cite],
        ..EventArgs::default()
    };
    let event = handlers::event_add(&session, args).unwrap();
    let page =
        handlers::page_show(&session, PageArgs { document, page: 1, query: "dollars".to_owned() }).unwrap();
    let cut = |start: u32, end: u32| -> String {
        page.text.chars().skip(start as usize).take((end - start) as usize).collect()
    };
    assert_eq!(page.marks[0].event, event.event);
    assert_eq!(cut(page.marks[0].start, page.marks[0].end), "for\n92 million dollars");
    assert_eq!(page.found.iter().map(|&(start, end)| cut(start, end)).collect::<Vec<_>>(), ["dollars"]);
}

#[test]
fn a_change_is_told_with_how_the_library_stands_since() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let Message::Changed { changed, library } = heard.recv_timeout(Duration::from_secs(5)).unwrap() else {
        panic!("not a change");
    };
    assert_eq!((&*changed.act, library.undo.as_deref()), ("add case Case", Some("add case Case")));
    handlers::undo(&session, Nothing {}).unwrap();
    let Message::Changed { library, .. } = heard.recv_timeout(Duration::from_secs(5)).unwrap() else {
        panic!("not a change");
    };
    assert_eq!((library.cases, library.undo, library.redo.as_deref()), (0, None, Some("add case Case")));
}

#[test]
fn the_number_under_to_review_is_the_number_of_its_items() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let empty = folder.path().join("empty.pdf");
    std::fs::write(&empty, "").unwrap();
    import(&session, &heard, &[&empty]);
    let args = EventArgs { case: "Case".to_owned(), title: "Hearsay".to_owned(), ..EventArgs::default() };
    handlers::event_add(&session, args).unwrap();
    let items = handlers::review(&session, Nothing {}).unwrap();
    let info = handlers::library_info(&session, Nothing {}).unwrap().unwrap();
    assert_eq!((items.len(), info.review), (2, 2), "{items:?}");
}

#[test]
fn a_query_that_does_not_parse_offers_its_plain_reading_which_does() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = with_library(folder.path());
    let ask = |query: &str| {
        handlers::search(&session, SearchArgs { query: query.to_owned(), ..SearchArgs::default() })
    };
    let error = ask("fine AND (record").unwrap_err();
    assert_eq!((error.code, error.column), (ErrorCode::BadQuery, Some(10)));
    ask(&error.plain.expect("a plain reading")).unwrap();
}

#[test]
fn a_cancelled_import_keeps_what_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let papers = folder.path().join("papers");
    std::fs::create_dir(&papers).unwrap();
    for number in 0..400 {
        std::fs::write(papers.join(format!("{number}.txt")), format!("paper {number}")).unwrap();
    }
    let paths = vec![papers.to_str().unwrap().to_owned()];
    handlers::import_start(&session, ImportArgs { paths: paths.clone(), ..ImportArgs::default() }).unwrap();
    // Another one waits its turn behind it.
    handlers::import_start(&session, ImportArgs { paths, ..ImportArgs::default() }).unwrap();
    assert_eq!(handlers::import_state(&session, Nothing {}).unwrap().total, 800);
    let mut told = 0;
    loop {
        let Message::Import(progress) = heard.recv_timeout(Duration::from_mins(1)).unwrap() else {
            continue;
        };
        told += progress.rows.len();
        if told > 0 && !progress.finished {
            handlers::import_cancel(&session, Nothing {}).unwrap();
        }
        if progress.finished {
            assert!(progress.cancelled && progress.done < progress.total, "{progress:?}");
            break;
        }
    }
    let kept = handlers::document_list(&session, CaseFilter::default()).unwrap();
    assert_eq!(kept.len(), told);
    assert!(handlers::verify(&session, VerifyArgs::default()).unwrap().ok);
}

#[test]
fn a_paused_import_rests_until_it_is_let_go_on_also_in_another_session() {
    let folder = tempfile::tempdir().unwrap();
    let papers = folder.path().join("papers");
    std::fs::create_dir(&papers).unwrap();
    for number in 0..200 {
        std::fs::write(papers.join(format!("{number}.txt")), format!("paper {number}")).unwrap();
    }
    let path = {
        let (session, heard) = with_library(folder.path());
        let paths = vec![papers.to_str().unwrap().to_owned()];
        handlers::import_start(&session, ImportArgs { paths, ..ImportArgs::default() }).unwrap();
        handlers::import_pause(&session, Nothing {}).unwrap();
        let paused = next_progress(&heard, |progress| progress.paused);
        assert!(!paused.finished && paused.done < paused.total, "{paused:?}");
        handlers::library_info(&session, Nothing {}).unwrap().unwrap().path
    };
    let (session, heard) = session();
    handlers::library_open(&session, OpenArgs { path }).unwrap();
    let before = handlers::import_state(&session, Nothing {}).unwrap();
    assert!(before.paused && before.total == 200, "{before:?}");
    handlers::import_resume(&session, Nothing {}).unwrap();
    let last = next_progress(&heard, |progress| progress.finished);
    assert_eq!((last.done, last.total, last.paused), (200, 200, false));
    assert_eq!(handlers::document_list(&session, CaseFilter::default()).unwrap().len(), 200);
}

#[test]
fn another_import_is_taken_in_while_one_rests() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let papers = folder.path().join("papers");
    std::fs::create_dir(&papers).unwrap();
    for number in 0..200 {
        std::fs::write(papers.join(format!("{number}.txt")), format!("paper {number}")).unwrap();
    }
    let other = folder.path().join("other.txt");
    std::fs::write(&other, "another paper").unwrap();
    let start = |path: &Path| {
        let paths = vec![path.to_str().unwrap().to_owned()];
        handlers::import_start(&session, ImportArgs { paths, ..ImportArgs::default() }).unwrap();
    };
    start(&papers);
    handlers::import_pause(&session, Nothing {}).unwrap();
    let paused = next_progress(&heard, |progress| progress.paused);
    start(&other);
    // What rests, rests on; what was begun after that is done.
    let is_other = |row: &ImportRow| row.path.ends_with("other.txt");
    next_progress(&heard, |progress| progress.rows.iter().any(is_other));
    let then = handlers::import_state(&session, Nothing {}).unwrap();
    assert_eq!((then.paused, then.total - then.done), (true, paused.total - paused.done));
}

/// The next message of an import that is as wanted.
fn next_progress(
    heard: &std::sync::mpsc::Receiver<Message>,
    wanted: impl Fn(&ImportProgress) -> bool,
) -> ImportProgress {
    loop {
        if let Message::Import(progress) = heard.recv_timeout(Duration::from_mins(1)).unwrap()
            && wanted(&progress)
        {
            return progress;
        }
    }
}

#[test]
fn an_import_that_is_taken_back_while_it_runs_brings_nothing_more() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let papers = folder.path().join("papers");
    std::fs::create_dir(&papers).unwrap();
    for number in 0..300 {
        std::fs::write(papers.join(format!("{number}.txt")), format!("paper {number}")).unwrap();
    }
    let paths = vec![papers.to_str().unwrap().to_owned()];
    handlers::import_start(&session, ImportArgs { paths, ..ImportArgs::default() }).unwrap();
    next_progress(&heard, |progress| progress.done > 10);
    handlers::undo(&session, Nothing {}).unwrap();
    next_progress(&heard, |progress| progress.finished);
    assert_eq!(handlers::document_list(&session, CaseFilter::default()).unwrap().len(), 0);
    assert!(handlers::verify(&session, VerifyArgs::default()).unwrap().ok);
}
