use proof_library::{Family, Near};

use crate::{
    Session, WireError,
    args::{CaseFilter, DocumentRef},
    wire,
};

/// The documents that share text with one.
///
/// # Errors
/// Where there is no such document.
pub fn document_near(session: &Session, args: DocumentRef) -> Result<wire::NearDocuments, WireError> {
    let found = session.library()?.near(&args.document)?;
    Ok(wire::NearDocuments {
        document: found.document.to_string(),
        too_short: found.too_short,
        unsigned: count(found.unsigned),
        near: found.near.into_iter().map(near).collect(),
    })
}

/// The families of copies in one case, or in the library.
///
/// # Errors
/// Where there is no such case.
pub fn document_families(session: &Session, args: CaseFilter) -> Result<wire::Families, WireError> {
    let (families, unsigned) = session.library()?.families(args.case.as_deref())?;
    Ok(wire::Families { families: families.into_iter().map(family).collect(), unsigned: count(unsigned) })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn near(near: Near) -> wire::NearRow {
    wire::NearRow {
        document: near.document.to_string(),
        title: near.title,
        share_of_this: near.share_of_this,
        share_of_that: near.share_of_that,
        same_words: near.same_words,
    }
}

fn family(family: Family) -> wire::FamilyRow {
    let copies = family.copies.into_iter().map(|copy| wire::FamilyCopyRow {
        document: copy.document.to_string(),
        title: copy.title,
        share_of_oldest: copy.share_of_oldest,
        share_of_copy: copy.share_of_copy,
    });
    wire::FamilyRow { oldest: family.oldest.to_string(), title: family.title, copies: copies.collect() }
}
