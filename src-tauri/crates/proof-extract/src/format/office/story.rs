//! A story: the text of a document as it is put together, paragraph by paragraph, into pages of lines.
//!
//! What hangs on a paragraph has a place of its own: a text box follows its paragraph; a note is a mark in the text, and
//! its words stand at the end of the page; so do comments.

use std::collections::HashSet;

/// Why text is set apart from what a reader of the printed document sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Deleted, with changes tracked.
    Deleted,
    /// Not shown.
    Hidden,
}

/// A story that is being told.
pub(crate) struct Story {
    pages: Vec<String>,
    /// The body, and in it the text boxes, notes and comments that are open.
    rooms: Vec<Room>,
    footnotes: Vec<String>,
    endnotes: Vec<String>,
    comments: Vec<String>,
    mark: Option<Mark>,
    written: u64,
}

/// A stretch of text with lines and tables of its own.
#[derive(Default)]
struct Room {
    /// Lines that are finished.
    text: String,
    /// The paragraph that is being written.
    line: String,
    /// How the text at the end of `line` is marked.
    open: Option<Mark>,
    /// Text boxes that are shown once the paragraph has ended.
    below: String,
    tables: Vec<Table>,
}

/// Where in a table we are.
#[derive(Default)]
struct Table {
    row: String,
    cells: usize,
    cell: String,
}

impl Default for Story {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            rooms: vec![Room::default()],
            footnotes: Vec::new(),
            endnotes: Vec::new(),
            comments: Vec::new(),
            mark: None,
            written: 0,
        }
    }
}

impl Story {
    /// How many bytes of text have been written so far, wherever they went.
    pub(crate) const fn written(&self) -> u64 {
        self.written
    }

    /// Sets apart the text that follows, until it is called again.
    pub(crate) fn mark(&mut self, mark: Option<Mark>) {
        self.mark = mark;
    }

    /// Adds to the paragraph.
    pub(crate) fn text(&mut self, text: &str) {
        self.written += text.len() as u64;
        let wanted = self.mark;
        let room = self.room();
        if room.open != wanted && !text.trim().is_empty() {
            room.close_mark();
            room.open = wanted;
            room.line.push_str(match wanted {
                Some(Mark::Deleted) => "[deleted: ",
                Some(Mark::Hidden) => "[hidden: ",
                None => "",
            });
        }
        room.line.push_str(text);
    }

    /// Ends the paragraph, as a line of the page or as part of the cell that it is in.
    pub(crate) fn end_paragraph(&mut self) {
        self.room().end_paragraph();
    }

    /// Ends the page where it can end: in the body and in no table.
    pub(crate) fn end_page(&mut self) {
        if self.rooms.len() > 1 || self.in_table() {
            return;
        }
        let room = self.room();
        if !room.line.is_empty() || !room.below.is_empty() {
            room.end_paragraph();
        }
        let mut page = std::mem::take(&mut room.text);
        let footnotes = std::mem::take(&mut self.footnotes);
        let comments = std::mem::take(&mut self.comments);
        append(&mut page, "Footnotes", &footnotes);
        append(&mut page, "Comments", &comments);
        self.pages.push(page);
    }

    /// Whether the page has anything on it yet.
    pub(crate) fn is_page_blank(&self) -> bool {
        self.rooms.iter().all(|room| room.text.trim().is_empty() && room.line.trim().is_empty())
    }

    /// Whether the paragraph is in a table.
    pub(crate) fn in_table(&self) -> bool {
        self.rooms.last().is_some_and(|room| !room.tables.is_empty())
    }

    /// Begins a table, in a cell of another one if there is one.
    pub(crate) fn begin_table(&mut self) {
        self.room().tables.push(Table::default());
    }

    /// Ends a cell.
    pub(crate) fn end_cell(&mut self) {
        if let Some(table) = self.room().tables.last_mut() {
            if table.cells > 0 {
                table.row.push('\t');
            }
            table.cells += 1;
            table.row.push_str(&std::mem::take(&mut table.cell));
        }
    }

    /// Ends a row.
    pub(crate) fn end_row(&mut self) {
        self.room().end_row();
    }

    /// Ends the table.
    pub(crate) fn end_table(&mut self) {
        let room = self.room();
        if room.tables.last().is_some_and(|table| table.cells > 0 || !table.cell.is_empty()) {
            if let Some(table) = room.tables.last_mut().filter(|table| !table.cell.is_empty()) {
                table.row.push_str(&std::mem::take(&mut table.cell));
            }
            room.end_row();
        }
        room.tables.pop();
    }

    /// Begins a text box, a note or a comment: what follows goes there.
    pub(crate) fn begin_aside(&mut self) {
        self.rooms.push(Room::default());
    }

    /// Ends a text box, whose text follows the paragraph that it hangs on.
    pub(crate) fn end_box(&mut self) {
        let text = self.end_aside();
        self.room().below.push_str(&text);
    }

    /// Lines of a text box that hangs on the paragraph.
    pub(crate) fn below(&mut self, lines: &str) {
        self.room().below.push_str(lines);
    }

    /// Ends what was begun last, and returns its text instead of putting it anywhere.
    pub(crate) fn end_aside(&mut self) -> String {
        if self.rooms.len() < 2 {
            return String::new();
        }
        let mut room = self.rooms.pop().unwrap_or_default();
        while !room.tables.is_empty() {
            room.end_row();
            room.tables.pop();
        }
        if !room.line.is_empty() || !room.below.is_empty() {
            room.end_paragraph();
        }
        room.text
    }

