//! A table as it leaves the library.

/// A table: titles, and rows as wide as they are many. Missing cells at a row's end are written as empty ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutTable {
    /// What it is called: a workbook's tab. A CSV file has no place for it.
    pub name: String,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its title, in the first row.
    pub title: String,
    /// How its cells are written.
    pub kind: Kind,
}

/// How the cells of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As text, whatever they look like: identifiers, dates with their uncertainty, words.
    Text,
    /// As a number where that loses no digit (`-1234.5`), else as text.
    Number,
}

impl Column {
    /// A column of text.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), kind: Kind::Text }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), kind: Kind::Number }
    }
}

impl OutTable {
    /// The cells of `row` beside their columns' kinds, missing ones empty.
    pub(crate) fn cells<'a>(&'a self, row: &'a [String]) -> impl Iterator<Item = (&'a str, Kind)> {
        let cells = row.iter().map(String::as_str).chain(std::iter::repeat(""));
        cells.zip(&self.columns).map(|(cell, column)| (cell, column.kind))
    }
}

/// Whether `cell` is a plain decimal number, such as `-1234.5`: digits, at most one point between them, a minus before.
pub(crate) fn is_number(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = cell.split_once('.').unwrap_or((cell, "0"));
    digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_told_from_texts() {
        for number in ["0", "-1", "1234.50", "-0.5", "007"] {
            assert!(is_number(number), "{number}");
        }
        for text in ["", "-", "+1", "1.", ".5", "1,5", "1e3", "--1", "1-1", "1.2.3", "-=1", " 1", "١"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
