//! White space collapsed: the text in which quotes are sought.

use std::ops::Range;

use super::Quote;

/// How many characters before and after a quote are kept to tell it from lookalikes.
const CONTEXT: usize = 32;

/// White space collapsed to single spaces, none at the ends.
pub(super) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page's text with its white space collapsed, and for each byte the byte of the page it came from.
pub(super) struct Collapsed {
    pub(super) text: String,
    origins: Vec<usize>,
}

impl Collapsed {
    /// Of a page's text.
    pub(super) fn new(page_text: &str) -> Self {
        let mut text = String::with_capacity(page_text.len());
        let mut origins = Vec::with_capacity(page_text.len());
        for (at, letter) in page_text.char_indices() {
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            if letter == ' ' && text.ends_with(' ') {
                continue;
            }
            text.push(letter);
            origins.resize(text.len(), at);
        }
        Self { text, origins }
    }

    /// The starts of all occurrences, overlapping ones too: two that overlap are as ambiguous as any.
    pub(super) fn occurrences(&self, exact: &str) -> Vec<usize> {
        let step = exact.chars().next().map_or(1, char::len_utf8);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = self.text[from..].find(exact) {
            found.push(from + at);
            from += at + step;
        }
        found
    }

    /// The quote of `exact`, which begins at that byte of the collapsed text, with what surrounds it.
    pub(super) fn quote_at(&self, start: usize, exact: String) -> Quote {
        let (before, after) = (&self.text[..start], &self.text[start + exact.len()..]);
        let prefix_start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let suffix_end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Quote { exact, prefix: before[prefix_start..].to_owned(), suffix: after[..suffix_end].to_owned() }
    }

    /// The quote of what came from a range of the page's own bytes.
    pub(super) fn quote_of(&self, bytes: Range<usize>) -> Quote {
        let at = |byte: usize| self.origins.partition_point(|&origin| origin < byte);
        let (start, end) = (at(bytes.start), at(bytes.end));
        self.quote_at(start, self.text[start..end].to_owned())
    }

    /// The range of the page's own bytes that a range of the collapsed text came from.
    pub(super) fn origin(&self, range: Range<usize>) -> Range<usize> {
        let last = self.text[range.clone()].char_indices().next_back();
        let end = last.map_or(range.start, |(at, letter)| {
            let origin = self.origins[range.start + at];
            origin + if letter == ' ' { 1 } else { letter.len_utf8() }
        });
        self.origins.get(range.start).copied().unwrap_or(end)..end
    }
}
