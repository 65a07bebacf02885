//! Documents of every format, read by a real worker.

use crate::{claim, extract, made, text};
use proof_extract::media_type;
use proof_model::Outcome;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

#[test]
fn a_pdf_gives_pages_labels_and_claims() {
    let content =
        "BT /F1 12 Tf 72 700 Td (The fine was) Tj 0 -14 Td (92 million euro.) Tj 0 -40 Td (Next.) Tj ET";
    let extraction = extract(&made::pdf(&[content, "BT /F1 12 Tf 72 700 Td (Two) Tj ET"]), "brief.pdf");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    assert_eq!(extraction.media_type, "application/pdf");
    let pages: Vec<_> = extraction.pages.iter().map(|page| (page.number, page.text.as_str())).collect();
    assert_eq!(pages, [(1, "The fine was\n92 million euro.\n\nNext.\n"), (2, "Two\n")]);
    assert_eq!(extraction.pages[1].label.as_deref(), Some("ii"));
    assert_eq!(claim(&extraction, "title"), Some("Notice of appeal"));
    assert_eq!(claim(&extraction, "created"), Some("2021-02-03T04:05:06+01:00"));
    assert!(extraction.usage.peak_memory > 0 && extraction.usage.pages == 2);
}

#[test]
fn pdf_text_is_put_together_from_pieces() {
    let cases = [
        ("words by gaps", "BT /F1 10 Tf 72 700 Td [(two) -300 (words)] TJ ET", "two words\n"),
        ("kerning is no gap", "BT /F1 10 Tf 72 700 Td [(A) 70 (V) 60 (ow)] TJ ET", "AVow\n"),
        ("twice drawn is once read", "BT /F1 10 Tf 72 700 Td (bold) Tj 0.3 0 Td (bold) Tj ET", "bold\n"),
        ("double letters stay", "BT /F1 10 Tf 72 700 Td (illicit filler) Tj ET", "illicit filler\n"),
        ("invisible text is read", "BT /F1 10 Tf 3 Tr 72 700 Td (recognised) Tj ET", "recognised\n"),
        ("columns by tabs", "BT /F1 10 Tf 72 700 Td (left) Tj 200 0 Td (right) Tj ET", "left\tright\n"),
        ("rotated text", "BT /F1 10 Tf 0 1 -1 0 300 300 Tm (upwards) Tj ET", "upwards\n"),
        ("raised marks", "BT /F1 10 Tf 72 700 Td (note) Tj /F1 6 Tf 4 Ts (1) Tj ET", "note1\n"),
        ("outside the page", "BT /F1 10 Tf 72 -50 Td (off) Tj 0 700 Td (on) Tj ET", "on\n"),
    ];
    for (what, content, expected) in cases {
        assert_eq!(text(&extract(&made::pdf(&[content]), "a.pdf")), expected, "{what}");
    }
}

#[test]
fn a_pdf_without_text_says_so() {
    let extraction = extract(&made::pdf(&["0 0 100 100 re f", ""]), "scan.pdf");
    assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Partial, 2));
    assert_eq!(extraction.reason.as_deref(), Some("2 of 2 pages hold no text and no pictures of any"));
    let half = extract(&made::pdf(&["BT /F1 12 Tf 72 700 Td (One) Tj ET", ""]), "half.pdf");
    assert_eq!(half.outcome, Outcome::Ok);
}

#[test]
fn a_truncated_pdf_gives_what_is_there_and_says_so() {
    let whole = made::pdf(&["BT /F1 12 Tf 72 700 Td (One) Tj ET", "BT /F1 12 Tf 72 700 Td (Two) Tj ET"]);
    let cut = whole.windows(5).position(|window| window == b"8 0 o").unwrap();
    let extraction = extract(&whole[..cut], "cut.pdf");
    assert_ne!(extraction.outcome, Outcome::Ok);
    assert!(extraction.reason.is_some());
    let rubbish = extract(b"%PDF-1.7\nnothing else", "a.pdf");
    assert_eq!(rubbish.outcome, Outcome::Crash);
    assert!(rubbish.reason.unwrap().contains("damaged"));
}

