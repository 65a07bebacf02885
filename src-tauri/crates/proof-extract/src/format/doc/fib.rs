//! The file information block, with which a document begins ([MS-DOC] 2.5).

use crate::format::office::{slice, u16_at, u32_at};

/// Where the parts of a document are.
pub(super) struct Fib {
    /// The number of the format: below 193 it is that of Word 6 and 95.
    version: u16,
    pub encrypted: bool,
    /// Whether the table stream is `1Table`.
    pub first_table: bool,
    /// The language of the program that wrote it, which tells the code page of text of 8 bits.
    pub language: u16,
    /// Where the text begins, in a document without pieces.
    pub text_at: u32,
    /// Lengths in characters of the parts of the text, in their order.
    pub lengths: Lengths,
}

/// Lengths of the parts of the text: body, footnotes, headers, macros, comments, endnotes, text boxes, and text boxes in
/// headers.
pub(super) type Lengths = [u32; 8];

/// A table of the document, by its place among those of the block (2.5.6).
#[derive(Clone, Copy)]
pub(super) enum Part {
    FootnoteReferences = 2,
    FootnoteTexts = 3,
    CommentReferences = 4,
    CommentTexts = 5,
    Sections = 6,
    Headers = 11,
    Characters = 12,
    Paragraphs = 13,
    Pieces = 33,
    CommentAuthors = 36,
    EndnoteReferences = 46,
    EndnoteTexts = 47,
}

/// The first version of Word 97.
const WORD_97: u16 = 193;

impl Fib {
    /// The block at the beginning of the stream `WordDocument`.
    pub(super) fn read(document: &[u8]) -> Option<Self> {
        if !matches!(u16_at(document, 0)?, 0xa5ec | 0xa5dc | 0xa5db) {
            return None;
        }
        let version = u16_at(document, 2)?;
        let flags = u16_at(document, 10)?;
        let lengths_at = if version < WORD_97 { 52 } else { 76 };
        let mut lengths = Lengths::default();
        for (index, length) in lengths.iter_mut().enumerate() {
            *length = u32_at(document, lengths_at + 4 * index)?;
        }
        Some(Self {
            version,
            encrypted: flags & 0x0100 != 0,
            first_table: flags & 0x0200 != 0,
            language: u16_at(document, 6)?,
            text_at: u32_at(document, 24)?,
            lengths,
        })
    }

    /// Whether it is of Word 6 or 95: everything in one stream, text of 8 bits.
    pub(super) fn is_old(&self) -> bool {
        self.version < WORD_97
    }

    /// A table: in the table stream, or in the document's own before Word 97, of which only the pieces are used.
    pub(super) fn part<'d>(&self, part: Part, document: &[u8], tables: &'d [u8]) -> Option<&'d [u8]> {
        let at = match (self.is_old(), part) {
            (true, Part::Pieces) => 0x160,
            (true, _) => return None,
            (false, part) => 154 + 8 * part as usize,
        };
        slice(tables, u32_at(document, at)?, u32_at(document, at + 4)?).filter(|part| !part.is_empty())
    }
}
