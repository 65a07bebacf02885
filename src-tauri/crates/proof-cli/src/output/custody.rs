use std::io::{self, Write};

use proof_api::wire::{CustodyRow, HeadRow, VerifyReport};

use super::counted;

pub fn custody_line(out: &mut dyn Write, row: &CustodyRow) -> io::Result<()> {
    writeln!(out, "{:>6}  {}  {}  {}", row.seq, row.at, row.actor, row.words)?;
    for line in row.detail.lines() {
        writeln!(out, "        {line}")?;
    }
    writeln!(out, "        {}", row.hash)
}

pub fn head(out: &mut dyn Write, head: &HeadRow) -> io::Result<()> {
    writeln!(out, "{} ({})", head.name, head.library)?;
    match head.seq {
        0 => writeln!(out, "  the ledger is empty"),
        seq => writeln!(out, "  line {seq}, {}\n  {}", head.at, head.hash),
    }
}

pub fn verification(out: &mut dyn Write, report: &VerifyReport) -> io::Result<()> {
    for problem in &report.problems {
        let note = if problem.note { " (a note)" } else { "" };
        writeln!(out, "{} {}{note}: {}", problem.part, problem.item, problem.message)?;
    }
    if let Some(against) = &report.against {
        writeln!(out, "{}", against.words)?;
    }
    let broken = report.problems.iter().filter(|problem| !problem.note).count();
    let result = match (report.cancelled, report.ok, report.problems.len()) {
        (true, ..) => "stopped before the end".to_owned(),
        (false, true, 0) => "everything verified".to_owned(),
        (false, true, notes) => format!("everything verified, {} to look at", counted(notes as u64, "thing")),
        (false, false, _) => counted(broken as u64, "problem"),
    };
    writeln!(
        out,
        "{}, {}, {} of the ledger and {} of the index checked: {result}",
        counted(report.originals, "original"),
        counted(report.quotes, "quote"),
        counted(report.ledger, "line"),
        counted(report.index, "page"),
    )
}
