use super::*;
use crate::scan::{MachineWord, NoTesseract, Place, Tesseract};

fn reader() -> ScanReader {
    ScanReader::new(Ok(Tesseract::supposed("/nonexistent/tesseract", &["eng"])), &["eng"])
}

fn limits() -> Limits {
    Limits { scan_pixels: 12, page_bytes: 20, ..Limits::default() }
}

fn scan(page: u32, width: u32, height: u32) -> WireScan {
    WireScan { page, width, height, density: None }
}

fn pages(count: u32) -> Vec<Page> {
    (1..=count).map(|number| Page { number, label: None, text: String::new() }).collect()
}

/// An intake of a document of which pages 2 and 4 are pictures.
fn intake<'a>(limits: &'a Limits, reader: Option<&'a ScanReader>) -> ScanIntake<'a> {
    let mut intake = ScanIntake::new(limits, reader);
    intake.expect(2, Picture::InPlace);
    intake.expect(4, Picture::Beside);
    intake
}

#[test]
fn pictures_that_no_honest_worker_sends_are_refused() {
    let cases = [
        ("of a page that is none", scan(3, 2, 2)),
        ("without pixels", scan(2, 0, 4)),
        ("that is too large", scan(2, 13, 1)),
        ("that is larger than numbers", scan(2, u32::MAX, u32::MAX)),
        ("of no density", WireScan { density: Some(0), ..scan(2, 2, 2) }),
    ];
    let (limits, reader) = (limits(), reader());
    for (what, untrusted) in cases {
        assert!(intake(&limits, Some(&reader)).begin(&untrusted).is_none(), "{what}");
    }
    assert!(intake(&limits, None).begin(&scan(2, 2, 2)).is_none(), "one that nobody asked for");
    let missing = ScanReader::new(Err(NoTesseract::Program), &[]);
    assert!(intake(&limits, Some(&missing)).begin(&scan(2, 2, 2)).is_none(), "one that nobody can read");
}

#[test]
fn pictures_come_one_after_the_other_and_once() {
    let (limits, reader) = (limits(), reader());
    let mut first = intake(&limits, Some(&reader));
    assert!(first.begin(&scan(2, 2, 2)).is_some() && first.is_open());
    assert!(first.begin(&scan(4, 2, 2)).is_none(), "one within another");
    let mut later = intake(&limits, Some(&reader));
    assert!(later.begin(&scan(4, 2, 2)).is_some());
    assert!(later.pixels(&[0; 4], &mut pages(4), 100).is_ok());
    assert!(later.begin(&scan(2, 2, 2)).is_none(), "one before another");
    assert!(later.begin(&scan(4, 2, 2)).is_none(), "one twice");
}

#[test]
fn pixels_are_as_many_as_were_said() {
    let (limits, reader) = (limits(), reader());
    let mut pages = pages(4);
    assert!(intake(&limits, Some(&reader)).pixels(&[0], &mut pages, 100).is_err(), "of no picture");
    for untrusted in [&[][..], &[0; 5]] {
        let mut intake = intake(&limits, Some(&reader));
        intake.begin(&scan(2, 2, 2)).unwrap();
        assert!(intake.pixels(untrusted, &mut pages, 100).is_err(), "{}", untrusted.len());
    }
}

#[test]
fn what_is_left_unread_is_said_once_for_each_reason() {
    let (limits, reader) = (limits(), reader());
    let missing = ScanReader::new(Err(NoTesseract::Program), &[]);
    let cases = [
        (None, "application/pdf", "2 of 9 pages are pictures; their words are not read"),
        (
            Some(&reader),
            "application/pdf",
            "2 of 9 pages could not be read by machine: it could not be drawn",
        ),
        (Some(&missing), "image/tiff", "2 of 9 pages are pictures; install tesseract to read them: "),
    ];
    for (reader, media_type, expected) in cases {
        let (ending, scans) = intake(&limits, reader).finish(Ending::OK, 9, media_type);
        assert_eq!((ending.outcome, scans.len()), (Outcome::Partial, 2));
        assert!(ending.reason.as_deref().unwrap().starts_with(expected), "{ending:?}");
    }
    let ending = Ending::because(Outcome::Partial, "its end is missing");
    let (ending, _) = intake(&limits, None).finish(ending, 9, "application/pdf");
    assert!(ending.reason.unwrap().starts_with("its end is missing; 2 of 9"));
    let crash = Ending::because(Outcome::Crash, "the reader failed");
    assert_eq!(intake(&limits, None).finish(crash, 9, "").0.outcome, Outcome::Crash);
}

