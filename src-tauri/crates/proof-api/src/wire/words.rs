use proof_library as library;
use serde::Serialize;
use ts_rs::TS;

/// The words of a page for the frame that draws it: those that a machine read, or those of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PageWords {
    /// Whether a machine read them and the page has words of its own as well, which its text has before these.
    pub beside: bool,
    /// The words in reading order.
    pub words: Vec<PageWord>,
}

/// A word of a page, and where it stands: ten-thousandths of the upright page's width and height, from its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PageWord {
    /// The word as the page's text has it.
    pub text: String,
    /// What stands in the text between it and the next.
    pub after: String,
    /// Left edge.
    pub left: u16,
    /// Upper edge.
    pub top: u16,
    /// Right edge.
    pub right: u16,
    /// Lower edge.
    pub bottom: u16,
}

impl From<library::PageReading> for PageWords {
    fn from(read: library::PageReading) -> Self {
        Self { beside: read.beside, words: read.words.into_iter().map(PageWord::from).collect() }
    }
}

impl From<library::ReadWord> for PageWord {
    fn from(library::ReadWord { text, after, place, .. }: library::ReadWord) -> Self {
        let library::Place { left, top, right, bottom } = place;
        Self { text, after, left, top, right, bottom }
    }
}

impl From<Vec<library::PlacedWord>> for PageWords {
    fn from(words: Vec<library::PlacedWord>) -> Self {
        Self { beside: false, words: words.into_iter().map(PageWord::from).collect() }
    }
}

impl From<library::PlacedWord> for PageWord {
    fn from(library::PlacedWord { text, ends_line, place }: library::PlacedWord) -> Self {
        let library::Place { left, top, right, bottom } = place;
        Self { text, after: if ends_line { "\n" } else { " " }.to_owned(), left, top, right, bottom }
    }
}
