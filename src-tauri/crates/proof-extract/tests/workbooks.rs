//! Workbooks read as documents by a real worker: a sheet is a page.

use crate::{extract, made, made_tables, text};
use proof_model::Outcome;
use rust_xlsxwriter::{Note, Workbook};

#[test]
fn a_workbook_gives_a_page_for_each_sheet() {
    let extraction = extract(&made_tables::xlsx(), "events.csv");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    let labels: Vec<_> = extraction.pages.iter().map(|page| page.label.as_deref().unwrap()).collect();
    assert_eq!(labels, ["Events", "Blank", "Odd & even"]);
    let expected = "Date\tHeard\tSum\tShare\tDouble\tFinal\tTitle\n\
        2021-02-25\t2021-02-25T10:30\t1500000000\t0.125\t3000000000\ttrue\t=1+1 is “text” of two lines\n\nlater\n";
    assert_eq!(extraction.pages[0].text, expected);
    assert_eq!(extraction.pages[1].text, "");
}

#[test]
fn an_old_workbook_is_read() {
    let extraction = extract(&made_tables::xls(), "a.xls");
    assert_eq!((extraction.outcome, text(&extraction).as_str()), (Outcome::Ok, "Title\tSum\nFine\t92\n"));
    assert_eq!(extraction.pages[0].label.as_deref(), Some("Events"));
}

#[test]
fn hidden_sheets_comments_and_far_corners_are_told() {
    let mut workbook = Workbook::new();
    let open = workbook.add_worksheet().set_name("Open").unwrap();
    open.write_string(0, 0, "near").unwrap();
    open.write_string(1_048_575, 16_383, "far").unwrap();
    open.insert_note(2, 1, &Note::new("Check this.").set_author("A. Clerk").add_author_prefix(false))
        .unwrap();
    let hidden = workbook.add_worksheet().set_name("Kept back").unwrap();
    hidden.set_hidden(true).write_string(0, 0, "secret").unwrap();
    let extraction = extract(&workbook.save_to_buffer().unwrap(), "a.xlsx");
    assert_eq!(extraction.outcome, Outcome::Ok);
    assert_eq!(extraction.pages[0].text, "near\n\n\tfar\n\nComments:\nB3, A. Clerk: Check this.\n");
    assert_eq!(extraction.pages[1].text, "[hidden sheet]\nsecret\n");
    assert!(extraction.usage.peak_memory < 128 << 20);
}

#[test]
fn a_damaged_workbook_says_so() {
    let extraction = extract(&made::zipped(&[("xl/workbook.xml", "<w/>")]), "a.xlsx");
    assert_eq!(extraction.outcome, Outcome::Crash);
    assert!(extraction.reason.unwrap().contains("the workbook is damaged"));
}
