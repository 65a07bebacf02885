use proof_library::{Changed, Library, MarkChange, MarkPlan, NumberBy, Renumber, SchemeRecord};
use proof_model::Mark;

use crate::{
    Session, WireError,
    args::{
        CaseFilter, ExhibitAssignArgs, ExhibitRemoveArgs, RenumberArgs, RenumberBy, SchemeArgs,
        SchemeEditArgs, SchemeRef,
    },
    view, wire,
};

/// The schemes of exhibit marks of one case or of all.
///
/// # Errors
/// Where there is no such case.
pub fn scheme_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::SchemeRow>, WireError> {
    Ok(session.library()?.schemes(args.case.as_deref())?.iter().map(row).collect())
}

/// Adds a scheme of exhibit marks to a case.
///
/// # Errors
/// Where there is no such case, the mark is none, or the prefix is taken there.
pub fn scheme_add(session: &Session, args: SchemeArgs) -> Result<wire::SchemeRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.add_scheme(&args.case, &args.first, &args.whose)?)
}

/// Changes a scheme. Another first mark renumbers its exhibits.
///
/// # Errors
/// Where there is no such scheme, the mark is none, or its prefix is taken in the case.
pub fn scheme_edit(session: &Session, args: SchemeEditArgs) -> Result<wire::SchemeRow, WireError> {
    let library = session.library()?;
    let edited = library.edit_scheme(&args.scheme, args.first.as_deref(), args.whose.as_deref())?;
    told(session, &library, edited)
}

/// Takes a scheme away, with its marks.
///
/// # Errors
/// Where there is no such scheme.
pub fn scheme_remove(session: &Session, args: SchemeRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_scheme(&args.scheme)?;
    session.announce(&library, &changed)?;
    Ok(view::changed(&changed))
}

/// Marks documents as exhibits, in the order given.
///
/// # Errors
/// Where a document is not in the scheme's case, marked already or listed twice, or the letters do not suffice.
pub fn exhibit_assign(session: &Session, args: ExhibitAssignArgs) -> Result<wire::ExhibitPlan, WireError> {
    let library = session.library()?;
    let done = library.assign_exhibits(&args.scheme, &args.documents, &args.behind)?;
    carried_out(session, &library, done)
}

/// Says what numbering exhibits anew would do, and does nothing.
///
/// # Errors
/// As [`exhibit_renumber`].
pub fn exhibit_plan(session: &Session, args: RenumberArgs) -> Result<wire::ExhibitPlan, WireError> {
    Ok(plan(session.library()?.plan_exhibits(&wanted(args))?))
}

/// Numbers exhibits anew.
///
/// # Errors
/// Where there is no such scheme, a document does not bear its mark or is listed twice, or the new prefix is taken.
pub fn exhibit_renumber(session: &Session, args: RenumberArgs) -> Result<wire::ExhibitPlan, WireError> {
    let library = session.library()?;
    let done = library.renumber_exhibits(&wanted(args))?;
    carried_out(session, &library, done)
}

/// Takes marks away.
///
/// # Errors
/// Where a document does not bear a mark of the scheme, or a gap would be left.
pub fn exhibit_remove(session: &Session, args: ExhibitRemoveArgs) -> Result<wire::ExhibitPlan, WireError> {
    let library = session.library()?;
    let done = library.remove_exhibits(&args.scheme, &args.documents, args.close_gaps)?;
    carried_out(session, &library, done)
}

fn wanted(args: RenumberArgs) -> Renumber {
    Renumber {
        scheme: args.scheme,
        by: match args.by {
            RenumberBy::Mark => NumberBy::Mark,
            RenumberBy::Dated => NumberBy::Dated,
            RenumberBy::Title => NumberBy::Title,
            RenumberBy::Given => NumberBy::Given,
        },
        documents: args.documents,
        before: args.before,
        first: args.first,
    }
}

fn told(
    session: &Session,
    library: &Library,
    (record, changed): (SchemeRecord, Changed),
) -> Result<wire::SchemeRow, WireError> {
    session.announce(library, &changed)?;
    Ok(row(&record))
}

fn carried_out(
    session: &Session,
    library: &Library,
    (done, changed): (MarkPlan, Changed),
) -> Result<wire::ExhibitPlan, WireError> {
    session.announce(library, &changed)?;
    Ok(plan(done))
}

fn row(record: &SchemeRecord) -> wire::SchemeRow {
    let scheme = &record.scheme;
    wire::SchemeRow {
        scheme: scheme.id.to_string(),
        case: scheme.case.to_string(),
        prefix: scheme.style.prefix().to_owned(),
        first: scheme.shown(Mark::whole(scheme.first)),
        whose: scheme.whose.clone(),
        count: record.count,
        last: record.last.map(|last| scheme.shown(last)),
        next: scheme.shown(scheme.next(record.last)),
    }
}

fn plan(plan: MarkPlan) -> wire::ExhibitPlan {
    let row = |row: MarkChange| wire::ExhibitChange {
        document: row.document.to_string(),
        title: row.title,
        before: row.before,
        after: row.after,
    };
    wire::ExhibitPlan { changed: view::number(plan.changed), rows: plan.rows.into_iter().map(row).collect() }
}
