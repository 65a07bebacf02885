//! What a line of the ledger tells of one document.

use proof_model::{CustodyAct, Document};
use proof_store::{Change, Entry};

use super::CustodyLine;

pub(super) fn line(document: &Document, entry: Entry) -> CustodyLine {
    let (words, detail) = match entry.changes() {
        Ok(changes) => told(document, &entry.act, &changes),
        Err(_) => {
            (entry.act.clone(), "what it changed cannot be read any more: verify the library".to_owned())
        }
    };
    let Entry { seq, at, actor, hash, .. } = entry;
    CustodyLine { seq, at, actor, words, detail, hash }
}

fn told(document: &Document, act: &str, changes: &[Change]) -> (String, String) {
    let id = document.id.to_string();
    let of_document = |change: &&Change| {
        let column = if change.table == "document" { "id" } else { "document" };
        change.text(column) == Some(&*id)
    };
    let own: Vec<&Change> = changes.iter().filter(of_document).collect();
    if let Some(verification) = changes.iter().find(|change| change.table == "verification") {
        return ("verified".to_owned(), verified(document, verification));
    }
    let came =
        |table: &str| own.iter().copied().find(|change| change.table == table && change.before.is_none());
    if let Some(custody) = came("custody") {
        let act = custody.text("act").and_then(|word| CustodyAct::from_word(word).ok());
        let words = act.map_or_else(|| "used outside".to_owned(), |act| act.shown().to_owned());
        return (words, custody.text("detail").unwrap_or_default().to_owned());
    }
    let is_undo = act.starts_with("undo: ") || act.starts_with("redo: ");
    if !is_undo && let Some(location) = came("location") {
        let words = if came("document").is_some() { "acquired" } else { "found again" };
        return (words.to_owned(), acquired(location, came("acquisition")));
    }
    (act.to_owned(), details(&own))
}

fn verified(document: &Document, verification: &Change) -> String {
    let failed: Vec<String> =
        verification.text("failed").and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    if failed.contains(&document.original.to_string()) {
        return "its bytes were not what was imported, or were missing".to_owned();
    }
    "its bytes were what was imported".to_owned()
}

/// Where it came from, and who got it there, as far as somebody said.
fn acquired(location: &Change, acquisition: Option<&Change>) -> String {
    let said = |change: &Change, column: &str, before: &str| {
        let words = change.text(column).map(str::trim).filter(|words| !words.is_empty());
        words.map(|words| format!("{before}{words}"))
    };
    let mut parts: Vec<String> =
        [said(location, "path", ""), said(location, "obtained", "")].into_iter().flatten().collect();
    let columns =
        [("obtained_by", "by "), ("obtained_from", "from "), ("obtained_on", "on "), ("account", "account ")];
    if let Some(acquisition) = acquisition {
        parts.extend(columns.iter().filter_map(|(column, before)| said(acquisition, column, before)));
    }
    parts.join("; ")
}

/// What changed, where an act's name alone does not tell.
fn details(own: &[&Change]) -> String {
    let mut parts: Vec<String> = own.iter().filter_map(|change| detail(change)).collect();
    parts.dedup();
    parts.join("; ")
}

fn detail(change: &Change) -> Option<String> {
    let text = |column: &str| change.text(column).unwrap_or_default().replace('_', " ");
    let what = match change.table.as_str() {
        "document" if change.before.is_none() => return Some("it is in the library again".to_owned()),
        "document" if change.after.is_none() => return Some("it is in the library no more".to_owned()),
        "document_mark" => text("mark"),
        "document_tag" => format!("{} “{}”", text("kind"), text("tag")),
        "exhibit" => format!("exhibit {}", text("shown")),
        "production_document" => format!("Bates numbers from {}", text("shown")),
        "annotation" => format!("highlight “{}”", text("exact")),
        _ => return None,
    };
    Some(match (&change.before, &change.after) {
        (Some(_), None) => format!("no longer {what}"),
        _ => what,
    })
}
