use std::io::{self, Write};

use proof_api::wire::CaseRow;

use super::counted;

pub fn case(out: &mut dyn Write, row: &CaseRow) -> io::Result<()> {
    writeln!(out, "{}", row.name)?;
    let forum = if row.forum.is_empty() { "forum not known" } else { &row.forum };
    writeln!(out, "  {}, {forum}", row.kind_words)?;
    if !row.dockets.is_empty() {
        writeln!(out, "  docket {}", row.dockets.join(", "))?;
    }
    for text in [&row.status, &row.summary] {
        if !text.is_empty() {
            writeln!(out, "  {text}")?;
        }
    }
    for relation in &row.relations {
        let note = if relation.note.is_empty() { String::new() } else { format!(": {}", relation.note) };
        writeln!(out, "  {} {}{note}", relation.kind_words, relation.to_name)?;
    }
    if let Some(next) = &row.next {
        writeln!(out, "  next: {}, {} ({})", next.title, next.date.display, next.due.words)?;
    }
    writeln!(out, "  {}, {} · {}", counted(row.events, "event"), counted(row.documents, "document"), row.case)
}
