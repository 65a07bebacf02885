use std::io::{self, Write};

use proof_api::wire::{FieldRow, PlanRow, PlanStanding, SheetPreview, TablePlan, TablePreview, TableWritten};

use super::counted;

/// A table's sheets, with the field that each column seems to fill, and the fields that there are.
pub fn preview(out: &mut dyn Write, preview: &TablePreview) -> io::Result<()> {
    preview.sheets.iter().try_for_each(|row| sheet(out, row))?;
    fields(out, "events", &preview.event_fields)?;
    fields(out, "accounts", &preview.account_fields)
}

/// What taking a table in would do, or did. What stays as it is, is only counted.
pub fn plan(out: &mut dyn Write, plan: &TablePlan) -> io::Result<()> {
    let told = plan.rows.iter().filter(|row| row.standing != PlanStanding::Unchanged);
    told.into_iter().try_for_each(|row| plan_row(out, row))?;
    let TablePlan { added, changed, unchanged, refused, .. } = plan;
    writeln!(out, "{added} added, {changed} changed, {unchanged} unchanged, {refused} refused")?;
    writeln!(out, "{}", if plan.done { "taken in" } else { "nothing was taken in" })
}

pub fn written(out: &mut dyn Write, row: &TableWritten) -> io::Result<()> {
    let (events, accounts) = (counted(row.events, "event"), counted(row.accounts, "account"));
    writeln!(out, "{}: {events}, {accounts}", row.path)
}

fn sheet(out: &mut dyn Write, row: &SheetPreview) -> io::Result<()> {
    writeln!(out, "{}: {}, {}", row.name, counted(row.rows, "row"), row.what)?;
    for (at, column) in row.columns.iter().enumerate() {
        let field = row.mapping.get(at).and_then(Option::as_deref).unwrap_or("left out");
        let first = row.sample.first().and_then(|cells| cells.get(at)).map_or("", String::as_str);
        writeln!(out, "  {column} = {field}  {first}")?;
    }
    Ok(())
}

fn fields(out: &mut dyn Write, what: &str, fields: &[FieldRow]) -> io::Result<()> {
    writeln!(out, "fields of {what}")?;
    fields.iter().try_for_each(|row| writeln!(out, "  {:<14} {}: {}", row.field, row.title, row.help))
}

fn plan_row(out: &mut dyn Write, row: &PlanRow) -> io::Result<()> {
    let standing = match row.standing {
        PlanStanding::Added => "added",
        PlanStanding::Changed => "changed",
        PlanStanding::Unchanged => "unchanged",
        PlanStanding::Refused => "refused",
    };
    let column = row.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
    writeln!(out, "row {:>5}  {standing:<9} {}  {column}{}", row.row, row.title, row.words)
}
