//! CSV (RFC 4180): comma, CRLF, UTF-8 with a byte order mark, by which Excel knows the encoding.

use crate::formula::guard;
use crate::table::{Kind, OutTable, is_number};
use crate::{ExportError, place};
use std::borrow::Cow;
use std::path::Path;

/// Writes `table` as CSV to `path`, in place of what may stand there. Titles and cells are guarded (see [`guard`]), plain
/// numbers in columns of numbers are not.
pub fn write_csv(path: &Path, table: &OutTable) -> Result<(), ExportError> {
    place::put(path, csv(table).as_bytes())
}

fn csv(table: &OutTable) -> String {
    let mut out = "\u{feff}".to_owned();
    line(&mut out, table.columns.iter().map(|column| (column.title.as_str(), Kind::Text)));
    for row in &table.rows {
        line(&mut out, table.cells(row));
    }
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = (&'a str, Kind)>) {
    for (index, (cell, kind)) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&field(cell, kind));
    }
    out.push_str("\r\n");
}

fn field(cell: &str, kind: Kind) -> Cow<'_, str> {
    if kind == Kind::Number && is_number(cell) {
        return Cow::Borrowed(cell);
    }
    let guarded = guard(cell);
    let is_plain = !guarded.is_empty() && !guarded.contains(PARTING) && guarded.trim() == guarded;
    Cow::Owned(if is_plain { guarded } else { format!("\"{}\"", guarded.replace('"', "\"\"")) })
}

/// What parts cells for some reader: programs in many countries expect semicolons.
const PARTING: [char; 7] = [',', ';', '\t', '|', '"', '\r', '\n'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, unguard};
    use proptest::prelude::*;

    fn table(rows: Vec<Vec<String>>) -> OutTable {
        let columns = vec![Column::text("Title"), Column::number("Sum"), Column::text("=Odd")];
        OutTable { name: "Events".into(), columns, rows }
    }

    fn read(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let records = reader.records().map(Result::unwrap);
        records.map(|record| record.iter().map(|cell| unguard(cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_table_is_written_as_rfc_4180_says_and_guarded() {
        let rows = [["a, “b”", "-5", "-5"], ["say \"x\"", "=1", "=1+1"], ["two\nlines", "", "a;=1"]];
        let rows = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
        let expected = "\u{feff}Title,Sum,'=Odd\r\n\"a, “b”\",-5,'-5\r\n\"say \"\"x\"\"\",'=1,'=1+1\r\n\
            \"two\nlines\",\"\",\"a;=1\"\r\n";
        assert_eq!(csv(&table(rows)), expected);
    }

    #[test]
    fn the_file_holds_what_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.csv");
        let table = table(vec![vec!["short row".into()]]);
        write_csv(&path, &table).unwrap();
        assert_eq!(read(&std::fs::read_to_string(&path).unwrap())[1], ["short row", "", ""]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec(any::<String>(), 3), 0..5)) {
            let read = read(&csv(&table(rows.clone())));
            prop_assert_eq!(&read[1..], rows.as_slice());
        }

        #[test]
        fn what_is_hard_to_write_is_read_back(rows in prop::collection::vec(prop::collection::vec("[',;\"=\r\n\t -a1]{0,6}", 3), 0..5)) {
            let read = read(&csv(&table(rows.clone())));
            prop_assert_eq!(&read[1..], rows.as_slice());
        }
    }
}
