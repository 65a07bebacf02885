//! Where documents came from, and what was done with them.

use std::{
    io,
    path::{Path, PathBuf},
};

use proof_library::LocationChange;

use crate::{
    Session, WireError,
    args::{CopyOutArgs, DocumentRef, LocationEditArgs},
    verify_view, wire,
    written::read_written_date,
};

/// Changes how a document was obtained at a place.
///
/// # Errors
/// Where there is no such document, or it was not found there.
pub fn location_edit(session: &Session, args: LocationEditArgs) -> Result<wire::DocumentRow, WireError> {
    let library = session.library()?;
    let change = LocationChange {
        obtained: args.obtained,
        obtained_by: args.obtained_by,
        obtained_from: args.obtained_from,
        obtained_on: args
            .obtained_on
            .map(|date| read_written_date(&date, ""))
            .transpose()?
            .map(|read| read.when),
        account: args.account,
    };
    let (record, changed) = library.edit_location(&args.document, &args.path, change)?;
    session.announce(&library, &changed)?;
    super::document::shown(&library, &record)
}

/// Everything that was done with a document, oldest first.
///
/// # Errors
/// Where there is no such document.
pub fn custody_list(session: &Session, args: DocumentRef) -> Result<Vec<wire::CustodyRow>, WireError> {
    let lines = session.library()?.custody(&args.document)?;
    Ok(lines.into_iter().map(verify_view::custody).collect())
}

/// Writes a copy of an original outside the library.
///
/// # Errors
/// Where the file is there already or cannot be written, or the original is not what was imported.
pub fn document_export(session: &Session, args: CopyOutArgs) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.export_original(&args.document, Path::new(&args.path), &args.reason)?;
    session.announce(&library, &changed)
}

/// Opens a copy of an original with another program.
///
/// # Errors
/// Where such a document could do more than be looked at, or there is no program for it.
pub fn document_view_outside(session: &Session, args: DocumentRef) -> Result<wire::Changed, WireError> {
    let host = session.host();
    Ok(view_outside_with(session, &args, &mut |path| host.open(path))?.1)
}

/// As [`document_view_outside`], for whoever opens the copy himself, and gives the copy.
///
/// # Errors
/// Where such a document could do more than be looked at, or `open` fails.
pub fn view_outside_with(
    session: &Session,
    args: &DocumentRef,
    open: &mut dyn FnMut(&Path) -> io::Result<()>,
) -> Result<(PathBuf, wire::Changed), WireError> {
    let library = session.library()?;
    let (path, changed) = library.view_outside(&args.document, open)?;
    Ok((path, session.announce(&library, &changed)?))
}
