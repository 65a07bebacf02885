//! Faxes in a TIFF: Modified Huffman, groups 3 and 4 (ITU-T T.4 and T.6; TIFF 6.0, sections 10 and 11).

use ::tiff::decoder::Decoder;
use ::tiff::tags::Tag;
use hayro_ccitt::{DecodeSettings, DecoderContext, EncodingMode};
use std::borrow::Cow;
use std::io::Cursor;

/// How a frame is coded, and where its strips are.
#[derive(Debug)]
pub(super) struct Fax {
    coding: Coding,
    /// Whether the colour that the code takes for white is black.
    inverted: bool,
    /// Whether the bits of each byte stand the other way round.
    reversed: bool,
    rows_in_strip: u32,
    /// Where each strip begins in the file, and its bytes.
    strips: Vec<(u64, u64)>,
}

/// What the code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Coding {
    mode: EncodingMode,
    /// Whether each row begins at a byte.
    aligned: bool,
}

impl Fax {
    /// How the decoder's frame is coded, if it is a fax.
    pub(super) fn of(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<Self> {
        let mut number = |tag| decoder.find_tag_unsigned::<u32>(tag).ok().flatten();
        let coding = coding(number(Tag::Compression)?, number(Tag::Unknown(T4_OPTIONS)).unwrap_or(0))?;
        let inverted = number(Tag::PhotometricInterpretation) == Some(BLACK_IS_ZERO);
        let reversed = number(Tag::FillOrder) == Some(LOWEST_FIRST);
        let rows_in_strip = number(Tag::RowsPerStrip).unwrap_or(u32::MAX).max(1);
        let begins = decoder.get_tag_u64_vec(Tag::StripOffsets).ok()?;
        let lengths = decoder.get_tag_u64_vec(Tag::StripByteCounts).ok()?;
        Some(Self {
            coding,
            inverted,
            reversed,
            rows_in_strip,
            strips: begins.into_iter().zip(lengths).collect(),
        })
    }

    /// The pixels of a frame of that width and height, if they fit into `memory`; what cannot be decoded stays white.
    pub(super) fn decode(&self, file: &[u8], (width, height): (u32, u32), memory: u64) -> Option<Vec<u8>> {
        if u64::from(width) * u64::from(height) > memory / 2 {
            return None;
        }
        let mut page =
            Rows { width: width as usize, ink: if self.inverted { 255 } else { 0 }, pixels: Vec::new() };
        let mut above = 0;
        for &(begin, length) in &self.strips {
            let rows = self.rows_in_strip.min(height - above);
            if rows == 0 {
                break;
            }
            page.strip(self.strip(file, begin, length)?.as_ref(), self.coding, rows);
            above += rows;
            page.fill_up(above);
        }
        page.fill_up(height);
        Some(page.pixels)
    }

    fn strip<'a>(&self, file: &'a [u8], begin: u64, length: u64) -> Option<Cow<'a, [u8]>> {
        let begin = usize::try_from(begin).ok()?;
        let end = begin.saturating_add(usize::try_from(length).ok()?).min(file.len());
        let bytes = file.get(begin..end)?;
        let turned = || bytes.iter().map(|byte| byte.reverse_bits()).collect();
        Some(if self.reversed { Cow::Owned(turned()) } else { Cow::Borrowed(bytes) })
    }
}

const T4_OPTIONS: u16 = 292;
const BLACK_IS_ZERO: u32 = 1;
const LOWEST_FIRST: u32 = 2;

/// The code by the numbers of `Compression` and `T4Options`, of which bit 0 says that rows refer to those before.
fn coding(compression: u32, options: u32) -> Option<Coding> {
    match (compression, options & 1) {
        (2, _) => Some(Coding { mode: EncodingMode::Group3_1D, aligned: true }),
        (3, 0) => Some(Coding { mode: EncodingMode::Group3_1D, aligned: false }),
        (3, _) => Some(Coding { mode: EncodingMode::Group3_2D, aligned: false }),
        (4, _) => Some(Coding { mode: EncodingMode::Group4, aligned: false }),
        _ => None,
    }
}

