//! A table that was read from a file, in a worker process.

mod intake;
mod output;

pub(crate) use intake::TableIntake;
pub(crate) use output::TableOutput;

use std::io;
use std::path::PathBuf;

/// The tables of one file, all of them or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// IANA media type, by the bytes: `text/csv` for text in columns, whatever parts them, else a workbook's.
    pub media_type: String,
    /// Those sheets that hold anything, in the file's order: one, without a name, if the file is text.
    pub sheets: Vec<Sheet>,
}

/// One sheet: a header and rows of its width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// The titles: the first row with anything in it, spaces run together, without the blank ones at its end.
    pub columns: Vec<String>,
    /// The rows below, without those that are blank.
    pub rows: Vec<TableRow>,
}

/// One row, as wide as the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Where it stands, as a person counts: from 1, with the header, and in text files the line on which it begins.
    pub number: u32,
    /// Its cells as text. Dates are ISO 8601 (`2021-02-25`, `2021-02-25T10:30`), whole numbers have no point, what is
    /// true or false is `true` or `false`, an error is its code. No control characters beside `\n` and tab.
    pub cells: Vec<String>,
}

/// Why there is no table.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The file could not be opened.
    #[error("{} could not be opened: {error}; check that it is a file and that you may read it", path.display())]
    NotOpened {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// The file was opened, and is refused.
    #[error("{}: {reason}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// What is wrong, where, and what to do about it.
        reason: String,
    },
}

impl Table {
    /// Whether it comes from text in columns, whose writers guard cells against being run as formulas.
    pub fn is_delimited_text(&self) -> bool {
        self.media_type == DELIMITED
    }
}

/// The media type of text in columns (RFC 4180), here for every delimiter.
pub(crate) const DELIMITED: &str = "text/csv";

/// Characters of a sheet's name or a column's title: what fits a heading.
pub(crate) const TITLE_CHARS: usize = 255;
/// As bytes, in any script.
pub(crate) const TITLE_BYTES: usize = TITLE_CHARS * 4;
