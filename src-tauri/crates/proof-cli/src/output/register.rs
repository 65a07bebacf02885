use std::io::{self, Write};

use proof_api::wire::{
    AnnotationRow, CitationRow, ColourRow, DocumentMarks, Facet, Register, RegisterFacets, RegisterRow,
    RowsWritten,
};

use super::counted;

pub fn register(out: &mut dyn Write, register: &Register) -> io::Result<()> {
    let mut group = None;
    for row in &register.rows {
        if row.group.is_some() && row.group != group {
            group.clone_from(&row.group);
            writeln!(out, "— {}", row.group.as_deref().unwrap_or_default())?;
        }
        line(out, row)?;
    }
    let total = counted(register.total, "document");
    writeln!(out, "{total}, {} reviewed", register.reviewed)
}

fn line(out: &mut dyn Write, row: &RegisterRow) -> io::Result<()> {
    let numbers = [row.marks.join(", "), row.bates.join(", ")];
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let lead = if numbers.is_empty() { String::new() } else { format!("{}  ", numbers.join("  ")) };
    writeln!(out, "{lead}{}", row.title)?;
    let flags = [(row.reviewed, "reviewed"), (row.starred, "starred"), (row.confidential, "confidential")];
    let mut words = vec![row.kind_words.clone(), counted(row.pages, "page")];
    words.extend([&row.dated, &row.source].into_iter().filter(|text| !text.is_empty()).cloned());
    words.extend(flags.iter().filter(|(is, _)| *is).map(|(_, word)| (*word).to_owned()));
    words.extend(row.privilege.iter().map(|basis| format!("privileged: {basis}")));
    words.extend(row.relevance.map(|relevance| relevance.shown().to_owned()));
    words.extend(row.tags.iter().map(|tag| format!("#{tag}")));
    words.extend(row.issues.iter().map(|issue| format!("issue {issue}")));
    writeln!(out, "  {} · {}", words.join(", "), row.document)
}

pub fn register_facets(out: &mut dyn Write, facets: &RegisterFacets) -> io::Result<()> {
    let lists: [(&str, &Vec<Facet>); 5] = [
        ("kind", &facets.kinds),
        ("source", &facets.sources),
        ("tag", &facets.tags),
        ("issue", &facets.issues),
        ("relevance", &facets.relevance),
    ];
    for (name, list) in lists {
        for facet in list {
            writeln!(out, "{name}  {}  {}", facet.shown, facet.count)?;
        }
    }
    Ok(())
}

pub fn rows_written(out: &mut dyn Write, written: &RowsWritten) -> io::Result<()> {
    writeln!(out, "{}: {}", written.path, counted(written.rows, "row"))
}

pub fn document_marks(out: &mut dyn Write, marks: &DocumentMarks) -> io::Result<()> {
    marks.citations.iter().try_for_each(|row| citation(out, row))?;
    marks.annotations.iter().try_for_each(|row| annotation(out, row))
}

fn citation(out: &mut dyn Write, row: &CitationRow) -> io::Result<()> {
    writeln!(out, "p. {}  “{}”{}", row.page, row.exact, broken(row.holds))?;
    writeln!(out, "  cited for {}, {} · {}", row.title, row.date, row.account)
}

pub fn annotation(out: &mut dyn Write, row: &AnnotationRow) -> io::Result<()> {
    writeln!(out, "p. {}  “{}”{}", row.page, row.exact, broken(row.holds))?;
    if !row.note.is_empty() {
        row.note.lines().try_for_each(|line| writeln!(out, "  {line}"))?;
    }
    writeln!(out, "  {} · {}", row.colour_name, row.annotation)
}

const fn broken(holds: bool) -> &'static str {
    if holds { "" } else { "  (no longer there)" }
}

pub fn colour(out: &mut dyn Write, row: &ColourRow) -> io::Result<()> {
    writeln!(out, "{}  {}  used {}", row.colour.shown(), row.name, counted(row.used, "time"))
}
