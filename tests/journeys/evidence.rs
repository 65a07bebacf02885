//! What a document's frame may ask for, through proof-api as the shell asks it.

use proof_api::{Nature, Session};

use crate::session::{import, session, with_library};

fn first_document(
    session: &Session,
    heard: &std::sync::mpsc::Receiver<proof_api::Message>,
    path: &std::path::Path,
) -> String {
    import(session, heard, &[path])[0].document.clone().unwrap()
}

#[test]
fn an_original_is_given_out_whole_and_in_parts_as_it_came() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let path = folder.path().join("paper.pdf");
    let bytes = proof_testkit::pdf("A paper of one line");
    std::fs::write(&path, &bytes).unwrap();
    let original = format!("/document/{}/original", first_document(&session, &heard, &path));
    let whole = session.evidence(&original, "");
    assert_eq!((whole.status, whole.nature, &*whole.media_type), (200, Nature::Original, "application/pdf"));
    assert!(whole.body == bytes);
    let part = session.evidence(&original, "from=5&to=8");
    assert_eq!((part.status, &*part.body), (206, &bytes[5..8]));
    let range = part.range.unwrap();
    assert_eq!((range.from, range.to, range.of), (5, 8, bytes.len() as u64));
}

#[test]
fn nothing_else_is_given_out() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let path = folder.path().join("note.txt");
    std::fs::write(&path, "Words.").unwrap();
    let document = first_document(&session, &heard, &path);
    let sha256 = "0".repeat(64);
    for (path, query, expected) in [
        ("/", "", 404),
        ("/document", "", 404),
        ("/document/", "", 404),
        (&*format!("/document/{document}"), "", 404),
        (&format!("/document/{document}/"), "", 404),
        (&format!("/document/{document}/text"), "", 404),
        (&format!("/document/{document}/original/"), "", 404),
        // Half an identifier, a title and a hash find a document elsewhere: not here.
        (&format!("/document/{}/original", &document[..8]), "", 404),
        ("/document/note.txt/original", "", 404),
        (&format!("/document/{sha256}/original"), "", 404),
        ("/document/../../library.db/original", "", 404),
        ("/document/%2e%2e/original", "", 404),
        ("/etc/passwd", "", 404),
        (&format!("/document/{document}/original"), "from=6", 416),
        (&format!("/document/{document}/original"), "from=x", 400),
        (&format!("/document/{document}/original"), "path=/etc/passwd", 400),
        (&format!("/document/{document}/reading/1"), "", 404),
        (&format!("/document/{document}/reading/x"), "", 404),
        (&format!("/document/{document}/words/"), "", 404),
        (&format!("/document/{document}/words/1/2"), "", 404),
        // Nobody knows where the words of a text stand.
        (&format!("/document/{document}/words/1"), "", 404),
        // A text has no page of its own.
        (&format!("/document/{document}/page"), "", 415),
    ] {
        let answer = session.evidence(path, query);
        assert_eq!((answer.status, answer.nature), (expected, Nature::Refusal), "{path}?{query}");
    }
}

#[test]
fn the_words_of_a_page_are_given_out_in_their_places_and_order() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, proof_testkit::pdf("A paper of one line")).unwrap();
    let document = first_document(&session, &heard, &path);
    let told = |part: &str| {
        let answer = session.evidence(&format!("/document/{document}/{part}"), "");
        assert_eq!((answer.status, answer.nature), (200, Nature::Words), "{part}");
        serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap()
    };
    assert_eq!(told("reading"), serde_json::json!([]));
    let page = told("words/1");
    let words = page["words"].as_array().unwrap();
    let texts: Vec<&str> = words.iter().map(|word| word["text"].as_str().unwrap()).collect();
    assert_eq!((texts, &page["beside"]), (vec!["A", "paper", "of", "one", "line"], &false.into()));
    let lefts: Vec<u64> = words.iter().map(|word| word["left"].as_u64().unwrap()).collect();
    assert!(lefts.is_sorted() && lefts[0] > 0, "{lefts:?}");
    assert_eq!((&words[3]["after"], &words[4]["after"]), (&" ".into(), &"\n".into()));
}

#[test]
fn before_a_library_is_open_there_is_no_document() {
    let (session, _) = session();
    let path = "/document/01790000-0000-7000-8000-000000000000/original";
    assert_eq!(session.evidence(path, "").status, 404);
}

#[test]
fn a_web_page_is_given_out_inert() {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let path = folder.path().join("page.html");
    let html = "<!doctype html><html><body onload='go()'><p>The words</p><script>go()</script>\
                <img src='http://10.99.0.9/img'></body></html>";
    std::fs::write(&path, html).unwrap();
    let page = session.evidence(&format!("/document/{}/page", first_document(&session, &heard, &path)), "");
    assert_eq!(
        (page.status, page.nature, &*page.media_type),
        (200, Nature::Page, "text/html; charset=utf-8")
    );
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("The words") && page.contains("/reader/page.css"));
    assert!(!page.contains("script") && !page.contains("onload") && !page.contains("<img"), "{page}");
}