    /// A footnote: its mark in the text, its words at the end of the page.
    pub(crate) fn footnote(&mut self, mark: &str, words: &str) {
        self.room().line.push_str(&format!("[{mark}]"));
        self.footnotes.push(format!("[{mark}] {}", words.trim()));
    }

    /// An endnote: its mark in the text, its words at the end of the document.
    pub(crate) fn endnote(&mut self, mark: &str, words: &str) {
        self.room().line.push_str(&format!("[{mark}]"));
        self.endnotes.push(format!("[{mark}] {}", words.trim()));
    }

    /// A comment, at the end of the page: who made it and when, as far as that is known, and what it says.
    pub(crate) fn comment(&mut self, author: Option<&str>, date: Option<&str>, words: &str) {
        let known = [author, date].into_iter().flatten().filter(|part| !part.is_empty());
        let heading = known.collect::<Vec<_>>().join(", ");
        let colon = if heading.is_empty() { "" } else { ": " };
        self.comments.push(format!("{heading}{colon}{}", words.trim()));
    }

    /// Ends the last page, and gives all of them. What stands under `supplements` follows on the last page, each part
    /// once, under its title.
    pub(crate) fn into_pages(mut self, supplements: &[(&str, Vec<String>)]) -> Vec<String> {
        while self.rooms.len() > 1 {
            self.end_box();
        }
        while self.in_table() {
            self.end_table();
        }
        if self.pages.is_empty() || !self.is_page_blank() || self.has_asides() {
            self.end_page();
        }
        if let Some(page) = self.pages.last_mut() {
            append(page, "Endnotes", &self.endnotes);
            for (title, parts) in supplements {
                append(page, title, parts);
            }
        }
        self.pages
    }

    fn has_asides(&self) -> bool {
        !self.footnotes.is_empty() || !self.comments.is_empty()
    }

    fn room(&mut self) -> &mut Room {
        if self.rooms.is_empty() {
            self.rooms.push(Room::default());
        }
        let last = self.rooms.len() - 1;
        &mut self.rooms[last]
    }
}

impl Room {
    fn close_mark(&mut self) {
        if self.open.take().is_some() {
            self.line.push(']');
        }
    }

    fn end_paragraph(&mut self) {
        self.close_mark();
        let line = std::mem::take(&mut self.line);
        let below = std::mem::take(&mut self.below);
        let Some(table) = self.tables.last_mut() else {
            self.text.push_str(&line);
            self.text.push('\n');
            self.text.push_str(&below);
            return;
        };
        for text in [line.trim(), below.trim()].into_iter().filter(|text| !text.is_empty()) {
            table.add(text);
        }
    }

    fn end_row(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        let row = std::mem::take(&mut table.row);
        table.cells = 0;
        if let Some(outer) = self.tables.last_mut() {
            // A table in a cell: its rows are part of that cell.
            outer.add(&row);
        } else {
            self.text.push_str(&row);
            self.text.push('\n');
        }
        self.tables.push(table);
    }
}

impl Table {
    fn add(&mut self, text: &str) {
        if !self.cell.is_empty() {
            self.cell.push(' ');
        }
        self.cell.push_str(&text.replace(['\n', '\t'], " "));
    }
}

/// Parts under a title, equal ones once; nothing if there are none.
fn append(page: &mut String, title: &str, parts: &[String]) {
    let mut seen = HashSet::new();
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    let told: Vec<&str> = parts.filter(|part| seen.insert(*part)).collect();
    if !told.is_empty() {
        page.extend(["\n", title, ":\n", &told.join("\n"), "\n"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_text_is_in_brackets() {
        let mut story = Story::default();
        story.text("kept ");
        story.mark(Some(Mark::Deleted));
        story.text("gone ");
        story.text("too");
        story.mark(Some(Mark::Hidden));
        story.text("unseen");
        story.end_paragraph();
        story.mark(None);
        story.text("plain");
        assert_eq!(story.into_pages(&[]), ["kept [deleted: gone too][hidden: unseen]\nplain\n"]);
    }

    #[test]
    fn boxes_notes_and_comments_have_their_places() {
        let mut story = Story::default();
        story.text("be");
        story.begin_aside();
        story.text("box");
        story.end_box();
        story.text("fore");
        story.footnote("1", "note\n");
        story.comment(Some("A"), None, "really?");
        story.end_page();
        story.text("two");
        story.endnote("i", "end");
        let pages = story.into_pages(&[("Header", vec!["Draft".into(), "Draft".into()])]);
        let first = "before[1]\nbox\n\nFootnotes:\n[1] note\n\nComments:\nA: really?\n";
        assert_eq!(pages, [first, "two[i]\n\nEndnotes:\n[i] end\n\nHeader:\nDraft\n"]);
    }

    #[test]
    fn tables_are_rows_of_tabbed_cells() {
        let mut story = Story::default();
        story.begin_table();
        for (first, second) in [("a", "b"), ("", "d")] {
            for cell in [first, second] {
                story.text(cell);
                story.end_paragraph();
                story.end_cell();
            }
            story.end_row();
        }
        story.end_table();
        story.text("after");
        assert_eq!(story.into_pages(&[]), ["a\tb\n\td\nafter\n"]);
    }
}
