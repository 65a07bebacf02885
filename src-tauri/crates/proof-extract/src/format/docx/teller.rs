//! `WordprocessingML` to a story: the body, a header, a footer, or a part of notes.

use super::notes::{Note, Notes};
use super::numbering::Numbering;
use super::paragraph::Properties;
use super::styles::Styles;
use crate::format::office::{Element, Mark, Node, Story, Walked, numeral, walk};
use crate::output::Stop;

/// What a story refers to.
pub(super) struct Setting {
    pub styles: Styles,
    pub numbering: Numbering,
    pub footnotes: Notes,
    pub endnotes: Notes,
    pub comments: Notes,
}

/// Reads the story in `xml`. Insertions are kept; deletions, moved-away and hidden text are marked; field codes are
/// left out; of alternatives, the first that says anything; text boxes follow the paragraph that they hang on.
pub(super) fn tell(xml: &str, setting: &mut Setting) -> Result<(Story, Walked), Stop> {
    let mut teller = Teller::new(setting);
    teller.sections = sections(xml)?;
    let walked = walk(xml, |node| {
        teller.tell(node);
        Ok(())
    })?;
    Ok((teller.story, walked))
}

/// Reads the notes or comments in `xml`.
pub(super) fn tell_notes(xml: &str, setting: &mut Setting) -> Result<Vec<Note>, Stop> {
    let mut teller = Teller::new(setting);
    walk(xml, |node| {
        teller.tell(node);
        Ok(())
    })?;
    Ok(teller.notes)
}

