//! Tables: a CSV file or workbook given to a real worker process, and what comes back.

use crate::{WORKER, made, made_tables};
use proof_extract::{Extractor, Limits, Sheet, Table, TableError, WorkerCommand};
use std::io::Write;

fn table(bytes: &[u8], name: &str) -> Result<Table, TableError> {
    table_within(Limits::default(), bytes, name)
}

fn table_within(limits: Limits, bytes: &[u8], name: &str) -> Result<Table, TableError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    Extractor::new(WorkerCommand::new(WORKER), limits).table(&path)
}

/// Why the table is refused, which must name the file.
fn refusal(limits: Limits, bytes: &[u8], name: &str) -> String {
    let error = table_within(limits, bytes, name).unwrap_err();
    assert!(matches!(error, TableError::Refused { .. }), "{error:?}");
    let said = error.to_string();
    assert!(said.contains(&format!("{name}: ")), "{said}");
    said
}

/// The rows with their numbers, the header as the first.
fn rows(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
    let header = (0, sheet.columns.iter().map(String::as_str).collect());
    let below = sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect()));
    std::iter::once(header).chain(below).collect()
}

#[test]
fn text_is_read_whatever_parts_it_and_in_every_encoding() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let cases: [(&str, Vec<u8>); 8] = [
        ("comma", "Title,Sum\r\nGröße,\"1,5\"\r\n".into()),
        ("semicolon", "Title;Sum\r\nGröße;1,5\r\n".into()),
        ("tab", "Title\tSum\nGröße\t1,5\n".into()),
        ("bar", "Title|Sum\nGröße|1,5\n".into()),
        ("a byte order mark", "\u{feff}Title;Sum\nGröße;1,5\n".into()),
        ("UTF-16 with a mark", utf16("\u{feff}Title;Sum\r\nGröße;1,5\r\n")),
        ("UTF-16 without", utf16("Title;Sum\r\nGröße;1,5\r\n")),
        ("Windows-1252", b"Title;Sum\r\nGr\xf6\xdfe;1,5\r\n".to_vec()),
    ];
    for (what, bytes) in cases {
        let table = table(&bytes, "events.csv").unwrap_or_else(|error| panic!("{what}: {error}"));
        assert!(table.is_delimited_text(), "{what}");
        assert_eq!(rows(&table.sheets[0]), [(0, vec!["Title", "Sum"]), (2, vec!["Größe", "1,5"])], "{what}");
    }
}

#[test]
fn rows_are_numbered_by_the_line_on_which_they_begin() {
    let text = "\r\nDate,Title,,\r\n\r\n2021,\"one \"\"two\"\"\r\nthree\"\r\n,,,\r\n2022, ,,\r\n ,\r\n";
    let table = table(text.as_bytes(), "events.csv").unwrap();
    let expected =
        [(0, vec!["Date", "Title"]), (4, vec!["2021", "one \"two\"\nthree"]), (7, vec!["2022", " "])];
    assert_eq!(rows(&table.sheets[0]), expected);
}

#[test]
fn a_workbook_gives_dates_numbers_and_results_as_text() {
    let table = table(&made_tables::xlsx(), "events.xlsx").unwrap();
    assert!(!table.is_delimited_text());
    let names: Vec<&str> = table.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Events", "Odd & even"]);
    let text = "=1+1 is “text”\nof two lines";
    let expected = [
        (0, vec!["Date", "Heard", "Sum", "Share", "Double", "Final", "Title"]),
        (3, vec!["2021-02-25", "2021-02-25T10:30", "1500000000", "0.125", "3000000000", "true", text]),
        (5, vec!["later", "", "", "", "", "", ""]),
    ];
    assert_eq!(rows(&table.sheets[0]), expected);
}

#[test]
fn an_opendocument_workbook_is_read() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>")
    };
    let content = format!(
        "<table:table-row>{}{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row>\
         <table:table-row><table:table-cell office:value-type='date' office:date-value='2021-02-25'/>\
         <table:table-cell office:value-type='float' office:value='12'/>\
         <table:table-cell office:value-type='boolean' office:boolean-value='false'/></table:table-row>\
         <table:table-row table:number-rows-repeated='1048000'><table:table-cell \
         table:number-columns-repeated='16384'/></table:table-row>",
        text("Date"),
        text("Sum &amp; all"),
        text("Final")
    );
    let table = table(&made_tables::ods(&content), "events.ods").unwrap();
    let expected = [(0, vec!["Date", "Sum & all", "Final"]), (4, vec!["2021-02-25", "12", "false"])];
    assert_eq!(rows(&table.sheets[0]), expected);
}

#[test]
fn an_old_workbook_is_read() {
    let table = table(&made_tables::xls(), "events.xls").unwrap();
    assert_eq!(table.sheets[0].name, "Events");
    assert_eq!(rows(&table.sheets[0]), [(0, vec!["Title", "Sum"]), (2, vec!["Fine", "92"])]);
}

#[test]
fn a_name_that_lies_is_not_asked() {
    let workbook = table(&made_tables::xlsx(), "events.csv").unwrap();
    assert_eq!(workbook.sheets.len(), 2);
    let text = table(b"Title;Sum\nFine;92\n", "events.xlsx").unwrap();
    assert_eq!(rows(&text.sheets[0]), [(0, vec!["Title", "Sum"]), (2, vec!["Fine", "92"])]);
}

