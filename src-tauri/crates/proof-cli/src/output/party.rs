use std::io::{self, Write};

use proof_api::wire::{PartyPage, PartyRow, RoleRow};

use super::{Names, counted, document, line, note};

pub fn party(out: &mut dyn Write, row: &PartyRow) -> io::Result<()> {
    head(out, row)?;
    row.roles.iter().try_for_each(|row| role(out, row, ""))
}

/// A party with everything that the library holds of it.
pub fn party_page(out: &mut dyn Write, page: &PartyPage, names: &Names) -> io::Result<()> {
    head(out, &page.party)?;
    for role in &page.party.roles {
        self::role(out, role, &format!(" · {}", role.role_id))?;
    }
    writeln!(out, "  {}", page.party.party)?;
    title(out, "Events", page.events.len())?;
    page.events.iter().try_for_each(|row| line(out, row, names))?;
    title(out, "Accounts", page.accounts.len())?;
    for told in &page.accounts {
        let quote = told.account.quote.as_ref().map(|quote| format!(": “{quote}”")).unwrap_or_default();
        writeln!(out, "{} {} · {}{quote}", told.account.stance, told.title, told.case_name)?;
    }
    title(out, "Documents", page.documents.len())?;
    page.documents.iter().try_for_each(|row| document(out, row))?;
    title(out, "Notes", page.notes.len())?;
    page.notes.iter().try_for_each(|row| note(out, row))
}

fn head(out: &mut dyn Write, row: &PartyRow) -> io::Result<()> {
    writeln!(out, "{} ({}, {})", row.name, row.kind, counted(row.events, "event"))
}

fn role(out: &mut dyn Write, row: &RoleRow, id: &str) -> io::Result<()> {
    let case = if row.case_name.is_empty() { String::new() } else { format!(" in {}", row.case_name) };
    let note = if row.note.is_empty() { String::new() } else { format!(" ({})", row.note) };
    writeln!(out, "  {}{case}, {}{note}{id}", row.role, row.date.display)
}

fn title(out: &mut dyn Write, title: &str, rows: usize) -> io::Result<()> {
    if rows == 0 { Ok(()) } else { writeln!(out, "\n{title}") }
}
