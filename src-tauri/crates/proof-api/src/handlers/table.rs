use std::path::Path;

use proof_library::{First, FoundTable, Planned, RowStanding, Spec, TableOf, TablePlan, TableSheet, Taking};

use super::timeline::{day, lines_of};
use crate::{
    ErrorCode, Session, WireError,
    args::{TableImportArgs, TableOpenArgs, TablePlanArgs, TableWriteArgs},
    view, wire,
    written::reference_day,
};

/// How many rows of a sheet are shown of it.
const SAMPLE: usize = 20;
/// How many rows of a plan are shown that are not refused.
const TOLD: usize = 500;

/// Looks at a table before it is taken in.
///
/// # Errors
/// Where the file cannot be read, or is no table.
pub fn table_open(session: &Session, args: TableOpenArgs) -> Result<wire::TablePreview, WireError> {
    let FoundTable { sheets, .. } = session.library()?.open_table(Path::new(&args.path))?;
    Ok(wire::TablePreview {
        sheets: sheets.into_iter().map(sheet).collect(),
        event_fields: TableOf::Events.fields().map(field).collect(),
        account_fields: TableOf::Accounts.fields().map(field).collect(),
    })
}

/// Says what taking a table in would do, row by row, and does nothing.
///
/// # Errors
/// Where the file is no table, or the mapping does not fit it.
pub fn table_plan(session: &Session, args: TablePlanArgs) -> Result<wire::TablePlan, WireError> {
    Ok(plan(session.library()?.plan_table(Path::new(&args.path), &taking(&args)?)?))
}

/// Takes a table in.
///
/// # Errors
/// As [`table_plan`]. Refused rows are an answer, not an error.
pub fn table_import(session: &Session, args: TableImportArgs) -> Result<wire::TablePlan, WireError> {
    let library = session.library()?;
    let path = Path::new(&args.plan.path);
    let (done, changed) = library.import_table(path, &taking(&args.plan)?, args.good_rows_only)?;
    if let Some(changed) = changed {
        session.announce(&library, &changed)?;
    }
    Ok(plan(done))
}

/// Writes events and accounts as a table.
///
/// # Errors
/// Where the filter names what is not there, or the file cannot be written.
pub fn table_write(session: &Session, args: TableWriteArgs) -> Result<wire::TableWritten, WireError> {
    let library = session.library()?;
    let of = if args.what.is_empty() { None } else { Some(what(&args.what)?) };
    let filter = library.read(|read| lines_of(read, &args.filter))?;
    let records = match day(&args.filter.known_on)? {
        Some(day) => library.as_known_on(day, &filter)?.records,
        None => library.table_records(&filter)?,
    };
    let wrote = library.write_table(Path::new(&args.path), of, &records)?;
    Ok(wire::TableWritten {
        path: args.path,
        events: view::number(wrote.events),
        accounts: view::number(wrote.accounts),
    })
}

fn taking(args: &TablePlanArgs) -> Result<Taking, WireError> {
    let first = match &*args.first {
        "" => None,
        "day" => Some(First::Day),
        "month" => Some(First::Month),
        other => {
            return Err(bad(format!("“{other}” is neither day nor month"), "Say which number comes first."));
        }
    };
    let reference = if args.reference.is_empty() { None } else { Some(reference_day(&args.reference)?.day) };
    Ok(Taking {
        sheet: args.sheet.clone(),
        of: what(&args.what)?,
        mapping: args.mapping.clone(),
        case: args.case.clone(),
        first,
        reference,
    })
}

fn what(word: &str) -> Result<TableOf, WireError> {
    let none = || bad(format!("“{word}” is neither events nor accounts"), "Say which of the two a row is.");
    TableOf::from_word(word).ok_or_else(none)
}

fn bad(message: String, hint: &str) -> WireError {
    WireError::new(ErrorCode::BadValue, message, hint)
}

fn field(spec: &Spec) -> wire::FieldRow {
    wire::FieldRow { field: spec.name.to_owned(), title: spec.title.to_owned(), help: spec.help.to_owned() }
}

fn sheet(sheet: TableSheet) -> wire::SheetPreview {
    let name = |field| sheet.of.spec(field).map(|spec| spec.name.to_owned());
    wire::SheetPreview {
        rows: view::number(sheet.rows.len()),
        what: sheet.of.as_str().to_owned(),
        mapping: sheet.mapping.iter().map(|field| field.and_then(name)).collect(),
        sample: sheet.rows.into_iter().take(SAMPLE).map(|(_, cells)| cells).collect(),
        name: sheet.name,
        columns: sheet.columns,
    }
}

fn plan(plan: TablePlan) -> wire::TablePlan {
    let count = |standing| view::number(plan.count(standing));
    let [added, changed] = [RowStanding::Added, RowStanding::Changed].map(count);
    let [unchanged, refused] = [RowStanding::Unchanged, RowStanding::Refused].map(count);
    let mut others = 0;
    let told = |row: &Planned| {
        let is_refused = row.standing == RowStanding::Refused;
        others += usize::from(!is_refused);
        is_refused || others <= TOLD
    };
    let rows = plan.rows.into_iter().filter(told).map(row).collect();
    wire::TablePlan { added, changed, unchanged, refused, rows, done: plan.done }
}

fn row(row: Planned) -> wire::PlanRow {
    wire::PlanRow {
        row: row.row,
        standing: match row.standing {
            RowStanding::Added => wire::PlanStanding::Added,
            RowStanding::Changed => wire::PlanStanding::Changed,
            RowStanding::Unchanged => wire::PlanStanding::Unchanged,
            RowStanding::Refused => wire::PlanStanding::Refused,
        },
        title: row.title,
        column: row.column,
        words: row.words,
    }
}
