use std::io::{self, Write};

use proof_api::wire::NoteRow;

pub fn note(out: &mut dyn Write, row: &NoteRow) -> io::Result<()> {
    writeln!(out, "{} · {} · {}", row.about, row.changed_at, row.note)?;
    row.body.lines().try_for_each(|line| writeln!(out, "  {line}"))
}
