//! How numbers on papers are written: exhibit marks and Bates numbers alike have a prefix and digits behind it.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::Mark;

/// How the numbers of a series are written: what stands before them, and how many digits they have at least.
///
/// Bates numbers are named after the machine that stamped them (US patent 484,389, 1893): one number a page, running on
/// over all documents, with a prefix that tells whose they are and zeros in front so that they sort as text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NumberStyle {
    prefix: String,
    digits: u8,
}

/// A number as somebody asks for it: the prefix folded, so that "px 1" finds PX-001.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoughtNumber {
    /// The prefix as it is compared: see [`folded`].
    pub folded: String,
    /// The number and its letter. A Bates number has none.
    pub mark: Mark,
}

/// What cannot be the first number of a series.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” cannot be a first number: {reason}. Write it like PX-001, JJS1, Exhibit 1 or TT-000001")]
pub struct NumberError {
    /// The text that was given.
    pub text: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl NumberStyle {
    /// The most digits of an exhibit's number.
    pub const EXHIBIT_DIGITS: u8 = 9;
    /// The most digits of a Bates number.
    pub const BATES_DIGITS: u8 = 12;

    /// Reads the first number of a series, of at most `most` digits: the digits at its end are the number, zeros before
    /// it say how many digits numbers have at least.
    ///
    /// # Errors
    /// [`NumberError`] where no digits stand at the end, too many do, or no letter or digit before them.
    pub fn of_first(text: &str, most: u8) -> Result<(Self, u64), NumberError> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let refuse = |reason| NumberError { text: text.clone(), reason };
        let (prefix, digits) = split(&text);
        if digits.is_empty() {
            return Err(refuse("it does not end in a number"));
        }
        if folded(prefix).is_empty() {
            return Err(refuse("a prefix is needed before the number"));
        }
        let length = u8::try_from(digits.len()).ok().filter(|length| *length <= most);
        let (Some(length), Ok(first)) = (length, digits.parse()) else {
            return Err(refuse("its number has too many digits"));
        };
        let digits = if digits.starts_with('0') { length } else { 1 };
        Ok((Self { prefix: prefix.to_owned(), digits }, first))
    }

    /// A style from its parts, as they were stored.
    pub fn new(prefix: impl Into<String>, digits: u8) -> Self {
        Self { prefix: prefix.into(), digits }
    }

    /// What stands before a number, as it is written.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// How many digits a number has at least.
    pub const fn digits(&self) -> u8 {
        self.digits
    }

    /// The prefix as people say it: "PX" of "PX-".
    pub fn name(&self) -> &str {
        let name = self.prefix.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if name.is_empty() { self.prefix.trim() } else { name }
    }

    /// A number as it is written.
    pub fn shown(&self, number: u64) -> String {
        format!("{}{number:0width$}", self.prefix, width = usize::from(self.digits))
    }

    /// A mark as it is written.
    pub fn mark(&self, mark: Mark) -> String {
        format!("{}{}", self.shown(mark.number()), mark.letter())
    }

    /// The numbers of `pages` pages from `first` on: "TT-000001 – TT-000012", or one alone.
    pub fn range(&self, first: u64, pages: u32) -> String {
        match pages {
            0 | 1 => self.shown(first),
            pages => format!("{} – {}", self.shown(first), self.shown(nth(first, pages))),
        }
    }

    /// The style of a number that stands written: with as many digits as it has. Good for it and all that follow it.
    pub fn of_shown(shown: &str) -> Self {
        let (prefix, digits) = split(without_letter(shown).0);
        Self { prefix: prefix.to_owned(), digits: u8::try_from(digits.len()).unwrap_or(u8::MAX).max(1) }
    }
}

/// The number of page `page`, from 1, where that of the first is `first`.
pub const fn nth(first: u64, page: u32) -> u64 {
    first.saturating_add(page.saturating_sub(1) as u64)
}

impl SoughtNumber {
    /// Reads a mark or a Bates number as somebody writes it; of a range the first. None where it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.split(" – ").next().unwrap_or(text).trim();
        let (whole, letter) = without_letter(text);
        let (prefix, digits) = split(whole);
        let folded = folded(prefix);
        let mark = Mark::new(digits.parse().ok()?, &letter.to_ascii_uppercase())?;
        (!folded.is_empty()).then_some(Self { folded, mark })
    }
}

/// A prefix as it is compared: its letters and digits alone, in capitals (Unicode NFKC). Folding it again changes nothing.
pub fn folded(prefix: &str) -> String {
    let once = |text: &str| -> String {
        text.nfkc().flat_map(char::to_uppercase).filter(|letter| letter.is_alphanumeric()).collect()
    };
    // What stood apart may be one letter once nothing stands between.
    let (mut before, mut now) = (String::new(), once(prefix));
    while now != before {
        before = std::mem::take(&mut now);
        now = once(&before);
    }
    now
}

