//! Reads words, phrases and fields into leaves.

use std::collections::HashSet;

use super::values::fixed;
use super::{Scanner, is_quote};
use crate::analysis::asked_words;
use crate::query::ast::{Field, Leaf, Wanted};
use crate::query::error::QueryError;

/// Words that may stand between those of a near search.
const MAX_SLOP: u32 = 100;

impl Scanner {
    /// A word, with the field that may stand before it; `None` for punctuation.
    pub(super) fn leaf(&mut self, word: &str, column: usize) -> Result<Option<Leaf>, QueryError> {
        let Some((name, value)) = field_name(word) else { return self.value(Field::Text, word, column) };
        let followed = !value.is_empty() || self.peek().is_some_and(is_quote);
        match Field::named(name) {
            Some(field) => {
                let value_column = column + name.chars().count() + 1;
                let leaf = self.value(field, value, value_column)?;
                leaf.map(Some).ok_or_else(|| no_value(name, value_column))
            }
            None if followed => Err(unknown_field(name, column)),
            None => self.value(Field::Text, word, column),
        }
    }

    /// A phrase in quotation marks, with `~5` after it if it may be loose.
    pub(super) fn phrase(&mut self, field: Field) -> Result<Option<Leaf>, QueryError> {
        let column = self.column();
        self.at += 1;
        let rest = &self.chars[self.at..];
        let length = rest.iter().position(|c| is_quote(*c)).ok_or_else(|| {
            QueryError::new(column, "this quotation mark is not closed: add one after the phrase")
        })?;
        let text: String = rest[..length].iter().collect();
        self.at += length + 1;
        let slop = self.slop()?;
        phrase_leaf(field, &text, slop, column)
    }

    /// What stands after a colon, or a word without a field.
    fn value(&mut self, field: Field, value: &str, column: usize) -> Result<Option<Leaf>, QueryError> {
        if (value.is_empty() || value == "=") && self.peek().is_some_and(is_quote) {
            return self.phrase(field);
        }
        let wanted = match fixed(field, value, column) {
            Some(wanted) => wanted?,
            None => word(value, column)?,
        };
        Ok(wanted.map(|wanted| Leaf { field, wanted }))
    }

    /// The `~5` right behind a phrase; 0 when there is none.
    fn slop(&mut self) -> Result<u32, QueryError> {
        if self.peek() != Some('~') {
            return Ok(0);
        }
        let column = self.column();
        let digits: String = self.chars[self.at + 1..].iter().take_while(|c| c.is_ascii_digit()).collect();
        self.at += 1 + digits.len();
        let slop = digits.parse().ok().filter(|slop| *slop <= MAX_SLOP);
        slop.ok_or_else(|| {
            QueryError::new(column, format!("after a phrase, ~ takes a number of words from 0 to {MAX_SLOP}"))
        })
    }
}

impl Leaf {
    /// How many words the leaf counts for in the limit of a query.
    pub(super) fn words(&self) -> usize {
        match &self.wanted {
            Wanted::Prefix(words) | Wanted::Phrase { words, .. } => words.len(),
            Wanted::Case { name, .. } => name.len() + 1,
            _ => 1,
        }
    }
}

/// Splits `name:value` where the name is letters only and the rest is no address: `10:30` and `https://…` are words.
pub(in crate::query) fn field_name(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(char::is_alphabetic);
    (is_name && !value.starts_with("//") && !value.starts_with('\\')).then_some((name, value))
}

fn phrase_leaf(field: Field, text: &str, slop: u32, column: usize) -> Result<Option<Leaf>, QueryError> {
    let wanted = match fixed(field, text, column) {
        Some(wanted) => wanted?,
        None if slop > 0 => in_a_row(distinct(asked_words(text)), slop),
        None => in_a_row(asked_words(text), 0),
    };
    Ok(wanted.map(|wanted| Leaf { field, wanted }))
}

fn word(typed: &str, column: usize) -> Result<Option<Wanted>, QueryError> {
    let (body, ending) = split_ending(typed);
    let words = asked_words(body);
    check_stars(body, column)?;
    match ending {
        Ending::Prefix => Ok((!words.is_empty()).then_some(Wanted::Prefix(words))),
        Ending::Like(digits) => like(words, digits, column + body.chars().count()),
        Ending::None if body.starts_with('=') => Ok(in_a_row(words, 0)),
        Ending::None if words.len() > 1 => Ok(in_a_row(words, 0)),
        Ending::None => Ok(words.into_iter().next().map(Wanted::Word)),
    }
}

/// What a word ends with.
enum Ending<'a> {
    None,
    /// `*`
    Prefix,
    /// `~`, with the digits after it.
    Like(&'a str),
}

fn split_ending(typed: &str) -> (&str, Ending<'_>) {
    let has_words = |body: &str| body.contains(char::is_alphanumeric);
    let before_stars = typed.trim_end_matches('*');
    if before_stars.len() < typed.len() && has_words(before_stars) {
        return (before_stars, Ending::Prefix);
    }
    match typed.trim_end_matches(|c: char| c.is_ascii_digit()).strip_suffix('~') {
        Some(body) if has_words(body) => (body, Ending::Like(&typed[body.len() + 1..])),
        _ => (typed, Ending::None),
    }
}

/// Refuses stars anywhere but at the end of a word; stars among punctuation are punctuation.
fn check_stars(body: &str, column: usize) -> Result<(), QueryError> {
    let Some(star) = body.find('*') else { return Ok(()) };
    if !body[star..].contains(char::is_alphanumeric) {
        return Ok(());
    }
    let leading = !body[..star].contains(char::is_alphanumeric);
    let message = if leading {
        "* cannot stand before a word: type how the word begins, then *"
    } else {
        "* cannot stand within a word: put it at the end"
    };
    Err(QueryError::new(column + body[..star].chars().count(), message))
}

fn like(mut words: Vec<String>, digits: &str, column: usize) -> Result<Option<Wanted>, QueryError> {
    let distance = match digits {
        "" | "1" => 1,
        "2" => 2,
        _ => return Err(QueryError::new(column, "after a word, ~ takes 1 or 2 letters")),
    };
    if words.len() > 1 {
        return Err(QueryError::new(column, "~ works on a single word: put quotes around several"));
    }
    Ok(words.pop().map(|word| Wanted::Like { word, distance }))
}

fn in_a_row(mut words: Vec<String>, slop: u32) -> Option<Wanted> {
    if words.len() > 1 { Some(Wanted::Phrase { words, slop }) } else { words.pop().map(Wanted::Exact) }
}

/// Each word once: a word is always near itself.
fn distinct(words: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    words.into_iter().filter(|word| seen.insert(word.clone())).collect()
}

pub(super) fn no_value(name: &str, column: usize) -> QueryError {
    QueryError::new(column, format!("{name}: needs a word or a quoted phrase right after the colon"))
}

fn unknown_field(name: &str, column: usize) -> QueryError {
    let known: Vec<&str> = Field::NAMES.iter().map(|(known, _)| *known).collect();
    QueryError::new(
        column,
        format!("there is no field \u{201c}{name}\u{201d}; the fields are {}", known.join(", ")),
    )
}