#[test]
fn a_docx_gives_its_body_and_its_margins_once() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let header = format!("<w:hdr>{}</w:hdr>", paragraph("Draft"));
    let notes = format!(
        "<w:footnotes><w:footnote w:id='-1'><w:p/></w:footnote><w:footnote w:id='2'>{}</w:footnote></w:footnotes>",
        paragraph("See above.")
    );
    let core = "<c><dc:title>Terms</dc:title><dc:creator>A. Clerk</dc:creator></c>";
    let body = paragraph("First &#8212; &amp; last");
    let parts = [
        ("word/header1.xml", header.as_str()),
        ("word/header2.xml", header.as_str()),
        ("word/footnotes.xml", notes.as_str()),
        ("docProps/core.xml", core),
    ];
    let extraction = extract(&made::docx(&body, &parts), "terms.docx");
    assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, DOCX));
    assert_eq!(text(&extraction), "First — & last\n\nHeader:\nDraft\n\nFootnotes:\nSee above.\n");
    assert_eq!(claim(&extraction, "title"), Some("Terms"));
    assert_eq!(claim(&extraction, "author"), Some("A. Clerk"));
    let referring = "<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id='2'/></w:r></w:p>";
    let extraction = extract(&made::docx(referring, &parts[2..]), "terms.docx");
    assert_eq!(text(&extraction), "Text[1]\n\nFootnotes:\n[1] See above.\n");
}

#[test]
fn a_docx_that_has_lost_its_end_gives_what_is_there_and_says_so() {
    let body = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "Words of the document. ".repeat(3));
    let whole = made::docx(&body, &[("word/header1.xml", "<w:hdr/>")]);
    let list = whole.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    for cut in [list, list - 10] {
        let extraction = extract(&whole[..cut], "a.docx");
        assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Partial, DOCX));
        assert!(text(&extraction).starts_with("Words of the document."), "{extraction:?}");
    }
}

#[test]
fn a_document_of_nothing_but_pictures_says_that_they_are_not_read() {
    let scan = extract(&made::docx("<w:p/>", &[("word/media/image1.png", "?")]), "scan.docx");
    assert_eq!((scan.outcome, scan.pages.len()), (Outcome::Partial, 1));
    assert!(scan.reason.unwrap().contains("pictures"));
    assert_eq!(extract(&made::docx("<w:p/>", &[]), "blank.docx").outcome, Outcome::Ok);
}

#[test]
fn a_long_document_without_page_breaks_is_cut_into_pages() {
    let line = format!("{}\\par ", "word ".repeat(200));
    let long = format!("{{\\rtf1 {}}}", line.repeat(6_000));
    let extraction = extract(long.as_bytes(), "a.rtf");
    assert_eq!((extraction.outcome, extraction.pages.len()), (Outcome::Ok, 12));
    assert_eq!(text(&extraction).matches("word").count(), 1_200_000);
}

#[test]
fn rich_text_is_read_whatever_its_name() {
    let whole = b"{\\rtf1\\ansi{\\info{\\title Terms}}One \\'e9\\par two\\page three}";
    let extraction = extract(whole, "a.doc");
    assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, "application/rtf"));
    assert_eq!(
        (text(&extraction).as_str(), claim(&extraction, "title")),
        ("One é\ntwo\n\u{c}three\n", Some("Terms"))
    );
    let cut = extract(&whole[..whole.len() - 1], "a.rtf");
    assert_eq!((cut.outcome, text(&cut)), (Outcome::Partial, text(&extraction)));
    let deep = [&b"{\\rtf1 seen "[..], &b"{".repeat(100_000)].concat();
    let deep = extract(&deep, "a.rtf");
    assert_eq!((deep.outcome, text(&deep).as_str()), (Outcome::Partial, "seen\n"));
}

#[test]
fn hostile_docx_files_are_refused() {
    let bomb = made::docx(&"<w:p/>".repeat(3 << 20), &[]);
    let deep = made::docx(&"<w:p>".repeat(200), &[]);
    let entity = made::zipped(&[("word/document.xml", "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>")]);
    let cases = [
        ("bomb", bomb, Outcome::Limit),
        ("depth", deep, Outcome::Limit),
        ("entity", entity, Outcome::Partial),
    ];
    for (what, bytes, outcome) in cases {
        let extraction = extract(&bytes, "a.docx");
        assert_eq!(extraction.outcome, outcome, "{what}: {:?}", extraction.reason);
    }
}

#[test]
fn a_web_page_is_read_as_it_is_seen() {
    let html = b"<!doctype html><meta charset=windows-1252><title>Fine \x96 92</title><script>no()</script>\
        <h1>Notice</h1><p>Caf\xe9 &amp; <a href=x>bar</a>";
    let extraction = extract(html, "page.html");
    assert_eq!((extraction.outcome, text(&extraction).as_str()), (Outcome::Ok, "Notice\n\nCafé & bar\n"));
    assert_eq!(claim(&extraction, "title"), Some("Fine – 92"));
}

