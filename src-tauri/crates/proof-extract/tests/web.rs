//! Pages saved, books, captures of the web, and data as text.

use crate::archives::take;
use crate::made_archives::gz;
use crate::{WORKER, claim, extract, file, made, text};
use proof_extract::{Extractor, InnerKind, Limits, WorkerCommand};
use proof_model::Outcome;

const SAVED: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/fine\r\n\
    Subject: The fine\r\nDate: Tue, 2 Feb 2021 10:00:00 -0000\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n\
    --x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
    Content-Location: https://example.org/fine\r\n\r\n<title>The fine</title><p>Caf=C3=A9 92\r\n\
    --x\r\nContent-Type: image/png\r\nContent-Location: https://example.org/a.png\r\n\r\nPNG\r\n--x--\r\n";

#[test]
fn a_saved_page_is_read_as_the_page() {
    for name in ["page.mhtml", "page"] {
        let (extraction, taken) = take(SAVED.as_bytes(), name);
        assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, "multipart/related"));
        assert_eq!(text(&extraction), "Café 92\n");
        assert_eq!(claim(&extraction, "title"), Some("The fine"));
        assert_eq!(claim(&extraction, "url"), Some("https://example.org/fine"));
        assert_eq!(
            (taken.names(), taken.files[0].file.kind),
            (vec!["https://example.org/a.png"], InnerKind::Inline)
        );
    }
}

#[test]
fn a_saved_page_is_drawn_as_the_page() {
    let extractor = Extractor::new(WorkerCommand::new(WORKER), Limits::default());
    let portrayal = extractor.portray(file(SAVED.as_bytes()), "page.mhtml");
    assert_eq!(portrayal.outcome, Outcome::Ok, "{:?}", portrayal.reason);
    assert!(portrayal.html.contains("Café 92") && !portrayal.html.contains("Saved by"));
}

const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
const BOOK: &str = "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>The Act</dc:title>\
    <dc:creator>A. Clerk</dc:creator></metadata><manifest>\
    <item id='two' href='text/two.xhtml' media-type='application/xhtml+xml'/>\
    <item id='one' href='text/one.xhtml' media-type='application/xhtml+xml'/>\
    <item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/></manifest>\
    <spine><itemref idref='one'/><itemref idref='two'/></spine></package>";
const NAV: &str = "<!DOCTYPE html><html><nav><ol><li><a href='text/one.xhtml'>Part One</a></li>\
    <li><a href='text/two.xhtml#a'>Part <i>Two</i></a></li></ol></nav></html>";
const ONE: &str = "<html><head><title/></head><body><p>First.</p></body></html>";
const TWO: &str = "<html><body><p>Second.</p></body></html>";

fn book(more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", BOOK),
        ("OEBPS/nav.xhtml", NAV),
        ("OEBPS/text/two.xhtml", TWO),
    ];
    parts.extend_from_slice(more);
    made::zipped(&parts)
}

#[test]
fn a_book_is_read_in_its_order_with_its_labels() {
    let extraction = extract(&book(&[("OEBPS/text/one.xhtml", ONE)]), "act.epub");
    assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, "application/epub+zip"));
    assert_eq!(text(&extraction), "First.\n\u{c}Second.\n");
    let labels: Vec<_> = extraction.pages.iter().map(|page| page.label.as_deref()).collect();
    assert_eq!(labels, [Some("Part One"), Some("Part Two")]);
    assert_eq!(
        (claim(&extraction, "title"), claim(&extraction, "author")),
        (Some("The Act"), Some("A. Clerk"))
    );
}

#[test]
fn a_book_that_is_locked_or_lacks_a_chapter_says_so() {
    let lock = |uri: &str| {
        format!("<encryption><EncryptedData><CipherReference URI='{uri}'/></EncryptedData></encryption>")
    };
    let cases = [
        (lock("OEBPS/text/one.xhtml"), true, Outcome::Encrypted),
        (lock("OEBPS/fonts/a.otf"), true, Outcome::Ok),
        (lock("x"), false, Outcome::Partial),
    ];
    for (lock, has_one, outcome) in cases {
        let mut parts = vec![("META-INF/encryption.xml", lock.as_str())];
        parts.extend(has_one.then_some(("OEBPS/text/one.xhtml", ONE)));
        assert_eq!(extract(&book(&parts), "act.epub").outcome, outcome, "{lock}");
    }
}

