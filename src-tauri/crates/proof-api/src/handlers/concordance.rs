use std::path::Path;

use proof_library::{Asked, Borne, Concorded, NumberingState};

use crate::{
    Session, WireError,
    args::{CaseFilter, ConcordanceArgs, ConcordanceWriteArgs},
    document_view, view, wire,
};

/// Finds a document or a page by a mark, a Bates number, a page or a printed label, of today's numbering and of earlier
/// ones.
///
/// # Errors
/// Where nothing is or was known by that, or the document has no such page.
pub fn concordance(session: &Session, args: ConcordanceArgs) -> Result<Vec<wire::ConcordanceRow>, WireError> {
    let asked = Asked {
        find: args.find,
        page: args.page,
        label: args.label,
        case: args.case,
        numbering: args.numbering,
    };
    Ok(session.library()?.concordance(&asked)?.into_iter().map(row).collect())
}

/// The acts that changed numbers in one case or in any, newest first.
///
/// # Errors
/// Where there is no such case.
pub fn numbering_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::NumberingRow>, WireError> {
    let states = session.library()?.numberings(args.case.as_deref())?;
    let row = |state: NumberingState| wire::NumberingRow {
        seq: state.line.seq,
        at: state.line.at,
        actor: state.line.actor,
        act: state.line.act,
        exhibits: view::number(state.exhibits),
        produced: view::number(state.produced),
        current: state.current,
    };
    Ok(states.into_iter().map(row).collect())
}

/// Writes the concordance of a case as a table: one row a page.
///
/// # Errors
/// Where there is no such case or numbering, or the file cannot be written.
pub fn concordance_write(
    session: &Session,
    args: ConcordanceWriteArgs,
) -> Result<wire::RowsWritten, WireError> {
    let library = session.library()?;
    let rows = library.write_concordance(&args.case, args.numbering, Path::new(&args.path))?;
    Ok(wire::RowsWritten { path: args.path, rows: view::number(rows) })
}

fn row(found: Concorded) -> wire::ConcordanceRow {
    wire::ConcordanceRow {
        document: found.document.to_string(),
        title: found.title,
        marks: found.marks.into_iter().map(number).collect(),
        bates: found.bates.into_iter().map(number).collect(),
        page: found.page,
        label: found.label,
        earlier: found.earlier,
    }
}

fn number(borne: Borne) -> wire::NumberRow {
    wire::NumberRow { shown: borne.shown, ..document_view::number(&borne.number) }
}
