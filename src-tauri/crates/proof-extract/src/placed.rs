//! Where the words of a page stand, as a worker finds.

use crate::lost::Lost;
use crate::scan::Place;
use crate::wire::{Frame, MOST_WORDS, WirePlaced};
use crate::{Limits, text};

/// A word of a page, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedWord {
    /// The word.
    pub text: String,
    /// Whether its line ends after it.
    pub ends_line: bool,
    /// Where it stands on the page.
    pub place: Place,
}

/// What a worker has said of a page's words, each of them checked before it counts.
#[derive(Debug)]
pub(crate) struct PlacedIntake<'a> {
    limits: &'a Limits,
    words: Vec<PlacedWord>,
}

impl<'a> PlacedIntake<'a> {
    /// Nothing said yet.
    pub(crate) const fn new(limits: &'a Limits) -> Self {
        Self { limits, words: Vec::new() }
    }

    /// Checks and keeps one message; whether it was the last.
    pub(crate) fn take(&mut self, untrusted_frame: Frame) -> Result<bool, Lost> {
        match untrusted_frame {
            Frame::Words(untrusted) if self.words.is_empty() => {
                self.words = checked(untrusted, self.limits).ok_or(Lost::Malformed)?;
                Ok(false)
            }
            Frame::End(_) => Ok(true),
            _ => Err(Lost::Malformed),
        }
    }

    /// The words; none where the worker was lost.
    pub(crate) fn into_words(self, lost: Option<&Lost>) -> Vec<PlacedWord> {
        if lost.is_some() { Vec::new() } else { self.words }
    }
}

fn checked(untrusted: Vec<WirePlaced>, limits: &Limits) -> Option<Vec<PlacedWord>> {
    let bytes: usize = untrusted.iter().map(|word| word.text.len()).sum();
    if untrusted.len() > MOST_WORDS || bytes > limits.page_bytes as usize {
        return None;
    }
    let word = |WirePlaced { text, ends_line, place }| {
        let fits = !text.is_empty() && text::is_one_line(&text) && place.is_on_page();
        fits.then_some(PlacedWord { text, ends_line, place })
    };
    untrusted.into_iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place { left: 10, top: 20, right: 30, bottom: 40 };

    fn word(text: &str, place: Place) -> WirePlaced {
        WirePlaced { text: text.to_owned(), ends_line: false, place }
    }

    #[test]
    fn what_no_honest_worker_says_of_words_is_refused() {
        let limits = Limits { page_bytes: 100, ..Limits::default() };
        for (what, words) in [
            ("no letters", vec![word("", PLACE)]),
            ("a control character", vec![word("a\u{7}", PLACE)]),
            ("a place beyond the page", vec![word("a", Place { right: 10_001, ..PLACE })]),
            ("a place that ends before it begins", vec![word("a", Place { top: 50, ..PLACE })]),
            ("more text than a page may have", vec![word(&"a".repeat(101), PLACE)]),
            ("more words than a page may have", (0..=MOST_WORDS).map(|_| word("", PLACE)).collect()),
        ] {
            let mut intake = PlacedIntake::new(&limits);
            assert!(intake.take(Frame::Words(words)).is_err(), "{what}");
        }
        let mut intake = PlacedIntake::new(&limits);
        assert!(intake.take(Frame::Words(vec![word("a", PLACE)])).is_ok());
        assert!(intake.take(Frame::Words(vec![word("a", PLACE)])).is_err(), "words twice");
        assert!(intake.into_words(Some(&Lost::Ended)).is_empty());
    }
}
