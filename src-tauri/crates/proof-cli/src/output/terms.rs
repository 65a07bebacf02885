use std::io::{self, Write};

use proof_api::wire::{TermReport, TermRow};

use super::counted;

pub fn term_report(out: &mut dyn Write, report: &TermReport) -> io::Result<()> {
    report.terms.iter().try_for_each(|row| term(out, row))?;
    let searched = counted(report.documents, "document");
    writeln!(out, "{} of {searched} hit; {} hit by no term", report.hit_documents, report.without)?;
    if report.without_text > 0 {
        writeln!(
            out,
            "{} of those without a hit have no text: only their titles were searched",
            report.without_text
        )?;
    }
    report.path.iter().try_for_each(|path| writeln!(out, "written: {path}"))
}

fn term(out: &mut dyn Write, row: &TermRow) -> io::Result<()> {
    if !row.error.is_empty() {
        return writeln!(out, "{}  (line {}) not searched: {}", row.term, row.line, row.error);
    }
    let (documents, pages) = (counted(row.documents, "document"), counted(row.pages, "page"));
    writeln!(out, "{}  {documents}, {pages}; {} that no other term hits", row.term, row.alone)
}
