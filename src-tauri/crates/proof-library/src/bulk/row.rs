//! A row as its fields.

use std::collections::HashMap;

use super::field::Field;

/// Where the cells of each field stand.
#[derive(Debug)]
pub(super) struct Columns {
    places: HashMap<Field, usize>,
    heads: Vec<String>,
}

impl Columns {
    /// By the field of each column.
    pub fn new(mapping: &[Option<Field>], heads: &[String]) -> Self {
        let places = mapping.iter().enumerate().filter_map(|(at, field)| Some(((*field)?, at))).collect();
        Self { places, heads: heads.to_vec() }
    }

    /// The head of the column that fills a field.
    pub fn head(&self, field: Field) -> Option<&str> {
        self.heads.get(*self.places.get(&field)?).map(String::as_str)
    }

    /// A row below these heads.
    pub const fn row<'a>(&'a self, number: u32, cells: &'a [String]) -> Row<'a> {
        Row { columns: self, number, cells }
    }
}

/// A row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    columns: &'a Columns,
    /// Its number in the file, as a person counts.
    pub number: u32,
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// What a field says, without white space around it; none where no column fills the field.
    pub fn cell(&self, field: Field) -> Option<&'a str> {
        self.cells.get(*self.columns.places.get(&field)?).map(|cell| cell.trim())
    }

    /// What a field says; none where it says nothing.
    pub fn filled(&self, field: Field) -> Option<&'a str> {
        self.cell(field).filter(|cell| !cell.is_empty())
    }

    /// What a field says, or nothing.
    pub fn text(&self, field: Field) -> &'a str {
        self.cell(field).unwrap_or_default()
    }

    /// What a field says, where that is not what is there.
    pub fn other(&self, field: Field, there: &str) -> Option<&'a str> {
        self.cell(field).filter(|cell| *cell != as_in_cell(there))
    }
}

/// A text as it comes back from a table: with plain line ends, and without control characters and outer white space.
pub(super) fn as_in_cell(text: &str) -> String {
    let kept = |sign: &char| !sign.is_control() || matches!(sign, '\n' | '\t');
    let plain: String = text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(kept).collect();
    plain.trim().to_owned()
}
