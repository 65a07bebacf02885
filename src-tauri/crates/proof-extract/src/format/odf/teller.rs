//! The text of an `OpenDocument` text or presentation, as a story.

use super::lists::Lists;
use super::styles::Styles;
use crate::format::office::{Element, Mark, Node, Story, Walked, walk};
use crate::output::Stop;
use std::collections::HashMap;

/// Reads `content.xml`. Insertions are kept; deletions and hidden text are marked; text boxes follow the paragraph that
/// they hang on; slides become pages.
pub(super) fn tell(xml: &str, styles: &mut Styles) -> Result<(Story, Walked), Stop> {
    let mut teller = Teller::new(styles);
    let walked = walk(xml, |node| {
        teller.tell(node);
        Ok(())
    })?;
    Ok((teller.story, walked))
}

/// Reads `styles.xml`: takes in its styles, and gives headers and footers under their names.
pub(super) fn margins(xml: &str, styles: &mut Styles) -> Result<Vec<(&'static str, Vec<String>)>, Stop> {
    let mut teller = Teller::new(styles);
    walk(xml, |node| {
        teller.tell(node);
        Ok(())
    })?;
    Ok(vec![("Header", teller.headers), ("Footer", teller.footers)])
}

struct Teller<'s> {
    styles: &'s mut Styles,
    story: Story,
    /// Depth of elements that are left out, counted from the first.
    left_out: usize,
    /// How many paragraphs we are in; above it, those around the shapes and notes that we are in.
    depths: Vec<usize>,
    /// Whether a paragraph ends its page.
    ends_page: Vec<bool>,
    /// For each span and section that we are in, whether it is hidden.
    hidden: Vec<bool>,
    lists: Lists,
    /// Text that was deleted, by the identifier of the change.
    deletions: HashMap<String, String>,
    change: String,
    /// Of the note or comment that we are in: its mark or author, and its date.
    headings: Vec<[String; 2]>,
    note_is_last: bool,
    /// Whether the frame that we are in holds the slide's title.
    in_title: bool,
    title: String,
    headers: Vec<String>,
    footers: Vec<String>,
}

impl<'s> Teller<'s> {
    fn new(styles: &'s mut Styles) -> Self {
        Self {
            styles,
            story: Story::default(),
            left_out: 0,
            depths: vec![0],
            ends_page: Vec::new(),
            hidden: Vec::new(),
            lists: Lists::default(),
            deletions: HashMap::new(),
            change: String::new(),
            headings: Vec::new(),
            note_is_last: false,
            in_title: false,
            title: String::new(),
            headers: Vec::new(),
            footers: Vec::new(),
        }
    }

    fn tell(&mut self, node: Node) {
        match node {
            Node::Open(_) if self.left_out > 0 => self.left_out += 1,
            Node::Close(_) if self.left_out > 0 => self.left_out -= 1,
            Node::Open(element) if is_left_out(&element.name) => self.left_out = 1,
            Node::Open(element) => self.open(&element),
            Node::Close(name) => self.close(&name),
            Node::Text(text) if self.left_out == 0 && self.in_paragraph() => self.say(&single_spaced(&text)),
            Node::Text(_) => {}
        }
    }

    fn in_paragraph(&self) -> bool {
        self.depths.last().is_some_and(|&depth| depth > 0)
    }