/// The text before the digits at the end, and those.
fn split(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len())
}

/// A mark without the letter that stands behind its digits, and that.
fn without_letter(text: &str) -> (&str, &str) {
    let (whole, last) =
        text.split_at(text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).len());
    let is_letter = last.len() == 1 && whole.ends_with(|letter: char| letter.is_ascii_digit());
    if is_letter { (whole, last) } else { (text, "") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_mark_says_how_all_are_written() {
        for (text, prefix, digits, first) in [
            ("JJS23", "JJS", 1, 23),
            ("PX-001", "PX-", 3, 1),
            ("Exhibit 12", "Exhibit ", 1, 12),
            ("  Tab   7 ", "Tab ", 1, 7),
            ("PX-0", "PX-", 1, 0),
            ("PX-000", "PX-", 3, 0),
            ("A1-05", "A1-", 2, 5),
            ("Pièce n° 3", "Pièce n° ", 1, 3),
            ("DX999999999", "DX", 1, 999_999_999),
        ] {
            let read = NumberStyle::of_first(text, NumberStyle::EXHIBIT_DIGITS);
            assert_eq!(read, Ok((NumberStyle::new(prefix, digits), first)), "{text}");
        }
    }

    #[test]
    fn what_has_no_prefix_or_no_number_is_refused() {
        for (text, reason) in [
            ("1", "prefix"),
            ("", "number"),
            ("- 001", "prefix"),
            ("PX", "number"),
            ("PX-001A", "number"),
            ("PX-1234567890", "digits"),
            ("PX-٣", "number"),
        ] {
            let error = NumberStyle::of_first(text, NumberStyle::EXHIBIT_DIGITS).unwrap_err();
            assert!(error.reason.contains(reason), "{text}: {error}");
        }
    }

    #[test]
    fn a_number_is_found_however_it_is_typed() {
        for (text, folded, number, letter) in [
            ("px 1", "PX", 1, ""),
            ("PX-001", "PX", 1, ""),
            ("pX001", "PX", 1, ""),
            ("Exhibit 12a", "EXHIBIT", 12, "A"),
            ("ABC 000123", "ABC", 123, ""),
            ("ＰＸ-001", "PX", 1, ""),
            ("pie\u{300}ce 3", "PIÈCE", 3, ""),
            ("TT-000001 – TT-000012", "TT", 1, ""),
        ] {
            let mark = Mark::new(number, letter).unwrap();
            let expected = SoughtNumber { folded: folded.to_owned(), mark };
            assert_eq!(SoughtNumber::parse(text), Some(expected), "{text}");
        }
        for text in ["", "12", "12a", "Letter of March", "PX-1ab", "PX-99999999999999999999999", "scan.pdf"] {
            assert_eq!(SoughtNumber::parse(text), None, "{text}");
        }
    }

    #[test]
    fn pages_are_numbered_through() {
        let (style, first) = NumberStyle::of_first("TT-000998", NumberStyle::BATES_DIGITS).unwrap();
        assert_eq!(style.range(first, 1), "TT-000998");
        assert_eq!(style.range(first, 5), "TT-000998 – TT-001002");
        assert_eq!(style.shown(nth(first, 3)), "TT-001000");
        assert_eq!(NumberStyle::of_shown("A9").range(9, 2), "A9 – A10");
        assert_eq!((style.name(), NumberStyle::new("Exhibit ", 1).name()), ("TT", "Exhibit"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_found_and_read_again(
            prefix in "[A-Za-zÀ-ÖØ-öø-ÿ]{1,6}[-_. ]{0,2}", digits in 1_u8..=9, number in 0_u64..1_000_000_000, letter in "[A-Z]?",
        ) {
            let style = NumberStyle::new(prefix.split_whitespace().collect::<Vec<_>>().join(" "), digits);
            let mark = Mark::new(number, &letter).unwrap();
            let shown = style.mark(mark);
            let sought = SoughtNumber::parse(&shown).unwrap();
            prop_assert_eq!((sought.folded, sought.mark), (folded(style.prefix()), mark));
            prop_assert_eq!(NumberStyle::of_shown(&shown).mark(mark), shown);
            let (read, first) = NumberStyle::of_first(&style.shown(number), NumberStyle::EXHIBIT_DIGITS).unwrap();
            prop_assert_eq!((read.shown(number), first), (style.shown(number), number));
        }

        #[test]
        fn nothing_that_is_typed_is_too_much(text in "\\PC{0,40}", most in 0_u8..=12) {
            let _ = SoughtNumber::parse(&text);
            prop_assert_eq!(folded(&folded(&text)), folded(&text));
            if let Ok((style, first)) = NumberStyle::of_first(&text, most) {
                prop_assert_eq!(NumberStyle::of_first(&style.shown(first), most), Ok((style, first)));
            }
        }
    }
}
