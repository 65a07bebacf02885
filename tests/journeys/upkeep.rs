//! The index is brought up to date in the background, made anew beside the one that answers, and hurt by nothing.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Child, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use proof_api::{Message, Mode, handlers};
use proof_library::LibraryError;
use serde_json::{Value, json};

use crate::{
    session::{import, session_later, session_with_host, told, with_library},
    terminal::Terminal,
};

/// How many documents are indexed anew when that is killed. More can be asked for: `PROOFLINE_DOCUMENTS=20000`.
const DOCUMENTS: usize = 2000;

fn documents() -> usize {
    std::env::var("PROOFLINE_DOCUMENTS").ok().and_then(|number| number.parse().ok()).unwrap_or(DOCUMENTS)
}

fn write_papers(folder: &Path, papers: usize) {
    fs::create_dir_all(folder).unwrap();
    for number in 0..papers {
        let text = format!("Paper unique{number:05} of the settlement. ").repeat(40);
        fs::write(folder.join(format!("{number:05}.txt")), text).unwrap();
    }
}

fn total(answer: &Value) -> u64 {
    answer["total"].as_u64().unwrap()
}

#[test]
fn an_act_is_found_a_moment_later_without_anybody_waiting_and_the_window_is_told() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let session = session_with_host({
        let heard = heard.clone();
        move |message| heard.lock().unwrap().push(message)
    });
    let folder = tempfile::tempdir().unwrap();
    told(&session, "library_new", json!({ "path": folder.path().join("library"), "sample": false }));
    let case = json!({ "name": "Longfield", "kind": "litigation", "forum": "", "dockets": [] });
    told(&session, "case_add", case);
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let told_of_index = heard.lock().unwrap().contains(&Message::Index(None));
        let answer = told(&session, "search", json!({ "query": "longfield" }));
        if told_of_index && answer["items"] == 1 {
            break;
        }
        assert!(Instant::now() < until, "{answer}");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn closing_a_library_at_once_loses_nothing_for_the_index() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _heard) = with_library(folder.path());
    for number in 0..20 {
        let title = format!("Hearing {number}");
        let event =
            json!({ "case": "Case", "title": title, "kind": "", "status": "", "date": "", "cites": [] });
        told(&session, "event_add", event);
    }
    drop(session);
    let (session, _heard) = crate::session::session();
    session.open(&folder.path().join("library"), Mode::Write).unwrap();
    handlers::index_up_to_date(&session).unwrap();
    assert_eq!(told(&session, "search", json!({ "query": "hearing" }))["items"], 20);
}

#[test]
fn an_index_that_is_made_anew_leaves_the_old_one_answering() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let papers = folder.path().join("papers");
    write_papers(&papers, 300);
    import(&session, &heard, &[&papers]);
    handlers::index_up_to_date(&session).unwrap();
    let ask = || told(&session, "search", json!({ "query": "settlement", "limit": 1 }));
    assert_eq!(total(&ask()), 300);
    let (mut asked, mut fewest) = (0, u64::MAX);
    thread::scope(|scope| {
        let making = scope.spawn(|| handlers::rebuild_index(&session, &mut |_, _| ()).unwrap());
        while !making.is_finished() {
            let answer = ask();
            fewest = fewest.min(total(&answer));
            asked += usize::from(answer["building"] != Value::Null);
        }
    });
    assert!(asked > 0, "nobody asked while it was made");
    assert_eq!(fewest, 300, "the old one answered all the time");
    assert_eq!(ask()["building"], Value::Null);
    let report = told(&session, "verify", json!({}));
    assert_eq!(report["ok"], true, "{report}");
}

#[test]
fn an_index_that_was_made_anew_in_part_answers_with_that_part_and_is_gone_on_with() {
    let terminal = Terminal::new();
    let papers = terminal.path().join("papers");
    let papers_count = documents();
    write_papers(&papers, papers_count);
    terminal.run(&["import", papers.to_str().unwrap(), "--case", "Case"]).succeeded();
    assert_eq!(total(&terminal.json(&["search", "settlement"])), papers_count as u64);
    let mut halfway = 0;
    for moment in [10, 90, 250, 600] {
        let mut making = terminal.command(&["rebuild-index"]);
        let making = making.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        kill_after(making, Duration::from_millis(moment));
        halfway += usize::from(terminal.library().join("index.new").is_dir());
        if moment == 250 {
            assert_eq!(total(&terminal.json(&["search", "settlement"])), papers_count as u64, "gone on with");
        }
    }
    assert!(halfway > 1, "it was over each time: nothing was tried");
    assert_eq!(total(&terminal.json(&["search", "settlement"])), papers_count as u64);
    assert!(!terminal.library().join("index.new").exists());
    terminal.run(&["verify"]).succeeded();
}

