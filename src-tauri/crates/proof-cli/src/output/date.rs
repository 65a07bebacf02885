use std::io::{self, Write};

use proof_api::wire::{DateChoice, DateReading, DateView};

/// How a date reads: EDTF, bounds, words.
pub fn date(out: &mut dyn Write, reading: &DateReading) -> io::Result<()> {
    let Some(date) = &reading.date else { return Ok(()) };
    if date.edtf.is_empty() {
        return writeln!(out, "{}", date.display);
    }
    writeln!(out, "{}", date.edtf)?;
    let bounds = bounds(date);
    if !bounds.is_empty() {
        writeln!(out, "  {bounds}")?;
    }
    writeln!(out, "  {}", words(date, &reading.explanation))
}

/// The readings to choose from, a line each.
pub fn readings(reading: &DateReading) -> String {
    let line =
        |choice: &DateChoice| format!("{}  ({})", choice.date.edtf, words(&choice.date, &choice.explanation));
    reading.choices.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What was understood, which names the date; the date itself where there is nothing to explain.
fn words<'a>(date: &'a DateView, explanation: &'a str) -> &'a str {
    if explanation.is_empty() { &date.display } else { explanation }
}

fn bounds(date: &DateView) -> String {
    match (&date.earliest, &date.latest) {
        (Some(earliest), Some(latest)) if earliest == latest => earliest.clone(),
        (Some(earliest), Some(latest)) => format!("{earliest} to {latest}"),
        (Some(earliest), None) => format!("{earliest} or later"),
        (None, Some(latest)) => format!("{latest} or earlier"),
        (None, None) => String::new(),
    }
}
