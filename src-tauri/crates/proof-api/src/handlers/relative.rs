use proof_library::{LibraryError, Read, Relative};
use proof_model::DocumentId;

use crate::{Session, WireError, args::DocumentRef, wire};

/// How many documents of one place are given at most.
const MOST: u32 = 50;

/// What a document lies inside, what lies beside it there, and what lies inside it: parts of long lists.
///
/// # Errors
/// Where there is no such document, or more than one.
pub fn document_relatives(session: &Session, args: DocumentRef) -> Result<wire::Relatives, WireError> {
    let relatives = session.library()?.read::<_, LibraryError>(|read| {
        let document = read.find_document(&args.document)?.document;
        let beside = document.parent.map(|around| beside(read, around, document.id)).transpose()?;
        Ok(wire::Relatives {
            document: document.id.to_string(),
            around: read.around(document.id)?.into_iter().map(row).collect(),
            beside,
            inside: part(read, document.id, 0, read.count_inside(document.id)?)?,
        })
    })?;
    Ok(relatives)
}

/// What lies where a document lies: as many before it as after it, where there are so many.
fn beside(
    read: Read<'_>,
    around: DocumentId,
    document: DocumentId,
) -> Result<wire::RelativesPart, LibraryError> {
    let (total, before) = (read.count_inside(around)?, read.count_before(document)?);
    let from = before.saturating_sub(MOST / 2).min(total.saturating_sub(MOST));
    part(read, around, from, total)
}

fn part(
    read: Read<'_>,
    around: DocumentId,
    from: u32,
    total: u32,
) -> Result<wire::RelativesPart, LibraryError> {
    let rows = read.inside(around, from, MOST)?.into_iter().map(row).collect();
    Ok(wire::RelativesPart { total, from, rows })
}

fn row(relative: Relative) -> wire::RelativeRow {
    wire::RelativeRow {
        document: relative.document.to_string(),
        title: relative.title,
        kind_words: relative.kind,
        outcome: relative.outcome,
        inside: relative.inside,
    }
}
