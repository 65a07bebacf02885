//! Pages that are pictures, where no program that reads them is there, and where the real one is.

use crate::made_scans::{OVER_ALL, Sheet, drawn, pdf, picture};
use crate::{WORKER, extract, file};
use proof_extract::{Extraction, Extractor, Limits, NoTesseract, ScanReader, Tesseract, WorkerCommand};
use proof_model::Outcome;
use std::path::Path;

/// As [`extract`], with pages that are pictures read by `reader`.
pub fn extract_by(reader: ScanReader, limits: Limits, bytes: &[u8], name: &str) -> Extraction {
    Extractor::new(WorkerCommand::new(WORKER), limits).with_reader_of_scans(reader).extract(file(bytes), name)
}

fn two_pages() -> Vec<u8> {
    let picture = picture(40, 20, 100);
    let text = Sheet { content: "BT /F1 12 Tf 72 100 Td (Words) Tj ET", picture: None };
    pdf(&[text, Sheet { content: OVER_ALL, picture: Some(&picture) }])
}

#[test]
fn pages_that_are_pictures_are_told_though_nobody_reads_them() {
    let extraction = extract(&two_pages(), "a.pdf");
    assert_eq!(extraction.outcome, Outcome::Partial);
    let reason = "1 of 2 pages are pictures; their words are not read";
    assert_eq!(extraction.reason.as_deref(), Some(reason));
    assert_eq!((extraction.scans.len(), extraction.scans[0].page), (1, 2));
    assert_eq!(extraction.scans[0].machine, None);
    assert_eq!((extraction.pages[0].text.as_str(), extraction.pages[1].text.as_str()), ("Words\n", ""));
}

#[test]
fn where_tesseract_is_missing_the_reason_says_how_to_get_it() {
    let missing = Tesseract::at(Path::new("/nonexistent/tesseract"));
    assert_eq!(missing, Err(NoTesseract::Program));
    let reader = ScanReader::new(missing, &["eng"]);
    let extraction = extract_by(reader, Limits::default(), &two_pages(), "a.pdf");
    assert_eq!(extraction.outcome, Outcome::Partial);
    let reason = extraction.reason.unwrap();
    assert!(reason.starts_with("1 of 2 pages are pictures; install tesseract to read them: "), "{reason}");
    assert!(reason.contains("install tesseract"), "{reason}");
    assert_eq!((extraction.scans[0].page, &extraction.scans[0].machine), (2, &None));
}

/// `cargo xtask test` installs it; the other tests do without.
#[cfg(target_os = "linux")]
#[test]
fn a_scan_is_read_by_the_tesseract_that_is_installed() {
    let content =
        "BT /F1 14 Tf 20 110 Td (The Commission imposed a fine) Tj 0 -30 Td (of 92 million euro.) Tj ET";
    let scan = drawn(content, 150.0);
    let bytes = pdf(&[Sheet { content: OVER_ALL, picture: Some(&scan) }]);
    let reader = ScanReader::installed(&["no-such-language"]);
    assert!(reader.tesseract().is_ok(), "this test needs tesseract: apt-get install tesseract-ocr");
    let extraction = extract_by(reader, Limits::default(), &bytes, "scan.pdf");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    let text = &extraction.pages[0].text;
    let words: Vec<&str> = text.split_whitespace().collect();
    assert_eq!(words.join(" "), "The Commission imposed a fine of 92 million euro.");
    let machine = extraction.scans[0].machine.as_ref().unwrap();
    assert!(machine.confidence > 80 && machine.program.starts_with("tesseract "), "{machine:?}");
    assert_eq!(machine.languages, ["eng"]);
    let commission = machine.words[1];
    assert_eq!(&text[commission.start as usize..commission.end as usize], "Commission");
    // "The " takes 27 of the page's 300 points after a margin of 20, and stands 30 to 40 below its upper edge.
    assert!((1_300..1_800).contains(&commission.place.left), "{:?}", commission.place);
    assert!((1_600..2_300).contains(&commission.place.top), "{:?}", commission.place);
    assert!((2_500..3_100).contains(&commission.place.bottom), "{:?}", commission.place);
}