/// For each section, whether it begins on a new page.
fn sections(xml: &str) -> Result<Vec<bool>, Stop> {
    let mut sections = Vec::new();
    if xml.matches(":sectPr>").nth(1).is_none() {
        return Ok(sections);
    }
    let mut inside = false;
    walk(xml, |node| {
        match node {
            Node::Open(element) if element.name == "sectPr" => {
                inside = true;
                sections.push(true);
            }
            Node::Close(name) if name == "sectPr" => inside = false,
            Node::Open(element) if inside && element.name == "type" => {
                let same_page = matches!(element.attribute("val"), Some("continuous" | "nextColumn"));
                sections.last_mut().into_iter().for_each(|section| *section = !same_page);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(sections)
}

/// Fields in each other.
const MAX_FIELDS: usize = 100;

/// Where in a paragraph we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Properties,
    /// Among its properties, in those of its mark or of a section.
    OtherProperties,
}

struct Teller<'s> {
    setting: &'s mut Setting,
    story: Story,
    notes: Vec<Note>,
    /// Depth of elements that are left out, counted from the first.
    left_out: usize,
    in_text: bool,
    /// Properties of the paragraphs that we are in: one, or more of them in text boxes.
    paragraphs: Vec<Properties>,
    place: Place,
    /// Depth of deletions.
    deleted: usize,
    hidden: bool,
    /// For each field that we are in, whether its code has ended.
    fields: Vec<bool>,
    /// How much had been written where the alternatives begin.
    alternatives: Vec<u64>,
    sections: Vec<bool>,
    section: usize,
}

impl<'s> Teller<'s> {
    fn new(setting: &'s mut Setting) -> Self {
        Self {
            setting,
            story: Story::default(),
            notes: Vec::new(),
            left_out: 0,
            in_text: false,
            paragraphs: Vec::new(),
            place: Place::Text,
            deleted: 0,
            hidden: false,
            fields: Vec::new(),
            alternatives: Vec::new(),
            sections: Vec::new(),
            section: 0,
        }
    }

    fn tell(&mut self, node: Node) {
        match node {
            Node::Open(_) if self.left_out > 0 => self.left_out += 1,
            Node::Close(_) if self.left_out > 0 => self.left_out -= 1,
            Node::Open(element) if self.place != Place::Text => self.property(&element),
            Node::Open(element) if self.is_left_out(&element.name) => self.left_out = 1,
            Node::Open(element) => self.open(&element),
            Node::Close(name) => self.close(&name),
            Node::Text(text) if self.in_text => self.say(&text),
            Node::Text(_) => {}
        }
    }

    /// Field codes, properties that hold no text, and an alternative to what has been read.
    fn is_left_out(&self, name: &str) -> bool {
        let told = || self.alternatives.last().is_some_and(|&before| self.story.written() > before);
        matches!(
            name,
            "instrText" | "delInstrText" | "sectPr" | "tblPr" | "trPr" | "tcPr" | "sdtPr" | "ffData"
        ) || name == "Fallback" && told()
    }

    /// An element among the properties of a paragraph. Those of its mark say nothing of its text.
    fn property(&mut self, element: &Element) {
        if self.place == Place::Properties
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.take(element);
        }
        if element.name == "rPr" || element.name == "sectPr" {
            self.place = Place::OtherProperties;
        }
    }

    fn say(&mut self, text: &str) {
        if self.fields.iter().any(|&result| !result) {
            return;
        }
        self.story.mark(match (self.deleted, self.hidden) {
            (0, false) => None,
            (0, true) => Some(Mark::Hidden),
            _ => Some(Mark::Deleted),
        });
        self.story.text(text);
    }

    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "t" => self.in_text = true,
            "delText" => {
                self.in_text = true;
                self.deleted += 1;
            }
            "p" => self.paragraphs.push(Properties::default()),
            "pPr" => self.place = Place::Properties,
            "r" => self.hidden = self.paragraph_hides(),
            "vanish" => self.hidden = element.says("val", true),
            "rStyle" => {
                let style = element.attribute("val").unwrap_or_default();
                self.hidden = self.setting.styles.hides(style).unwrap_or(self.hidden);
            }
            "del" | "moveFrom" => self.deleted += 1,
            "tbl" => self.story.begin_table(),
            "txbxContent" => self.story.begin_aside(),
            "AlternateContent" => self.alternatives.push(self.story.written()),
            "footnote" | "endnote" | "comment" => self.begin_note(element),
            "fldChar" => self.field(element.attribute("fldCharType").unwrap_or_default()),
            "footnoteReference" | "endnoteReference" | "commentReference" => self.refer(element),
            _ => self.sign(element),
        }
    }

    /// An element that stands for characters.
    fn sign(&mut self, element: &Element) {
        match element.name.as_str() {
            "tab" | "ptab" => self.say("\t"),
            "noBreakHyphen" => self.say("-"),
            "br" if element.attribute("type") == Some("page") => self.story.end_page(),
            "br" | "cr" => self.say("\n"),
            "sym" => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                // Codes of symbol fonts stand in the private area, and mean nothing without the font.
                let sign = code.filter(|code| !(0xe000..0xf900).contains(code)).and_then(char::from_u32);
                self.say(sign.map(String::from).unwrap_or_default().as_str());
            }
            // Watermarks and word art.
            "textpath" => {
                let words = element.attribute("string").unwrap_or_default().to_owned();
                self.say(&words);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "delText" => {
                self.in_text = false;
                self.deleted = self.deleted.saturating_sub(1);
            }
            "pPr" => self.end_properties(),
            "rPr" | "sectPr" if self.place != Place::Text => self.place = Place::Properties,
            "r" => self.hidden = false,
            "p" => self.end_paragraph(),
            "del" | "moveFrom" if self.place == Place::Text => self.deleted = self.deleted.saturating_sub(1),
            "tc" => self.story.end_cell(),
            "tr" => self.story.end_row(),
            "tbl" => self.story.end_table(),
            "txbxContent" => self.story.end_box(),
            "AlternateContent" => drop(self.alternatives.pop()),
            "footnote" | "endnote" | "comment" => self.end_note(),
            _ => {}
        }
    }

    fn paragraph_hides(&self) -> bool {
        let style = self.paragraphs.last().and_then(|paragraph| paragraph.style.as_deref());
        style.and_then(|style| self.setting.styles.hides(style)).unwrap_or(false)
    }

    fn end_properties(&mut self) {
        self.place = Place::Text;
        let Some(paragraph) = self.paragraphs.last() else { return };
        let style = paragraph.style.as_deref().unwrap_or_default();
        let begins_page = paragraph.begins_page.unwrap_or_else(|| self.setting.styles.begins_page(style));
        let numbered = paragraph.numbered.clone().or(&self.setting.styles.numbered(style));
        if begins_page && !self.story.is_page_blank() {
            self.story.end_page();
        }
        let label = self.setting.numbering.next(&numbered);
        if !label.is_empty() {
            self.story.mark(None);
            self.story.text(&(label + " "));
        }
    }

    fn end_paragraph(&mut self) {
        self.story.end_paragraph();
        // A code that never ends would take the rest of the document with it.
        self.fields.iter_mut().for_each(|result| *result = true);
        if self.paragraphs.pop().is_some_and(|paragraph| paragraph.ends_section) {
            self.section += 1;
            if self.sections.get(self.section).copied().unwrap_or(false) {
                self.story.end_page();
            }
        }
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" if self.fields.len() < MAX_FIELDS => self.fields.push(false),
            "begin" => {}
            "separate" => self.fields.last_mut().into_iter().for_each(|result| *result = true),
            _ => drop(self.fields.pop()),
        }
    }

    fn refer(&mut self, element: &Element) {
        let id = element.attribute("id");
        match element.name.as_str() {
            "footnoteReference" => {
                if let Some((number, note)) = self.setting.footnotes.refer(id) {
                    self.story.footnote(&number.to_string(), &note.text);
                }
            }
            "endnoteReference" => {
                if let Some((number, note)) = self.setting.endnotes.refer(id) {
                    self.story.endnote(&numeral(number, "lowerRoman"), &note.text);
                }
            }
            _ => {
                if let Some((_, note)) = self.setting.comments.refer(id) {
                    self.story.comment(note.author.as_deref(), note.date.as_deref(), &note.text);
                }
            }
        }
    }

    fn begin_note(&mut self, element: &Element) {
        let owned = |name: &str| element.attribute(name).map(str::to_owned);
        // The lines between text and notes are kept as notes themselves.
        let told = element.attribute("type").is_some_and(|kind| kind != "normal");
        let id = owned("id").unwrap_or_default();
        self.notes.push(Note { id, author: owned("author"), date: owned("date"), text: String::new(), told });
        self.story.begin_aside();
    }

    fn end_note(&mut self) {
        let text = self.story.end_aside();
        // In a document that is one part, notes stand where they are referred to.
        if self.paragraphs.is_empty() {
            self.notes.last_mut().into_iter().for_each(|note| note.text.clone_from(&text));
        } else {
            self.story.footnote(&self.notes.len().to_string(), &text);
        }
    }
}

#[cfg(test)]
mod tests;