const MESSAGE: &str = "From: =?utf-8?q?J=C3=B6rg?= <j@example.org>\r\nTo: a@example.org, b@example.org\r\n\
    Date: Tue, 2 Feb 2021 10:00:00 +0100\r\nSubject: The deal\r\nMessage-ID: <1@example.org>\r\n\
    MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
    --x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n\
    --y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlain words.\r\n\
    --y\r\nContent-Type: text/html\r\n\r\n<p>Other words.</p>\r\n--y--\r\n\
    --x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\
    Content-Disposition: attachment; filename=\"a.pdf\"\r\n\r\nJVBERi0=\r\n\
    --x\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@example.org\r\nSubject: Inner\r\n\r\nInner words.\r\n\
    --x--\r\n";

#[test]
fn a_message_gives_its_heading_its_body_and_its_attachments() {
    let extraction = extract(MESSAGE.as_bytes(), "deal.eml");
    assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, "message/rfc822"));
    let expected = "From: Jörg <j@example.org>\nTo: a@example.org, b@example.org\n\
        Date: Tue, 2 Feb 2021 10:00:00 +0100\nSubject: The deal\n\nPlain words.\n";
    assert_eq!(text(&extraction), expected);
    assert_eq!(claim(&extraction, "date"), Some("2021-02-02T10:00:00+01:00"));
    assert_eq!(claim(&extraction, "message-id"), Some("1@example.org"));
    let attachments: Vec<_> = extraction
        .attachments
        .iter()
        .map(|attachment| (attachment.name.as_str(), attachment.media_type.as_str()))
        .collect();
    assert_eq!(attachments, [("a.pdf", "application/pdf"), ("Inner.eml", "message/rfc822")]);
    assert_eq!(extraction.attachments[0].bytes, b"%PDF-");
    let inner = extract(&extraction.attachments[1].bytes, "Inner.eml");
    assert_eq!(text(&inner), "From: c@example.org\nSubject: Inner\n\nInner words.\n");
}

#[test]
fn a_message_with_only_html_is_read_from_that() {
    let message = "From: a@example.org\r\nContent-Type: text/html\r\n\r\n<p>One<p>Two";
    assert_eq!(text(&extract(message.as_bytes(), "a.eml")), "From: a@example.org\n\nOne\n\nTwo\n");
}

#[test]
fn a_text_is_cut_at_form_feeds() {
    let extraction = extract(b"one\r\n\x0ctwo\r\n", "a.txt");
    assert_eq!(text(&extraction), "one\n\u{c}two\n");
    assert_eq!(extract("# Größe".as_bytes(), "a.md").media_type, "text/markdown");
}

#[test]
fn what_cannot_be_read_is_named() {
    let encrypted: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let cases: [(&str, &[u8], Outcome, &str); 6] = [
        ("empty.pdf", b"", Outcome::Unsupported, "the file is empty"),
        ("a.ps", b"%!PS-Adobe-3.0", Outcome::Unsupported, "PostScript"),
        ("a.txt", b"\0\x01\x02\x03\0\x05\x06\x07", Outcome::Unsupported, "does not look like text"),
        ("photo.pdf", b"BM\0\x01\x02\0\0\x03", Outcome::Unsupported, "an image"),
        ("a.docx", &encrypted, Outcome::Encrypted, "password"),
        ("a.docx", b"PK\x03\x04........................word/document.xml", Outcome::Crash, "damaged"),
    ];
    for (name, bytes, outcome, reason) in cases {
        let extraction = extract(bytes, name);
        assert_eq!(extraction.outcome, outcome, "{name}");
        assert!(extraction.reason.as_deref().unwrap_or_default().contains(reason), "{name}: {extraction:?}");
        assert_eq!(extraction.pages, [], "{name}");
    }
}

#[test]
fn a_mislabelled_file_is_read_as_what_it_is() {
    let extraction = extract(&made::pdf(&["BT /F1 12 Tf 72 700 Td (One) Tj ET"]), "letter.docx");
    assert_eq!((extraction.outcome, text(&extraction).as_str()), (Outcome::Ok, "One\n"));
    assert_eq!(media_type(b"%PDF-1.7", "letter.docx"), "application/pdf");
}
