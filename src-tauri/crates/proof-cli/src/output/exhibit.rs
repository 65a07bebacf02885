use std::io::{self, Write};

use proof_api::wire::{
    ConcordanceRow, ExhibitPlan, NumberRow, NumberingRow, ProductionPlan, ProductionRow, SchemeRow,
};

use super::counted;

/// The width of a mark or a Bates number, in letters.
const NUMBER: usize = 16;

pub fn scheme(out: &mut dyn Write, row: &SchemeRow) -> io::Result<()> {
    let whose = if row.whose.is_empty() { String::new() } else { format!(" of {}", row.whose) };
    let last = row.last.as_ref().map_or_else(String::new, |last| format!(" to {last}"));
    writeln!(out, "{}{last}{whose}: {}, next {}", row.first, counted(row.count, "exhibit"), row.next)?;
    writeln!(out, "  {}", row.scheme)
}

/// What an act on exhibits does, or did: what stays as it is, is only counted.
pub fn exhibit_plan(out: &mut dyn Write, plan: &ExhibitPlan) -> io::Result<()> {
    for row in plan.rows.iter().filter(|row| row.before != row.after) {
        let (before, after) = (shown(row.before.as_ref()), shown(row.after.as_ref()));
        writeln!(out, "{before:<NUMBER$} → {after:<NUMBER$} {}", row.title)?;
    }
    writeln!(
        out,
        "{} become others, of {}",
        counted(plan.changed, "mark"),
        counted(plan.rows.len() as u64, "document")
    )
}

pub fn production(out: &mut dyn Write, row: &ProductionRow) -> io::Result<()> {
    writeln!(out, "{}: {} – {}", row.name, row.first, row.last)?;
    let (documents, pages) = (counted(row.documents, "document"), counted(row.pages, "page"));
    writeln!(out, "  {documents}, {pages}, made {} · {}", row.made_at, row.production)
}

pub fn production_plan(out: &mut dyn Write, plan: &ProductionPlan) -> io::Result<()> {
    for row in &plan.rows {
        writeln!(
            out,
            "{:<NUMBER$} – {:<NUMBER$} {} ({})",
            row.first,
            row.last,
            row.title,
            counted(row.pages, "page")
        )?;
    }
    writeln!(out, "{} – {}: {}", plan.first, plan.last, counted(plan.pages, "page"))
}

pub fn concordance(out: &mut dyn Write, row: &ConcordanceRow) -> io::Result<()> {
    writeln!(out, "{} ({})", row.title, row.document)?;
    if let Some(page) = row.page {
        let label = row.label.as_ref().map_or_else(String::new, |label| format!(", printed {label}"));
        writeln!(out, "  page {page}{label}")?;
    }
    row.marks.iter().try_for_each(|row| number(out, "exhibit", row))?;
    row.bates.iter().try_for_each(|row| number(out, "Bates", row))?;
    row.earlier.iter().try_for_each(|words| writeln!(out, "  {words}"))
}

pub fn numbering(out: &mut dyn Write, row: &NumberingRow) -> io::Result<()> {
    let current = if row.current { " (today's)" } else { "" };
    writeln!(out, "line {:>5}  {}  {} by {}{current}", row.seq, row.at, row.act, row.actor)?;
    let (exhibits, produced) = (counted(row.exhibits, "exhibit"), counted(row.produced, "document"));
    writeln!(out, "            {exhibits}, {produced} with Bates numbers")
}

fn number(out: &mut dyn Write, kind: &str, row: &NumberRow) -> io::Result<()> {
    let until = match (&row.until, &row.until_at) {
        (Some(until), Some(at)) => format!(" to line {until}, {at}"),
        _ => String::new(),
    };
    writeln!(out, "  {kind} {} from line {}, {}{until}", row.shown, row.since, row.since_at)
}

fn shown(mark: Option<&String>) -> &str {
    mark.map_or("none", String::as_str)
}
