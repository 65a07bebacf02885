//! Why a written date has no one reading.

use std::fmt::Write as _;

use super::Reading;

/// A written date that has no one reading. The text of each error is the whole of what was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadingError {
    /// It is more than one date; none is guessed.
    #[error("“{text}” is more than one date: {}. Choose one", offered(readings))]
    Ambiguous {
        /// What was written.
        text: String,
        /// Every date that it can be, the likeliest way of writing first.
        readings: Vec<Reading>,
    },
    /// It is told from the date of its source, which is not known.
    #[error(
        "“{words}” at character {column} is told from the date of its source: give that date, or write this one in full"
    )]
    NeedsReference {
        /// What was written.
        text: String,
        /// The character at which the words begin, from 1.
        column: usize,
        /// The words that need the date of the source.
        words: String,
    },
    /// It is no date.
    #[error("“{text}” cannot be read as a date: {reason}, at character {column}.{}", nearby(nearest.as_deref()))]
    Unreadable {
        /// What was written.
        text: String,
        /// The character at which reading stopped, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
        /// The nearest text that is a date.
        nearest: Option<Box<Reading>>,
    },
}

fn offered(readings: &[Reading]) -> String {
    readings
        .iter()
        .map(|reading| format!("{} ({})", reading.when, reading.when.edtf()))
        .collect::<Vec<_>>()
        .join(" or ")
}

fn nearby(nearest: Option<&Reading>) -> String {
    let mut text = String::new();
    if let Some(Reading { when, .. }) = nearest {
        // Writing to a string cannot fail.
        let _ = write!(text, " The nearest reading is {when} ({})", when.edtf());
    } else {
        text.push_str(" Write it like 4 August 2020, August 2020 or 2020-08-04");
    }
    text
}
