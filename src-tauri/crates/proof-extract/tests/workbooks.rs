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

#[test]
fn an_open_document_workbook_is_read_cell_by_cell() {
    let cell = |attributes: &str, shown: &str| {
        format!("<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>")
    };
    let rows = format!(
        "<table:table-row>{}{}{}{}<table:table-cell table:number-columns-repeated='16000'/></table:table-row>\
         <table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>\
         <table:table-row table:number-rows-repeated='2'>{}</table:table-row>",
        cell("office:value-type='date' office:date-value='2021-02-25T10:30:00'", "25/02/21"),
        cell("office:value-type='float' office:value='1234.5'", "1,234.50"),
        cell("office:value-type='float' office:value='0' calcext:value-type='error'", "#DIV/0!"),
        cell("office:value-type='time' office:time-value='PT36H'", "36:00:00"),
        cell("office:value-type='string' table:number-columns-repeated='2'", "end"),
    );
    let extraction = extract(&made_tables::ods(&rows), "a.ods");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    let expected = "2021-02-25T10:30\t1234.5\t#DIV/0!\t36:00:00\n\nend\tend\nend\tend\n";
    assert_eq!(
        (text(&extraction).as_str(), extraction.pages[0].label.as_deref()),
        (expected, Some("Events"))
    );
}

#[test]
fn an_encrypted_open_document_says_so() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>\
        </manifest:manifest>";
    let kind = "application/vnd.oasis.opendocument.text";
    let file = made::zipped(&[("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", "?")]);
    assert_eq!(extract(&file, "a.odt").outcome, Outcome::Encrypted);
}
