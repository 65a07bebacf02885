//! What stands on a sheet of an XLS workbook beside its cells: comments and text boxes ([MS-XLS] 2.4.179, 2.4.329).

use super::biff::records;
use super::sheet::place;
use crate::format::office::{u16_at, u32_at};
use std::collections::HashMap;

/// The remarks on each worksheet, in the order of their tabs.
pub(super) fn read(stream: &[u8]) -> Vec<Remarks> {
    let listed = records(stream).take_while(|(kind, _)| *kind != END).filter(|(kind, _)| *kind == SHEET);
    let worksheets = listed.filter(|(_, data)| data.get(5) == Some(&0));
    let starts: Vec<usize> = worksheets.map(|(_, data)| u32_at(data, 0).unwrap_or(0) as usize).collect();
    let end_of = |start: usize| starts.iter().copied().filter(|&other| other > start).min();
    let sheet = |&start: &usize| stream.get(start..end_of(start).unwrap_or(stream.len()).min(stream.len()));
    // A workbook has few sheets: more than this would be looked through again and again.
    starts.iter().take(MAX_SHEETS).map(|start| sheet(start).map(remarks).unwrap_or_default()).collect()
}

/// Comments as `B3, author: text`, and text boxes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Remarks {
    pub comments: Vec<String>,
    pub boxes: Vec<String>,
}

const MAX_SHEETS: usize = 1_000;
const END: u16 = 0x000a;
const NOTE: u16 = 0x001c;
const CONTINUE: u16 = 0x003c;
const OBJECT: u16 = 0x005d;
const SHEET: u16 = 0x0085;
const TEXT: u16 = 0x01b6;

fn remarks(sheet: &[u8]) -> Remarks {
    let mut texts: HashMap<u16, String> = HashMap::new();
    let mut order = Vec::new();
    let mut notes = Vec::new();
    let (mut object, mut left) = (0, 0);
    for (kind, data) in records(sheet) {
        match kind {
            OBJECT => object = u16_at(data, 6).unwrap_or(0),
            TEXT => {
                left = usize::from(u16_at(data, 10).unwrap_or(0));
                order.push(object);
                texts.insert(object, String::new());
            }
            CONTINUE if left > 0 => {
                let text = characters(data, left);
                left = left.saturating_sub(text.encode_utf16().count().max(1));
                texts.entry(object).or_default().push_str(&text);
            }
            NOTE => notes.push(data),
            _ => {}
        }
    }
    let comments = notes.into_iter().filter_map(|note| comment(note, &mut texts)).collect();
    let boxes = order.iter().filter_map(|object| texts.remove(object)).filter(|text| !text.trim().is_empty());
    Remarks { comments, boxes: boxes.collect() }
}

fn comment(note: &[u8], texts: &mut HashMap<u16, String>) -> Option<String> {
    let (row, column) = (u16_at(note, 0)?, u16_at(note, 2)?);
    let text = texts.remove(&u16_at(note, 6)?)?;
    let length = usize::from(u16_at(note, 8).unwrap_or(0));
    let author = characters(note.get(10..).unwrap_or_default(), length);
    let at = place(row.into(), column.into());
    let comma = if author.is_empty() { "" } else { ", " };
    Some(format!("{at}{comma}{author}: {}", text.trim()))
}

/// At most so many characters, after a byte that says whether each has one byte or two.
fn characters(data: &[u8], most: usize) -> String {
    let Some((wide, rest)) = data.split_first() else { return String::new() };
    if wide & 1 == 0 {
        return rest.iter().take(most).map(|&byte| char::from(byte)).collect();
    }
    let pairs = rest.chunks_exact(2).take(most);
    let units: Vec<u16> = pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap().to_le_bytes();
        [&kind.to_le_bytes()[..], &length, data].concat()
    }

    fn text(object: u8, length: u8, parts: &[&[u8]]) -> Vec<u8> {
        let mut bytes = record(OBJECT, &[0x15, 0, 0x12, 0, 0x19, 0, object, 0]);
        bytes.extend(record(TEXT, &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, length, 0, 0, 0]));
        bytes.extend(parts.iter().flat_map(|part| record(CONTINUE, part)));
        bytes
    }

    #[test]
    fn comments_and_text_boxes_are_told_apart() {
        let globals = [record(SHEET, &[0; 8]), record(END, &[])].concat();
        let start = u8::try_from(globals.len()).unwrap();
        let globals = [record(SHEET, &[start, 0, 0, 0, 0, 0, 0, 0]), record(END, &[])].concat();
        let sheet = [
            text(1, 4, &[b"\0Wh", b"\x01y\0?\0", b"\0formats"]),
            text(2, 3, &[b"\0box"]),
            record(NOTE, &[2, 0, 1, 0, 0, 0, 1, 0, 2, 0, 0, b'A', b'B', 0]),
            record(END, &[]),
        ];
        let expected = Remarks { comments: vec!["B3, AB: Why?".into()], boxes: vec!["box".into()] };
        assert_eq!(read(&[globals, sheet.concat()].concat()), [expected]);
    }
}
