use std::io::{self, Write};

use proof_api::wire::{DocumentRow, Hit, MarksView, SearchAnswer};

use super::counted;

pub fn document(out: &mut dyn Write, row: &DocumentRow) -> io::Result<()> {
    writeln!(out, "{}", row.title)?;
    let (pages, cited) = (counted(row.pages, "page"), counted(row.cited, "time"));
    writeln!(out, "  {}, {pages}, {}, cited {cited}", row.kind_words, row.outcome.as_str())?;
    if let Some(reason) = &row.reason {
        writeln!(out, "  {reason}")?;
    }
    if !row.source.is_empty() {
        writeln!(out, "  {}, published {}", row.source, row.published.display)?;
    }
    writeln!(out, "  {} · {}", row.file_name, row.document)
}

/// A document with everything that is known of it.
pub fn document_in_full(out: &mut dyn Write, row: &DocumentRow) -> io::Result<()> {
    document(out, row)?;
    writeln!(out, "  sha256 {}, {} bytes, {}", row.sha256, row.size, row.media_type)?;
    writeln!(out, "  tells of {} · dated {}", row.event_date.display, row.dated.display)?;
    writeln!(out, "  published {} · captured {}", row.published.display, row.captured.display)?;
    for location in &row.locations {
        writeln!(out, "  found at {}, imported {}", location.path, location.imported_at)?;
        let how = [
            ("", &location.obtained),
            ("by ", &location.obtained_by),
            ("from ", &location.obtained_from),
            ("by the account ", &location.account),
        ];
        for (before, words) in how.iter().filter(|(_, words)| !words.is_empty()) {
            writeln!(out, "    {before}{words}")?;
        }
        if !location.obtained_on.edtf.is_empty() {
            writeln!(out, "    on {}", location.obtained_on.display)?;
        }
    }
    for basis in &row.dates_from {
        writeln!(
            out,
            "  date {} read from {} {}",
            basis.date.shown(),
            basis.read_from.shown(),
            basis.detail
        )?;
    }
    for number in row.exhibits.iter().chain(&row.bates) {
        writeln!(out, "  numbered {}", number.shown)?;
    }
    marks(out, &row.marks)?;
    for claim in &row.metadata {
        writeln!(out, "  the file says: {} = {}", claim.name, claim.value)?;
    }
    Ok(())
}

fn marks(out: &mut dyn Write, marks: &MarksView) -> io::Result<()> {
    let flags =
        [(marks.reviewed, "reviewed"), (marks.starred, "starred"), (marks.confidential, "confidential")];
    for (_, word) in flags.iter().filter(|(is, _)| *is) {
        writeln!(out, "  {word}")?;
    }
    if let Some(basis) = &marks.privilege {
        writeln!(out, "  privileged: {basis}")?;
    }
    if let Some(relevance) = marks.relevance {
        writeln!(out, "  {relevance}")?;
    }
    for (name, words) in [("tags", &marks.tags), ("issues", &marks.issues)] {
        if !words.is_empty() {
            writeln!(out, "  {name}: {}", words.join(", "))?;
        }
    }
    Ok(())
}

pub fn search(out: &mut dyn Write, answer: &SearchAnswer) -> io::Result<()> {
    let mut item = "";
    for hit in &answer.hits {
        if hit.item != item {
            writeln!(out, "{} ({})", hit.title, hit.item)?;
            item = &hit.item;
        }
        if hit.page == 0 {
            writeln!(out, "  its title; it has no text")?;
        } else {
            writeln!(out, "  p. {}  {}", hit.page, marked(hit))?;
        }
    }
    let (pages, documents) = (counted(answer.total, "page"), counted(answer.items, "document"));
    writeln!(out, "{pages} in {documents}, {:.1} ms", answer.took_ms)
}

/// A snippet with what was found between square brackets.
fn marked(hit: &Hit) -> String {
    let mut text = String::new();
    for (at, letter) in (0_u32..).zip(hit.snippet.chars()) {
        text.extend(hit.highlights.iter().filter(|(_, end)| *end == at).map(|_| ']'));
        text.extend(hit.highlights.iter().filter(|(start, _)| *start == at).map(|_| '['));
        text.push(if letter == '\n' { ' ' } else { letter });
    }
    let last = u32::try_from(hit.snippet.chars().count()).unwrap_or(u32::MAX);
    text.extend(hit.highlights.iter().filter(|(_, end)| *end == last).map(|_| ']'));
    text
}