/// The rows of a page so far.
struct Rows {
    width: usize,
    ink: u8,
    pixels: Vec<u8>,
}

impl Rows {
    /// Decodes a strip of so many rows, as far as it goes.
    fn strip(&mut self, strip: &[u8], coding: Coding, rows: u32) {
        let settings = DecodeSettings {
            columns: u32::try_from(self.width).unwrap_or(0),
            rows,
            end_of_block: coding.mode != EncodingMode::Group3_1D || !coding.aligned,
            end_of_line: coding.mode != EncodingMode::Group4 && !coding.aligned,
            rows_are_byte_aligned: coding.aligned,
            encoding: coding.mode,
            strict: false,
        };
        let mut strip_rows = StripRows { rows: self, left: rows };
        // A strip that breaks off has given the rows before.
        let _ = hayro_ccitt::decode(strip, &mut strip_rows, &mut DecoderContext::new(settings));
    }

    fn fill_up(&mut self, rows: u32) {
        self.pixels.resize(self.width * rows as usize, !self.ink);
    }
}

/// Takes the rows of one strip, and no more than it may have.
struct StripRows<'a> {
    rows: &'a mut Rows,
    left: u32,
}

impl hayro_ccitt::Decoder for StripRows<'_> {
    fn push_row(&mut self, changes: &[u32]) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        let begin = self.rows.pixels.len();
        let width = self.rows.width;
        self.rows.pixels.resize(begin + width, !self.rows.ink);
        let row = &mut self.rows.pixels[begin..];
        let place = |change: Option<&u32>| change.map_or(width, |&change| (change as usize).min(width));
        for run in changes.chunks(2) {
            let (from, to) = (place(run.first()), place(run.get(1)));
            row[from..to.max(from)].fill(self.rows.ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fax(compression: u32, inverted: bool, reversed: bool) -> Fax {
        let coding = coding(compression, 0).unwrap();
        Fax { coding, inverted, reversed, rows_in_strip: 1, strips: vec![(0, 2), (2, 2)] }
    }

    /// Two rows of eight pixels, the upper of two white, three black and three white, the lower all white, in Modified
    /// Huffman code: white 2 is 0111, black 3 is 10, white 3 is 1000; white 8 is 10011.
    const HUFFMAN: [u8; 4] = [0b0111_1010, 0b0000_0000, 0b1001_1000, 0];
    const UPPER: [u8; 8] = [255, 255, 0, 0, 0, 255, 255, 255];

    #[test]
    fn rows_are_decoded_strip_by_strip() {
        let white = [UPPER, [255; 8]].concat();
        let pixels = fax(2, false, false).decode(&HUFFMAN, (8, 2), 1 << 20);
        assert_eq!(pixels.as_deref(), Some(white.as_slice()));
        let reversed = HUFFMAN.map(u8::reverse_bits);
        let pixels = fax(2, true, true).decode(&reversed, (8, 2), 1 << 20).unwrap();
        assert_eq!(pixels, white.iter().map(|pixel| !pixel).collect::<Vec<u8>>());
    }

    #[test]
    fn what_is_missing_stays_white_and_too_large_is_refused() {
        let pixels = fax(4, false, false).decode(&[0, 0, 0, 0], (8, 3), 1 << 20);
        assert_eq!(pixels.unwrap().len(), 24);
        assert_eq!(fax(4, false, false).decode(&HUFFMAN, (65_535, 65_535), 1 << 20), None);
        assert_eq!(fax(4, false, false).decode(&[], (8, 2), 1 << 20), None);
        assert_eq!(
            (coding(5, 0), coding(3, 1).map(|coding| coding.mode)),
            (None, Some(EncodingMode::Group3_2D))
        );
    }
}
