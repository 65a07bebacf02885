//! What a command prints: words for people or JSON for programs.

use std::io::{self, Write};

use proof_api::wire::{
    AccountRow, AmountLine, CaseRow, DocumentRow, EventRow, Hit, LedgerRow, PartyRow, SearchAnswer,
    VerifyReport,
};
use serde::Serialize;

use crate::failure::Failure;

/// Where answers go.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
}

impl Output {
    pub const fn new(json: bool) -> Self {
        Self { json }
    }

    pub const fn is_json(&self) -> bool {
        self.json
    }

    /// Prints an answer as JSON, or as `words` writes it.
    pub fn answer<T: Serialize + ?Sized>(
        &self,
        answer: &T,
        words: impl FnOnce(&mut dyn Write, &T) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        if self.json {
            serde_json::to_writer_pretty(&mut out, answer).map_err(io::Error::from)?;
            writeln!(out)?;
        } else {
            words(&mut out, answer)?;
        }
        Ok(out.flush()?)
    }
}

/// A number with its noun: "1 page", "2 pages".
pub fn counted(number: impl Into<u64>, noun: &str) -> String {
    match number.into() {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    }
}

pub fn case(out: &mut dyn Write, row: &CaseRow) -> io::Result<()> {
    writeln!(out, "{}", row.name)?;
    let forum = if row.forum.is_empty() { "forum not known" } else { &row.forum };
    writeln!(out, "  {}, {forum}", row.kind_words)?;
    if !row.dockets.is_empty() {
        writeln!(out, "  docket {}", row.dockets.join(", "))?;
    }
    if !row.status.is_empty() {
        writeln!(out, "  {}", row.status)?;
    }
    for relation in &row.relations {
        writeln!(out, "  {} {}", relation.kind_words, relation.to_name)?;
    }
    writeln!(out, "  {}, {} · {}", counted(row.events, "event"), counted(row.documents, "document"), row.case)
}

/// One line of a list of events.
pub fn event_line(out: &mut dyn Write, row: &EventRow) -> io::Result<()> {
    let conflict = if row.conflicts.is_empty() { "" } else { ", in conflict" };
    if row.date.display.chars().count() > 34 {
        writeln!(out, "{}", row.date.display)?;
        writeln!(out, "{:<34} {}", "", row.title)?;
    } else {
        writeln!(out, "{:<34} {}", row.date.display, row.title)?;
    }
    writeln!(out, "{:<34} {} · {} · {}{conflict}", "", row.case_name, row.status, row.support.words)
}

/// An event with its accounts.
pub fn event(out: &mut dyn Write, row: &EventRow) -> io::Result<()> {
    event_line(out, row)?;
    for conflict in &row.conflicts {
        writeln!(out, "{:<34} ! {conflict}", "")?;
    }
    for account in &row.accounts {
        self::account(out, account)?;
    }
    Ok(())
}

fn account(out: &mut dyn Write, row: &AccountRow) -> io::Result<()> {
    let (Some(title), Some(page), Some(quote)) = (&row.document_title, row.page, &row.quote) else {
        return writeln!(out, "{:<34} - {} {}, without a passage", "", row.asserted_by, row.stance);
    };
    let mark = if row.verified { "verified" } else { "NOT FOUND in its page" };
    writeln!(out, "{:<34} - {} {}: “{quote}”", "", row.asserted_by, row.stance)?;
    for amount in &row.amounts {
        writeln!(out, "{:<34}   {} {}", "", amount.kind, amount.display)?;
    }
    writeln!(out, "{:<34}   {title}, page {page}, quote {mark}", "")
}

pub fn party(out: &mut dyn Write, row: &PartyRow) -> io::Result<()> {
    writeln!(out, "{} ({}, {})", row.name, row.kind, counted(row.events, "event"))?;
    for role in &row.roles {
        let case = if role.case_name.is_empty() { String::new() } else { format!(" in {}", role.case_name) };
        writeln!(out, "  {}{case}, {}", role.role, role.date.display)?;
    }
    Ok(())
}

pub fn amount_line(out: &mut dyn Write, line: &AmountLine) -> io::Result<()> {
    let converted = match line.amount.converted.as_str() {
        "" => String::new(),
        words => format!(" (“{words}”, as the source converts it)"),
    };
    writeln!(out, "{:<34} {} {}{converted}", line.date.display, line.amount.kind, line.amount.display)?;
    writeln!(out, "{:<34} {} · {}", "", line.title, line.case_name)?;
    let (Some(document), Some(page)) = (&line.document_title, line.page) else {
        return writeln!(out, "{:<34} {} {}, without a passage", "", line.asserted_by, line.stance);
    };
    let mark = if line.verified { "verified" } else { "NOT FOUND in its page" };
    writeln!(out, "{:<34} {} {}: {document}, page {page}, quote {mark}", "", line.asserted_by, line.stance)
}

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
        if !location.obtained.is_empty() {
            writeln!(out, "    {}", location.obtained)?;
        }
    }
    for claim in &row.metadata {
        writeln!(out, "  the file says: {} = {}", claim.name, claim.value)?;
    }
    Ok(())
}

pub fn search(out: &mut dyn Write, answer: &SearchAnswer) -> io::Result<()> {
    let mut document = "";
    for hit in &answer.hits {
        if hit.document != document {
            writeln!(out, "{} ({})", hit.title, hit.document)?;
            document = &hit.document;
        }
        if hit.page == 0 {
            writeln!(out, "  its title; it has no text")?;
        } else {
            writeln!(out, "  p. {}  {}", hit.page, marked(hit))?;
        }
    }
    let (pages, documents) = (counted(answer.total, "page"), counted(answer.documents, "document"));
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
