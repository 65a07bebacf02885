//! Pages to look at, drawn by a real worker.

use crate::{WORKER, extract, file, made, text};
use proof_extract::{Extractor, Limits, Portrayal, WorkerCommand};
use proof_model::{Outcome, Quote};

pub fn portray(bytes: &[u8], name: &str) -> Portrayal {
    portray_within(Limits::default(), bytes, name)
}

fn portray_within(limits: Limits, bytes: &[u8], name: &str) -> Portrayal {
    Extractor::new(WorkerCommand::new(WORKER), limits).portray(file(bytes), name)
}

/// What stands in the body.
fn body(portrayal: &Portrayal) -> &str {
    assert_eq!((portrayal.outcome, portrayal.reason.as_deref()), (Outcome::Ok, None));
    let (_, after) = portrayal.html.split_once("<body>").unwrap();
    after.strip_suffix("</body></html>\n").unwrap()
}

#[test]
fn a_web_page_is_drawn_in_its_encoding() {
    let page =
        b"<!doctype html><html lang=de><meta charset=windows-1252><title>Caf\xe9</title><p>Gr\xf6\xdfe";
    let portrayal = portray(page, "page.html");
    assert_eq!(body(&portrayal), "<p>Größe</p>");
    assert!(portrayal.html.contains("<html lang=\"de\">") && portrayal.html.contains("<title>Café</title>"));
    let xhtml = "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Größe</p></body></html>";
    assert_eq!(body(&portray(xhtml.as_bytes(), "page.xhtml")), "<p>Größe</p>");
    let wide: Vec<u8> = "\u{feff}<html><p>Größe".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(body(&portray(&wide, "page.html")), "<p>Größe</p>");
}

const GIF: &str = "R0lGODlhAQABAA==";

fn message(body: &str) -> String {
    format!(
        "From: =?utf-8?q?J=C3=B6rg?= <j@example.org>\r\nTo: a@example.org,\r\n b@example.org\r\n\
         Date: Tue, 2 Feb 2021 10:00:00 +0100\r\nSubject: A & <B>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; boundary=x\r\n\r\n{body}\
         --x\r\nContent-Type: image/gif; name=\"a <b>.gif\"\r\nContent-ID: <one@x>\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{GIF}\r\n\
         --x\r\nContent-Type: image/svg+xml; name=\"b.svg\"\r\nContent-ID: <two@x>\r\n\r\n<svg></svg>\r\n--x--\r\n"
    )
}

const HEADING: &str = "<table class=\"headers\"><tbody>\
    <tr><th scope=\"row\">From:</th> <td>Jörg &lt;j@example.org&gt;</td></tr>\n\
    <tr><th scope=\"row\">To:</th> <td>a@example.org, b@example.org</td></tr>\n\
    <tr><th scope=\"row\">Date:</th> <td>Tue, 2 Feb 2021 10:00:00 +0100</td></tr>\n\
    <tr><th scope=\"row\">Subject:</th> <td>A &amp; &lt;B&gt;</td></tr>\n</tbody></table>\n";

const ATTACHMENTS: &str = "<ul class=\"attachments\" aria-label=\"Attachments\">\
    <li>a &lt;b&gt;.gif</li><li>b.svg</li></ul>\n";

#[test]
fn a_message_is_drawn_with_its_heading_its_pictures_and_its_attachments() {
    let html = "--x\r\nContent-Type: text/html\r\n\r\n<html lang=fr><p>One<img src=cid:one@x alt=A>\
        <img src=cid:two@x><img src=cid:three@x><img src=http://x.example/a alt=B>\r\n";
    let portrayal = portray(message(html).as_bytes(), "a.eml");
    let left_out = |what: &str| format!("<span class=\"left-out\">[picture not loaded: {what}]</span>");
    let expected = format!(
        "{HEADING}<div class=\"html\" lang=\"fr\"><p>One<img src=\"data:image/gif;base64,{GIF}\" alt=\"A\">{}{}{}\
         </p></div>\n{ATTACHMENTS}",
        left_out("not in the message"),
        left_out("not in the message"),
        left_out("B")
    );
    assert_eq!(body(&portrayal), expected);
    assert_eq!(portrayal.left_out, 3);
    assert!(portrayal.html.contains("<title>A &amp; &lt;B&gt;</title>"));
}

