//! The register of documents, what they are marked with, and passages that are highlighted.

use proof_api::{ErrorCode, Message, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::session::{ask, import, told, with_library};

/// A library with four documents of a case: two notes, a web page, and an e-mail to which the third note was attached.
fn scene() -> (TempDir, Session, std::sync::mpsc::Receiver<Message>) {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let mail = "From: a@example.org\r\nTo: b@example.org\r\nDate: Tue, 22 Jun 2021 10:00:00 +0000\r\nSubject: The sum\r\n\
                MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
                See the letter.\r\n--b\r\nContent-Type: text/plain; name=\"letter 10.txt\"\r\n\
                Content-Disposition: attachment; filename=\"letter 10.txt\"\r\n\r\nThe sum is 92.\r\n--b--\r\n";
    let files = [
        ("letter 9.txt", "They asked for 92 million dollars. It was 92 million dollars."),
        ("page.html", "<!doctype html><title>A page</title><p>The fine of 5.7 million.</p>"),
        ("the mail.eml", mail),
    ];
    let paths = files.map(|(name, _)| folder.path().join(name));
    for (path, (_, content)) in paths.iter().zip(files) {
        std::fs::write(path, content).unwrap();
    }
    import(&session, &heard, &paths.each_ref().map(std::path::PathBuf::as_path));
    (folder, session, heard)
}

fn titles(session: &Session, order: &Value) -> Vec<String> {
    let register = told(session, "register", json!({ "order": order, "from": 0, "count": 100 }));
    let rows = register["rows"].as_array().unwrap().clone();
    assert_eq!(register["total"], rows.len());
    let matched = told(session, "register_match", order.clone());
    let ids: Vec<Value> = rows.iter().map(|row| row["document"].clone()).collect();
    assert_eq!(matched, json!(ids), "the list of identifiers is that of the rows");
    for (at, id) in ids.iter().enumerate() {
        assert_eq!(told(session, "register_place", json!({ "order": order, "document": id })), at);
    }
    rows.iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
}

fn mark(session: &Session, title: &str, what: Value) {
    let mut args = what;
    args["documents"] = json!([title]);
    told(session, "document_mark", args);
}

#[test]
fn a_register_is_sorted_by_each_of_its_columns_both_ways() {
    let (_folder, session, _heard) = scene();
    told(
        &session,
        "document_edit",
        json!({
            "document": "page.html", "dated": "June 2021", "published": "2021-06-24", "source": "The desk",
            "file_in": [], "take_out_of": [],
        }),
    );
    mark(&session, "page.html", json!({ "reviewed": true, "relevance": "key" }));
    mark(&session, "letter 9.txt", json!({ "relevance": "not_relevant" }));
    let by =
        |sort: &str, descending: bool| titles(&session, &json!({ "sort": sort, "descending": descending }));
    let (mail, nine, ten, page) = ("The sum", "letter 9.txt", "letter 10.txt", "page.html");
    assert_eq!(by("title", false), [nine, ten, page, mail], "nine before ten");
    assert_eq!(by("title", true), [mail, page, ten, nine]);
    assert_eq!(by("dated", false)[..2], [page, mail], "June 2021 may have begun before the 22nd");
    assert_eq!(by("dated", true)[..2], [mail, page], "what bears no date stays behind");
    assert_eq!(by("published", true)[0], page);
    assert_eq!(by("source", false)[0], page);
    let relevance = by("relevance", false);
    assert_eq!((&*relevance[0], &*relevance[3]), (page, nine), "what nobody judged stands between");
    assert_eq!(by("reviewed", true)[0], page);
    assert_eq!(by("kind", false).len(), 4);
    for sort in ["size", "pages", "cited", "mark", "bates", "added"] {
        let (up, mut down) = (by(sort, false), by(sort, true));
        down.sort();
        let mut sorted = up.clone();
        sorted.sort();
        assert_eq!(sorted, down, "{sort}");
    }
}

#[test]
fn a_register_is_filtered_by_all_that_its_documents_are_marked_with() {
    let (_folder, session, _heard) = scene();
    mark(
        &session,
        "letter 9.txt",
        json!({
            "reviewed": true, "starred": true, "confidential": true, "privilege": "legal advice",
            "add_tags": ["hot"], "add_issues": ["fine"], "relevance": "relevant",
        }),
    );
    for filter in [
        json!({ "reviewed": true }),
        json!({ "starred": true }),
        json!({ "confidential": true }),
        json!({ "privileged": true }),
        json!({ "tags": ["hot", "cold"] }),
        json!({ "issues": ["fine"] }),
        json!({ "relevance": ["relevant", "key"] }),
        json!({ "text": "LETTER 9" }),
        json!({ "text": "hot" }),
    ] {
        assert_eq!(titles(&session, &json!({ "filter": filter })), ["letter 9.txt"], "{filter}");
    }
    let rest = |filter: Value| titles(&session, &json!({ "filter": filter })).len();
    for no in ["reviewed", "confidential", "privileged"] {
        assert_eq!(rest(json!({ no: false })), 3, "{no}");
    }
    assert_eq!(rest(json!({ "exhibited": true })), 0);
    assert_eq!(rest(json!({ "cited": false })), 4);
    assert_eq!(rest(json!({ "readable": true })), 4);
    assert_eq!(titles(&session, &json!({ "filter": { "kinds": ["e-mail"] } })), ["The sum"]);
    assert_eq!(titles(&session, &json!({ "filter": { "from": "2021-06", "to": "2021-07" } })), ["The sum"]);
    assert_eq!(rest(json!({ "to": "2021-05" })), 0, "what bears no date passes no bound");
    let facets = told(&session, "register_facets", json!({ "case": "Case" }));
    assert_eq!(facets["tags"], json!([{ "value": "hot", "shown": "hot", "count": 1 }]));
    assert_eq!(facets["relevance"], json!([{ "value": "relevant", "shown": "relevant", "count": 1 }]));
    let case = told(&session, "case_list", json!({}))[0].clone();
    assert_eq!((&case["documents"], &case["reviewed"]), (&json!(4), &json!(1)));
}

#[test]
fn a_family_stands_together_and_each_group_is_named_in_words() {
    let (_folder, session, _heard) = scene();
    let order = json!({ "order": { "group": "family", "sort": "title" }, "from": 0, "count": 100 });
    let rows = told(&session, "register", order)["rows"].clone();
    let groups: Vec<(&str, &str)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["group"].as_str().unwrap(), row["title"].as_str().unwrap()))
        .collect();
    let mail = groups.iter().position(|row| *row == ("The sum", "The sum")).unwrap();
    assert_eq!(groups[mail + 1], ("The sum", "letter 10.txt"), "what was attached stands behind its e-mail");
    for (group, words) in
        [("year", "2021"), ("reviewed", "not reviewed"), ("relevance", "not judged"), ("kind", "text")]
    {
        let order = json!({ "order": { "group": group }, "from": 0, "count": 100 });
        let rows = told(&session, "register", order)["rows"].clone();
        assert!(rows.as_array().unwrap().iter().any(|row| row["group"] == words), "{group}: {rows}");
    }
}

