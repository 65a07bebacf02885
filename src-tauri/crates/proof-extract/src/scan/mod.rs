//! Pages that are pictures, and what a machine reads on them.

mod bitmap;
mod intake;
mod process;
mod reader;
mod tesseract;
mod tsv;

pub(crate) use bitmap::{Bitmap, luma, over_white};
pub(crate) use intake::ScanIntake;
pub use reader::ScanReader;
pub use tesseract::{NoTesseract, Tesseract};

use serde::{Deserialize, Serialize};

/// A page that is a picture: its words are not in the file, or not as letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    /// Position of the page in the file, from 1.
    pub page: u32,
    /// What a machine read on it, if one did. The page's text is then that, after the text that the file itself has
    /// for the page if it has any.
    pub machine: Option<MachineRead>,
    /// Why no machine read it, in words for the user. Such a page can be offered again.
    pub unread: Option<String>,
}

/// In what way a page is a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Picture {
    /// What text there is, if any, is no language: what a machine reads takes its place.
    InPlace,
    /// What text there is, a stamp in the margin, stays: what a machine reads comes after it.
    Beside,
}

/// What a machine read on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineRead {
    /// Words in reading order; none if it found none.
    pub words: Vec<MachineWord>,
    /// How sure the machine is of the page, 0 to 100: the mean over its words, 0 if there are none.
    pub confidence: u8,
    /// The languages that it was told to expect, as tesseract calls them: `eng`, `fra`, `script/Arabic`.
    pub languages: Vec<String>,
    /// Program and version, as `tesseract 5.3.0`.
    pub program: String,
}

/// A word that a machine read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineWord {
    /// Where the word begins in the page's text, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Where it stands on the page.
    pub place: Place,
    /// How sure the machine is of it, 0 to 100.
    pub confidence: u8,
}

/// A rectangle on an upright page, from its upper left corner, in ten-thousandths of the page's width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Left edge.
    pub left: u16,
    /// Upper edge.
    pub top: u16,
    /// Right edge.
    pub right: u16,
    /// Lower edge.
    pub bottom: u16,
}

impl Place {
    /// Whether it begins before it ends, and on the page.
    pub(crate) const fn is_on_page(self) -> bool {
        self.left <= self.right && self.top <= self.bottom && self.right <= WHOLE && self.bottom <= WHOLE
    }
}

/// The whole of a page, across or down.
const WHOLE: u16 = 10_000;
