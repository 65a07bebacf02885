//! Characters of a document to a story: which of them are text, and what the others mean ([MS-DOC] 2.4.3).

use super::formatting::{DELETED, Formatting, HIDDEN, IN_TABLE, ROW_END};
use super::pieces::Unit;
use crate::format::office::{Mark, Story, numeral};
use std::collections::{HashMap, HashSet};

/// What is known of the text beside its characters.
pub(super) struct Setting {
    pub characters: Formatting,
    pub paragraphs: Formatting,
    /// What the body refers to, by the place of the reference in it.
    pub references: HashMap<usize, Reference>,
    /// Where sections of the body end without ending their page.
    pub same_page: HashSet<usize>,
}

/// A note or comment, with its number or author, and its text.
pub(super) enum Reference {
    Footnote(usize, String),
    Endnote(usize, String),
    Comment(String, String),
}

/// The story of the body.
pub(super) fn tell(text: &[Unit], setting: &Setting) -> Story {
    let mut teller = Teller {
        setting,
        story: Story::default(),
        run: Vec::new(),
        mark: None,
        fields: Vec::new(),
        row_ends_next: false,
    };
    for (at, unit) in text.iter().enumerate() {
        if let Some(reference) = setting.references.get(&at) {
            teller.refer(reference);
        }
        let same_page = unit.unit == 0x0c && setting.same_page.contains(&at);
        let unit = if same_page { Unit { unit: 0x0d, ..*unit } } else { *unit };
        teller.unit(unit, text.get(at + 1));
    }
    teller.flush();
    teller.story
}

/// The lines of another part of the text.
pub(super) fn lines(text: &[Unit], setting: &Setting) -> String {
    tell(text, setting).into_pages(&[]).concat()
}

struct Teller<'s> {
    setting: &'s Setting,
    story: Story,
    /// Text that is not told yet, and how it is marked.
    run: Vec<u16>,
    mark: Option<Mark>,
    fields: Vec<Field>,
    row_ends_next: bool,
}

/// A field that we are in: its code, and whether its result has begun.
#[derive(Default)]
struct Field {
    code: Vec<u16>,
    has_result: bool,
}

/// Fields in each other, and characters of the code of one.
const MAX_FIELDS: usize = 100;
const MAX_CODE: usize = 1_000;

impl Teller<'_> {
    fn unit(&mut self, unit: Unit, next: Option<&Unit>) {
        match unit.unit {
            0x13 => {
                if self.fields.len() < MAX_FIELDS {
                    self.fields.push(Field::default());
                }
            }
            0x14 => self.fields.last_mut().into_iter().for_each(|field| field.has_result = true),
            0x15 => self.end_field(unit),
            0x07 | 0x0c | 0x0d => self.end(unit, next),
            _ if self.fields.iter().any(|field| !field.has_result) => {
                if let Some(field) = self.fields.last_mut().filter(|field| field.code.len() < MAX_CODE) {
                    field.code.push(unit.unit);
                }
            }
            0x09 => self.say(unit, 0x09),
            0x0b | 0x0e => self.say(unit, 0x0a),
            0x1e => self.say(unit, u16::from(b'-')),
            // Codes of symbol fonts stand in the private area, and mean nothing without the font.
            0x00..0x20 | 0xf000..0xf100 => {}
            other => self.say(unit, other),
        }
    }

    fn say(&mut self, unit: Unit, shown: u16) {
        let flags = self.setting.characters.at(unit.at);
        let mark = match (flags & DELETED != 0, flags & HIDDEN != 0) {
            (true, _) => Some(Mark::Deleted),
            (false, true) => Some(Mark::Hidden),
            _ => None,
        };
        if mark != self.mark {
            self.flush();
            self.mark = mark;
        }
        self.run.push(shown);
    }

    /// The end of a field. An equation is its own result; so are words with their reading above them, which are
    /// written as one whose last argument they are.
    fn end_field(&mut self, unit: Unit) {
        let Some(field) = self.fields.pop().filter(|field| !field.has_result) else { return };
        let code = String::from_utf16_lossy(&field.code);
        if let Some(equation) = code.trim().strip_prefix("EQ ") {
            let last = equation.rsplit([',', '(']).next().unwrap_or_default();
            for shown in last.trim().trim_end_matches(')').encode_utf16() {
                self.unit(Unit { unit: shown, ..unit }, None);
            }
        }
    }

    fn flush(&mut self) {
        let text = String::from_utf16_lossy(&std::mem::take(&mut self.run));
        self.story.mark(self.mark);
        self.story.text(&text);
    }

    /// The end of a paragraph, a page, a cell or a row.
    fn end(&mut self, unit: Unit, next: Option<&Unit>) {
        self.flush();
        // A code that never ends would take the rest of the document with it.
        self.fields.iter_mut().for_each(|field| field.has_result = true);
        let flags = self.setting.paragraphs.at(unit.at);
        match unit.unit {
            0x0c => {
                self.end_table();
                self.story.end_page();
            }
            0x07 => self.end_cell(flags, next),
            _ if flags & IN_TABLE != 0 => {
                self.begin_table();
                self.story.end_paragraph();
            }
            _ => {
                self.end_table();
                self.story.end_paragraph();
            }
        }
    }

    fn end_cell(&mut self, flags: u8, next: Option<&Unit>) {
        self.begin_table();
        // Where nothing is said of paragraphs, a second mark is taken for the end of the row.
        if flags & ROW_END != 0 || std::mem::take(&mut self.row_ends_next) {
            return self.story.end_row();
        }
        self.story.end_paragraph();
        self.story.end_cell();
        self.row_ends_next = self.setting.paragraphs.is_empty() && next.is_some_and(|next| next.unit == 0x07);
    }

    fn begin_table(&mut self) {
        if !self.story.in_table() {
            self.story.begin_table();
        }
    }

    fn end_table(&mut self) {
        if self.story.in_table() {
            self.story.end_table();
        }
    }

    fn refer(&mut self, reference: &Reference) {
        self.flush();
        match reference {
            Reference::Footnote(number, words) => self.story.footnote(&number.to_string(), words),
            Reference::Endnote(number, words) => {
                let number = u32::try_from(*number).unwrap_or(u32::MAX);
                self.story.endnote(&numeral(number, "lowerRoman"), words);
            }
            Reference::Comment(author, words) => self.story.comment(Some(author), None, words),
        }
    }
}