#[test]
fn of_a_message_in_two_forms_the_one_that_the_text_is_made_of_is_drawn() {
    let both = "--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n\
        --y\r\nContent-Type: text/plain\r\n\r\nOne <two>\r\n  three\r\n\
        --y\r\nContent-Type: text/html\r\n\r\n<p>Other\r\n--y--\r\n";
    let portrayal = portray(message(both).as_bytes(), "a.eml");
    let plain = "<pre class=\"plain\">\nOne &lt;two&gt;\n  three</pre>\n";
    assert_eq!(
        body(&portrayal).replace("\r\n", "\n").replace("\n\n", "\n"),
        format!("{HEADING}{plain}{ATTACHMENTS}")
    );
}

#[test]
fn what_is_seen_in_a_message_can_be_cited_from_its_text() {
    let html =
        "--x\r\nContent-Type: text/html\r\n\r\n<p>He paid <b>5</b>&nbsp;million,<br>\r\nand\r\nleft.\r\n";
    let message = message(html);
    let page = text(&extract(message.as_bytes(), "a.eml"));
    let cases = [
        (
            "From:\tJörg <j@example.org>\nTo:\ta@example.org, b",
            "From: Jörg <j@example.org> To: a@example.org, b",
        ),
        ("paid 5\u{a0}million,\nand left.", "paid 5 million, and left."),
    ];
    for (seen, exact) in cases {
        assert_eq!(Quote::cite_seen(seen, "", "", &page).unwrap().exact, exact);
    }
}

#[test]
fn what_cannot_be_drawn_is_an_outcome_with_a_reason() {
    let cases: [(&str, Vec<u8>, Outcome, &str); 5] = [
        ("a.txt", b"words".to_vec(), Outcome::Unsupported, "only web pages and e-mail messages"),
        ("a.html", made::pdf(&[""]), Outcome::Unsupported, "only web pages and e-mail messages"),
        ("a.html", vec![], Outcome::Unsupported, "the file is empty"),
        ("a.eml", b"no header\n".to_vec(), Outcome::Unsupported, "only web pages and e-mail messages"),
        ("a.html", "<p>word".repeat(1000).into(), Outcome::Limit, "its text can be read"),
    ];
    for (name, bytes, outcome, reason) in cases {
        let limits = Limits { portrayal_bytes: 4_000, ..Limits::default() };
        let portrayal = portray_within(limits, &bytes, name);
        assert_eq!((portrayal.outcome, portrayal.html.as_str()), (outcome, ""), "{name}");
        assert!(portrayal.reason.as_deref().unwrap_or_default().contains(reason), "{name}: {portrayal:?}");
    }
    let limits = Limits { input_bytes: 10, ..Limits::default() };
    assert_eq!(portray_within(limits, b"<html>0123456789", "a.html").outcome, Outcome::Limit);
}

#[test]
fn a_worker_that_fails_at_drawing_is_an_outcome_too() {
    for (fault, reason) in
        [("panic", "the reader failed"), ("rubbish", "makes no sense"), ("stop-after-page", "makes no sense")]
    {
        let command = WorkerCommand::with_arguments(WORKER, ["fault", fault]);
        let portrayal = Extractor::new(command, Limits::default()).portray(file(b"<p>"), "a.html");
        assert_eq!((portrayal.outcome, portrayal.html.as_str()), (Outcome::Crash, ""), "{fault}");
        assert!(portrayal.reason.as_deref().unwrap_or_default().contains(reason), "{fault}: {portrayal:?}");
    }
}
