//! What the index cannot tell of pages: how near to one another the words stand on them.

use proof_model::DocumentId;
use proof_search::{DocumentHits, Found, Query};
use proof_store::{Read, StoreError};

use crate::LibraryError;

/// Items whose pages are looked at: what stands further down is seen after these.
const ITEMS: usize = 12;
/// How much words side by side count, beside how often they stand on the page at all.
const WEIGHT: f32 = 1.0;

/// Puts the pages, and the documents, first on which the words stand together: of several pages that have them all, that is
/// the one that was meant.
///
/// # Errors
/// Where the pages cannot be read.
pub(crate) fn by_closeness(read: Read<'_>, query: &Query, found: &mut Found) -> Result<(), LibraryError> {
    if !query.asks_several() {
        return Ok(());
    }
    let first = found.hits.iter().position(|hit| hit.kind.is_document()).unwrap_or(found.hits.len());
    let last = found.hits.len().min(first + ITEMS);
    let documents = &mut found.hits[first..last];
    for hit in documents.iter_mut() {
        raise(read, query, hit)?;
    }
    documents.sort_by(|a, b| b.score.total_cmp(&a.score));
    Ok(())
}

fn raise(read: Read<'_>, query: &Query, hit: &mut DocumentHits) -> Result<(), LibraryError> {
    let Ok(document) = hit.document.parse::<DocumentId>() else { return Ok(()) };
    for page in hit.pages.iter_mut().filter(|page| page.in_text && page.page > 0) {
        let text = match read.page(document, page.page) {
            Ok(read) => read.text,
            // A page that was taken back since the index last heard of it.
            Err(StoreError::NoPage { .. }) => continue,
            Err(error) => return Err(error.into()),
        };
        page.score *= WEIGHT.mul_add(query.spoken(page.language).closeness(&text), 1.0);
    }
    hit.pages.sort_by(|a, b| b.score.total_cmp(&a.score));
    hit.score = hit.pages.first().map_or(hit.score, |page| page.score);
    Ok(())
}