#[test]
fn a_part_of_a_register_is_that_part_whatever_was_changed_before() {
    let (_folder, session, _heard) = scene();
    let part = |from: u32, count: u32| {
        told(&session, "register", json!({ "order": { "sort": "title" }, "from": from, "count": count }))
    };
    let all = part(0, 10);
    assert_eq!(part(1, 2)["rows"], json!(all["rows"].as_array().unwrap()[1..3]));
    assert_eq!(part(9, 2)["rows"], json!([]), "behind the end there is nothing");
    mark(&session, "letter 9.txt", json!({ "reviewed": true }));
    assert_eq!(part(0, 1)["rows"][0]["reviewed"], true, "a register is made anew after each change");
    assert_eq!(part(0, 1)["reviewed"], 1);
    told(&session, "undo", json!({}));
    assert_eq!(part(0, 1)["reviewed"], 0);
}

#[test]
fn many_documents_are_marked_by_one_act_or_none_is() {
    let (_folder, session, _heard) = scene();
    let all = told(&session, "register_match", json!({}));
    told(&session, "document_mark", json!({ "documents": all, "reviewed": true }));
    assert_eq!(told(&session, "library_info", json!({}))["undo"], "mark 4 documents as reviewed");
    let wrong = json!({ "documents": ["letter 9.txt", "nowhere"], "starred": true });
    assert_eq!(ask(&session, "document_mark", wrong).unwrap_err().code, ErrorCode::NotFound);
    let wrong = json!({ "documents": all, "relevance": "vital" });
    let error = ask(&session, "document_mark", wrong).unwrap_err();
    assert!(error.message.contains("key, relevant, not_relevant"), "{error:?}");
    assert_eq!(titles(&session, &json!({ "filter": { "starred": true } })).len(), 0);
    told(&session, "undo", json!({}));
    assert_eq!(titles(&session, &json!({ "filter": { "reviewed": true } })).len(), 0);
    assert_eq!(told(&session, "verify", json!({}))["ok"], true);
}

