//! Where readers of tables put what they find, on the worker's side.

use super::TITLE_CHARS;
use crate::output::Stop;
use crate::wire::{self, Frame, Start, WireRow, WireSheet};
use crate::{Limits, text};
use std::io::Write;

/// Where readers put sheets and rows. Finds the header, keeps rows to its width, counts against the limits, sends.
pub(crate) struct TableOutput<'a> {
    to: &'a mut dyn Write,
    limits: &'a Limits,
    place: Place,
    width: usize,
    batch: Vec<WireRow>,
    batch_bytes: usize,
    sheets: u32,
    rows: u32,
    cells: u32,
    text_bytes: u64,
}

/// Where in the file reading is: in a sheet of that name, or in a text.
#[derive(Debug, Default)]
struct Place {
    sheet: Option<String>,
}

/// What else may be wrong with a text that has too many cells in a row.
const QUOTES: &str = ", and put quotes round a cell that holds the sign that parts the cells";

impl<'a> TableOutput<'a> {
    /// An output that sends to `to`.
    pub(crate) fn new(to: &'a mut dyn Write, limits: &'a Limits) -> Self {
        let (place, batch) = (Place::default(), Vec::new());
        Self {
            to,
            limits,
            place,
            width: 0,
            batch,
            batch_bytes: 0,
            sheets: 0,
            rows: 0,
            cells: 0,
            text_bytes: 0,
        }
    }

    /// What the reader is held to.
    pub(crate) const fn limits(&self) -> &Limits {
        self.limits
    }

    /// Says what kind of file it is.
    pub(crate) fn start(&mut self, media_type: &str) -> Result<(), Stop> {
        self.send(&Frame::Start(Start { media_type: media_type.to_owned(), pages: None }))
    }

    /// Says that work goes on.
    pub(crate) fn progress(&mut self) -> Result<(), Stop> {
        self.send(&Frame::Progress)
    }

    /// How many sheets with a header there have been.
    pub(crate) const fn sheets(&self) -> u32 {
        self.sheets
    }

    /// The only table of a text file, whose places are lines.
    pub(crate) fn text(&mut self) {
        self.place = Place { sheet: None };
        self.width = 0;
    }

    /// The next sheet of a workbook.
    pub(crate) fn sheet(&mut self, name: &str) -> Result<(), Stop> {
        self.flush()?;
        self.place = Place { sheet: Some(text::one_line(name, TITLE_CHARS)) };
        self.width = 0;
        Ok(())
    }

    /// The next row, with its number as a person counts. A blank one is dropped; the first that is not is the header.
    pub(crate) fn row(&mut self, number: u32, mut cells: Vec<String>) -> Result<(), Stop> {
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        if filled == 0 {
            return Ok(());
        }
        // White space below a title may be what somebody wrote; beyond the last title it is nothing.
        cells.truncate(filled.max(self.width));
        if cells.len() > self.limits.columns as usize {
            let most = self.limits.columns;
            let what = format!("has more than {most} columns; take out those you do not need");
            return Err(self.limit(number, &what));
        }
        if self.width == 0 { self.header(number, &cells) } else { self.row_of_header(number, cells) }
    }

    /// Sends what is still held back.
    pub(crate) fn flush(&mut self) -> Result<(), Stop> {
        if self.batch.is_empty() {
            return Ok(());
        }
        self.batch_bytes = 0;
        let rows = std::mem::take(&mut self.batch);
        self.send(&Frame::Rows(rows))
    }

    /// That the file breaks the rules of tables at this row.
    pub(crate) fn malformed(&self, number: u32, what: &str) -> Stop {
        Stop::Malformed(format!("{} {what}", self.place.at(number)))
    }

    fn header(&mut self, number: u32, cells: &[String]) -> Result<(), Stop> {
        if self.sheets >= self.limits.sheets {
            let most = self.limits.sheets;
            return Err(Stop::Limit(format!(
                "it has more than {most} sheets; take out those you do not need"
            )));
        }
        self.check_length(number, cells)?;
        self.sheets += 1;
        self.width = cells.len();
        let columns = cells.iter().map(|title| text::one_line(title, TITLE_CHARS)).collect();
        self.send(&Frame::Sheet(WireSheet { name: self.place.sheet.clone().unwrap_or_default(), columns }))
    }

    fn row_of_header(&mut self, number: u32, mut cells: Vec<String>) -> Result<(), Stop> {
        if cells.len() > self.width {
            let (found, width) = (cells.len(), self.width);
            let quotes = if self.place.sheet.is_none() { QUOTES } else { "" };
            let what =
                format!("has {found} cells, but the header only {width}; give every column a title{quotes}");
            return Err(self.malformed(number, &what));
        }
        self.check_length(number, &cells)?;
        cells.resize(self.width, String::new());
        let cells: Vec<String> = cells.iter().map(|cell| text::cell(cell)).collect();
        self.count(number, &cells)?;
        self.batch_bytes += cells.iter().map(|cell| cell.len() + 4).sum::<usize>();
        self.batch.push(WireRow { number, cells });
        if self.batch_bytes >= wire::ROWS_BYTES { self.flush() } else { Ok(()) }
    }

    fn check_length(&self, number: u32, cells: &[String]) -> Result<(), Stop> {
        let most = self.limits.cell_bytes as usize;
        if let Some(at) = cells.iter().position(|cell| cell.len() > most) {
            let what = format!(
                "holds more than {} KiB in its cell {}; shorten that, or look for a quotation mark that is not closed",
                most >> 10,
                at + 1
            );
            return Err(self.limit(number, &what));
        }
        if cells.iter().map(String::len).sum::<usize>() > self.limits.row_bytes as usize {
            let what = format!("holds more than {} KiB; shorten it", self.limits.row_bytes >> 10);
            return Err(self.limit(number, &what));
        }
        Ok(())
    }

    fn count(&mut self, number: u32, cells: &[String]) -> Result<(), Stop> {
        self.rows += 1;
        self.cells = self.cells.saturating_add(u32::try_from(cells.len()).unwrap_or(u32::MAX));
        self.text_bytes += cells.iter().map(|cell| cell.len() as u64).sum::<u64>();
        let most = |most: u64, of: &str| {
            Err(self.limit(number, &format!("is beyond {most} {of}; split the file into several")))
        };
        if self.rows > self.limits.rows {
            return most(self.limits.rows.into(), "rows, the most that Proofline reads from one file");
        }
        if self.cells > self.limits.cells {
            return most(self.limits.cells.into(), "cells, the most that Proofline reads from one file");
        }
        if self.text_bytes > self.limits.text_bytes {
            return most(
                self.limits.text_bytes >> 20,
                "MiB of text, the most that Proofline reads from one file",
            );
        }
        Ok(())
    }

    fn limit(&self, number: u32, what: &str) -> Stop {
        Stop::Limit(format!("{} {what}", self.place.at(number)))
    }

    fn send(&mut self, frame: &Frame) -> Result<(), Stop> {
        Ok(wire::write(self.to, frame)?)
    }
}

impl Place {
    /// In the user's words. A name longer than any spreadsheet program allows is cut, so that the message stays short.
    fn at(&self, number: u32) -> String {
        match &self.sheet {
            Some(sheet) => format!("sheet “{}”, row {number}", text::one_line(sheet, 64)),
            None => format!("line {number}"),
        }
    }
}
