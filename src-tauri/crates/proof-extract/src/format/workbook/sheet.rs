//! A sheet as a page of text: rows as lines, cells parted by tabs.

use crate::format::txt::{PAGE_BYTES, PAGE_LINES};
use crate::output::{Output, Stop};

/// A sheet that is being put together from its cells, row by row and from left to right. It takes memory for what is
/// in it and none for what is blank.
pub(crate) struct Sheet<'s> {
    name: &'s str,
    hidden: bool,
    text: String,
    lines: usize,
    parts: u32,
    /// Where the last cell stands.
    at: Option<(u32, u32)>,
}

/// Blank cells in a row for which a tab each is kept, so that columns stay in line; more are one gap.
const MAX_TABS: u32 = 64;

impl<'s> Sheet<'s> {
    /// An empty sheet.
    pub(crate) fn new(name: &'s str, hidden: bool) -> Self {
        let mut sheet = Self { name, hidden, text: String::new(), lines: 0, parts: 0, at: None };
        if hidden {
            sheet.line("[hidden sheet]");
        }
        sheet
    }

    /// The next cell; both numbers count from 0. Blank ones are passed over.
    pub(crate) fn put(
        &mut self,
        row: u32,
        column: u32,
        cell: &str,
        output: &mut Output<'_>,
    ) -> Result<(), Stop> {
        if cell.trim().is_empty() {
            return Ok(());
        }
        let from = match self.at {
            Some((last, before)) if last == row => before,
            Some((last, _)) => {
                self.end_row(output)?;
                if row.abs_diff(last) > 1 {
                    self.text.push('\n');
                }
                0
            }
            None => 0,
        };
        let tabs = column.saturating_sub(from);
        let tabs = if tabs > MAX_TABS { 1 } else { tabs };
        self.text.extend(std::iter::repeat_n('\t', tabs as usize));
        self.text.extend(cell.trim().chars().map(|c| if c.is_control() { ' ' } else { c }));
        self.at = Some((row, column));
        Ok(())
    }

    /// Lines below the cells, under a title; nothing if there are none.
    pub(crate) fn below(
        &mut self,
        title: &str,
        lines: &[String],
        output: &mut Output<'_>,
    ) -> Result<(), Stop> {
        if lines.is_empty() {
            return Ok(());
        }
        if self.at.take().is_some() {
            self.end_row(output)?;
        }
        self.line(&format!("\n{title}:"));
        for line in lines {
            self.line(line);
            self.cut(output)?;
        }
        Ok(())
    }

    /// Sends what has not been sent yet: each sheet is a page at least, if an empty one.
    pub(crate) fn end(mut self, output: &mut Output<'_>) -> Result<(), Stop> {
        if self.parts == 0 || !self.text.is_empty() {
            self.send(output)?;
        }
        Ok(())
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines += 1;
    }

    fn end_row(&mut self, output: &mut Output<'_>) -> Result<(), Stop> {
        self.line("");
        self.cut(output)
    }

    /// A long sheet becomes several pages, as a long text does.
    fn cut(&mut self, output: &mut Output<'_>) -> Result<(), Stop> {
        if self.lines < PAGE_LINES && self.text.len() < PAGE_BYTES {
            return Ok(());
        }
        self.send(output)?;
        if self.hidden {
            self.line("[hidden sheet]");
        }
        Ok(())
    }

    fn send(&mut self, output: &mut Output<'_>) -> Result<(), Stop> {
        self.parts += 1;
        self.lines = 0;
        let text = std::mem::take(&mut self.text);
        let label =
            if self.parts == 1 { self.name.to_owned() } else { format!("{} ({})", self.name, self.parts) };
        output.page(Some(&label), &text)
    }
}

/// The name of a cell, such as `B3`; both numbers count from 0.
pub(crate) fn place(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        letters.insert(0, char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        let cases = [(0, 0, "A1"), (2, 1, "B3"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")];
        for (row, column, expected) in cases {
            assert_eq!(place(row, column), expected);
        }
    }
}
