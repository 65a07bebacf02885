//! The segments of a text between word boundaries (Unicode UAX #29), fast where the text is ASCII.

use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// Walks over the segments that may hold a word. Most text is ASCII, for which the full rules cost ten times as much
/// as they are worth; white space is always a boundary, so each stretch between it is judged on its own.
pub(super) struct Segments<'a> {
    text: &'a str,
    /// Where the next stretch is looked for.
    at: usize,
    /// What is left of the present stretch, by its kind.
    ascii: &'a str,
    unicode: Option<(usize, UWordBoundIndices<'a>)>,
}

impl<'a> Segments<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, ascii: "", unicode: None }
    }

    /// Begins the next stretch up to white space; false at the end of the text.
    fn next_stretch(&mut self) -> bool {
        let bytes = &self.text.as_bytes()[self.at..];
        let space = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let length = bytes[space..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        let start = self.at + space;
        self.at = start + length;
        let stretch = &self.text[start..self.at];
        if stretch.is_ascii() {
            self.ascii = stretch;
        } else {
            self.unicode = Some((start, stretch.split_word_bound_indices()));
        }
        length > 0
    }

    /// The next segment of the present stretch, if that is ASCII.
    fn next_ascii(&mut self) -> Option<(usize, &'a str)> {
        let bytes = self.ascii.as_bytes();
        let skipped = bytes.iter().position(|byte| is_word(*byte))?;
        let mut end = skipped + 1;
        while end < bytes.len() && (is_word(bytes[end]) || joins(bytes, end)) {
            end += 1;
        }
        let start = self.at - bytes.len() + skipped;
        let segment = &self.ascii[skipped..end];
        self.ascii = &self.ascii[end..];
        Some((start, segment))
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        loop {
            if let Some(segment) = self.next_ascii() {
                return Some(segment);
            }
            if let Some((start, segments)) = &mut self.unicode {
                if let Some((offset, segment)) = segments.next() {
                    return Some((*start + offset, segment));
                }
                self.unicode = None;
            }
            if !self.next_stretch() {
                return None;
            }
        }
    }
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a mark stands between two letters or two digits that it holds together (rules WB6, WB7, WB11 and WB12).
fn joins(bytes: &[u8], at: usize) -> bool {
    let after = bytes.get(at + 1).copied().unwrap_or_default();
    let both = |kind: fn(&u8) -> bool| kind(&bytes[at - 1]) && kind(&after);
    match bytes[at] {
        b'.' | b'\'' => both(u8::is_ascii_alphabetic) || both(u8::is_ascii_digit),
        b':' => both(u8::is_ascii_alphabetic),
        b',' | b';' => both(u8::is_ascii_digit),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn the_fast_way_agrees_with_unicode(text in "([ab1_.,;:' \n()$é]|\\PC){0,40}") {
            // What stands before a word falls away later, in the tokenizer.
            let wordy = |(at, segment): (usize, &str)| {
                let start = segment.find(char::is_alphanumeric)?;
                Some((at + start, segment[start..].to_owned()))
            };
            let expect: Vec<_> = text.split_word_bound_indices().filter_map(wordy).collect();
            let seen: Vec<_> = Segments::new(&text).filter_map(wordy).collect();
            prop_assert_eq!(seen, expect);
        }
    }
}
