//! What was found, as a person reads it.

use proof_library::{
    DocumentHits, DocumentRecord, Indexed, IndexedItem, Item, ItemKind, Kind, LibraryError, PageHit, Query,
    Read, Snippet, if_there,
};
use proof_model::{When, kind_words};

use crate::{view, wire};

/// Length of a snippet, in characters: two lines of a result.
const SNIPPET: usize = 220;

/// What was found, in its order; of documents their pages, until there are enough.
pub(super) fn hits(
    read: Read<'_>,
    query: &Query,
    found: Vec<DocumentHits>,
    limit: usize,
) -> Result<Vec<wire::Hit>, LibraryError> {
    let (mut hits, mut pages) = (Vec::new(), 0);
    for item in found {
        if !item.kind.is_document() {
            hits.extend(stated(read, query, &item)?);
            continue;
        }
        // A document that was taken back since the index last heard of it is no hit.
        let Some(record) = if_there(read.find_document(&item.document))? else { continue };
        for page in item.pages.iter().take(limit - pages) {
            hits.push(of_page(read, query, &record, &item, page)?);
            pages += 1;
        }
    }
    Ok(hits)
}

fn of_page(
    read: Read<'_>,
    query: &Query,
    record: &DocumentRecord,
    found: &DocumentHits,
    page: &PageHit,
) -> Result<wire::Hit, LibraryError> {
    let snippet = if page.page == 0 {
        Snippet::default()
    } else {
        query.spoken(page.language).snippet(&read.page(record.document.id, page.page)?.text, SNIPPET)
    };
    Ok(wire::Hit {
        kind: found.kind,
        item: record.document.id.to_string(),
        opens: wire::Opens::Document(record.document.id.to_string()),
        possibly: found.possibly,
        new: found.added,
        title: record.document.title.clone(),
        kind_words: kind_words(&record.original.media_type).to_owned(),
        cases: record.cases.iter().map(ToString::to_string).collect(),
        date: shown(&record.document.published),
        page: page.page,
        score: page.score,
        highlights: highlights(&snippet),
        snippet: snippet.text,
    })
}

/// What people stated; none where it was taken back since the index last heard of it.
fn stated(read: Read<'_>, query: &Query, found: &DocumentHits) -> Result<Option<wire::Hit>, LibraryError> {
    for kind in tables(found.kind) {
        let Some(Indexed::Stated(item)) = read.indexed(&Item::new(*kind, &found.document))? else { continue };
        let IndexedItem { opens: Some(opens), page, title, word, text, cases, when, .. } = *item else {
            continue;
        };
        // Where the title alone fits, it says so; the beginning of the rest would say nothing.
        let snippet = Some(query.snippet(&text, SNIPPET)).filter(|snippet| !snippet.highlights.is_empty());
        let snippet = snippet.unwrap_or_default();
        return Ok(Some(wire::Hit {
            kind: found.kind,
            item: found.document.clone(),
            opens: opened(opens),
            title,
            kind_words: word,
            cases: cases.into_iter().map(|(id, _)| id).collect(),
            date: shown(&when),
            possibly: found.possibly,
            new: found.added,
            page: page.unwrap_or_default(),
            score: found.score,
            highlights: highlights(&snippet),
            snippet: snippet.text,
        }));
    }
    Ok(None)
}

/// Where an item of a kind may stand.
const fn tables(kind: Kind) -> &'static [ItemKind] {
    match kind {
        Kind::Case => &[ItemKind::Case],
        Kind::Person => &[ItemKind::Party],
        Kind::Event => &[ItemKind::Event],
        Kind::Account => &[ItemKind::Account],
        Kind::Note => &[ItemKind::Note, ItemKind::Annotation],
        Kind::Document | Kind::Email => &[],
    }
}

fn opened(item: Item) -> wire::Opens {
    match item.kind {
        ItemKind::Case => wire::Opens::Case(item.id),
        ItemKind::Party => wire::Opens::Party(item.id),
        ItemKind::Event | ItemKind::Account | ItemKind::Note => wire::Opens::Event(item.id),
        ItemKind::Document | ItemKind::Annotation => wire::Opens::Document(item.id),
    }
}

fn shown(when: &When) -> String {
    if when.is_undated() { String::new() } else { when.to_string() }
}

fn highlights(snippet: &Snippet) -> Vec<(u32, u32)> {
    snippet.highlights.iter().map(|&(start, end)| (view::number(start), view::number(end))).collect()
}
