//! Dates on the command line, as people write them.

use chrono::NaiveDate;
use proof_model::{Reading, ReadingError, Reference, read_date};

use crate::failure::Failure;

/// Reads a date, where it is given against a reference day.
pub fn read(text: &str, reference: Option<&str>) -> Result<Reading, Failure> {
    let reference = reference.map(reference_day).transpose()?;
    read_date(text, reference.as_ref()).map_err(|error| failure(&error))
}

fn reference_day(text: &str) -> Result<Reference, Failure> {
    let day: NaiveDate = text.parse().map_err(|_| {
        Failure::usage(format!("--reference “{text}” is no day"), "Write it like 2021-04-20.")
    })?;
    Ok(Reference { day, name: format!("the reference day, {}", day.format("%-d %B %Y")) })
}

fn failure(error: &ReadingError) -> Failure {
    let line = |reading: &Reading| format!("{}  ({})", reading.when.edtf(), reading.explanation);
    let hint = match error {
        ReadingError::Ambiguous { readings, .. } => {
            let lines: Vec<String> = readings.iter().map(line).collect();
            format!("Write the one that is meant:\n{}", lines.join("\n"))
        }
        ReadingError::NeedsReference { .. } => "Give the source's own day: --reference 2021-04-20".to_owned(),
        ReadingError::Unreadable { nearest: Some(nearest), .. } => {
            format!("Nearest reading: {}", line(nearest))
        }
        ReadingError::Unreadable { .. } => {
            "Write it like 4 August 2020, about March 2021, or in EDTF: 2021-02, 2019~".to_owned()
        }
    };
    Failure::usage(error.to_string(), hint)
}