#[test]
fn a_register_and_a_privilege_log_are_written_as_tables() {
    let (folder, session, _heard) = scene();
    mark(&session, "letter 9.txt", json!({ "privilege": "=legal advice" }));
    let write = |name: &str, log: bool| {
        let path = folder.path().join(name);
        let order = json!({ "sort": "title" });
        let args = json!({ "order": order, "path": path, "privilege_log": log });
        let written = told(&session, "register_write", args);
        (written["rows"].as_u64().unwrap(), std::fs::read(&path).unwrap())
    };
    let (rows, register) = write("register.csv", false);
    let register = String::from_utf8(register).unwrap();
    assert_eq!((rows, register.lines().count()), (4, 5), "{register}");
    assert!(register.contains("letter 9.txt"));
    let (rows, log) = write("log.csv", true);
    let log = String::from_utf8(log).unwrap();
    assert_eq!((rows, log.lines().count()), (1, 2), "{log}");
    assert!(log.contains("'=legal advice"), "no spreadsheet runs it: {log}");
    assert_eq!(write("register.xlsx", false).1[..2], *b"PK");
}

#[test]
fn words_as_they_were_seen_on_the_page_are_cited_by_the_pages_own_words() {
    let (_folder, session, _heard) = scene();
    let cite = |words: &str, before: &str, seen: bool| json!({ "document": "letter 9.txt", "page": 1, "quote": words, "prefix": before, "seen": seen });
    let read = told(&session, "passage_read", cite("asked\u{a0}for 92 mil-\nlion", "They", true));
    assert_eq!(read["exact"], "asked for 92 million");
    assert_eq!(read["citation"], "“asked for 92 million” (letter 9.txt, p.\u{a0}1)");
    let strict = ask(&session, "passage_read", cite("asked for 92 mil-\nlion", "", false)).unwrap_err();
    assert_eq!(strict.code, ErrorCode::BadQuote);
    let twice = ask(&session, "passage_read", cite("92million dollars", "", true)).unwrap_err();
    assert!(twice.message.contains("2 times"), "{twice:?}");
    let second = told(&session, "passage_read", cite("92million dollars", "It was", true));
    assert_eq!(second["prefix"].as_str().unwrap().trim_end().rsplit(' ').next(), Some("was"));
}

#[test]
fn highlights_and_citations_of_a_document_are_listed_by_page_and_say_whether_they_hold() {
    let (_folder, session, _heard) = scene();
    let cite = json!({ "document": "letter 9.txt", "page": 1, "quote": "They asked" });
    told(&session, "annotation_add", json!({ "cite": cite, "colour": "green", "note": " Who? " }));
    told(&session, "colour_name", json!({ "colour": "green", "name": "helps us" }));
    told(
        &session,
        "event_add",
        json!({
            "case": "Case", "title": "Demand", "kind": "", "status": "", "date": "2021", "cites": [cite],
        }),
    );
    let marks = told(&session, "document_marks", json!({ "document": "letter 9.txt" }));
    let highlight = &marks["annotations"][0];
    assert_eq!((&highlight["colour_name"], &highlight["note"]), (&json!("helps us"), &json!("Who?")));
    assert_eq!((&highlight["holds"], &highlight["exact"]), (&json!(true), &json!("They asked")));
    let citation = &marks["citations"][0];
    assert_eq!(
        (&citation["title"], &citation["date"], &citation["holds"]),
        (&json!("Demand"), &json!("2021"), &json!(true))
    );
    let rows = told(
        &session,
        "register",
        json!({ "order": { "sort": "cited", "descending": true }, "from": 0, "count": 1 }),
    );
    assert_eq!((&rows["rows"][0]["cited"], &rows["rows"][0]["annotated"]), (&json!(1), &json!(1)));
    let colours = told(&session, "colour_list", json!({}));
    let green = colours.as_array().unwrap().iter().find(|row| row["colour"] == "green").unwrap().clone();
    assert_eq!(
        (&green["name"], &green["named"], &green["used"]),
        (&json!("helps us"), &json!(true), &json!(1))
    );
}

#[test]
fn each_date_says_where_it_was_read_from_and_one_that_is_changed_was_given_by_a_person() {
    let (_folder, session, _heard) = scene();
    let basis = |document: &str| {
        told(&session, "document_show", json!({ "document": document }))["dates_from"].clone()
    };
    let header = json!([{ "date": "dated", "read_from": "header", "detail": "Date" }]);
    assert_eq!(basis("The sum"), header, "an e-mail's date is its header's");
    let edit = |args: Value| told(&session, "document_edit", args);
    edit(json!({ "document": "The sum", "dated": "2021-06-22", "file_in": [], "take_out_of": [] }));
    assert_eq!(basis("The sum"), header, "the same date is no change");
    edit(json!({ "document": "The sum", "dated": "2021-06-23", "file_in": [], "take_out_of": [] }));
    assert_eq!(basis("The sum")[0]["read_from"], "person");
    edit(json!({
        "document": "page.html", "published": "2021-06", "file_in": [], "take_out_of": [],
        "dates_from": [{ "date": "published", "read_from": "text", "detail": "page 1" }],
    }));
    assert_eq!(basis("page.html"), json!([{ "date": "published", "read_from": "text", "detail": "page 1" }]));
}
