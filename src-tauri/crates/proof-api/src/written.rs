//! Dates as people write them, read for whoever sends a request.

use chrono::NaiveDate;
use proof_model::{Reading, ReadingError, Reference, read_date};

use crate::{ErrorCode, WireError, view, wire};

/// Reads a date. `reference` is the source's own day in ISO 8601, against which words like "Tuesday" are read; empty
/// where there is none. Empty text is undated.
///
/// # Errors
/// [`ErrorCode::BadDate`], with every reading of what is more than one date and the nearest of what is none.
pub fn read_written_date(text: &str, reference: &str) -> Result<Reading, WireError> {
    let reference = if reference.is_empty() { None } else { Some(reference_day(reference)?) };
    read_date(text, reference.as_ref()).map_err(|error| refused(&error))
}

/// Reads a date back: as [`read_written_date`], but what cannot be read is an answer with what there is to choose from.
///
/// # Errors
/// [`ErrorCode::BadDate`] where the reference is no day.
pub(crate) fn read_back(text: &str, reference: &str) -> Result<wire::DateReading, WireError> {
    let reference = if reference.is_empty() { None } else { Some(reference_day(reference)?) };
    let choice = |reading: &Reading| wire::DateChoice {
        date: view::date(&reading.when),
        explanation: reading.explanation.clone(),
    };
    Ok(match read_date(text, reference.as_ref()) {
        Ok(reading) => wire::DateReading {
            date: Some(view::date(&reading.when)),
            explanation: reading.explanation,
            choices: Vec::new(),
            message: String::new(),
            column: None,
        },
        Err(error) => {
            let refused = refused(&error);
            let choices = match &error {
                ReadingError::Ambiguous { readings, .. } => readings.iter().map(choice).collect(),
                ReadingError::Unreadable { nearest: Some(nearest), .. } => vec![choice(nearest)],
                _ => Vec::new(),
            };
            let hint = if choices.is_empty() { refused.hint } else { String::new() };
            wire::DateReading {
                date: None,
                explanation: String::new(),
                choices,
                message: [refused.message, hint].join(". ").trim_end_matches(". ").to_owned(),
                column: refused.column,
            }
        }
    })
}

pub(crate) fn reference_day(text: &str) -> Result<Reference, WireError> {
    let day: NaiveDate = text.parse().map_err(|_| {
        let message = format!("the reference day “{text}” is no day");
        WireError::new(ErrorCode::BadDate, message, "Write it like 2021-04-20.")
    })?;
    Ok(Reference { day, name: String::new() })
}

/// The error's own words, but for the readings of what is more than one date: each of those gets a line.
fn refused(error: &ReadingError) -> WireError {
    let (message, hint, column) = match error {
        ReadingError::Ambiguous { text, readings } => {
            let lines: Vec<String> = readings
                .iter()
                .map(|reading| format!("{}  ({})", reading.when.edtf(), reading.explanation))
                .collect();
            let hint = format!("Write the one that is meant:\n{}", lines.join("\n"));
            (format!("“{text}” is more than one date"), hint, 1)
        }
        ReadingError::NeedsReference { column, .. } => {
            let hint = "Give the day of the source, like 2021-04-20, or write the date in full.";
            (error.to_string(), hint.to_owned(), *column)
        }
        // Its words name the nearest reading, or what a date looks like.
        ReadingError::Unreadable { column, .. } => (error.to_string(), String::new(), *column),
    };
    WireError { column: u32::try_from(column).ok(), ..WireError::new(ErrorCode::BadDate, message, hint) }
}