fn record(kind: &str, address: &str, content_type: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-02-03T04:05:06Z\r\n\
         Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat()
}

fn capture() -> Vec<Vec<u8>> {
    const HTTP: &str = "application/http; msgtype=response";
    let response =
        |address: &str, head: &str, body: &[u8]| record("response", address, HTTP, &answer(head, body));
    vec![
        record("warcinfo", "", "application/warc-fields", b"software: x"),
        response("https://example.org/", "200 OK\r\nContent-Type: text/html; charset=utf-8", b"<p>Plain"),
        response(
            "https://example.org/chunked",
            "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
            b"3\r\n<p>\r\n5;x=y\r\nPiece\r\n0\r\n\r\n",
        ),
        response(
            "https://example.org/a.pdf",
            "200 OK\r\nContent-Type: application/pdf\r\nContent-Encoding: gzip",
            &gz(b"%PDF-1.7"),
        ),
        response("https://example.org/a.png", "200 OK\r\nContent-Type: image/png", b"PNG"),
        response("https://example.org/gone", "404 Not Found\r\nContent-Type: text/html", b"no"),
        record("revisit", "https://example.org/again", HTTP, b""),
    ]
}

#[test]
fn a_capture_gives_the_documents_in_it() {
    let plain = capture().concat();
    let packed: Vec<u8> = capture().iter().flat_map(|record| gz(record)).collect();
    for (name, bytes) in [("a.warc", plain), ("a.warc.gz", packed)] {
        let (extraction, taken) = take(&bytes, name);
        assert_eq!(
            (extraction.outcome, extraction.media_type.as_str()),
            (Outcome::Ok, "application/warc"),
            "{name}"
        );
        let names = ["https://example.org/", "https://example.org/chunked", "https://example.org/a.pdf"];
        assert_eq!(taken.names(), names, "{name}");
        let heads: Vec<&[u8]> = taken.files.iter().map(|inner| inner.head.as_slice()).collect();
        assert_eq!(heads, [&b"<p>Plain"[..], b"<p>Piece", b"%PDF-1.7"]);
        assert_eq!(taken.files[0].file.media_type, "text/html");
        assert_eq!(taken.files[0].file.modified.as_deref(), Some("2021-02-03T04:05:06Z"));
        let listing = text(&extraction);
        for line in [
            "https://example.org/gone\tHTTP 404\n",
            "a.png\timage/png: no document\n",
            "again\tfound as it was",
        ] {
            assert!(listing.contains(line), "{listing}");
        }
    }
}

#[test]
fn a_capture_that_is_cut_gives_what_is_there() {
    let whole = capture().concat();
    let (extraction, taken) = take(&whole[..whole.len() / 2], "a.warc");
    assert_eq!(extraction.outcome, Outcome::Partial, "{extraction:?}");
    assert!(!taken.files.is_empty());
}

#[test]
fn data_is_read_as_text() {
    let cases: [(&str, &[u8], &str, &str); 5] = [
        ("a.json", b"{\"a\": \"b\"}", "application/json", "{\"a\": \"b\"}\n"),
        ("unnamed", b" [ {\"a\": 1}]", "application/json", " [ {\"a\": 1}]\n"),
        (
            "a.xml",
            b"<?xml version='1.0' encoding='windows-1251'?><a>\xc4\xe0</a>",
            "application/xml",
            "<?xml version='1.0' encoding='windows-1251'?><a>Да</a>\n",
        ),
        ("unnamed", b"<?xml version='1.0'?><a/>", "application/xml", "<?xml version='1.0'?><a/>\n"),
        ("a.txt", b"{\"a\": 1}", "text/plain", "{\"a\": 1}\n"),
    ];
    for (name, bytes, media_type, expected) in cases {
        let extraction = extract(bytes, name);
        assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, media_type), "{name}");
        assert_eq!(text(&extraction), expected, "{name}");
    }
}
