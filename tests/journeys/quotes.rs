//! Quotes survive that all text is read again, and what breaks is named.

use std::{collections::BTreeSet, fs, path::Path};

use proof_api::Session;
use proof_testkit::{mail, pdf};
use serde_json::{Value, json};

use crate::{
    chance::Chance,
    forger::Forger,
    passages::passage,
    session::{ask, import, session, told},
    terminal::Terminal,
};

const PASSAGES: usize = 500;

/// A passage that is cited: which document and page, and by which event or highlight.
struct Cited {
    document: String,
    page: u32,
    /// The identifier of the account or the highlight.
    id: String,
    /// The event, or the document of the highlight.
    to_review: String,
}

/// Papers of every kind that is read, beside those of the sample.
fn write_papers(folder: &Path, chance: &mut Chance) {
    fs::create_dir(folder).unwrap();
    let words =
        ["the", "court", "clerk", "found", "that", "counsel", "filed", "no", "brief", "on", "time", "twice"];
    for number in 0..30 {
        let text: Vec<String> = (0..400).map(|at| format!("{} {number}x{at}", chance.of(&words))).collect();
        let text = text.join(if number % 2 == 0 { " " } else { "\n" });
        let (name, bytes) = match number % 5 {
            0 => (format!("{number}.txt"), text.into_bytes()),
            1 => (format!("{number}.html"), format!("<p>{}</p>", text.replace('\n', "</p><p>")).into_bytes()),
            2 => (format!("{number}.md"), format!("# Notes {number}\n\n{text}").into_bytes()),
            3 => (
                format!("{number}.pdf"),
                pdf(&format!("This paper number {number} was found by the clerk of the court")),
            ),
            _ => (
                format!("{number}.eml"),
                mail(&format!("Paper {number}"), &text, "more.txt", &text).into_bytes(),
            ),
        };
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// Cites passages, half in events and half as highlights.
fn cite(session: &Session, chance: &mut Chance) -> Vec<Cited> {
    let documents = told(session, "document_list", json!({ "case": null }));
    let documents: Vec<&Value> =
        documents.as_array().unwrap().iter().filter(|row| row["pages"] != 0).collect();
    let event = told(
        session,
        "event_add",
        json!({ "case": "Papers", "title": "What papers say", "kind": "", "status": "", "date": "", "cites": [] }),
    );
    let mut cited = Vec::new();
    while cited.len() < PASSAGES {
        let row = documents[chance.below(documents.len())];
        let pages = usize::try_from(row["pages"].as_u64().unwrap()).unwrap();
        let (document, page) = (row["document"].as_str().unwrap().to_owned(), 1 + chance.below(pages));
        let text = told(session, "page_show", json!({ "document": document, "page": page, "query": "" }));
        let Some(quote) = passage(text["text"].as_str().unwrap(), chance) else { continue };
        let cite = json!({ "document": document, "page": page, "quote": quote });
        let page = u32::try_from(page).unwrap();
        // Words that stand there twice are refused, and others are taken.
        if cited.len() % 2 == 0 {
            let args = json!({ "event": event["event"], "cite": cite, "asserted_by": "somebody" });
            let Ok(event) = ask(session, "account_add", args) else { continue };
            let accounts = event["accounts"].as_array().unwrap();
            let id = newest(accounts.iter().map(|account| &account["account"]), &cited);
            cited.push(Cited { document, page, id, to_review: event["event"].as_str().unwrap().to_owned() });
        } else {
            let Ok(row) = ask(session, "annotation_add", json!({ "cite": cite, "colour": "green" })) else {
                continue;
            };
            let id = row["annotation"].as_str().unwrap().to_owned();
            cited.push(Cited { to_review: document.clone(), document, page, id });
        }
    }
    cited
}

/// The identifier that was not there before.
fn newest<'a>(ids: impl Iterator<Item = &'a Value>, cited: &[Cited]) -> String {
    let known: BTreeSet<&str> = cited.iter().map(|cited| &*cited.id).collect();
    let new = ids.filter_map(Value::as_str).find(|id| !known.contains(id));
    new.expect("an account was added").to_owned()
}

/// What a verification says of quotes: how many there are, and which are broken.
fn verified(session: &Session) -> (u64, BTreeSet<String>) {
    let report = told(session, "verify", json!({}));
    let problems = report["problems"].as_array().unwrap().iter();
    let quotes = problems.filter(|problem| problem["part"] == "quote");
    let items = quotes.map(|problem| problem["item"].as_str().unwrap().to_owned()).collect();
    (report["quotes"].as_u64().unwrap(), items)
}

fn to_review(session: &Session) -> Vec<String> {
    let items = told(session, "review", json!({}));
    let broken = items
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["kind"] == "broken_quote" || item["kind"] == "broken_highlight");
    let mut ids: Vec<String> = broken.map(|item| item["id"].as_str().unwrap().to_owned()).collect();
    ids.sort();
    ids
}

#[test]
fn five_hundred_passages_survive_that_all_text_is_made_anew_and_those_of_a_changed_page_are_named() {
    let terminal = Terminal::with_sample();
    let mut chance = Chance(500);
    write_papers(&terminal.path().join("papers"), &mut chance);
    let (one, heard) = session();
    told(&one, "library_open", json!({ "path": terminal.library() }));
    let (from_sample, _) = verified(&one);
    told(&one, "case_add", json!({ "name": "Case", "kind": "litigation", "forum": "", "dockets": [] }));
    told(&one, "case_add", json!({ "name": "Papers", "kind": "litigation", "forum": "", "dockets": [] }));
    import(&one, &heard, &[&terminal.path().join("papers")]);
    let cited = cite(&one, &mut chance);
    drop(one);

    let rebuilt = terminal.json(&["rebuild-text"]);
    assert_eq!((&rebuilt["kept"], &rebuilt["cancelled"]), (&json!([]), &json!(false)), "{rebuilt}");
    let (two, _) = session();
    told(&two, "library_open", json!({ "path": terminal.library() }));
    assert_eq!(verified(&two), (from_sample + PASSAGES as u64, BTreeSet::new()));
    assert_eq!(to_review(&two), Vec::<String>::new());

    // A page on which several rest is changed by hand.
    let (document, page) = cited
        .iter()
        .map(|cited| (&*cited.document, cited.page))
        .max_by_key(|place| cited.iter().filter(|cited| (&*cited.document, cited.page) == *place).count())
        .unwrap();
    Forger::of(&terminal.library()).change_page(document, page, "Somebody put other words here.");
    let there: Vec<&Cited> =
        cited.iter().filter(|cited| cited.document == document && cited.page == page).collect();
    assert!(there.len() > 5, "{}", there.len());
    let ids: BTreeSet<String> = there.iter().map(|cited| cited.id.clone()).collect();
    let (_, broken) = verified(&two);
    let of_sample = broken.difference(&ids).count();
    assert!(ids.is_subset(&broken) && of_sample == 0, "{of_sample} others are named");
    let mut expected: Vec<String> = there.iter().map(|cited| cited.to_review.clone()).collect();
    expected.sort();
    assert_eq!(to_review(&two), expected);
    let info = told(&two, "library_info", json!({}));
    let items = told(&two, "review", json!({}));
    assert_eq!(info["review"].as_u64().unwrap(), items.as_array().unwrap().len() as u64);

    // The true text is in the original: reading it again mends what was done.
    drop(two);
    terminal.run(&["rebuild-text"]).succeeded();
    terminal.run(&["verify"]).succeeded();
}
