//! Asking the index: pages found, gathered by document.

mod collector;
mod facets;

use std::collections::HashMap;

use proof_model::DateKind;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query as TantivyQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, TantivyError, Term};

use self::collector::{ByDocument, Group};
pub use self::facets::{Counts, Facets, Filters, Instead, MonthCount};
use crate::entry::Kind;
use crate::index::schema::{DIGEST, DOCUMENT, Fields, PAGE};
use crate::query::Query;
use crate::query::compile;

/// What is wanted of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRequest {
    /// The id of the case to search in; all cases when `None`.
    pub case: Option<String>,
    /// What else an item has to be, chosen from facets.
    pub filters: Filters,
    /// Documents at most, e-mails among them.
    pub limit: usize,
    /// Documents to pass over, for the next screen.
    pub offset: usize,
    /// Items at most of each other kind.
    pub limit_other: usize,
    /// Pages at most for each document, the best.
    pub per_document: usize,
    /// The date that [`Facets::dates`] counts; no facets are counted when `None`.
    pub facets: Option<DateKind>,
}

impl Default for SearchRequest {
    fn default() -> Self {
        Self {
            case: None,
            filters: Filters::default(),
            limit: 50,
            offset: 0,
            limit_other: 5,
            per_document: 5,
            facets: None,
        }
    }
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Items found, also beyond the limits.
    pub total: usize,
    /// Pages of documents found whose own text and fields fit the query, also beyond the limits.
    pub pages: usize,
    /// Items found of each kind, also beyond the limits; kinds without any are left out.
    pub kinds: Vec<(Kind, usize)>,
    /// The items of this screen: what is no document first, by kind in the order of [`Kind::ALL`]; then documents and
    /// e-mails together. Best first.
    pub hits: Vec<DocumentHits>,
    /// What can be narrowed down to, where asked for.
    pub facets: Option<Facets>,
    /// What was taken instead of what was typed, where nothing holds that.
    pub instead: Option<Instead>,
}

/// A document, or another item, that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentHits {
    /// The item's id.
    pub document: String,
    /// What it is.
    pub kind: Kind,
    /// That of its best page. Comparable within one search only.
    pub score: f32,
    /// Pages of it that fit the query; 0 when only its title or file name does.
    pub matched: usize,
    /// Its best pages, best first; the first page when only the title or file name fits.
    pub pages: Vec<PageHit>,
    /// Whether it only may fit: its date is not known well enough to say.
    pub possibly: bool,
}

/// A page that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageHit {
    /// The page's number; 0 stands for a document without text.
    pub page: u32,
    /// How well it fits (BM25, words in the title raised). Comparable within one search only.
    pub score: f32,
    /// False when the document's title or file name fits and no page does.
    pub in_text: bool,
}

/// Runs the query: first over the pages, then over the titles of documents that have no such page.
pub(crate) fn run(
    searcher: &Searcher,
    fields: &Fields,
    query: &Query,
    request: &SearchRequest,
) -> Result<Found, TantivyError> {
    let Some(pages) = compile::pages(query, fields) else { return Ok(Found::default()) };
    let collector = ByDocument { keep: request.per_document.max(1), in_text: true };
    let mut groups = searcher.search(&in_case(pages, fields, request), &collector)?;
    let pages = groups.values().map(|group| group.matched).sum();
    if let Some(titles) = compile::titles(query, fields) {
        let collector = ByDocument { keep: 1, in_text: false };
        let by_title = searcher.search(&in_case(titles, fields, request), &collector)?;
        for (key, group) in by_title {
            groups.entry(key).or_insert(group);
        }
    }
    let total = groups.len();
    let hits = screen(searcher, groups, request)?;
    Ok(Found { total, pages, hits, ..Found::default() })
}

/// Shows every page that is in the index.
pub(crate) fn entries(
    searcher: &Searcher,
    visit: &mut dyn FnMut(&str, u32, u64),
) -> Result<(), TantivyError> {
    let mut document = String::new();
    for segment in searcher.segment_readers() {
        let columns = segment.fast_fields();
        let (pages, digests) = (columns.u64(PAGE)?, columns.u64(DIGEST)?);
        let documents = columns.str(DOCUMENT)?.ok_or_else(|| no_column(DOCUMENT))?;
        // Pages of a document follow one another, and looking its id up is what costs.
        let mut known = None;
        for row in segment.doc_ids_alive() {
            let ordinal = documents.term_ords(row).next();
            if ordinal != known {
                document.clear();
                ordinal.map(|ordinal| documents.ord_to_str(ordinal, &mut document)).transpose()?;
                known = ordinal;
            }
            let page = pages.first(row).unwrap_or_default();
            visit(&document, u32::try_from(page).unwrap_or(u32::MAX), digests.first(row).unwrap_or_default());
        }
    }
    Ok(())
}

fn in_case(query: Box<dyn TantivyQuery>, fields: &Fields, request: &SearchRequest) -> Box<dyn TantivyQuery> {
    let Some(case) = &request.case else { return query };
    let term = Term::from_field_text(fields.cases, case);
    let filter = ConstScoreQuery::new(Box::new(TermQuery::new(term, IndexRecordOption::Basic)), 0.0);
    Box::new(BooleanQuery::new(vec![(Occur::Must, query), (Occur::Must, Box::new(filter))]))
}

/// Orders the documents, cuts out those of this screen and looks up their ids.
fn screen(
    searcher: &Searcher,
    groups: HashMap<u64, Group>,
    request: &SearchRequest,
) -> Result<Vec<DocumentHits>, TantivyError> {
    let mut ordered: Vec<(u64, Group)> = groups.into_iter().collect();
    // Equal scores fall back to the key, so that screens of one search never overlap.
    ordered.sort_unstable_by(|(a_key, a), (b_key, b)| b.score.total_cmp(&a.score).then(a_key.cmp(b_key)));
    let screen = ordered.into_iter().skip(request.offset).take(request.limit);
    screen
        .map(|(_, group)| {
            let document = document_id(searcher, group.sample)?;
            let Group { score, matched, pages, .. } = group;
            Ok(DocumentHits { document, kind: Kind::default(), score, matched, pages, possibly: false })
        })
        .collect()
}

fn document_id(searcher: &Searcher, address: DocAddress) -> Result<String, TantivyError> {
    let segment = searcher.segment_reader(address.segment_ord);
    let documents = segment.fast_fields().str(DOCUMENT)?.ok_or_else(|| no_column(DOCUMENT))?;
    let mut id = String::new();
    if let Some(ordinal) = documents.term_ords(address.doc_id).next() {
        documents.ord_to_str(ordinal, &mut id)?;
    }
    Ok(id)
}

fn no_column(name: &str) -> TantivyError {
    TantivyError::FieldNotFound(name.to_owned())
}
