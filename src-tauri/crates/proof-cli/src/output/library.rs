use std::io::{self, Write};

use proof_api::wire::LedgerRow;

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
