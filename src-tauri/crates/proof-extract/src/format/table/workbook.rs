//! Workbooks: XLSX (ECMA-376), XLS (MS-XLS) and ODS (`OpenDocument` 1.3).

use super::{ODS, XLSX, cell, package};
use crate::output::Stop;
use crate::table::TableOutput;
use calamine::{Data, Ods, Range, Reader, SheetType, Xls, Xlsx};
use std::fmt::Display;
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads every worksheet of `input`, which is of `media_type`.
pub(super) fn read(media_type: &str, input: &[u8], output: &mut TableOutput<'_>) -> Result<(), Stop> {
    match media_type {
        XLSX => {
            package::weigh(input, output)?;
            read_xlsx(Xlsx::new(Cursor::new(input)).map_err(unreadable)?, output)
        }
        ODS => {
            package::weigh(input, output)?;
            read_sheets(Ods::new(Cursor::new(input)).map_err(unreadable)?, output)
        }
        _ => read_sheets(Xls::<Bytes<'_>>::new(Cursor::new(input)).map_err(unreadable)?, output),
    }
}

/// Cell by cell: a sheet whose only two cells stand in opposite corners takes no more memory than two cells.
fn read_xlsx(mut workbook: Xlsx<Bytes<'_>>, output: &mut TableOutput<'_>) -> Result<(), Stop> {
    for name in worksheets(&workbook) {
        output.sheet(&name)?;
        output.progress()?;
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(unreadable)?;
        let mut row = Row::default();
        while let Some(found) = cells.next_cell().map_err(unreadable)? {
            let (index, column) = found.get_position();
            if index < row.index {
                return Err(
                    output.malformed(row.index + 1, "is followed by one before it; save the workbook anew")
                );
            }
            if index > row.index {
                std::mem::replace(&mut row, Row { index, cells: Vec::new() }).send(output)?;
            }
            row.put(column, cell::text(&Data::from(found.get_value().clone())), output)?;
        }
        row.send(output)?;
    }
    Ok(())
}

/// A row that is being put together.
#[derive(Default)]
struct Row {
    index: u32,
    cells: Vec<String>,
}

impl Row {
    fn put(&mut self, column: u32, text: String, output: &TableOutput<'_>) -> Result<(), Stop> {
        if text.is_empty() {
            return Ok(());
        }
        let most = output.limits().columns;
        if column >= most {
            let what = format!("has a cell beyond column {most}; take out the columns that you do not need");
            return Err(output.malformed(self.index + 1, &what));
        }
        let column = column as usize;
        self.cells.resize(self.cells.len().max(column + 1), String::new());
        self.cells[column] = text;
        Ok(())
    }

    fn send(self, output: &mut TableOutput<'_>) -> Result<(), Stop> {
        if self.index.is_multiple_of(PROGRESS_ROWS) {
            output.progress()?;
        }
        output.row(self.index + 1, self.cells)
    }
}

const PROGRESS_ROWS: u32 = 4_096;

fn read_sheets<'a, R>(mut workbook: R, output: &mut TableOutput<'_>) -> Result<(), Stop>
where
    R: Reader<Bytes<'a>>,
    R::Error: Display,
{
    for name in worksheets(&workbook) {
        output.sheet(&name)?;
        output.progress()?;
        let range = workbook.worksheet_range(&name).map_err(unreadable)?;
        read_range(&range, output)?;
    }
    Ok(())
}

fn read_range(range: &Range<Data>, output: &mut TableOutput<'_>) -> Result<(), Stop> {
    let Some((top, left)) = range.start() else { return Ok(()) };
    for (index, cells) in (top..).zip(range.rows()) {
        let mut row = Row { index, cells: Vec::new() };
        for (column, data) in (left..).zip(cells) {
            row.put(column, cell::text(data), output)?;
        }
        row.send(output)?;
    }
    Ok(())
}

/// Worksheets, in the order of their tabs: not charts, dialogs or macros.
fn worksheets<'a>(workbook: &impl Reader<Bytes<'a>>) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
}

fn unreadable(error: impl Display) -> Stop {
    let said: String = crate::text::one_line(&error.to_string(), 200);
    if said.to_lowercase().contains("password") {
        return Stop::Malformed("it opens only with a password; save it without one".to_owned());
    }
    package::damaged(&said)
}
