use std::io::{self, Write};

use proof_api::wire::{AccountRow, EventRow};

use super::{
    amount,
    timeline::{Line, MARGIN},
};

/// An event with its accounts.
pub fn event(out: &mut dyn Write, row: &EventRow) -> io::Result<()> {
    head(out, row)?;
    row.accounts.iter().try_for_each(|row| account(out, row, ""))
}

/// An event with its accounts and every identifier that other commands ask for.
pub fn event_in_full(out: &mut dyn Write, row: &EventRow) -> io::Result<()> {
    head(out, row)?;
    for account in &row.accounts {
        self::account(out, account, &format!(" · {}", account.account))?;
    }
    writeln!(out, "{:<MARGIN$} {}", "", row.event)
}

fn head(out: &mut dyn Write, row: &EventRow) -> io::Result<()> {
    Line::of_event(row).write(out)?;
    if !row.parties.is_empty() {
        let names: Vec<&str> = row.parties.iter().map(|party| &*party.name).collect();
        writeln!(out, "{:<MARGIN$} with {}", "", names.join(", "))?;
    }
    if let Some(follows) = &row.follows {
        let followed = row.accounts.iter().find(|account| account.account == follows.account);
        let who = followed.map_or("an account", |account| &account.asserted_by);
        writeln!(out, "{:<MARGIN$} its date follows {who}: {}", "", follows.reason)?;
    }
    row.conflicts.iter().try_for_each(|conflict| writeln!(out, "{:<MARGIN$} ! {conflict}", ""))
}

fn account(out: &mut dyn Write, row: &AccountRow, id: &str) -> io::Result<()> {
    let passage = row.quote.as_ref().map_or(", without a passage".to_owned(), |quote| format!(": “{quote}”"));
    writeln!(out, "{:<MARGIN$} - {} {}{passage}{id}", "", row.asserted_by, row.stance)?;
    if !row.date.edtf.is_empty() {
        let stated = if row.stated.is_empty() { String::new() } else { format!(" (“{}”)", row.stated) };
        writeln!(out, "{:<MARGIN$}   {}{stated}", "", row.date.display)?;
    }
    for amount in &row.amounts {
        writeln!(out, "{:<MARGIN$}   {}", "", amount::words(amount))?;
    }
    for quantity in &row.quantities {
        writeln!(out, "{:<MARGIN$}   {quantity}", "")?;
    }
    let (Some(title), Some(page)) = (&row.document_title, row.page) else { return Ok(()) };
    let mark = if row.verified { "verified" } else { "NOT FOUND in its page" };
    writeln!(out, "{:<MARGIN$}   {title}, page {page}, quote {mark}", "")
}
