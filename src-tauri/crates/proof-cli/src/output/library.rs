use std::io::{self, Write};

use proof_api::wire::{LedgerRow, VerifyReport};

use super::counted;

pub fn ledger_line(out: &mut dyn Write, row: &LedgerRow) -> io::Result<()> {
    writeln!(
        out,
        "{:>6}  {}  {}  {} ({})",
        row.seq,
        row.at,
        row.actor,
        row.act,
        counted(row.changes, "change")
    )?;
    writeln!(out, "        {}", row.hash)
}

pub fn verification(out: &mut dyn Write, report: &VerifyReport) -> io::Result<()> {
    for problem in &report.problems {
        writeln!(out, "{} {}: {}", problem.part, problem.item, problem.message)?;
    }
    writeln!(
        out,
        "{}, {}, {} of the ledger and {} of the index checked: {}",
        counted(report.originals, "original"),
        counted(report.quotes, "quote"),
        counted(report.ledger, "line"),
        counted(report.index, "page"),
        match report.problems.len() {
            0 => "everything verified".to_owned(),
            1 => "1 problem".to_owned(),
            many => format!("{many} problems"),
        }
    )
}
