//! The text of a document, which stands in pieces all over the stream ([MS-DOC] 2.4.1 and 2.9.38).

use super::fib::{Fib, Part};
use crate::format::office::{code_page, slice, u16_at, u32_at};

/// A character of the text.
#[derive(Clone, Copy)]
pub(super) struct Unit {
    /// A unit of UTF-16.
    pub unit: u16,
    /// Where it stands in the stream, by which its formatting is found.
    pub at: u32,
}

/// All characters in their order; nothing if the document does not say where they are.
pub(super) fn text(fib: &Fib, document: &[u8], tables: &[u8]) -> Option<Vec<Unit>> {
    let pieces = fib.part(Part::Pieces, document, tables).and_then(piece_table);
    if let Some(pieces) = pieces {
        let mut text = Vec::new();
        for piece in pieces {
            // Each byte belongs to one piece at most, so there cannot be more characters than bytes.
            if text.len() > document.len() {
                break;
            }
            piece.read(fib, document, &mut text);
        }
        return Some(text);
    }
    // A document that was written in one go needs no pieces.
    let length = fib.lengths.iter().fold(0_u32, |sum, length| sum.saturating_add(*length));
    let mut text = Vec::new();
    if fib.is_old() {
        Piece { length, at: fib.text_at, wide: false }.read(fib, document, &mut text);
    }
    (!text.is_empty()).then_some(text)
}

struct Piece {
    length: u32,
    at: u32,
    wide: bool,
}

/// The pieces that a `Clx` lists after its properties.
fn piece_table(clx: &[u8]) -> Option<Vec<Piece>> {
    let mut rest = clx;
    while let [1, after @ ..] = rest {
        rest = after.get(2 + usize::from(u16_at(after, 0)?)..)?;
    }
    let [2, after @ ..] = rest else { return None };
    let length = usize::try_from(u32_at(after, 0)?).ok()?;
    let plc = after.get(4..)?;
    let plc = &plc[..length.min(plc.len())];
    let count = plc.len().checked_sub(4)? / 12;
    let piece = |index: usize| {
        let (from, to) = (u32_at(plc, 4 * index)?, u32_at(plc, 4 * index + 4)?);
        let at = u32_at(plc, 4 * (count + 1) + 8 * index + 2)?;
        // The bit says that each character has one byte; the place is then told twice over.
        let wide = at & 0x4000_0000 == 0;
        let at = at & 0x3fff_ffff;
        Some(Piece { length: to.checked_sub(from)?, at: if wide { at } else { at / 2 }, wide })
    };
    Some((0..count).map_while(piece).collect())
}

impl Piece {
    fn read(&self, fib: &Fib, document: &[u8], text: &mut Vec<Unit>) {
        let bytes = u64::from(self.length) * if self.wide { 2 } else { 1 };
        let there = (document.len() as u64).saturating_sub(u64::from(self.at));
        let Ok(bytes) = u32::try_from(bytes.min(there)) else { return };
        let bytes = slice(document, self.at, bytes).unwrap_or_default();
        let at = |index: usize| self.at.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
        if self.wide {
            let pairs = bytes.chunks_exact(2).enumerate();
            text.extend(pairs.map(|(index, pair)| Unit {
                unit: u16::from_le_bytes([pair[0], pair[1]]),
                at: at(2 * index),
            }));
            return;
        }
        let encoding = code_page(language_page(fib)).unwrap_or(encoding_rs::WINDOWS_1252);
        if encoding.is_single_byte() {
            let decode = |byte: &u8| match byte {
                0..0x80 => u16::from(*byte),
                _ => encoding.decode_without_bom_handling(&[*byte]).0.encode_utf16().next().unwrap_or(0xfffd),
            };
            let units = bytes.iter().enumerate();
            text.extend(units.map(|(index, byte)| Unit { unit: decode(byte), at: at(index) }));
        } else {
            // Two bytes a character: where each stands is of no use, since old documents tell no formatting here.
            let (decoded, _) = encoding.decode_without_bom_handling(bytes);
            text.extend(decoded.encode_utf16().map(|unit| Unit { unit, at: self.at }));
        }
    }
}

/// The code page of text of 8 bits: since Word 97 always that of Western Windows, before by language.
fn language_page(fib: &Fib) -> u32 {
    if !fib.is_old() {
        return 1252;
    }
    match fib.language & 0x3ff {
        0x02 | 0x19 | 0x22 | 0x23 | 0x2f => 1251,
        0x05 | 0x0e | 0x15 | 0x18 | 0x1a | 0x1b | 0x1c | 0x24 => 1250,
        0x08 => 1253,
        0x1f => 1254,
        0x0d => 1255,
        0x01 | 0x20 | 0x29 => 1256,
        0x25..=0x27 => 1257,
        0x1e => 874,
        0x11 => 932,
        0x12 => 949,
        0x04 if fib.language == 0x0804 => 936,
        0x04 => 950,
        _ => 1252,
    }
}
