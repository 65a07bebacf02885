//! A text as the index sees it: its words, and beside them what several words say together.

use super::fold::Folder;
use super::{dates, sums, words};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A word, folded.
    Word,
    /// The same word with its accents, after it.
    Accented,
    /// A word that a hyphen parts at the end of a line, as one; after its first half. Both halves and the whole stand at one
    /// position, so that a phrase can go on on either side.
    Joined,
    /// A sum of money, or a full date, whichever way it is written; after its first word.
    Compound,
}

/// One token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// What it is compared by.
    pub text: &'a str,
    /// The bytes of the text that it covers.
    pub start: usize,
    /// The byte after them.
    pub end: usize,
    /// Its place in the text, in words.
    pub position: usize,
    /// What it is.
    pub sort: Sort,
}

/// The tokens of a text. Reading the next text reuses the room of the last.
#[derive(Clone, Default)]
pub(crate) struct Tokens {
    forms: String,
    list: Vec<Entry>,
    folder: Folder,
}

#[derive(Clone, Copy)]
struct Entry {
    form: (u32, u32),
    span: (u32, u32),
    position: u32,
    sort: Sort,
}

/// The term of a sum of so much in a currency; in any where none is given.
pub(crate) fn sum_term(value: &str, currency: Option<&str>) -> String {
    format!("\u{a4}{}{value}", currency.unwrap_or_default())
}

/// The term of a sum beside which no currency is named.
pub(crate) fn bare_sum_term(value: &str) -> String {
    sum_term(value, Some("?"))
}

/// The term of a day.
pub(crate) fn day_term((year, month, day): (u16, u8, u8)) -> String {
    format!("\u{a7}{year:04}{month:02}{day:02}")
}

impl Tokens {
    /// The tokens of one text.
    pub(crate) fn of(text: &str) -> Self {
        let mut tokens = Self::default();
        tokens.read(text);
        tokens
    }

    /// Reads a text in place of the last one.
    pub(crate) fn read(&mut self, text: &str) {
        self.forms.clear();
        self.list.clear();
        let mut reading = Reading { tokens: self, text, position: 0, last: None, compound_end: 0 };
        words::each(text, |start, word| reading.word(start, word));
    }

    /// The number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// A token by its number.
    pub(crate) fn get(&self, number: usize) -> Option<Token<'_>> {
        let Entry { form, span, position, sort } = *self.list.get(number)?;
        let text = &self.forms[form.0 as usize..form.1 as usize];
        let (start, end) = (span.0 as usize, span.1 as usize);
        Some(Token { text, start, end, position: position as usize, sort })
    }

    /// All of them, in the order of their positions.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Token<'_>> {
        (0..self.len()).filter_map(|number| self.get(number))
    }
}

/// A text being read.
struct Reading<'a> {
    tokens: &'a mut Tokens,
    text: &'a str,
    position: usize,
    /// The last word: its number, and where it stands.
    last: Option<(usize, usize, usize)>,
    /// Where the last sum or date ends: none begins before that.
    compound_end: usize,
}

impl Reading<'_> {
    fn word(&mut self, start: usize, word: &str) {
        let end = start + word.len();
        let from = self.tokens.forms.len();
        let accented = self.tokens.folder.fold(word, &mut self.tokens.forms);
        let form = (from, self.tokens.forms.len());
        if form.0 == form.1 {
            return;
        }
        let broken = self.last.filter(|(_, _, last)| self.is_broken(*last, start));
        if broken.is_none() {
            self.position += 1;
        }
        let number = self.tokens.len();
        self.push(form, (start, end), Sort::Word);
        if let Some((first, first_start, _)) = broken {
            self.join(first, form, (first_start, end));
        }
        if let Some(accented) = accented {
            self.extra(&accented, (start, end), Sort::Accented);
        }
        self.compounds(start, form);
        self.last = Some((number, start, end));
    }

    fn push(&mut self, form: (usize, usize), span: (usize, usize), sort: Sort) {
        let small = |(a, b): (usize, usize)| (cap(a), cap(b));
        let position = cap(self.position - 1);
        self.tokens.list.push(Entry { form: small(form), span: small(span), position, sort });
    }

    fn extra(&mut self, text: &str, span: (usize, usize), sort: Sort) {
        let from = self.tokens.forms.len();
        self.tokens.forms.push_str(text);
        self.push((from, self.tokens.forms.len()), span, sort);
    }

    /// Whether a hyphen at the end of a line is all that stands between two words, of which the second goes on in small
    /// letters.
    fn is_broken(&self, end: usize, start: usize) -> bool {
        let head = &self.text[..start];
        // What stands between two words on one line, which is nearly always, is looked at no further.
        if start - end > 12 || !head[end..].contains('\n') {
            return false;
        }
        let between = &head[end..];
        let line_end = between.trim_start_matches(['-', '\u{2010}', '\u{ad}']);
        let hyphens = between[..between.len() - line_end.len()].chars().count();
        let hyphen = hyphens == 1 || (hyphens == 0 && head[..end].ends_with('\u{ad}'));
        hyphen
            && line_end.trim_matches([' ', '\t', '\r']) == "\n"
            && head[..end].trim_end_matches('\u{ad}').ends_with(char::is_alphabetic)
            && self.text[start..].starts_with(char::is_lowercase)
    }

    fn join(&mut self, first: usize, second: (usize, usize), span: (usize, usize)) {
        let joined = self.tokens.get(first).map(|token| token.text.to_owned()).unwrap_or_default()
            + &self.tokens.forms[second.0..second.1];
        self.extra(&joined, span, Sort::Joined);
    }

    /// The sum or date that begins with this word.
    fn compounds(&mut self, start: usize, form: (usize, usize)) {
        let Some(first) = self.tokens.forms.as_bytes().get(form.0).copied() else { return };
        if start < self.compound_end || !(first.is_ascii_digit() || self.may_be_month(form)) {
            return;
        }
        if let Some(date) = dates::at(self.text, start) {
            self.compound_end = date.range.end;
            for day in date.days {
                self.extra(&day_term(day), (date.range.start, date.range.end), Sort::Compound);
            }
        } else if first.is_ascii_digit()
            && let Some(sum) = sums::at(self.text, start).filter(|sum| sum.named)
        {
            self.compound_end = sum.range.end;
            for value in &sum.values {
                for term in [sum_term(value, None), sum_term(value, Some(sum.currency.unwrap_or("?")))] {
                    self.extra(&term, (sum.range.start, sum.range.end), Sort::Compound);
                }
            }
        }
    }

    /// Whether the word begins as a month does: this is asked of every word.
    fn may_be_month(&self, form: (usize, usize)) -> bool {
        let word = &self.tokens.forms[form.0..form.1];
        (3..=10).contains(&word.len())
            && matches!(
                &word.as_bytes()[..3],
                b"jan"
                    | b"feb"
                    | b"mar"
                    | b"apr"
                    | b"may"
                    | b"jun"
                    | b"jul"
                    | b"aug"
                    | b"sep"
                    | b"oct"
                    | b"nov"
                    | b"dec"
            )
    }
}

/// Pages are far smaller; what were not would be cut by the limits of the reader.
fn cap(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
