//! Dates as people write them, read into EDTF: “4 Aug 2020, 10:30 London”, “late last month”, “2019 or 2020”.
//!
//! The way: text → [`token`]s with senses of a [`language`] → [`partial`] dates in the forms of a [`range`] →
//! [`settle`]d against the calendar and the date of the source → [`assemble`]d to a [`When`]. What words leave
//! open is never guessed: every answer to a [`parser::Choice`] is read, and those that give a date are offered.

mod absolute;
mod assemble;
mod clock;
mod english;
mod error;
mod explain;
mod language;
mod nearest;
mod numeric;
mod parser;
mod partial;
mod range;
mod relative;
mod settle;
mod token;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use error::ReadingError;

use self::{
    english::ENGLISH,
    explain::explanation,
    language::{Language, Sense},
    parser::{CHOICES, Fault, Parser, World},
    token::{Kind, Token},
};
use crate::When;

/// The longest text that is read as a date, in characters: more is a sentence, not a date.
const LONGEST: usize = 200;

/// What a written date is read against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The source's own date.
    pub day: NaiveDate,
    /// What that date is, for explanations: “published 24 June 2021”.
    pub name: String,
}

/// A written date, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The date, never surer than what was written.
    pub when: When,
    /// The date in words, with what is left open and what it was read against.
    pub explanation: String,
    /// Whether the source's own date was needed.
    pub relative: bool,
}

/// Reads a date as a person writes it, in English or in EDTF (levels 0 to 2). Empty text is undated.
///
/// What leaves a part of the date to its source, such as “Tuesday” or “in March”, is read from `reference`:
/// by itself the most recent on or before that day.
///
/// # Errors
/// [`ReadingError`]: with all readings where there is more than one, and with the character at which reading
/// stopped and the nearest reading where there is none.
pub fn read_date(text: &str, reference: Option<&Reference>) -> Result<Reading, ReadingError> {
    match read_once(text, &ENGLISH, reference) {
        Err(ReadingError::Unreadable { text, column, reason, nearest: None }) if column <= LONGEST => {
            let signs: Vec<char> = text.chars().collect();
            let nearest = nearest::nearest(&signs, column - 1, &ENGLISH, reference).map(Box::new);
            Err(ReadingError::Unreadable { text, column, reason, nearest })
        }
        other => other,
    }
}

/// Reads without looking for what is near.
fn read_once(
    text: &str,
    language: &Language,
    reference: Option<&Reference>,
) -> Result<Reading, ReadingError> {
    let signs: Vec<char> = text.chars().collect();
    let unreadable = |at: usize, reason: String, nearest| {
        Err(ReadingError::Unreadable { text: text.to_owned(), column: at + 1, reason, nearest })
    };
    if signs.len() > LONGEST {
        return unreadable(LONGEST, format!("a date is at most {LONGEST} characters long"), None);
    }
    if let Some(result) = read_edtf(text) {
        return result;
    }
    let tokens = token::tokens(&signs, language);
    if let [Token { kind: Kind::Sense(Sense::Undated), .. }] = tokens[..] {
        return Ok(Reading { when: When::UNDATED, explanation: When::UNDATED.to_string(), relative: false });
    }
    match worlds(text, &signs, &tokens, reference) {
        Ok(mut readings) if readings.len() == 1 => Ok(readings.remove(0)),
        Ok(readings) => Err(ReadingError::Ambiguous { text: text.to_owned(), readings }),
        Err(Fault::NeedsReference { at, words }) => {
            Err(ReadingError::NeedsReference { text: text.to_owned(), column: at + 1, words })
        }
        Err(Fault::Unreadable { at, reason, nearest }) => unreadable(at, reason, nearest),
    }
}

/// Takes the text as EDTF; none where it is meant as words.
fn read_edtf(text: &str) -> Option<Result<Reading, ReadingError>> {
    let error = match When::parse(text) {
        Ok(when) => {
            let explanation = explanation(&when, &[], None);
            return Some(Ok(Reading { when, explanation, relative: false }));
        }
        Err(error) => error,
    };
    let written = text.trim();
    let set = written.starts_with(['[', '{']) || written.contains("..");
    let interval = written.contains('/') && written.matches('-').count() > 1;
    let edtf_only = |sign: char| sign.is_ascii_digit() || "[]{}.,/-?~%XYSTZE:+".contains(sign);
    if !(set || interval) || !written.chars().all(edtf_only) {
        return None;
    }
    let indent = text.chars().take_while(|sign| sign.is_whitespace()).count();
    Some(Err(ReadingError::Unreadable {
        text: text.to_owned(),
        column: error.column + indent,
        reason: error.reason,
        nearest: None,
    }))
}

/// Reads with every answer to the choices that the words leave open, each different date once.
fn worlds(
    text: &str,
    signs: &[char],
    tokens: &[Token],
    reference: Option<&Reference>,
) -> Result<Vec<Reading>, Fault> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut first_fault = None;
    let mut asked = 0;
    for answers in 0..1 << CHOICES {
        if answers & !asked != 0 {
            continue;
        }
        let world = World { answers, ..World::default() };
        match read_in(&world, text, signs, tokens, reference) {
            Ok(reading) if readings.iter().all(|known| known.when != reading.when) => readings.push(reading),
            Ok(_) => {}
            Err(fault) => {
                first_fault.get_or_insert(fault);
            }
        }
        asked |= world.asked.get();
    }
    match first_fault {
        Some(fault) if readings.is_empty() => Err(fault),
        _ => Ok(readings),
    }
}

fn read_in(
    world: &World,
    text: &str,
    signs: &[char],
    tokens: &[Token],
    reference: Option<&Reference>,
) -> Result<Reading, Fault> {
    let mut parser = Parser {
        text: signs,
        tokens,
        at: 0,
        reference,
        world,
        relative: false.into(),
        notes: Vec::new().into(),
    };
    let (elements, kind) = parser.elements()?;
    let when = parser.assemble(&elements, kind)?;
    let relative = parser.relative.get();
    let source = reference.filter(|_| relative).map(|reference| (text, reference));
    let explanation = explanation(&when, &parser.notes.borrow(), source);
    Ok(Reading { when, explanation, relative })
}
