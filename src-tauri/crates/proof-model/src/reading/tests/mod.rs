//! Checks of the reader: a table of written dates, a table of errors, and properties.

mod errors;
mod properties;
mod relative;
mod table;

use chrono::NaiveDate;

use super::{Reading, ReadingError, Reference, read_date};

fn source(day: &str) -> Reference {
    Reference { day: day.parse().unwrap(), name: format!("published {day}") }
}

/// The EDTF of every reading, joined by “|”; the error where there is none.
fn edtf(result: &Result<Reading, ReadingError>) -> String {
    match result {
        Ok(reading) => reading.when.edtf(),
        Err(ReadingError::Ambiguous { readings, .. }) => {
            readings.iter().map(|reading| reading.when.edtf()).collect::<Vec<_>>().join(" | ")
        }
        Err(error) => error.to_string(),
    }
}

/// Reads every row and reports all that differ, not the first alone.
fn check_all(rows: &[(&str, &str)], reference: Option<&Reference>) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expect)| (text, expect, edtf(&read_date(text, reference))))
        .filter(|(_, expect, found)| *expect != found)
        .map(|(text, expect, found)| format!("{text}\n    expected {expect}\n    found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn bounds(reading: &Reading) -> (Option<NaiveDate>, Option<NaiveDate>) {
    (reading.when.earliest(), reading.when.latest())
}
