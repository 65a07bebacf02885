use std::{
    collections::HashMap,
    io::{self, Write},
};

use proof_api::wire::{CaseRow, Due, DueRow, EventRow, Facets, Known, TimelineRow, ViewRow};

use super::counted;

/// The width of the column of dates, in letters.
pub const MARGIN: usize = 34;

/// The names of cases, by identifier.
pub struct Names(HashMap<String, String>);

impl Names {
    /// From all cases.
    pub fn of(cases: Vec<CaseRow>) -> Self {
        Self(cases.into_iter().map(|row| (row.case, row.name)).collect())
    }
}

/// What every list of events shows of one.
pub struct Line<'a> {
    date: &'a str,
    title: &'a str,
    starred: bool,
    /// Case, status, support, conflict, tags, nearness.
    rest: Vec<String>,
}

impl<'a> Line<'a> {
    pub fn of_event(row: &'a EventRow) -> Self {
        let mut rest = vec![row.case_name.clone(), row.status.to_string(), row.support.words.clone()];
        rest.extend(marks(!row.conflicts.is_empty(), &row.tags, row.due.as_ref()));
        Self { date: &row.date.display, title: &row.title, starred: row.starred, rest }
    }

    fn of_row(row: &'a TimelineRow, names: &Names) -> Self {
        let case = names.0.get(&row.case).cloned().unwrap_or_default();
        let mut rest = vec![case, row.status.to_string(), row.support.words.clone()];
        rest.extend(marks(row.in_conflict, &row.tags, row.due.as_ref()));
        Self { date: &row.date.display, title: &row.title, starred: row.starred, rest }
    }

    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let star = if self.starred { "* " } else { "" };
        let mut date = self.date;
        if date.chars().count() > MARGIN {
            writeln!(out, "{date}")?;
            date = "";
        }
        writeln!(out, "{date:<MARGIN$} {star}{}", self.title)?;
        writeln!(out, "{:<MARGIN$} {}", "", self.rest.join(" · "))
    }
}

fn marks(in_conflict: bool, tags: &[String], due: Option<&Due>) -> Vec<String> {
    let conflict = in_conflict.then(|| "in conflict".to_owned());
    let tags = tags.iter().map(|tag| format!("#{tag}"));
    conflict.into_iter().chain(tags).chain(due.map(|due| due.words.clone())).collect()
}

/// One line of a list of events.
pub fn line(out: &mut dyn Write, row: &TimelineRow, names: &Names) -> io::Result<()> {
    Line::of_row(row, names).write(out)
}

/// What a timeline as known on a day leaves out, and what changed since.
pub fn known(out: &mut dyn Write, known: &Known) -> io::Result<()> {
    writeln!(out, "\nas known on {}", known.day)?;
    writeln!(out, "  {} left out: published later, or perhaps later", counted(known.later, "account"))?;
    writeln!(out, "  {} left out: day of publication not known", counted(known.undated, "account"))?;
    if !known.since.is_empty() {
        writeln!(out, "changed since")?;
    }
    for since in &known.since {
        writeln!(out, "{:<MARGIN$} {}: {}", since.published.display, since.title, since.words)?;
    }
    Ok(())
}

/// A scheduled event with how near it is.
pub fn due_line(out: &mut dyn Write, row: &DueRow) -> io::Result<()> {
    writeln!(out, "{:<MARGIN$} {}", row.date.display, row.title)?;
    writeln!(out, "{:<MARGIN$} {} · {}", "", row.due.words, row.case_name)
}

/// What events can be filtered by.
pub fn facets(out: &mut dyn Write, facets: &Facets) -> io::Result<()> {
    let parts = [
        ("kind", &facets.kinds),
        ("status", &facets.statuses),
        ("tag", &facets.tags),
        ("person", &facets.parties),
        ("origin", &facets.origins),
    ];
    for (part, values) in parts {
        for value in values {
            let key = if value.value == value.shown { String::new() } else { format!(" · {}", value.value) };
            writeln!(out, "{part:<7} {} ({}){key}", value.shown, counted(value.count, "event"))?;
        }
    }
    Ok(())
}

/// A view with the parts of its filter that ask for something, as a program would write them.
pub fn view(out: &mut dyn Write, row: &ViewRow) -> io::Result<()> {
    let ready = if row.ready { " (comes with Proofline)" } else { "" };
    writeln!(out, "{}{ready}", row.name)?;
    let filter = serde_json::to_value(&row.filter)?;
    for (part, value) in filter.as_object().into_iter().flatten() {
        let empty = match value {
            serde_json::Value::Null => true,
            serde_json::Value::Bool(asked) => !asked,
            serde_json::Value::String(text) => text.is_empty(),
            serde_json::Value::Array(values) => values.is_empty(),
            _ => false,
        };
        if !empty {
            writeln!(out, "  {part}: {value}")?;
        }
    }
    Ok(())
}
