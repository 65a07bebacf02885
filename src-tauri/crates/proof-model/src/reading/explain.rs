//! A reading in words: what it is, what is left open, and what it was read against.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Edtf, Precision};

use super::Reference;
use crate::When;

/// The words of a value with what they leave open, then the notes, then the source where one was used.
pub(super) fn explanation(when: &When, notes: &[String], source: Option<(&str, &Reference)>) -> String {
    let mut parts = vec![format!("{when}{}", left_open(when))];
    parts.extend_from_slice(notes);
    if let Some((text, reference)) = source {
        let day = When::day(reference.day);
        let name = reference.name.trim();
        let named = if name.is_empty() { String::new() } else { format!(" ({name})") };
        parts.push(format!("“{}” read from the date of the source, {day}{named}", text.trim()));
    }
    parts.join("; ")
}

/// The months that a season or a part of a year stands for; else what is not known.
fn left_open(when: &When) -> String {
    let Some(Edtf::Date(date)) = when.value() else { return String::new() };
    if date.has_unspecified() || date.year.significant_digits.is_some() {
        return String::new();
    }
    match date.precision() {
        Precision::Day => String::new(),
        Precision::Month => ", day not known".to_owned(),
        Precision::Year => ", month and day not known".to_owned(),
        Precision::Season => months(when),
    }
}

fn months(when: &When) -> String {
    let (Some(first), Some(last)) = (when.earliest(), when.latest()) else { return String::new() };
    let form = if first.year() == last.year() { "%B" } else { "%B %Y" };
    let month = |day: NaiveDate| day.format(form).to_string();
    format!(", {} to {}", month(first), month(last))
}
