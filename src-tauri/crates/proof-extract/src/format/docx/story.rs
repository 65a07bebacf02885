//! A story of a document (body, header, note …): `WordprocessingML` to lines of text.

use crate::format::office::{Element, Node, Walked, walk};
use crate::output::Stop;

/// The text of a story, in pages.
pub(super) struct Story {
    /// One string for each stretch between explicit page breaks.
    pub pages: Vec<String>,
    /// Notes and comments of the story, each with its heading; empty in other stories.
    pub notes: Vec<String>,
    pub walked: Walked,
}

/// Reads the story in `xml`. Insertions are kept; deletions, moved-away text and field codes are left out; of
/// alternatives, the first; text boxes follow the paragraph that they hang on.
pub(super) fn read(xml: &str) -> Result<Story, Stop> {
    let mut teller = Teller::default();
    let walked = walk(xml, |node| {
        teller.tell(node);
        Ok(())
    })?;
    teller.end_page();
    Ok(Story { pages: teller.pages, notes: teller.notes, walked })
}

#[derive(Default)]
struct Teller {
    pages: Vec<String>,
    notes: Vec<String>,
    page: String,
    /// The paragraph being read; above it, those around the text boxes that it is in.
    paragraph: String,
    around: Vec<Surroundings>,
    /// Text boxes that are shown once their paragraph has ended.
    boxes: String,
    tables: Vec<Table>,
    /// Depth of elements that are left out, counted from the first.
    left_out: usize,
    in_text: bool,
}

/// What is put aside while a text box is read.
struct Surroundings {
    paragraph: String,
    page: String,
    tables: Vec<Table>,
}

/// Where in a table we are.
#[derive(Default)]
struct Table {
    row: String,
    cells: usize,
    cell: String,
}

impl Teller {
    fn tell(&mut self, node: Node) {
        match node {
            Node::Open(_) if self.left_out > 0 => self.left_out += 1,
            Node::Close(_) if self.left_out > 0 => self.left_out -= 1,
            Node::Text(_) if self.left_out > 0 => {}
            Node::Open(element) if is_left_out(&element.name) => self.left_out = 1,
            Node::Open(element) => self.open(&element),
            Node::Close(name) => self.close(&name),
            Node::Text(text) if self.in_text => self.paragraph.push_str(&text),
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "t" => self.in_text = true,
            "tab" | "ptab" => self.paragraph.push('\t'),
            "noBreakHyphen" => self.paragraph.push('-'),
            "br" if element.attribute("type") == Some("page")
                && self.tables.is_empty()
                && self.around.is_empty() =>
            {
                self.end_paragraph();
                self.end_page();
            }
            "br" | "cr" => self.paragraph.push('\n'),
            "tbl" => self.tables.push(Table::default()),
            "txbxContent" => self.enter_box(),
            "footnote" | "endnote" | "comment" => {
                self.page.clear();
                self.page.push_str(&note_heading(element));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" => self.end_cell(),
            "tr" => self.end_row(),
            "tbl" => drop(self.tables.pop()),
            "txbxContent" => self.leave_box(),
            "footnote" | "endnote" | "comment" => {
                let note = std::mem::take(&mut self.page);
                self.notes.push(note);
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let boxes = if self.around.is_empty() { std::mem::take(&mut self.boxes) } else { String::new() };
        if let Some(table) = self.tables.last_mut() {
            for text in [paragraph.trim(), boxes.trim()].into_iter().filter(|text| !text.is_empty()) {
                if !table.cell.is_empty() {
                    table.cell.push(' ');
                }
                table.cell.push_str(&text.replace('\n', " "));
            }
        } else {
            self.page.push_str(&paragraph);
            self.page.push('\n');
            self.page.push_str(&boxes);
        }
    }

    fn end_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            if table.cells > 0 {
                table.row.push('\t');
            }
            table.cells += 1;
            table.row.push_str(&std::mem::take(&mut table.cell));
        }
    }

    fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let row = std::mem::take(&mut table.row);
        table.cells = 0;
        let outer = self.tables.len().checked_sub(2).and_then(|outer| self.tables.get_mut(outer));
        if let Some(outer) = outer {
            // A table in a cell: its rows are part of that cell.
            if !outer.cell.is_empty() {
                outer.cell.push(' ');
            }
            outer.cell.push_str(&row.replace('\t', " "));
        } else {
            self.page.push_str(&row);
            self.page.push('\n');
        }
    }

    fn enter_box(&mut self) {
        self.around.push(Surroundings {
            paragraph: std::mem::take(&mut self.paragraph),
            page: std::mem::take(&mut self.page),
            tables: std::mem::take(&mut self.tables),
        });
    }

    fn leave_box(&mut self) {
        let Some(around) = self.around.pop() else { return };
        let text = std::mem::replace(&mut self.page, around.page);
        self.boxes.push_str(&text);
        self.paragraph = around.paragraph;
        self.tables = around.tables;
    }

    fn end_page(&mut self) {
        self.pages.push(std::mem::take(&mut self.page));
    }
}

/// Deleted or moved-away text, field codes, the second of two alternatives, and properties.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "instrText" | "delText" | "delInstrText" | "Fallback" | "pPr" | "rPr" | "sectPr"
    )
}

fn note_heading(element: &Element) -> String {
    let id = element.attribute("id").unwrap_or_default();
    match (element.name.as_str(), element.attribute("author")) {
        ("comment", Some(author)) => match element.attribute("date") {
            Some(date) => format!("{author}, {date}: "),
            None => format!("{author}: "),
        },
        ("comment", None) => String::new(),
        // The separators above notes are notes 0 and -1 in the file; they hold no text and are dropped for it.
        _ => format!("{id}. "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(body: &str) -> Vec<String> {
        let xml = format!("<w:document xmlns:w='w' xmlns:mc='mc'><w:body>{body}</w:body></w:document>");
        read(&xml).unwrap().pages
    }

    fn run(text: &str) -> String {
        format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
    }

    #[test]
    fn stories_become_lines() {
        let cell = |text: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(text));
        let cases = [
            (format!("<w:p>{}{}</w:p>", run("One "), run("line &amp; more")), "One line & more\n"),
            (format!("<w:p><w:ins>{}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>", run("new")),
                "new\n"),
            (format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>", cell("a"), cell("b"), cell(""), cell("d")),
                "a\tb\n\td\n"),
            (format!("<w:p>{}<w:hyperlink>{}</w:hyperlink></w:p>", run("see "), run("here")), "see here\n"),
            (format!("<w:p>{}<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice>\
                <mc:Fallback><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>{}</w:p>",
                run("be"), run("box"), run("box"), run("fore")), "before\nbox\n"),
            ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p>".into(),
                "\tx\ny\n"),
        ];
        for (body, expected) in cases {
            assert_eq!(pages(&body).concat(), expected, "{body}");
        }
    }

    #[test]
    fn explicit_page_breaks_part_pages() {
        let body = format!(
            "<w:p>{}<w:r><w:br w:type='page'/></w:r>{}</w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>",
            run("one"),
            run("two")
        );
        assert_eq!(pages(&body), ["one\n", "two\n\n"]);
    }

    #[test]
    fn a_document_type_is_refused_and_depth_is_limited() {
        let bomb = "<!DOCTYPE d [<!ENTITY a 'aaaa'>]><w:p><w:t>&a;</w:t></w:p>";
        assert_eq!(read(bomb).unwrap().walked, Walked::Broken);
        assert!(read(&"<w:p>".repeat(101)).is_err());
    }
}
