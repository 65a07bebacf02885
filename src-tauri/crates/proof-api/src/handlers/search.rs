use std::time::Instant;

use proof_library::{
    DocumentHits, DocumentRecord, Library, LibraryError, PageHit, Query, Read, SearchRequest, Snippet,
    if_there,
};
use proof_model::kind_words;

use crate::{Session, WireError, args::SearchArgs, view, wire};

/// Length of a snippet, in characters: two lines of a result.
const SNIPPET: usize = 220;

/// Pages in an answer, where no number is asked for.
const LIMIT: u32 = 50;

/// Searches the pages.
///
/// # Errors
/// Where the query does not parse, with the character and the plain reading.
pub fn search(session: &Session, args: SearchArgs) -> Result<wire::SearchAnswer, WireError> {
    let library = session.library()?;
    let began = Instant::now();
    let query = Query::parse(&args.query).map_err(LibraryError::Query)?;
    let case = match args.case.as_deref() {
        Some(key) => Some(library.read::<_, LibraryError>(|read| Ok(read.find_case(key)?.id))?),
        None => None,
    };
    let limit = args.limit.unwrap_or(LIMIT) as usize;
    let case = case.map(|case| case.to_string());
    let found = library.search(&query, &SearchRequest { case, limit, ..SearchRequest::default() })?;
    let mut hits = hits(&library, &query, found.hits, limit)?;
    hits.truncate(limit);
    Ok(wire::SearchAnswer {
        total: view::number(found.pages),
        items: view::number(found.total),
        took_ms: began.elapsed().as_secs_f64() * 1000.0,
        hits,
        ..wire::SearchAnswer::default()
    })
}

/// The pages of the documents that were found, until there are enough.
fn hits(
    library: &Library,
    query: &Query,
    found: Vec<DocumentHits>,
    limit: usize,
) -> Result<Vec<wire::Hit>, LibraryError> {
    library.read(|read| {
        let mut hits = Vec::new();
        for document in found {
            // A document that was taken back since the index last heard of it is no hit.
            let Some(record) = if_there(read.find_document(&document.document))? else { continue };
            for page in &document.pages {
                hits.push(hit(read, query, &record, &document, page)?);
            }
            if hits.len() >= limit {
                break;
            }
        }
        Ok(hits)
    })
}

fn hit(
    read: Read<'_>,
    query: &Query,
    record: &DocumentRecord,
    found: &DocumentHits,
    page: &PageHit,
) -> Result<wire::Hit, LibraryError> {
    let snippet = if page.page == 0 {
        Snippet { text: String::new(), highlights: Vec::new() }
    } else {
        query.snippet(&read.page(record.document.id, page.page)?.text, SNIPPET)
    };
    Ok(wire::Hit {
        kind: found.kind,
        item: record.document.id.to_string(),
        opens: wire::Opens::Document(record.document.id.to_string()),
        possibly: found.possibly,
        title: record.document.title.clone(),
        kind_words: kind_words(&record.original.media_type).to_owned(),
        cases: record.cases.iter().map(ToString::to_string).collect(),
        date: if record.document.published.is_undated() {
            String::new()
        } else {
            record.document.published.to_string()
        },
        page: page.page,
        score: page.score,
        snippet: snippet.text,
        highlights: snippet
            .highlights
            .iter()
            .map(|&(start, end)| (view::number(start), view::number(end)))
            .collect(),
    })
}
