//! XLSX (ECMA-376): a sheet a table, its header bold, frozen and filtered.

use crate::table::{Kind, OutTable, is_number};
use crate::{ExportError, place};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// Writes `tables` as the sheets of a workbook to `path`, in place of what may stand there. Text is written as text: no
/// formulas, no links. The bytes depend on nothing but the tables.
pub fn write_xlsx(path: &Path, tables: &[OutTable]) -> Result<(), ExportError> {
    place::put(path, &xlsx(tables)?)
}

fn xlsx(tables: &[OutTable]) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| misfit("the workbook", &error))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for table in tables {
        fill(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer().map_err(|error| misfit("the workbook", &error))
}

fn fill(sheet: &mut Worksheet, table: &OutTable) -> Result<(), ExportError> {
    let name = tab_name(&table.name);
    let place = format!("table “{}”", table.name);
    sheet.set_name(name).map_err(|error| misfit(&place, &error))?;
    furnish(sheet, table).map_err(|error| misfit(&place, &error))?;
    let cell_format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (index, row) in (1..).zip(&table.rows) {
        let at_row = |error: XlsxError| misfit(&format!("{place}, row {}", u64::from(index) + 1), &error);
        for (column, (cell, kind)) in (0..).zip(table.cells(row)) {
            put(sheet, index, column, (cell, kind), &cell_format).map_err(at_row)?;
        }
    }
    Ok(())
}

/// The header, and what makes a sheet easy to read.
fn furnish(sheet: &mut Worksheet, table: &OutTable) -> Result<(), XlsxError> {
    let header = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (index, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, index, &column.title, &header)?;
        sheet.set_column_width(index, width(table, usize::from(index)))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Ok(rows), Ok(columns)) = (u32::try_from(table.rows.len()), u16::try_from(table.columns.len()))
        && columns > 0
    {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: (&str, Kind),
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        ("", _) => {}
        (text, Kind::Number) if let Some(number) = exact(text) => {
            sheet.write_number_with_format(row, column, number, format)?;
        }
        (text, _) => {
            sheet.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}

/// `text` as a number, if reading that number gives `text` again: spreadsheets keep 15 digits.
fn exact(text: &str) -> Option<f64> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let number: f64 = text.parse().ok().filter(|_| is_number(text) && digits <= 15)?;
    (number.to_string() == text && text != "-0").then_some(number)
}

/// A tab's name: at most 31 characters, none of those that formulas use to find sheets.
fn tab_name(name: &str) -> String {
    let plain = |c: char| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c };
    let mut units = 0;
    let fitting = name.chars().map(plain).take_while(|c| {
        units += c.len_utf16();
        units <= 31
    });
    let name: String = fitting.collect();
    let name = name.trim();
    if name.is_empty() { "Table".to_owned() } else { name.to_owned() }
}

/// A column's width in characters: that of its longest line, within reason.
fn width(table: &OutTable, column: usize) -> f64 {
    let longest = |cell: &str| cell.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let cells = table.rows.iter().filter_map(|row| row.get(column)).map(|cell| longest(cell));
    // Room for the filter's button.
    let title = longest(&table.columns[column].title) + 3;
    let widest = cells.fold(title, usize::max).clamp(8, 60);
    f64::from(u32::try_from(widest).unwrap_or(60)) + 1.0
}

