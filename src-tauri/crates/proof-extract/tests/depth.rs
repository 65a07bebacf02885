//! Documents nested far deeper than any person makes them: each ends by itself, and none by the stack.

use crate::{WORKER, extract, made, made_tables, text};
use proof_extract::{Extractor, Limits, TableError, WorkerCommand};
use proof_model::Outcome;

const DEPTH: usize = 100_000;

/// `open` many times, `middle`, and `close` as often. `#` in `open` becomes a number of a random look, or the whole
/// would unpack as a bomb does.
fn nested(open: &str, middle: &str, close: &str) -> String {
    let number = |level: usize| (level.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24).to_string();
    let mut all: String = (0..DEPTH).map(|level| open.replace('#', &number(level))).collect();
    all.push_str(middle);
    all.push_str(&close.repeat(DEPTH));
    all
}

const WORDS: &str = "BT /F1 12 Tf 72 700 Td (One page) Tj ET";

fn pdf_of_objects(array: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Odd {array} >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /Annots {array} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
    )
    .into_bytes()
}

fn mail(content: &str) -> Vec<u8> {
    format!("From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n{content}").into_bytes()
}

#[test]
fn no_depth_is_too_much_for_the_reader() {
    let array = nested("[", "1", "]");
    let part = |level: usize| {
        ["Content-Type: multipart/mixed; boundary=\"b#\"\n\n", "--b#\n"]
            .concat()
            .replace('#', &level.to_string())
    };
    let multipart: String = (0..DEPTH).map(part).collect();
    let forwarded = "Content-Type: message/rfc822\n\nFrom: a@example.org\n".repeat(DEPTH);
    let cases = [
        ("a.html", nested("<div>", "words", "</div>").into_bytes(), "words"),
        ("table.html", nested("<table><tr><td>", "words", "").into_bytes(), "words"),
        ("arrays.pdf", made::pdf(&[&format!("{array} TJ {WORDS}")]), ""),
        ("states.pdf", made::pdf(&[&nested("q ", WORDS, " Q")]), "One page"),
        ("objects.pdf", pdf_of_objects(&array), ""),
        ("parts.eml", mail(&multipart), ""),
        ("messages.eml", mail(&forwarded), ""),
        ("comments.eml", mail(&format!("Date: {}\n\nwords", "(".repeat(DEPTH))), "words"),
    ];
    for (name, bytes, words) in cases {
        let extraction = extract(&bytes, name);
        let reason = extraction.reason.clone().unwrap_or_default();
        assert!(!reason.contains("the reader"), "{name}: {reason} {}", extraction.diagnostics);
        assert!(text(&extraction).contains(words), "{name}: {reason}");
    }
}

#[test]
fn a_word_document_nested_deeper_than_its_limit_is_told_so() {
    let extraction = extract(&made::docx(&nested("<w:p w:n='#'>", "x", "</w:p>"), &[]), "a.docx");
    assert_eq!(extraction.outcome, Outcome::Limit);
    assert!(extraction.reason.unwrap().contains("nested more than 100 deep"));
}

#[test]
fn a_workbook_that_is_nested_too_deeply_is_refused_or_read() {
    let row =
        "<table:table-row><table:table-cell><text:p>Title</text:p></table:table-cell></table:table-row>";
    let group = nested("<table:table-row-group table:n='#'>", row, "</table:table-row-group>");
    let cells = nested("<c n='#'>", "<v>1</v>", "</c>");
    let xlsx = made::zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"),
        ),
    ]);
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("a.ods", made_tables::ods(&group)), ("a.xlsx", xlsx)] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let said = match Extractor::new(WorkerCommand::new(WORKER), Limits::default()).table(&path) {
            Ok(table) => format!("{} sheets", table.sheets.len()),
            Err(TableError::Refused { reason, .. }) => reason,
            Err(error) => error.to_string(),
        };
        assert!(!said.contains("the reader"), "{name}: {said}");
        assert!(!said.contains("bomb"), "{name}: {said}");
    }
}

const PACKAGE: &str = "<Relationships><Relationship Id='rId1' Target='xl/workbook.xml' \
     Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>";

const WORKBOOK: &str = "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>\
     <sheets><sheet name='Events' sheetId='1' r:id='rId1'/></sheets></workbook>";

const RELATIONS: &str = "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml' \
     Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/></Relationships>";
