use std::{path::Path, process::ExitCode};

use proof_api::{
    Mode, Session, TableImportArgs, TableOpenArgs, TablePlanArgs, TableWriteArgs, handlers,
    wire::{FieldRow, SheetPreview, TablePlan, TablePreview},
};

use super::{Answer, DONE};
use crate::{
    arguments::{PlanTable, TableCommand},
    failure::Failure,
    output::{self, Output},
};

pub const fn mode(command: &TableCommand) -> Mode {
    match command {
        TableCommand::Import { .. } => Mode::Write,
        TableCommand::Plan(_) => Mode::AsPossible,
        TableCommand::Show { .. } | TableCommand::Write { .. } => Mode::Read,
    }
}

pub fn run(session: &Session, command: &TableCommand, output: &Output) -> Answer {
    match command {
        TableCommand::Show { path } => {
            output.answer(&preview(session, path)?, output::preview)?;
            Ok(DONE)
        }
        TableCommand::Plan(plan) => {
            answer(&handlers::table_plan(session, plan_args(session, plan)?)?, output)
        }
        TableCommand::Import { plan, good_rows_only } => {
            let args = TableImportArgs { plan: plan_args(session, plan)?, good_rows_only: *good_rows_only };
            answer(&handlers::table_import(session, args)?, output)
        }
        TableCommand::Write { path, what, options } => {
            let what = what.clone().unwrap_or_default();
            let args = TableWriteArgs { path: text(path), what, filter: options.filter(session)? };
            output.answer(&handlers::table_write(session, args)?, output::written)?;
            Ok(DONE)
        }
    }
}

/// Tells what became of the rows. A row that cannot be taken in ends with 1.
fn answer(plan: &TablePlan, output: &Output) -> Answer {
    output.answer(plan, output::plan)?;
    Ok(if plan.refused == 0 { DONE } else { ExitCode::from(1) })
}

fn preview(session: &Session, path: &Path) -> Result<TablePreview, Failure> {
    Ok(handlers::table_open(session, TableOpenArgs { path: text(path) })?)
}

/// As the handler takes it. The table is looked at first where something of it is left to what it seems to hold.
fn plan_args(session: &Session, plan: &PlanTable) -> Result<TablePlanArgs, Failure> {
    let mut args = TablePlanArgs {
        path: text(&plan.path),
        sheet: plan.sheet.clone(),
        what: plan.what.clone().unwrap_or_default(),
        mapping: None,
        case: plan.case.clone(),
        first: plan.first.clone().unwrap_or_default(),
        reference: plan.reference.clone(),
    };
    if args.what.is_empty() || !plan.columns.is_empty() {
        let preview = preview(session, &plan.path)?;
        let sheet = sheet(&preview, plan.sheet.as_deref())?;
        if args.what.is_empty() {
            args.what.clone_from(&sheet.what);
        }
        let fields = if args.what == "accounts" { &preview.account_fields } else { &preview.event_fields };
        if !plan.columns.is_empty() {
            args.mapping = Some(mapping(&plan.columns, sheet, fields)?);
        }
    }
    Ok(args)
}

fn sheet<'a>(preview: &'a TablePreview, name: Option<&str>) -> Result<&'a SheetPreview, Failure> {
    let found = preview.sheets.iter().find(|sheet| name.is_none_or(|name| sheet.name == name));
    found.ok_or_else(|| {
        let names: Vec<String> = preview.sheets.iter().map(|sheet| format!("“{}”", sheet.name)).collect();
        let message = format!("the table has no sheet “{}”", name.unwrap_or_default());
        Failure::usage(message, format!("It has {}.", names.join(", ")))
    })
}

/// The field of each column: what is given, else what the column seems to fill.
fn mapping(
    given: &[String],
    sheet: &SheetPreview,
    fields: &[FieldRow],
) -> Result<Vec<Option<String>>, Failure> {
    let mut mapping = sheet.mapping.clone();
    mapping.resize(sheet.columns.len(), None);
    for text in given {
        let (head, field) = text.rsplit_once('=').ok_or_else(|| {
            Failure::usage(
                format!("“{text}” is not HEAD=FIELD"),
                "Write it like --column 'Date of event=date'",
            )
        })?;
        let at = sheet.columns.iter().position(|column| column.trim() == head.trim()).ok_or_else(|| {
            let message = format!("the sheet “{}” has no column “{}”", sheet.name, head.trim());
            Failure::usage(message, format!("Its columns are {}.", sheet.columns.join(", ")))
        })?;
        let field = field.trim();
        if !field.is_empty() && !fields.iter().any(|row| row.field == field) {
            let names: Vec<&str> = fields.iter().map(|row| &*row.field).collect();
            return Err(Failure::usage(
                format!("“{field}” is no field"),
                format!("The fields are {}.", names.join(", ")),
            ));
        }
        mapping[at] = Some(field.to_owned()).filter(|field| !field.is_empty());
    }
    Ok(mapping)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
