//! Exhibits: documents that are marked to be shown, and productions: documents whose pages bear Bates numbers.
//!
//! Civil Procedure Rules, Practice Direction 32, paragraph 18 (England and Wales): an exhibit of a witness statement is
//! marked with the initials of who makes it and a number, and the numbers run on through that person's later statements.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{CaseId, DocumentId, NumberStyle, ProductionId, SchemeId};

/// An exhibit's number, with the letter of one that was put in behind it: 12, 12A, 12B, 13. Marks order as they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark {
    number: u64,
    /// From 1 for A; 0 where there is none.
    letter: u8,
}

/// How the exhibits of somebody in a case are marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExhibitScheme {
    /// Identifier.
    pub id: SchemeId,
    /// Its case.
    pub case: CaseId,
    /// How marks are written.
    pub style: NumberStyle,
    /// The number with which they begin.
    pub first: u64,
    /// Whose exhibits they are: a witness, a side; empty where that is not said.
    pub whose: String,
}

/// Documents whose pages were numbered through, as they were given to the other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Production {
    /// Identifier.
    pub id: ProductionId,
    /// Its case.
    pub case: CaseId,
    /// Name, unique in its case.
    pub name: String,
    /// How Bates numbers are written.
    pub style: NumberStyle,
    /// When it was made, RFC 3339 in UTC.
    pub made_at: String,
}

/// A document of a production.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Produced {
    /// The document.
    pub document: DocumentId,
    /// The number of its first page.
    pub first: u64,
    /// How many pages bear numbers, from 1.
    pub pages: u32,
}

/// Where marks do not run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// This mark is borne by nobody although a later one is.
    Missing(Mark),
    /// This mark is borne twice.
    Double(Mark),
}

impl Mark {
    /// A mark with a letter, A to Z, or none; none for anything else.
    pub fn new(number: u64, letter: &str) -> Option<Self> {
        let letter = match *letter.as_bytes() {
            [] => 0,
            [letter @ b'A'..=b'Z'] => letter - b'A' + 1,
            _ => return None,
        };
        Some(Self { number, letter })
    }

    /// A number without a letter.
    pub const fn whole(number: u64) -> Self {
        Self { number, letter: 0 }
    }

    /// The number.
    pub const fn number(self) -> u64 {
        self.number
    }

    /// The letter, A to Z; empty where there is none.
    pub fn letter(self) -> String {
        self.letter.checked_sub(1).map(|place| char::from(b'A' + place).to_string()).unwrap_or_default()
    }

    /// Whether it has no letter.
    pub const fn is_whole(self) -> bool {
        self.letter == 0
    }

    /// The mark with the next letter: 12A behind 12, 12B behind 12A; none behind Z.
    pub const fn next_letter(self) -> Option<Self> {
        if self.letter < 26 { Some(Self { letter: self.letter + 1, ..self }) } else { None }
    }

    /// The next number.
    #[must_use]
    pub const fn next_number(self) -> Self {
        Self::whole(self.number.saturating_add(1))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, self.letter())
    }
}

impl ExhibitScheme {
    /// A mark as it is written: "PX-012A".
    pub fn shown(&self, mark: Mark) -> String {
        self.style.mark(mark)
    }

    /// The mark of the next document where `last` is the last; the first of all where there is none.
    pub fn next(&self, last: Option<Mark>) -> Mark {
        last.map_or(Mark::whole(self.first), Mark::next_number)
    }
}

/// Where marks, in their order, do not run from `first` on without gaps and doubles; none where they do. Letters run A, B,
/// … behind a number that is borne.
pub fn gap(first: u64, marks: impl IntoIterator<Item = Mark>) -> Option<Gap> {
    let mut last: Option<Mark> = None;
    for mark in marks {
        let whole = last.map_or(Mark::whole(first), Mark::next_number);
        let lettered = last.and_then(Mark::next_letter);
        if last == Some(mark) {
            return Some(Gap::Double(mark));
        }
        if mark != whole && Some(mark) != lettered {
            let is_lettered = last.is_some_and(|last| last.number == mark.number);
            return Some(Gap::Missing(lettered.filter(|_| is_lettered).unwrap_or(whole)));
        }
        last = Some(mark);
    }
    None
}