fn kill_after(mut child: Child, moment: Duration) {
    thread::sleep(moment);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn an_index_that_is_damaged_while_the_library_is_closed_is_made_anew_and_answers_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("library");
    {
        let (session, heard) = with_library(folder.path());
        let papers = folder.path().join("papers");
        write_papers(&papers, 40);
        import(&session, &heard, &[&papers]);
        handlers::index_up_to_date(&session).unwrap();
    }
    let endings = ["term", "idx", "pos", "fast", "fieldnorm", "store", "json"];
    for (days, ending) in (1..).zip(endings) {
        damage(&library.join("index"), ending);
        let (session, _heard) = session_later(days);
        session.open(&library, Mode::Write).unwrap();
        handlers::index_up_to_date(&session).unwrap();
        assert_eq!(total(&told(&session, "search", json!({ "query": "settlement" }))), 40, "{ending}");
        let report = told(&session, "verify", json!({}));
        assert_eq!(report["ok"], true, "{ending}: {report}");
    }
}

/// Changes a byte in the middle of every file of an index with this ending.
fn damage(index: &Path, ending: &str) {
    let mut damaged = 0;
    for entry in fs::read_dir(index).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|found| found == ending) {
            let mut bytes = fs::read(&path).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x40;
            fs::write(&path, bytes).unwrap();
            damaged += 1;
        }
    }
    assert!(damaged > 0, "no file ends with {ending}");
}

#[test]
fn an_act_queues_what_it_makes_out_of_date_and_nothing_else() {
    let terminal = Terminal::new();
    let paper = terminal.file("paper.txt", "It was heard in June 2021. Nobody came.");
    terminal.run(&["import", &paper, "--case", "Case"]).succeeded();
    let event =
        ["event", "add", "--case", "Case", "--title", "Hearing", "--date", "2021-06", "--person", "Anne"];
    terminal.run(&[&event[..], &["--cite", "paper.txt:1:heard in June 2021"]].concat()).succeeded();
    terminal.run(&["event", "add", "--case", "Case", "--title", "Other", "--person", "Bert"]).succeeded();
    terminal.run(&["note", "add", "--event", "Hearing", "Ask."]).succeeded();
    let highlight = ["highlight", "add", "paper.txt", "--quote", "Nobody", "--note", "Who?"];
    let highlight = terminal.json(&highlight)["annotation"].as_str().unwrap().to_owned();
    let check = |act: &[&str], expected: &[(&str, u32)]| {
        terminal.run(&["search", "nothing"]).succeeded();
        assert_eq!(waiting(&terminal), [], "before {act:?}");
        terminal.run(act).succeeded();
        let expected: Vec<(String, u32)> =
            expected.iter().map(|(kind, count)| ((*kind).to_owned(), *count)).collect();
        assert_eq!(waiting(&terminal), expected, "{act:?}");
    };
    check(&["event", "edit", "Hearing", "--star"], &[("event", 1)]);
    check(&["event", "edit", "Hearing", "--kind", "hearing"], &[("event", 1)]);
    check(&["event", "edit", "Hearing", "--title", "Trial"], &[("account", 1), ("event", 1), ("note", 1)]);
    check(&["event", "edit", "Trial", "--date", "2021"], &[("account", 1), ("event", 1)]);
    check(&["party", "edit", "Anne", "--name", "Anna"], &[("account", 1), ("event", 1), ("party", 1)]);
    check(&["party", "edit", "Bert", "--kind", "class"], &[("party", 1)]);
    check(&["document", "mark", "paper.txt", "--starred"], &[("document", 1)]);
    check(&["document", "edit", "paper.txt", "--title", "Minutes"], &[("annotation", 1), ("document", 1)]);
    check(&["highlight", "edit", &highlight, "--colour", "pink"], &[]);
    check(&["highlight", "edit", &highlight, "--note", "Whom?"], &[("annotation", 1), ("document", 1)]);
    check(&["case", "edit", "Case", "--status", "pending"], &[("case", 1)]);
    let all = [
        ("account", 1),
        ("annotation", 1),
        ("case", 1),
        ("document", 1),
        ("event", 2),
        ("note", 1),
        ("party", 2),
    ];
    check(&["case", "edit", "Case", "--name", "Renamed"], &all);
}

/// What waits for the index, by kind.
fn waiting(terminal: &Terminal) -> Vec<(String, u32)> {
    let (session, _heard) = session_later(0);
    session.open(&terminal.library(), Mode::Read).unwrap();
    let library = session.library().unwrap();
    let queued = library.read::<_, LibraryError>(|read| Ok(read.index_queue(100)?)).unwrap();
    let mut kinds: BTreeMap<String, u32> = BTreeMap::new();
    for waits in queued {
        *kinds.entry(waits.item.kind.as_str().to_owned()).or_default() += 1;
    }
    kinds.into_iter().collect()
}
