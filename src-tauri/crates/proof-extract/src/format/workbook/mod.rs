//! Workbooks as documents: XLSX and XLSM (ECMA-376 part 1, 18), XLSB (MS-XLSB), XLS (MS-XLS). A sheet is a page under
//! its name. `OpenDocument` spreadsheets are read with the other `OpenDocument` files.

mod biff;
mod old_remarks;
mod remarks;
mod sheet;

pub(crate) use sheet::{Sheet, place};

use super::office::{Package, send_claims, send_summary, whole};
use super::table::{XLS, cell};
use crate::ole::CompoundFile;
use crate::output::{Ending, Output, Reading, Stop};
use calamine::{Cell, Data, DataRef, Range, Reader, Sheet as Listed, SheetType, SheetVisible};
use calamine::{Xls, Xlsb, Xlsx};
use old_remarks::Remarks as Remarked;
use proof_model::Outcome;
use remarks::Remarks;
use std::fmt::Display;
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads every worksheet of `input`, a workbook of `media_type`.
pub(crate) fn read(media_type: &str, input: &[u8], output: &mut Output<'_>) -> Reading {
    if media_type == XLS {
        return read_xls(input, output);
    }
    let Some(mut package) = Package::open(input).filter(|package| !package.is_cut()) else {
        return Ok(unreadable(&"its ZIP package cannot be opened"));
    };
    send_claims(&mut package, output)?;
    package.weigh(output.limits().unpacked_bytes, output)?;
    if package.has("xl/workbook.bin") {
        output.start(XLSB, None)?;
        return match Xlsb::new(Cursor::new(input)) {
            Ok(workbook) => xlsb(workbook, output),
            Err(error) => Ok(unreadable(&error)),
        };
    }
    match Xlsx::new(Cursor::new(input)) {
        Ok(workbook) => xlsx(workbook, &mut package, output),
        Err(error) => Ok(unreadable(&error)),
    }
}

fn read_xls(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(file) = CompoundFile::open(input) else {
        return Ok(unreadable(&"its compound file cannot be opened"));
    };
    send_summary(&file, output)?;
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).unwrap_or_default();
    biff::weigh(&stream)?;
    match Xls::new(Cursor::new(input)) {
        Ok(workbook) => xls(workbook, old_remarks::read(&stream), output),
        Err(error) => Ok(unreadable(&error)),
    }
}

const XLSB: &str = "application/vnd.ms-excel.sheet.binary.macroenabled.12";

/// What could not be read of a workbook, sheet by sheet.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn note(&mut self, sheet: &str, error: &impl Display) {
        self.0.push(format!("the sheet “{sheet}” could not be read to its end: {error}"));
    }

    fn ending(self) -> Ending {
        match self.0.first() {
            None => Ending::OK,
            Some(first) => Ending::because(Outcome::Partial, crate::text::one_line(first, 300)),
        }
    }
}

fn xlsx(mut workbook: Xlsx<Bytes<'_>>, package: &mut Package<'_>, output: &mut Output<'_>) -> Reading {
    let mut faults = Faults::default();
    let mut remarks = Remarks::of(package)?;
    for (name, hidden) in worksheets(&workbook) {
        let mut page = Sheet::new(&name, hidden);
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut cells) => put_each(|| cells.next_cell(), &name, &mut page, &mut faults, output)?,
            Err(error) => faults.note(&name, &error),
        }
        for (title, lines) in remarks.on_sheet(&name, package)? {
            page.below(title, &lines, output)?;
        }
        page.end(output)?;
    }
    if faults.0.is_empty() {
        return Ok(whole(package.has_pictures(), output));
    }
    Ok(faults.ending())
}

fn xlsb(mut workbook: Xlsb<Bytes<'_>>, output: &mut Output<'_>) -> Reading {
    let mut faults = Faults::default();
    for (name, hidden) in worksheets(&workbook) {
        let mut page = Sheet::new(&name, hidden);
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut cells) => put_each(|| cells.next_cell(), &name, &mut page, &mut faults, output)?,
            Err(error) => faults.note(&name, &error),
        }
        page.end(output)?;
    }
    Ok(faults.ending())
}

/// Cell by cell: a sheet whose only two cells stand in opposite corners takes no more memory than two cells.
fn put_each<'c, E: Display>(
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'c>>>, E>,
    name: &str,
    page: &mut Sheet<'_>,
    faults: &mut Faults,
    output: &mut Output<'_>,
) -> Result<(), Stop> {
    let mut count = 0_u32;
    loop {
        let found = match next() {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(()),
            Err(error) => {
                faults.note(name, &error);
                return Ok(());
            }
        };
        let (row, column) = found.get_position();
        page.put(row, column, &cell::text(&Data::from(found.get_value().clone())), output)?;
        count += 1;
        if count.is_multiple_of(PROGRESS_CELLS) {
            output.progress()?;
        }
    }
}

const PROGRESS_CELLS: u32 = 65_536;

fn xls(mut workbook: Xls<Bytes<'_>>, remarks: Vec<Remarked>, output: &mut Output<'_>) -> Reading {
    let mut faults = Faults::default();
    let mut remarks = remarks.into_iter();
    for (name, hidden) in worksheets(&workbook) {
        let remarks = remarks.next().unwrap_or_default();
        output.progress()?;
        let mut page = Sheet::new(&name, hidden);
        match workbook.worksheet_range(&name) {
            Ok(range) => put_range(&range, &mut page, output)?,
            Err(error) => faults.note(&name, &error),
        }
        page.below("Comments", &remarks.comments, output)?;
        page.below("Text boxes", &remarks.boxes, output)?;
        page.end(output)?;
    }
    Ok(faults.ending())
}

fn put_range(range: &Range<Data>, page: &mut Sheet<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    let Some((top, left)) = range.start() else { return Ok(()) };
    for (row, cells) in (top..).zip(range.rows()) {
        for (column, data) in (left..).zip(cells) {
            page.put(row, column, &cell::text(data), output)?;
        }
    }
    Ok(())
}

/// Worksheets with whether they are hidden, in the order of their tabs: not charts, dialogs or macros.
fn worksheets<'a>(workbook: &impl Reader<Bytes<'a>>) -> Vec<(String, bool)> {
    let is_sheet = |sheet: &&Listed| sheet.typ == SheetType::WorkSheet;
    let told = |sheet: &Listed| (sheet.name.clone(), sheet.visible != SheetVisible::Visible);
    workbook.sheets_metadata().iter().filter(is_sheet).map(told).collect()
}

fn unreadable(error: &impl Display) -> Ending {
    let said = crate::text::one_line(&error.to_string(), 200);
    if said.to_lowercase().contains("password") {
        let reason = "it opens only with a password; the original is kept";
        return Ending::because(Outcome::Encrypted, reason);
    }
    Ending::because(Outcome::Crash, format!("the workbook is damaged: {said}; the original is kept"))
}