/// Marks, in their order, as they are once those behind a gap have moved up: 12A becomes 12 where 12 is gone, and 13
/// becomes 12 where 12 and its letters are gone. Nothing moves where there is no gap.
pub fn closed_up(first: u64, marks: &[Mark]) -> Vec<Mark> {
    let mut closed: Vec<Mark> = Vec::with_capacity(marks.len());
    let mut number_before = None;
    for mark in marks {
        let same_number = number_before.replace(mark.number) == Some(mark.number);
        let next = match closed.last() {
            None => Mark::whole(first),
            // Never more letters than before, so there is always a next one.
            Some(last) if same_number => last.next_letter().unwrap_or_else(|| last.next_number()),
            Some(last) => last.next_number(),
        };
        closed.push(next);
    }
    closed
}

/// `count` marks of whole numbers from `first` on.
pub fn numbered_through(first: u64, count: usize) -> impl Iterator<Item = Mark> {
    (first..).take(count).map(Mark::whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(text: &str) -> Vec<Mark> {
        let read = |mark: &str| {
            let digits = mark.trim_end_matches(char::is_alphabetic);
            Mark::new(digits.parse().unwrap(), &mark[digits.len()..]).unwrap()
        };
        text.split_whitespace().map(read).collect()
    }

    #[test]
    fn gaps_and_doubles_are_named() {
        let missing = |mark: &str| Some(Gap::Missing(marks(mark)[0]));
        for (first, text, expected) in [
            (1, "", None),
            (1, "1 2 2A 2B 3", None),
            (23, "23 24", None),
            (1, "2", missing("1")),
            (1, "1 3", missing("2")),
            (1, "1 2 2B", missing("2A")),
            (1, "1A", missing("1")),
            (1, "1 2A", missing("2")),
            (1, "1 1", Some(Gap::Double(Mark::whole(1)))),
            (0, "0 1", None),
        ] {
            assert_eq!(gap(first, marks(text)), expected, "{text} from {first}");
        }
    }

    #[test]
    fn closing_a_gap_moves_up_what_stands_behind_it_and_nothing_else() {
        for (text, expected) in [
            ("11 12A 12B 13", "11 12 12A 13"),
            ("11 13 13A 14", "11 12 12A 13"),
            ("11 12 12B 12C", "11 12 12A 12B"),
            ("12 15 15A 20B", "11 12 12A 13"),
            ("11 12 12A", "11 12 12A"),
            ("", ""),
        ] {
            assert_eq!(closed_up(11, &marks(text)), marks(expected), "{text}");
        }
    }

    #[test]
    fn letters_end_with_z_and_nothing_else_is_one() {
        let all: Vec<Mark> =
            std::iter::successors(Some(Mark::whole(12)), |mark| mark.next_letter()).collect();
        assert_eq!((all.len(), all[26].to_string()), (27, "12Z".to_owned()));
        assert!(all.is_sorted() && all[26] < all[0].next_number());
        for letter in ["a", "AA", "1", "Ä", " "] {
            assert_eq!(Mark::new(1, letter), None, "{letter}");
        }
    }

    proptest! {
        #[test]
        fn what_is_closed_up_has_no_gap_and_its_order(
            first in 0_u64..50, found in prop::collection::btree_set((0_u64..20, 0_u8..=26), 0..60),
        ) {
            let marks: Vec<Mark> =
                found.into_iter().map(|(number, letter)| Mark { number: first + number, letter }).collect();
            let closed = closed_up(first, &marks);
            prop_assert_eq!(gap(first, closed.iter().copied()), None);
            prop_assert_eq!(closed_up(first, &closed), closed.clone());
            prop_assert!(closed.iter().zip(&marks).all(|(after, before)| after <= before));
            if gap(first, marks.iter().copied()).is_none() {
                prop_assert_eq!(closed, marks);
            }
        }

        #[test]
        fn marks_order_by_number_and_then_letter(a in (0_u64..30, 0_u8..=26), b in (0_u64..30, 0_u8..=26)) {
            let mark = |(number, letter)| Mark { number, letter };
            prop_assert_eq!(mark(a).cmp(&mark(b)), a.cmp(&b));
            prop_assert_eq!(Mark::new(a.0, &mark(a).letter()), Some(mark(a)));
        }
    }
}