fn misfit(place: &str, error: &XlsxError) -> ExportError {
    let reason = match error {
        XlsxError::MaxStringLengthExceeded => "a cell holds more than 32 767 characters".to_owned(),
        XlsxError::RowColumnLimitError => "it has more than 1 048 576 rows or 16 384 columns".to_owned(),
        XlsxError::SheetnameReused(_) => "another table has the same name".to_owned(),
        error => error.to_string(),
    };
    ExportError::DoesNotFit { place: place.to_owned(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Column;
    use calamine::{Data, Reader, Xlsx};
    use proptest::prelude::*;
    use std::io::Cursor;

    fn table(rows: Vec<Vec<String>>) -> OutTable {
        let columns = vec![Column::text("Title"), Column::number("Sum"), Column::text("=Odd")];
        OutTable { name: "Events".into(), columns, rows }
    }

    fn read(bytes: Vec<u8>) -> Vec<Vec<Data>> {
        let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
        workbook.worksheet_range("Events").unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    fn cell(text: &str) -> Vec<String> {
        vec![text.to_owned()]
    }

    #[test]
    fn text_is_written_as_text_and_numbers_as_numbers() {
        let row = ["=1+1", "-5.25", "https://example.org"].map(str::to_owned).to_vec();
        let bytes = xlsx(&[table(vec![row, vec!["007".into(), "007".into(), "@a".into()]])]).unwrap();
        let text = |text: &str| Data::String(text.into());
        let rows = read(bytes.clone());
        assert_eq!(rows[0], [text("Title"), text("Sum"), text("=Odd")]);
        assert_eq!(rows[1], [text("=1+1"), Data::Float(-5.25), text("https://example.org")]);
        assert_eq!(rows[2], [text("007"), text("007"), text("@a")]);
        let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert!(workbook.worksheet_formula("Events").unwrap().is_empty());
        assert!(workbook.hyperlinks_by_sheet_name("Events").unwrap().is_empty());
    }

    #[test]
    fn what_looks_like_an_escaped_character_stays_as_it_is() {
        for text in ["_x0041_", "_x005F_", "_x005F_x0041_", "a_x000D_x000D_", "_x00zz_", "é_x0041_é"] {
            assert_eq!(read(xlsx(&[table(vec![cell(text)])]).unwrap())[1][0], Data::String(text.into()));
        }
    }

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        let tables = [table(vec![cell("a")])];
        let first = xlsx(&tables).unwrap();
        // The times in a ZIP archive are of two seconds.
        std::thread::sleep(std::time::Duration::from_millis(2_100));
        assert_eq!(xlsx(&tables).unwrap(), first);
    }

    #[test]
    fn what_does_not_fit_is_said_with_its_place() {
        let long = xlsx(&[table(vec![cell("a"), cell(&"x".repeat(32_768))])]).unwrap_err().to_string();
        assert!(
            long.starts_with("table “Events”, row 3 does not fit a workbook: a cell holds more than"),
            "{long}"
        );
        let twice = xlsx(&[table(vec![]), table(vec![])]).unwrap_err().to_string();
        assert!(twice.contains("same name"), "{twice}");
    }

    #[test]
    fn any_name_fits_a_tab() {
        let cases = [
            ("Events", "Events"),
            ("Lloyd v Google [2021]", "Lloyd v Google  2021"),
            ("'a'", "a"),
            ("", "Table"),
            ("////", "Table"),
            ("0123456789012345678901234567890123", "0123456789012345678901234567890"),
        ];
        for (name, expected) in cases {
            assert_eq!(tab_name(name), expected);
            let mut table = table(vec![]);
            table.name = name.into();
            assert!(xlsx(&[table]).is_ok(), "{name}");
        }
    }

    #[test]
    fn only_exact_numbers_are_numbers() {
        for text in ["0", "-5.25", "1500000000", "0.1", "123456789012345"] {
            assert_eq!(exact(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
        for text in ["007", "1.50", "-0", "1234567890123456", "a", "", "inf", "1e3"] {
            assert_eq!(exact(text), None, "{text}");
        }
    }

    fn check_read_back(rows: &[Vec<String>]) -> Result<(), TestCaseError> {
        let read = read(xlsx(&[table(rows.to_vec())]).unwrap());
        let mut read: Vec<Vec<String>> =
            read.iter().skip(1).map(|row| row.iter().map(ToString::to_string).collect()).collect();
        // Rows without a cell at the end are not in the file.
        read.resize(rows.len(), vec![String::new(); 3]);
        prop_assert_eq!(rows, read);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec(any::<String>(), 3), 1..5)) {
            check_read_back(&rows)?;
        }

        #[test]
        fn what_is_hard_to_write_is_read_back(rows in prop::collection::vec(prop::collection::vec("[_x0041<&\"=\n\t \r.-]{0,9}", 3), 1..5)) {
            check_read_back(&rows)?;
        }
    }
}
