use std::io::{self, Write};

use proof_api::wire::{RelativeRow, Relatives, RelativesPart};

use super::counted;

pub fn relatives(out: &mut dyn Write, answer: &Relatives) -> io::Result<()> {
    for row in &answer.around {
        write!(out, "inside ")?;
        relative(out, row)?;
    }
    if let Some(beside) = answer.beside.as_ref().filter(|beside| beside.total > 1) {
        writeln!(out, "{} lie there", counted(beside.total, "document"))?;
    }
    inside(out, &answer.inside)
}

fn inside(out: &mut dyn Write, part: &RelativesPart) -> io::Result<()> {
    if part.total == 0 {
        return writeln!(out, "nothing lies inside it");
    }
    writeln!(out, "{} inside it:", counted(part.total, "document"))?;
    part.rows.iter().try_for_each(|row| {
        write!(out, "  ")?;
        relative(out, row)
    })?;
    let shown = u32::try_from(part.rows.len()).unwrap_or(u32::MAX);
    if shown < part.total {
        writeln!(out, "  and {} more: proofline register --inside DOC", part.total - shown)?;
    }
    Ok(())
}

fn relative(out: &mut dyn Write, row: &RelativeRow) -> io::Result<()> {
    writeln!(out, "{} ({}, {}) · {}", row.title, row.kind_words, row.outcome.as_str(), row.document)
}
