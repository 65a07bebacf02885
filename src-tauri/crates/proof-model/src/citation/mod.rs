//! A citation: an exact passage on a page of a document.

mod collapsed;
mod folded;
mod seen;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::DocumentId;
use collapsed::{Collapsed, collapse};

/// The longest quote that can be cited, in characters: more is a document, not a passage.
const LONGEST: usize = 10_000;

/// An exact passage on a page of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The document.
    pub document: DocumentId,
    /// Page of the file, from 1.
    pub page: u32,
    /// The passage.
    pub quote: Quote,
}

/// The words of a passage with the words around them: a `TextQuoteSelector` of the W3C Web Annotation
/// model. White space counts as one space, however it is broken into lines; all else counts exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// The words before them, at most 32 characters.
    pub prefix: String,
    /// The words after them, at most 32 characters.
    pub suffix: String,
}

/// Why words cannot be cited from a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteError {
    /// No words.
    #[error("the quote is empty: give the words to cite")]
    Empty,
    /// More than a passage.
    #[error("the quote is {0} characters long; a passage has at most {LONGEST}")]
    TooLong(usize),
    /// They are not there.
    #[error("the page does not contain “{0}”: copy the words from the page, letter for letter")]
    Missing(String),
    /// They are there more than once.
    #[error("the page contains “{quote}” {times} times: quote more of the words around it")]
    Ambiguous {
        /// The words.
        quote: String,
        /// How often they occur.
        times: usize,
    },
}

impl Quote {
    /// Cites `words` from a page's text, in which they must occur exactly once.
    ///
    /// # Errors
    /// [`QuoteError`] where they are not there, or more than once.
    pub fn cite(words: &str, page_text: &str) -> Result<Self, QuoteError> {
        Self::cite_between(words, "", "", page_text)
    }

    /// Cites `words` from a page's text, of several places the only one that stands between `before` and `after`; each
    /// may be empty.
    ///
    /// # Errors
    /// [`QuoteError`] where they are not there, or there is more than one such place.
    pub fn cite_between(words: &str, before: &str, after: &str, page_text: &str) -> Result<Self, QuoteError> {
        let exact = collapse(words);
        match exact.chars().count() {
            0 => return Err(QuoteError::Empty),
            long if long > LONGEST => return Err(QuoteError::TooLong(long)),
            _ => {}
        }
        let page = Collapsed::new(page_text);
        let found = page.occurrences(&exact);
        let (before, after) = (collapse(before), collapse(after));
        let meant = |start: &usize| {
            page.text[..*start].trim_end().ends_with(&before)
                && page.text[start + exact.len()..].trim_start().starts_with(&after)
        };
        let fitting: Vec<usize> = found.iter().copied().filter(meant).collect();
        match (found.len(), fitting.as_slice()) {
            (0, _) => Err(QuoteError::Missing(exact)),
            (times, [start]) => page.quote_at(*start, exact).told_apart(times, page_text),
            (times, _) => Err(QuoteError::Ambiguous { times, quote: exact }),
        }
    }

    /// Cites `words` as somebody saw them on the drawn page, from the page's stored text, whose own words are kept.
    ///
    /// Compared without any white space, after NFKC, and without soft hyphens and other signs that nobody sees; a hyphen
    /// at a line's end, in either text, may stand in the other or not. All else counts exactly. Of several places it is
    /// the one that `before` and `after` fit, compared in the same way: each may be empty, and may be longer than what
    /// the page has there. Where a context fits no place wholly, its nearest part tells, if it tells clearly. Where
    /// [`Self::cite_between`] finds the words, this finds the same.
    ///
    /// # Errors
    /// [`QuoteError`] where they are not there, or no one place is clearly meant.
    pub fn cite_seen(words: &str, before: &str, after: &str, page_text: &str) -> Result<Self, QuoteError> {
        match Self::cite_between(words, before, after, page_text) {
            Err(QuoteError::Missing(_) | QuoteError::Ambiguous { .. }) => {
                seen::cite(words, before, after, page_text)
            }
            settled => settled,
        }
    }

    /// Where the passage stands in a page's text, as a range of bytes: only where it is there exactly
    /// once in its context. Anything else is a broken quote, and is never moved to a lookalike.
    pub fn locate(&self, page_text: &str) -> Option<Range<usize>> {
        let page = Collapsed::new(page_text);
        let mut found = page.occurrences(&self.exact).into_iter().filter(|&start| {
            page.text[..start].ends_with(&self.prefix)
                && page.text[start + self.exact.len()..].starts_with(&self.suffix)
        });
        let start = found.next()?;
        found.next().is_none().then(|| page.origin(start..start + self.exact.len()))
    }

    /// The quote, if it finds itself: what surrounds it may be the same for longer than a quote keeps of it.
    fn told_apart(self, times: usize, page_text: &str) -> Result<Self, QuoteError> {
        match self.locate(page_text) {
            Some(_) => Ok(self),
            None => Err(QuoteError::Ambiguous { quote: self.exact, times }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAGE: &str = "The company agreed to pay\n92 million US dollars.\n\nThe fine was 5.7 million; the\nother 5.7 million was not.";

    #[test]
    fn a_quote_is_found_across_a_line_break() {
        let quote = Quote::cite("pay 92  million", PAGE).unwrap();
        assert_eq!(quote.exact, "pay 92 million");
        assert_eq!(&PAGE[quote.locate(PAGE).unwrap()], "pay\n92 million");
    }

    #[test]
    fn a_quote_keeps_the_words_around_it() {
        let quote = Quote::cite("92 million", PAGE).unwrap();
        assert_eq!(quote.prefix, "The company agreed to pay ");
        assert_eq!(quote.suffix, " US dollars. The fine was 5.7 mi");
    }

    #[test]
    fn words_that_are_not_there_once_are_refused() {
        assert_eq!(Quote::cite("93 million", PAGE), Err(QuoteError::Missing("93 million".to_owned())));
        assert_eq!(
            Quote::cite("5.7 million", PAGE),
            Err(QuoteError::Ambiguous { quote: "5.7 million".to_owned(), times: 2 })
        );
        assert_eq!(Quote::cite(" \n", PAGE), Err(QuoteError::Empty));
    }

    #[test]
    fn a_quote_never_moves_to_a_lookalike() {
        let quote = Quote::cite("The fine was 5.7 million", PAGE).unwrap();
        let edited = PAGE.replace("dollars.", "pounds.");
        assert_eq!(quote.locate(&edited), None, "its context is gone");
    }

    proptest! {
        #[test]
        fn what_is_cited_is_found_where_it_was(page in "[a-c \n]{0,40}", start in 0_usize..40, len in 1_usize..12) {
            let Some(words) = page.get(start..(start + len).min(page.len())) else { return Ok(()) };
            if let Ok(quote) = Quote::cite(words, &page) {
                let range = quote.locate(&page).expect("it was just cited");
                prop_assert_eq!(collapse(&page[range]), quote.exact);
            }
        }
    }
}