#[test]
fn a_lost_worker_leaves_pages_that_were_not_reached() {
    let (limits, reader) = (limits(), reader());
    let mut intake = intake(&limits, Some(&reader));
    intake.begin(&scan(4, 2, 2)).unwrap();
    intake.lost();
    let (_, scans) = intake.finish(Ending::OK, 4, "application/pdf");
    let unread: Vec<_> = scans.iter().map(|scan| scan.unread.as_deref().unwrap()).collect();
    assert_eq!(unread, ["it could not be drawn", "reading ended before it"]);
}

#[test]
fn what_was_read_stands_in_the_text_where_its_words_say() {
    let place = Place { left: 0, top: 0, right: 1, bottom: 1 };
    let cases = [
        ("", Picture::InPlace, 10, "fine\n"),
        ("\u{fffd}\n", Picture::InPlace, 90, "fine\n"),
        ("\u{fffd}\n", Picture::InPlace, 10, "\u{fffd}\n\nfine\n"),
        ("Page 3\n", Picture::Beside, 90, "Page 3\n\nfine\n"),
    ];
    for (own, kind, confidence, expected) in cases {
        let mut scan = Scan { page: 1, machine: None, unread: Some(String::new()) };
        let mut page = Page { number: 1, label: None, text: own.to_owned() };
        let words = vec![MachineWord { start: 0, end: 4, place, confidence }];
        let machine = MachineRead { words, confidence, languages: Vec::new(), program: String::new() };
        take_up(&mut scan, &mut page, kind, machine, "fine\n", 100);
        assert_eq!(page.text, expected);
        let word = scan.machine.unwrap().words[0];
        assert_eq!(&page.text[word.start as usize..word.end as usize], "fine");
    }
}

#[test]
fn more_text_than_a_page_may_have_is_not_taken_up() {
    let mut scan = Scan { page: 1, machine: None, unread: None };
    let machine =
        MachineRead { words: Vec::new(), confidence: 90, languages: Vec::new(), program: String::new() };
    let mut page = pages(1).remove(0);
    assert_eq!(take_up(&mut scan, &mut page, Picture::InPlace, machine, "fine\n", 5), 0);
    assert_eq!((page.text.as_str(), scan.unread.as_deref()), ("", Some(TOO_MUCH_TEXT)));
}

#[test]
fn what_the_machine_was_not_sure_of_is_said_to_be_in_doubt() {
    let (limits, reader) = (limits(), reader());
    let place = Place { left: 0, top: 0, right: 1, bottom: 1 };
    for (confidence, words, expected) in [(39, 1, true), (40, 1, false), (0, 0, false)] {
        let mut intake = ScanIntake::new(&limits, Some(&reader));
        intake.expect(2, Picture::InPlace);
        let words = vec![MachineWord { start: 0, end: 1, place, confidence }; words];
        let machine = MachineRead { words, confidence, languages: Vec::new(), program: String::new() };
        take_up(&mut intake.scans[0], &mut pages(2)[1], Picture::InPlace, machine, "x\n", 100);
        let (ending, _) = intake.finish(Ending::OK, 2, "application/pdf");
        assert_eq!(ending.outcome == Outcome::Partial, expected, "{confidence}");
        assert_eq!(ending.reason.is_some_and(|reason| reason.contains("page 2 of 2 is in doubt")), expected);
    }
}
