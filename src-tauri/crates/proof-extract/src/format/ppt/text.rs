//! What is written on a slide or a page of notes ([MS-PPT] 2.9).

use super::record::{Record, children, records};
use crate::format::office::{u16_at, u32_at};

/// A text and whether it is a title.
#[derive(Clone, Default)]
pub(super) struct Text {
    pub title: bool,
    pub lines: String,
}

/// What is written on a slide, and what is said of it.
#[derive(Default)]
pub(super) struct Page {
    pub hidden: bool,
    pub texts: Vec<Text>,
    pub comments: Vec<String>,
    /// The identifier of its notes; 0 for none.
    pub notes: u32,
}

const SLIDE: u16 = 0x03ef;
const SHOW: u16 = 0x03f9;
const OUTLINE: u16 = 0x0f9e;
pub(super) const HEADER: u16 = 0x0f9f;
pub(super) const UNITS: u16 = 0x0fa0;
pub(super) const BYTES: u16 = 0x0fa8;
const STRING: u16 = 0x0fba;
const COMMENT: u16 = 0x2ee0;
const COMMENT_DATE: u16 = 0x2ee1;

impl Page {
    /// Reads the container of a slide or of notes. Texts that stand in the outline are taken from there; those that
    /// nothing refers to come last.
    pub(super) fn read(container: &[u8], outline: &[Text]) -> Self {
        let mut page = Self::default();
        let mut title = false;
        let mut referred = vec![false; outline.len()];
        for record in records(container) {
            match record.kind {
                SLIDE => page.notes = u32_at(record.data, 16).unwrap_or(0),
                SHOW => page.hidden = u16_at(record.data, 10).is_some_and(|flags| flags & 4 != 0),
                HEADER => title = is_title(record.data),
                UNITS | BYTES => page.texts.push(Text { title, lines: lines(&record) }),
                OUTLINE => {
                    let index = u32_at(record.data, 0).and_then(|index| usize::try_from(index).ok());
                    if let Some((text, referred)) =
                        index.and_then(|index| Some((outline.get(index)?, referred.get_mut(index)?)))
                    {
                        *referred = true;
                        page.texts.push(text.clone());
                    }
                }
                COMMENT => page.comments.push(comment(record.data)),
                _ => {}
            }
        }
        let unreferred = outline.iter().zip(referred).filter(|(_, referred)| !referred);
        page.texts.extend(unreferred.map(|(text, _)| text.clone()));
        page
    }

    /// Title first, then the others in their order. A lone asterisk stands for a date or a number.
    pub(super) fn lines(&self) -> String {
        let told = |title: bool| self.texts.iter().filter(move |text| text.title == title);
        let mut lines = String::new();
        for text in told(true).chain(told(false)).map(|text| text.lines.trim()) {
            if !text.is_empty() && text != "*" {
                lines.extend([text, "\n"]);
            }
        }
        lines
    }
}

/// Whether the kind of text (2.13.33) is a title's, or a title's in the middle of its slide.
pub(super) fn is_title(header: &[u8]) -> bool {
    matches!(u32_at(header, 0), Some(0 | 6))
}

/// The text of a record: of 16 bits a character, or of 8.
pub(super) fn lines(record: &Record<'_>) -> String {
    let text = if record.kind == BYTES { narrow(record.data) } else { wide(record.data) };
    text.replace(['\r', '\u{b}'], "\n")
}

fn narrow(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

fn wide(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// A comment as `author, date: text`.
fn comment(container: &[u8]) -> String {
    let mut parts = [String::new(), String::new()];
    let mut date = String::new();
    for record in children(container) {
        match (record.kind, parts.get_mut(usize::from(record.instance))) {
            (STRING, Some(part)) => *part = wide(record.data),
            (COMMENT_DATE, _) => date = moment(record.data).unwrap_or_default(),
            _ => {}
        }
    }
    let [author, words] = parts;
    let known: Vec<&str> = [author.trim(), &date].into_iter().filter(|part| !part.is_empty()).collect();
    let colon = if known.is_empty() { "" } else { ": " };
    format!("{}{colon}{}", known.join(", "), words.trim().replace(['\r', '\u{b}'], " "))
}

/// A moment in eight numbers: year, month, day of the week, day, hour, minute, second and thousandths.
fn moment(data: &[u8]) -> Option<String> {
    let number = |index: usize| u16_at(data, 4 + 2 * index);
    let (year, month, day) = (number(0)?, number(1)?, number(3)?);
    Some(format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}", number(4)?, number(5)?, number(6)?))
}
