//! Dates in cells.

use chrono::NaiveDate;
use proof_model::{Reading, ReadingError, Reference, When, read_date};

/// Which number comes first in a date such as 03/04/2021.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The day.
    Day,
    /// The month.
    Month,
}

impl First {
    /// As the reader of dates marks a reading.
    const fn note(self) -> &'static str {
        match self {
            Self::Day => "read with the day first",
            Self::Month => "read with the month first",
        }
    }
}

/// Reads a date; of several readings the one with `first` first, where that leaves one.
pub(super) fn read(text: &str, first: Option<First>, day: Option<NaiveDate>) -> Result<When, String> {
    let reference =
        day.map(|day| Reference { day, name: format!("the reference day, {}", day.format("%-d %B %Y")) });
    match read_date(&with_seconds(text), reference.as_ref()) {
        Ok(reading) => Ok(reading.when),
        Err(ReadingError::Ambiguous { text, readings }) => {
            let meant =
                |reading: &&Reading| first.is_none_or(|first| reading.explanation.contains(first.note()));
            let fitting: Vec<Reading> = readings.iter().filter(meant).cloned().collect();
            match fitting.as_slice() {
                [only] => Ok(only.when.clone()),
                [] => Err(ReadingError::Ambiguous { text, readings }.to_string()),
                _ => Err(ReadingError::Ambiguous { text, readings: fitting }.to_string()),
            }
        }
        Err(error) => Err(error.to_string()),
    }
}

/// A spreadsheet's own moment has no seconds where they are none, and ISO 8601-2 asks for them.
fn with_seconds(text: &str) -> String {
    let is_moment = text.len() == 16
        && text.bytes().zip(*b"0000-00-00T00:00").all(|(sign, form)| match form {
            b'0' => sign.is_ascii_digit(),
            mark => sign == mark,
        });
    if is_moment { format!("{text}:00") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_with_two_readings_is_read_as_the_table_writes_them() {
        let check = |text: &str, first, expect: &str| {
            let day = NaiveDate::from_ymd_opt(2021, 4, 20);
            let read = read(text, first, day).map_or_else(|words| words, |when| when.edtf());
            assert_eq!(read, expect, "{text}");
        };
        check("03/04/2021", Some(First::Day), "2021-04-03");
        check("03/04/2021", Some(First::Month), "2021-03-04");
        check("before 03/04/2021", Some(First::Month), "[..2021-03-03]");
        check("13/04/2021", Some(First::Month), "2021-04-13");
        check("2021-02-25T10:30", None, "2021-02-25T10:30:00");
        check("late last month", None, "[2021-03-21..2021-03-31]");
        check(
            "03/04/2021",
            None,
            "“03/04/2021” is more than one date: 3 April 2021 (2021-04-03) or 4 March 2021 (2021-03-04). Choose one",
        );
    }

    #[test]
    fn what_is_no_date_is_refused_with_what_is_near() {
        let words = read("32 Mai 2021", None, None).unwrap_err();
        assert!(words.contains("cannot be read as a date"), "{words}");
    }
}