    fn say(&mut self, text: &str) {
        self.story.mark(self.hidden.contains(&true).then_some(Mark::Hidden));
        self.story.text(text);
    }

    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "p" | "h" => self.begin_paragraph(element),
            "span" => self.hidden.push(self.styles.hides(element.attribute("style-name"))),
            "section" => self.hidden.push(element.attribute("display") == Some("none")),
            "s" if self.in_paragraph() => {
                let count = element.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.say(&" ".repeat(usize::min(count, MAX_SPACES)));
            }
            "tab" if self.in_paragraph() => self.say("\t"),
            "line-break" => self.say("\n"),
            "soft-page-break" => self.story.end_page(),
            "table" => self.story.begin_table(),
            "list" => self.lists.begin(element),
            "list-item" => self.lists.begin_item(element, self.styles),
            "hidden-text" => {
                self.story.mark(Some(Mark::Hidden));
                self.story.text(element.attribute("string-value").unwrap_or_default());
            }
            "change" => self.tell_deletion(element),
            "changed-region" => {
                element.values("id").next().unwrap_or_default().clone_into(&mut self.change);
            }
            "page" => self.begin_slide(element),
            "frame" => {
                self.depths.push(0);
                self.in_title = element.attribute("class") == Some("title");
            }
            _ => self.open_aside(element),
        }
        self.styles.take(element);
    }

    /// An element whose text goes elsewhere.
    fn open_aside(&mut self, element: &Element) {
        match element.name.as_str() {
            "note" => {
                self.note_is_last = element.attribute("note-class") == Some("endnote");
                self.headings.push(Default::default());
            }
            "annotation" => {
                self.headings.push(Default::default());
                self.begin_aside(0);
            }
            // Their words stand in no paragraph.
            "note-citation" | "creator" | "date" if !self.headings.is_empty() => self.begin_aside(1),
            name if is_aside(name) || is_margin(name) => self.begin_aside(0),
            _ => {}
        }
    }

    fn begin_aside(&mut self, depth: usize) {
        self.depths.push(depth);
        self.story.begin_aside();
    }

    fn end_aside(&mut self) -> String {
        if self.depths.len() > 1 {
            self.depths.pop();
        }
        self.story.end_aside()
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "span" | "section" => drop(self.hidden.pop()),
            "table-cell" => self.story.end_cell(),
            "table-row" => self.story.end_row(),
            "table" => self.story.end_table(),
            "list" => self.lists.end(),
            "page" => self.end_slide(),
            "frame" if self.depths.len() > 1 => drop(self.depths.pop()),
            "deletion" => {
                let text = self.end_aside();
                self.deletions.insert(self.change.clone(), text);
            }
            "note-citation" | "creator" if !self.headings.is_empty() => self.heading(0),
            "date" if !self.headings.is_empty() => self.heading(1),
            "note-body" => self.end_note(),
            "note" => drop(self.headings.pop()),
            "annotation" => {
                let words = self.end_aside();
                let [author, date] = self.headings.pop().unwrap_or_default();
                self.story.comment(Some(author.trim()), Some(date.trim()), &words);
            }
            "notes" => {
                let words = self.end_aside();
                if !words.trim().is_empty() {
                    self.put(&format!("\nNotes:\n{words}"));
                }
            }
            name if is_aside(name) => self.end_box(),
            name if is_margin(name) => {
                let text = crate::text::clean(&self.end_aside());
                if name.starts_with("header") { self.headers.push(text) } else { self.footers.push(text) }
            }
            _ => {}
        }
    }

    fn begin_paragraph(&mut self, element: &Element) {
        let style = element.attribute("style-name");
        let (begins_page, ends_page) = self.styles.breaks(style);
        if begins_page && !self.story.is_page_blank() {
            self.story.end_page();
        }
        self.hidden.push(self.styles.hides(style));
        self.ends_page.push(ends_page);
        self.depths.last_mut().into_iter().for_each(|depth| *depth += 1);
        let label = self.lists.label(self.styles);
        if !label.is_empty() {
            self.say(&format!("{} ", label.trim()));
        }
    }

    fn end_paragraph(&mut self) {
        self.story.end_paragraph();
        self.depths.last_mut().into_iter().for_each(|depth| *depth = depth.saturating_sub(1));
        self.hidden.pop();
        if self.ends_page.pop().unwrap_or(false) {
            self.story.end_page();
        }
    }

    fn begin_slide(&mut self, element: &Element) {
        if self.styles.hides(element.attribute("style-name")) {
            self.put("[hidden slide]");
        }
        self.begin_aside(0);
    }

    /// A slide's title comes first, wherever it stands in the file.
    fn end_slide(&mut self) {
        let text = self.end_aside();
        let title = std::mem::take(&mut self.title);
        self.put(&title);
        self.put(&text);
        self.story.end_page();
    }

    /// A text box: below its paragraph, or where it stands if it hangs on none.
    fn end_box(&mut self) {
        // A box in a frame hangs on the paragraph around the frame.
        let text = self.end_aside();
        if self.depths.iter().any(|&depth| depth > 0) {
            self.story.below(&text);
        } else if std::mem::take(&mut self.in_title) {
            self.title.push_str(&text);
        } else {
            self.put(&text);
        }
    }

    /// Lines that stand by themselves.
    fn put(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.story.mark(None);
        self.story.text(text.trim_end());
        self.story.end_paragraph();
    }

    fn heading(&mut self, place: usize) {
        let text = self.end_aside();
        if let Some(heading) = self.headings.last_mut() {
            text.trim().clone_into(&mut heading[place]);
        }
    }

    fn end_note(&mut self) {
        let words = self.end_aside();
        let mark = self.headings.last().map(|heading| heading[0].clone()).unwrap_or_default();
        if self.note_is_last {
            self.story.endnote(&mark, &words);
        } else {
            self.story.footnote(&mark, &words);
        }
    }

    fn tell_deletion(&mut self, element: &Element) {
        let Some(text) = self.deletions.get(element.attribute("change-id").unwrap_or_default()) else {
            return;
        };
        self.story.mark(Some(Mark::Deleted));
        self.story.text(&text.trim().replace('\n', " "));
    }
}

/// Spaces that one element stands for: more are not told.
const MAX_SPACES: usize = 1_000;

/// Scripts, forms, who changed what, and what has changed but its text: nothing that is read. The text of an
/// insertion stands in the body.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "scripts"
            | "forms"
            | "change-info"
            | "insertion"
            | "format-change"
            | "sender-initials"
            | "creator-initials"
            | "meta-field-rdf"
            | "covered-table-cell"
    )
}

/// Shapes that hold text (part 3, 10.3), deletions, and notes.
fn is_aside(name: &str) -> bool {
    matches!(
        name,
        "text-box"
            | "custom-shape"
            | "rect"
            | "ellipse"
            | "circle"
            | "line"
            | "polyline"
            | "polygon"
            | "path"
            | "regular-polygon"
            | "connector"
            | "caption"
            | "measure"
            | "deletion"
            | "note-body"
            | "notes"
    )
}

fn is_margin(name: &str) -> bool {
    matches!(name, "header" | "header-left" | "header-first" | "footer" | "footer-left" | "footer-first")
}

/// White space of the file as one space (part 3, 6.1.2).
fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            ' ' | '\t' | '\n' | '\r' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests;
