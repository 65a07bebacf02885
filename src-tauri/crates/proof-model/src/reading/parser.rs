//! The cursor over the tokens of a written date, and the choices that its words leave open.

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;

use super::{
    Reading, Reference,
    language::Sense,
    token::{Kind, Token},
};

/// Why a date cannot be read. Columns are characters from 0.
#[derive(Debug)]
pub(super) enum Fault {
    NeedsReference { at: usize, words: String },
    Unreadable { at: usize, reason: String, nearest: Option<Box<Reading>> },
}

/// A choice that words leave open. Every answer is read; those that give a date are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// 03/04/2021: the month stands first.
    MonthFirst,
    /// A year of two digits is of the 1900s.
    LastCentury,
    /// The 1900s: a century rather than a decade.
    Century,
    /// 2010/11: November 2010 rather than two years.
    MonthAfterYear,
    /// “Last March”, said in May: that of the year before. “Next” likewise.
    YearFurther,
    /// The later of the two when clocks go back.
    LaterClock,
    /// Midnight at the end of the day.
    DayEnd,
    /// The second, third or fourth zone of an abbreviation (two bits).
    Zone,
    ZoneHigh,
}

pub(super) const CHOICES: u32 = 9;

/// One set of answers, and which of them were asked for.
#[derive(Debug, Default)]
pub(super) struct World {
    pub answers: u32,
    pub asked: Cell<u32>,
}

impl World {
    fn answer(&self, choice: Choice) -> bool {
        let bit = 1 << choice as u32;
        self.asked.set(self.asked.get() | bit);
        self.answers & bit != 0
    }
}

pub(super) struct Parser<'a> {
    pub text: &'a [char],
    pub tokens: &'a [Token],
    pub at: usize,
    pub reference: Option<&'a Reference>,
    pub world: &'a World,
    /// Whether the date of the source was used.
    pub relative: Cell<bool>,
    /// What the explanation has to add.
    pub notes: RefCell<Vec<String>>,
}

impl Parser<'_> {
    pub(super) fn ask(&self, choice: Choice) -> bool {
        self.world.answer(choice)
    }

    pub(super) fn note(&self, note: impl Into<String>) {
        let note = note.into();
        let mut notes = self.notes.borrow_mut();
        if !notes.contains(&note) {
            notes.push(note);
        }
    }

    pub(super) fn kind(&self, ahead: usize) -> Option<Kind> {
        self.tokens.get(self.at + ahead).map(|token| token.kind)
    }

    pub(super) fn sense(&self, ahead: usize) -> Option<Sense> {
        match self.kind(ahead) {
            Some(Kind::Sense(sense)) => Some(sense),
            _ => None,
        }
    }

    pub(super) fn mark(&self, ahead: usize) -> Option<char> {
        match self.kind(ahead) {
            Some(Kind::Mark(mark)) => Some(mark),
            _ => None,
        }
    }

    /// A number and how many digits it was written with.
    pub(super) fn number(&self, ahead: usize) -> Option<(u32, usize)> {
        match self.kind(ahead) {
            Some(Kind::Number { value, digits }) => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn eat(&mut self, sense: Sense) -> bool {
        let found = self.sense(0) == Some(sense);
        self.at += usize::from(found);
        found
    }

    pub(super) fn eat_mark(&mut self, mark: char) -> bool {
        let found = self.mark(0) == Some(mark);
        self.at += usize::from(found);
        found
    }

    pub(super) fn skip_fillers(&mut self) {
        while matches!(self.sense(0), Some(Sense::Filler | Sense::Of)) {
            self.at += 1;
        }
    }

    /// The character at which a token begins; the end of the text past the last one.
    pub(super) fn column(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(self.text.len(), |token| token.from)
    }

    pub(super) fn words(&self, from: usize, to: usize) -> String {
        let end =
            to.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(self.text.len(), |last| last.to);
        self.text.get(self.column(from)..end).unwrap_or_default().iter().collect()
    }

    pub(super) fn fault(&self, token: usize, reason: impl Into<String>) -> Fault {
        Fault::Unreadable { at: self.column(token), reason: reason.into(), nearest: None }
    }

    /// What is wrong with the token that nothing could be made of.
    pub(super) fn unexpected(&self) -> Fault {
        let word = self.words(self.at, self.at + 1);
        let reason = match self.kind(0) {
            None => "the text ends where a date should follow".to_owned(),
            Some(Kind::Unknown) => format!("“{word}” is not a word of a date"),
            Some(_) => format!("“{word}” does not fit here"),
        };
        self.fault(self.at, reason)
    }

    /// The day of the source, for the words of these tokens.
    pub(super) fn reference(&self, from: usize, to: usize) -> Result<NaiveDate, Fault> {
        let reference = self
            .reference
            .ok_or_else(|| Fault::NeedsReference { at: self.column(from), words: self.words(from, to) })?;
        self.relative.set(true);
        Ok(reference.day)
    }
}