#[test]
fn what_is_no_table_is_refused_with_its_place_and_a_remedy() {
    let mut damaged = made_tables::xlsx();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 200].fill(0x55);
    let cut = made_tables::xlsx()[..2_000].to_vec();
    let binary = made::zipped(&[("xl/workbook.bin", "x")]);
    let cases: [(&str, &[u8], &str); 11] = [
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"\r\n , \r\n", "every cell is blank; give it a header"),
        (
            "a.csv",
            b"A,B\n1,2\n\n1,2,3\n",
            "line 4 has 3 cells, but the header only 2; give every column a title",
        ),
        ("a.csv", b"A,B\n1,\"two\n3,4\n", "line 2 begins a quotation that is never closed"),
        ("a.csv", &made::pdf(&["BT ET"]), "a PDF, and not a table; save the table as .csv or .xlsx"),
        ("a.xls", b"<html><table><tr><td>A", "a web page"),
        ("a.xlsx", &made::zipped(&[("a", "b")]), "a ZIP archive"),
        ("a.xlsb", &binary, "save it as .xlsx"),
        ("a.xlsx", &damaged, "damaged"),
        ("a.xlsx", &cut, "its package cannot be opened"),
        ("a.xls", &made_tables::xls()[..1_500], "damaged"),
    ];
    for (name, bytes, expected) in cases {
        let said = refusal(Limits::default(), bytes, name);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn each_limit_is_said_with_its_place_and_a_remedy() {
    let with = |change: fn(&mut Limits)| {
        let mut limits = Limits::default();
        change(&mut limits);
        limits
    };
    let text = b"A,B\n1,2\n3,long cell\n";
    let cases: [(Limits, &str); 7] = [
        (with(|limits| limits.input_bytes = 4), "it is larger than"),
        (with(|limits| limits.columns = 1), "line 1 has more than 1 columns; take out"),
        (
            with(|limits| limits.rows = 1),
            "line 3 is beyond 1 rows, the most that Proofline reads from one file; split",
        ),
        (with(|limits| limits.cells = 3), "line 3 is beyond 3 cells"),
        (with(|limits| limits.cell_bytes = 8), "line 3 holds more than 0 KiB in its cell 2; shorten that"),
        (with(|limits| limits.row_bytes = 8), "line 3 holds more than 0 KiB; shorten it"),
        (with(|limits| limits.text_bytes = 8), "line 3 is beyond 0 MiB of text"),
    ];
    for (limits, expected) in cases {
        let said = refusal(limits, text, "a.csv");
        assert!(said.contains(expected), "{said}");
    }
    let long = made_tables::ods(
        "<table:table-row><table:table-cell table:number-columns-repeated='300' \
        office:value-type='float' office:value='1'/></table:table-row>",
    );
    assert!(
        refusal(Limits::default(), &long, "a.ods")
            .contains("sheet “Events”, row 1 has a cell beyond column 200")
    );
    let said = refusal(with(|limits| limits.sheets = 1), &made_tables::xlsx(), "a.xlsx");
    assert!(said.contains("more than 1 sheets"), "{said}");
    let said = refusal(with(|limits| limits.columns = 6), &made_tables::xlsx(), "a.xlsx");
    assert!(said.contains("sheet “Events”, row 2 has a cell beyond column 6"), "{said}");
}

#[test]
fn a_bomb_is_refused() {
    let sheet = "<row/>".repeat(3 << 20);
    let bomb = made::zipped(&[("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", &sheet)]);
    let said = refusal(Limits::default(), &bomb, "a.xlsx");
    assert!(said.contains("as a decompression bomb does"), "{said}");
    let said = refusal(Limits { unpacked_bytes: 1 << 20, ..Limits::default() }, &bomb, "a.xlsx");
    assert!(said.contains("unpacks to more than 1 MiB"), "{said}");

    let repeated = "<table:table-row table:number-rows-repeated='1000000'><table:table-cell \
        table:number-columns-repeated='90' office:value-type='float' office:value='1'/></table:table-row>";
    let said =
        refusal(Limits { memory: 256 << 20, ..Limits::default() }, &made_tables::ods(repeated), "a.ods");
    assert!(said.contains("memory"), "{said}");
}

#[test]
fn a_worker_that_fails_at_a_table_is_a_refusal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "A\n1\n").unwrap();
    for (fault, expected) in
        [("panic", "the reader failed"), ("rubbish", "makes no sense"), ("stop-after-page", "makes no sense")]
    {
        let command = WorkerCommand::with_arguments(WORKER, ["fault", fault]);
        let said = Extractor::new(command, Limits::default()).table(&path).unwrap_err().to_string();
        assert!(said.contains(expected), "{fault}: {said}");
    }
}

#[test]
fn what_is_no_file_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let extractor = Extractor::new(WorkerCommand::new(WORKER), Limits::default());
    for path in [folder.path().to_owned(), folder.path().join("missing.csv")] {
        let error = extractor.table(&path).unwrap_err();
        assert!(matches!(error, TableError::NotOpened { .. }), "{error}");
    }
}
