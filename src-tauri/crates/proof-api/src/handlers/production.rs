use proof_library::{ProducedDocument, ProductionPlan, ProductionRecord};
use proof_model::nth;

use crate::{
    Session, WireError,
    args::{CaseFilter, ProductionArgs, ProductionRef},
    view, wire,
};

/// The productions of one case or of all.
///
/// # Errors
/// Where there is no such case.
pub fn production_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::ProductionRow>, WireError> {
    Ok(session.library()?.productions(args.case.as_deref())?.iter().map(row).collect())
}

/// A production's documents, each with its Bates numbers.
///
/// # Errors
/// Where there is no such production.
pub fn production_show(session: &Session, args: ProductionRef) -> Result<wire::ProductionPlan, WireError> {
    Ok(plan(session.library()?.production(&args.production)?))
}

/// Says which Bates numbers a production would give, and does nothing.
///
/// # Errors
/// As [`production_add`], but for the name, which is not looked at.
pub fn production_plan(session: &Session, args: ProductionArgs) -> Result<wire::ProductionPlan, WireError> {
    Ok(plan(session.library()?.plan_production(&args.case, &args.first, &args.documents)?))
}

/// Makes a production: numbers the pages of documents through.
///
/// # Errors
/// Where the name is empty or taken in the case, the first number is none, a document is not in the case or listed twice,
/// or a number is borne in another production.
pub fn production_add(session: &Session, args: ProductionArgs) -> Result<wire::ProductionRow, WireError> {
    let library = session.library()?;
    let (record, changed) = library.add_production(&args.case, &args.name, &args.first, &args.documents)?;
    session.announce(&library, &changed)?;
    Ok(row(&record))
}

/// Takes a production away, with its Bates numbers.
///
/// # Errors
/// Where there is no such production.
pub fn production_remove(session: &Session, args: ProductionRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_production(&args.production)?;
    session.announce(&library, &changed)?;
    Ok(view::changed(&changed))
}

fn row(record: &ProductionRecord) -> wire::ProductionRow {
    let production = &record.production;
    wire::ProductionRow {
        production: production.id.to_string(),
        case: production.case.to_string(),
        name: production.name.clone(),
        first: production.style.shown(record.first),
        last: production.style.shown(nth(record.first, record.pages)),
        documents: record.documents,
        pages: record.pages,
        made_at: production.made_at.clone(),
    }
}

fn plan(plan: ProductionPlan) -> wire::ProductionPlan {
    let row = |row: ProducedDocument| wire::ProducedRow {
        document: row.document.to_string(),
        title: row.title,
        pages: row.pages,
        first: row.first,
        last: row.last,
    };
    wire::ProductionPlan {
        first: plan.first,
        last: plan.last,
        pages: plan.pages,
        rows: plan.rows.into_iter().map(row).collect(),
    }
}
