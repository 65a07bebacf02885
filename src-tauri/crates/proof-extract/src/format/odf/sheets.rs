//! The sheets of an `OpenDocument` spreadsheet (part 3, 9). Repeated cells are told as often as they are there; blank
//! ones cost nothing, however many there are.

use crate::format::office::{Element, Node, Walked, walk};
use crate::format::table::cell;
use crate::format::workbook::{Sheet, place};
use crate::output::{Output, Stop};
use std::collections::HashSet;

/// Reads every sheet of `content.xml`.
pub(super) fn read(xml: &str, output: &mut Output<'_>) -> Result<Walked, Stop> {
    let mut reader = Reader::default();
    walk(xml, |node| match node {
        Node::Open(element) => {
            reader.open(&element);
            Ok(())
        }
        Node::Text(text) => {
            reader.text(&text);
            Ok(())
        }
        Node::Close(name) => reader.close(&name, output),
    })
}

/// What programs have room for.
const MAX_ROWS: u32 = 1 << 20;
const MAX_COLUMNS: u32 = 1 << 14;

#[derive(Default)]
struct Reader {
    style: String,
    hidden_styles: HashSet<String>,
    /// Depth of tables: one in another is part of its cell.
    depth: usize,
    name: String,
    hidden: bool,
    rows: Vec<Row>,
    row: Row,
    next_row: u32,
    next_column: u32,
    cell: Option<Cell>,
    paragraphs: usize,
    comment: Option<Comment>,
    comments: Vec<String>,
    boxes: Vec<String>,
    words: String,
}

#[derive(Default)]
struct Row {
    first: u32,
    repeated: u32,
    /// First column, how often repeated, content.
    cells: Vec<(u32, u32, String)>,
}

struct Cell {
    repeated: u32,
    /// The value, where the file gives it apart from what is shown.
    value: Option<String>,
    shown: Vec<String>,
}

#[derive(Default)]
struct Comment {
    author: String,
    date: String,
    words: Vec<String>,
}

impl Reader {
    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "style" => element.attribute("name").unwrap_or_default().clone_into(&mut self.style),
            "table-properties" if element.attribute("display") == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.begin_sheet(element);
                }
            }
            "table-row" if self.depth == 1 => {
                let repeated = repeated(element, "number-rows-repeated", MAX_ROWS);
                self.row = Row { first: self.next_row, repeated, cells: Vec::new() };
                self.next_column = 0;
            }
            "table-cell" | "covered-table-cell" if self.depth == 1 => {
                let repeated = repeated(element, "number-columns-repeated", MAX_COLUMNS);
                self.cell = Some(Cell { repeated, value: value(element), shown: Vec::new() });
            }
            "annotation" => self.comment = Some(Comment::default()),
            "p" | "creator" | "date" => {
                self.paragraphs += 1;
                self.words.clear();
            }
            "s" | "tab" | "line-break" => self.words.push(' '),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs > 0 {
            self.words.push_str(text);
        }
    }

    fn close(&mut self, name: &str, output: &mut Output<'_>) -> Result<(), Stop> {
        match name {
            "p" | "creator" | "date" => self.end_words(name),
            "annotation" => self.end_comment(),
            "table-cell" | "covered-table-cell" if self.depth == 1 => self.end_cell(),
            "table-row" if self.depth == 1 => {
                self.next_row = self.next_row.saturating_add(self.row.repeated).min(MAX_ROWS);
                let row = std::mem::take(&mut self.row);
                self.rows.extend(Some(row).filter(|row| !row.cells.is_empty()));
                if self.next_row.is_multiple_of(4_096) {
                    output.progress()?;
                }
            }
            "table" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.end_sheet(output)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_sheet(&mut self, element: &Element) {
        element.attribute("name").unwrap_or_default().clone_into(&mut self.name);
        let style = element.attribute("style-name").unwrap_or_default();
        self.hidden = self.hidden_styles.contains(style);
        (self.next_row, self.next_column) = (0, 0);
    }

    fn end_words(&mut self, kind: &str) {
        self.paragraphs = self.paragraphs.saturating_sub(1);
        let words = std::mem::take(&mut self.words);
        match (&mut self.comment, &mut self.cell, kind) {
            (Some(comment), _, "creator") => comment.author = words,
            (Some(comment), _, "date") => comment.date = words,
            (Some(comment), _, _) => comment.words.push(words),
            (None, Some(cell), _) => cell.shown.push(words),
            (None, None, "p") if self.depth > 0 => self.boxes.push(words),
            _ => {}
        }
    }

    fn end_comment(&mut self) {
        let Some(comment) = self.comment.take() else { return };
        let at = place(self.next_row, self.next_column);
        let known = [at.as_str(), &comment.author, &comment.date];
        let known: Vec<&str> = known.into_iter().filter(|part| !part.is_empty()).collect();
        self.comments.push(format!("{}: {}", known.join(", "), comment.words.join(" ")));
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let shown = cell.value.unwrap_or_else(|| cell.shown.join(" "));
        if !shown.trim().is_empty() {
            self.row.cells.push((self.next_column, cell.repeated, shown));
        }
        self.next_column = self.next_column.saturating_add(cell.repeated).min(MAX_COLUMNS);
    }

    fn end_sheet(&mut self, output: &mut Output<'_>) -> Result<(), Stop> {
        let name = std::mem::take(&mut self.name);
        let mut sheet = Sheet::new(&name, self.hidden);
        for row in std::mem::take(&mut self.rows) {
            let last = row.first.saturating_add(row.repeated).min(MAX_ROWS);
            for number in row.first..last {
                for (column, repeated, text) in &row.cells {
                    for column in *column..column.saturating_add(*repeated).min(MAX_COLUMNS) {
                        sheet.put(number, column, text, output)?;
                    }
                }
            }
        }
        sheet.below("Comments", &std::mem::take(&mut self.comments), output)?;
        sheet.below("Text boxes", &std::mem::take(&mut self.boxes), output)?;
        sheet.end(output)
    }
}

fn repeated(element: &Element, name: &str, most: u32) -> u32 {
    element.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(1).clamp(1, most)
}

/// The value of a cell whose kind has one that says more than what is shown: a date, a number. Durations and errors
/// are as they are shown.
fn value(element: &Element) -> Option<String> {
    if element.values("value-type").any(|kind| kind == "error") {
        return None;
    }
    match element.attribute("value-type")? {
        "date" => element.attribute("date-value").map(cell::iso),
        "float" | "currency" | "percentage" => {
            element.attribute("value")?.parse().ok().map(cell::number_text)
        }
        "boolean" => element.attribute("boolean-value").map(str::to_owned),
        _ => None,
    }
}
