//! Small workbooks of each format, made for the tests.

use crate::made::zipped;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

/// An XLSX workbook: a sheet `Events` with a cell of every kind, a blank one, and one called `Odd & even`.
pub fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let (day, moment) =
        (Format::new().set_num_format("yyyy-mm-dd"), Format::new().set_num_format("dd/mm/yyyy hh:mm"));
    let events = workbook.add_worksheet().set_name("Events").unwrap();
    for (column, title) in (0..).zip(["Date", "Heard", "Sum", "Share", "Double", "Final", "Title "]) {
        events.write_string(1, column, title).unwrap();
    }
    events.write_datetime_with_format(2, 0, ExcelDateTime::from_ymd(2021, 2, 25).unwrap(), &day).unwrap();
    let heard = ExcelDateTime::from_ymd(2021, 2, 25).unwrap().and_hms(10, 30, 0).unwrap();
    events.write_datetime_with_format(2, 1, heard, &moment).unwrap();
    events.write_number(2, 2, 1_500_000_000.0).unwrap();
    events.write_number(2, 3, 0.125).unwrap();
    events.write_formula(2, 4, Formula::new("=C3*2").set_result("3000000000")).unwrap();
    events.write_boolean(2, 5, true).unwrap();
    events.write_string(2, 6, "=1+1 is “text”\nof two lines").unwrap();
    events.write_string(4, 0, "later").unwrap();
    events.write_blank(9, 12, &day).unwrap();
    workbook.add_worksheet().set_name("Blank").unwrap();
    workbook.add_worksheet().set_name("Odd & even").unwrap().write_string(0, 0, "Only").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// An ODS workbook with this content of its one sheet `Events`.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' \
         xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:spreadsheet>\
         <table:table table:name='Events'>{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

/// An XLS workbook (BIFF8 in a compound file) with a sheet `Events`: two titles, below them a text and a number.
pub fn xls() -> Vec<u8> {
    let globals_bytes = 20 + 4 + 8 + 6 + 4;
    let mut stream = record(0x0809, &begin_of(0x0005));
    let name = [&[6, 0][..], b"Events"].concat();
    stream.extend(record(0x0085, &[&u32::to_le_bytes(globals_bytes)[..], &[0, 0], &name].concat()));
    stream.extend(record(0x000A, &[]));
    assert_eq!(stream.len(), globals_bytes as usize);
    stream.extend(record(0x0809, &begin_of(0x0010)));
    stream.extend(record(0x0200, &[0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0, 0, 0]));
    for (row, column, text) in [(0, 0, "Title"), (0, 1, "Sum"), (1, 0, "Fine")] {
        stream.extend(record(
            0x0204,
            &[&at(row, column)[..], &[u8::try_from(text.len()).unwrap(), 0, 0], text.as_bytes()].concat(),
        ));
    }
    stream.extend(record(0x0203, &[&at(1, 1)[..], &f64::to_le_bytes(92.0)].concat()));
    stream.extend(record(0x000A, &[]));
    compound_file("Workbook", stream)
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

/// The beginning of a part of a BIFF8 stream.
fn begin_of(part: u16) -> Vec<u8> {
    [&[0, 6][..], &part.to_le_bytes(), &[0; 12]].concat()
}

/// A cell's place and its format.
fn at(row: u16, column: u16) -> Vec<u8> {
    [row, column, 0].into_iter().flat_map(u16::to_le_bytes).collect()
}

/// A compound file (MS-CFB, version 3) of one stream: the header, a sector of its table, one of its folder, the stream.
fn compound_file(name: &str, mut stream: Vec<u8>) -> Vec<u8> {
    const END: u32 = 0xffff_fffe;
    const FREE: u32 = 0xffff_ffff;
    stream.resize(4096, 0);
    let mut header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    header.resize(24, 0);
    header.extend([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0].iter());
    for word in [0, 1, 1, 0, 4096, END, 0, END, 0, 0] {
        header.extend(u32::to_le_bytes(word));
    }
    header.resize(512, 0xff);
    let mut table: Vec<u8> =
        [0xffff_fffd, END, 3, 4, 5, 6, 7, 8, 9, END].into_iter().flat_map(u32::to_le_bytes).collect();
    table.resize(512, 0xff);
    let mut folder = entry("Root Entry", 5, 1, END, 0);
    folder.extend(entry(name, 2, FREE, 2, u32::try_from(stream.len()).unwrap()));
    folder.resize(512, 0);
    [header, table, folder, stream].concat()
}

fn entry(name: &str, kind: u8, child: u32, start: u32, bytes: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(u16::try_from(2 * (name.len() + 1)).unwrap().to_le_bytes());
    entry.extend([kind, 1]);
    for word in [u32::MAX, u32::MAX, child] {
        entry.extend(word.to_le_bytes());
    }
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(u64::from(bytes).to_le_bytes());
    entry
}
