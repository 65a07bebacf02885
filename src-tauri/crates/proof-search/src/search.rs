//! Asking the index: pages found, gathered by item.

mod best;
mod count;
mod facets;
mod nearest;
mod scan;
mod tally;

use std::collections::{BTreeSet, HashSet};

use proof_model::DateKind;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, EnableScoring, Occur, Query as TantivyQuery, TermQuery,
};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, Executor, Searcher, SegmentOrdinal, TERMINATED, TantivyError, Term};

pub use self::facets::{Counts, Facets, Filters, Instead, MonthCount};
use self::scan::Scan;
use self::tally::{Best, Candidate, Tally};
use crate::analysis::language::{self, Code};
use crate::entry::Kind;
use crate::index::schema::{DIGEST, DOCUMENT, Fields, PAGE};
use crate::query::Query;
use crate::query::compile::{Compiler, Dates};

/// Pages that are found beyond those that the items asked for take.
const SPARE: usize = 64;
/// Pages of an index from which on several processors look through it: below, waking them costs more.
const MANY_PAGES: u64 = 50_000;

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
    /// Whether everything that is found is counted. Where not, the best items are found without looking at the others,
    /// and the numbers in [`Found`] are those of what was looked at. Filters, facets and times are counted in any case.
    pub counts: bool,
    /// Whether something near is looked for where nothing holds what was asked; see [`Found::instead`].
    pub nearest: bool,
    /// Items made after this time, in milliseconds since 1970, are new; none when `None`.
    pub added_after: Option<u64>,
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
            counts: true,
            nearest: true,
            added_after: None,
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
    /// That as it would be typed, to mark its words on pages; empty where nothing was taken instead.
    pub instead_typed: String,
    /// Items found that are new, by [`SearchRequest::added_after`]; also beyond the limits.
    pub added: usize,
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
    /// Whether it is new, by [`SearchRequest::added_after`].
    pub added: bool,
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
    /// The language of the page, by its code: for [`Query::spoken`].
    pub language: &'static str,
}

/// What a search looks at.
pub(crate) struct Place<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
    pub executor: &'a Executor,
    /// The languages that its pages are in, for their stems; see [`languages`].
    pub languages: &'a [Code],
}

impl Place<'_> {
    /// Runs the query: over the pages, and over the titles of items that have no such page. Where nothing is found, what
    /// may have been meant is looked for.
    pub(crate) fn run(&self, query: &Query, request: &SearchRequest) -> Result<Found, TantivyError> {
        let compiler = Compiler::new(self.fields, self.languages);
        let pages = match compiler.pages(query, Dates::Possible) {
            Some(pages) => pages,
            // What is chosen from facets is asked for, even where no word is.
            None if request.filters != Filters::default() => Box::new(AllQuery),
            None => return Ok(Found::default()),
        };
        let [raised, titles] = self.by_title(&compiler, query)?;
        let tally = self.tally([Some(pages), raised, titles], request)?;
        if tally.total > 0 || request.facets.is_some() && tally.counts.any() {
            return self.found(tally, query, &compiler, request);
        }
        let others = if request.nearest { nearest::other(self, &compiler, query)? } else { Vec::new() };
        for other in others {
            let Ok(asked) = Query::parse(&other.typed) else { continue };
            let most = || compiler.most_words(&asked);
            let pages = if other.all { compiler.pages(&asked, Dates::Possible) } else { most() };
            let titles = compiler.titles(&asked, Dates::Possible).filter(|_| other.all);
            let tally = self.tally([pages, compiler.raised(&asked), titles], request)?;
            if tally.total > 0 {
                let found = self.found(tally, &asked, &compiler, request)?;
                return Ok(Found { instead: Some(other.instead), instead_typed: other.typed, ..found });
            }
        }
        self.found(tally, query, &compiler, request)
    }

    /// What raises items by their titles, and what finds them by those; nothing where no title has a word of the query,
    /// which is nearly always so and found out at little cost.
    fn by_title(
        &self,
        compiler: &Compiler<'_>,
        query: &Query,
    ) -> Result<[Option<Box<dyn TantivyQuery>>; 2], TantivyError> {
        let Some(any) = compiler.any_title(query) else { return Ok([None, None]) };
        if !self.finds(&*any)? {
            return Ok([None, None]);
        }
        Ok([compiler.raised(query), compiler.titles(query, Dates::Possible)])
    }

    /// Whether a query finds anything at all.
    fn finds(&self, query: &dyn TantivyQuery) -> Result<bool, TantivyError> {
        let weight = query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
        for segment in self.searcher.segment_readers() {
            if weight.scorer(segment, 1.0)?.doc() != TERMINATED {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Everything that is found: by pages, with what raises them, and by titles.
    fn tally(
        &self,
        queries: [Option<Box<dyn TantivyQuery>>; 3],
        request: &SearchRequest,
    ) -> Result<Tally, TantivyError> {
        let scoring = EnableScoring::enabled_from_searcher(self.searcher);
        let weight = |query: Box<dyn TantivyQuery>| self.in_case(query, request).weight(scoring);
        let [pages, raised, titles] = queries;
        let Some(pages) = pages.map(weight).transpose()? else { return Ok(Tally::default()) };
        let (raised, titles) = (raised.map(weight).transpose()?, titles.map(weight).transpose()?);
        let scan = Scan { pages, raised, titles, request };
        match self.best(&scan)? {
            Some(tally) => Ok(tally),
            None => self.all(&scan),
        }
    }

    /// The best alone, where that is enough; `None` where all has to be looked at.
    fn best(&self, scan: &Scan<'_>) -> Result<Option<Tally>, TantivyError> {
        let request = scan.request;
        let counted = request.counts || request.facets.is_some() || request.added_after.is_some();
        if counted || request.filters != Filters::default() {
            return Ok(None);
        }
        let wanted = request.offset.saturating_add(request.limit);
        let most = wanted.saturating_mul(request.per_document.clamp(2, 8)).saturating_add(SPARE);
        let best = best::pages(self.searcher, &*scan.pages, most)?;
        let mut tally = Tally::default();
        for (ordinal, (reader, pages)) in
            self.searcher.segment_readers().iter().zip(&best.segments).enumerate()
        {
            tally.join(scan.of_pages(u32::try_from(ordinal).unwrap_or(u32::MAX), reader, pages)?, request);
        }
        // Many pages of few items may have filled the list: then there may be more items below.
        Ok((best.whole || tally.total >= wanted).then_some(tally))
    }

    fn all(&self, scan: &Scan<'_>) -> Result<Tally, TantivyError> {
        let segments = self.searcher.segment_readers().iter().enumerate();
        let segment = |(ordinal, reader)| scan.segment(u32::try_from(ordinal).unwrap_or(u32::MAX), reader);
        let mut tally = Tally::default();
        if self.searcher.num_docs() < MANY_PAGES {
            for part in segments.map(segment) {
                tally.join(part?, scan.request);
            }
        } else {
            for part in self.executor.map(segment, segments)? {
                tally.join(part, scan.request);
            }
        }
        Ok(tally)
    }

    fn in_case(&self, query: Box<dyn TantivyQuery>, request: &SearchRequest) -> Box<dyn TantivyQuery> {
        let Some(case) = &request.case else { return query };
        let term = Term::from_field_text(self.fields.cases, case);
        let filter = ConstScoreQuery::new(Box::new(TermQuery::new(term, IndexRecordOption::Basic)), 0.0);
        Box::new(BooleanQuery::new(vec![(Occur::Must, query), (Occur::Must, Box::new(filter))]))
    }

    /// Cuts out what is on this screen and looks up the ids.
    fn found(
        &self,
        tally: Tally,
        query: &Query,
        compiler: &Compiler<'_>,
        request: &SearchRequest,
    ) -> Result<Found, TantivyError> {
        let counted = Kind::ALL.into_iter().zip(tally.kinds).filter(|(_, count)| *count > 0);
        let mut found = Found {
            total: tally.total,
            pages: tally.pages,
            kinds: counted.collect(),
            facets: request.facets.map(|_| tally.counts.into_facets()),
            added: tally.added,
            ..Found::default()
        };
        let mut keys = Vec::new();
        for (kind, best) in Kind::ALL.into_iter().zip(tally.best) {
            let paged = kind.is_document() || request.filters.kinds.contains(&kind);
            let (offset, limit) =
                if paged { (request.offset, request.limit) } else { (0, request.limit_other) };
            for candidate in best.into_ordered().into_iter().skip(offset).take(limit) {
                keys.push(candidate.key);
                found.hits.push(self.hit(candidate)?);
            }
        }
        if query.asks_date() {
            let certain = self.certain(query, compiler, request)?;
            for (hit, key) in found.hits.iter_mut().zip(keys) {
                hit.possibly = !certain.contains(&key);
            }
        }
        Ok(found)
    }

    fn hit(&self, candidate: Candidate) -> Result<DocumentHits, TantivyError> {
        let document = self.document_id(candidate.sample)?;
        let Candidate { kind, score, matched, pages, added, .. } = candidate;
        Ok(DocumentHits { document, kind, score, matched, pages, possibly: false, added })
    }

    /// The items that fit for certain, wherever their dates lie.
    fn certain(
        &self,
        query: &Query,
        compiler: &Compiler<'_>,
        request: &SearchRequest,
    ) -> Result<HashSet<(SegmentOrdinal, u64)>, TantivyError> {
        let all = SearchRequest { limit: usize::MAX, limit_other: usize::MAX, offset: 0, ..request.clone() };
        let [pages, titles] = [compiler.pages(query, Dates::Certain), compiler.titles(query, Dates::Certain)];
        let tally = self.tally([pages, None, titles], &all)?;
        Ok(tally.best.into_iter().flat_map(Best::into_ordered).map(|candidate| candidate.key).collect())
    }

    fn document_id(&self, address: DocAddress) -> Result<String, TantivyError> {
        let segment = self.searcher.segment_reader(address.segment_ord);
        let documents = segment.fast_fields().str(DOCUMENT)?.ok_or_else(|| no_column(DOCUMENT))?;
        let mut id = String::new();
        if let Some(ordinal) = documents.term_ords(address.doc_id).next() {
            documents.ord_to_str(ordinal, &mut id)?;
        }
        Ok(id)
    }
}

/// The languages that pages of an index are in; English among them, as what pages of no known language are read in.
pub(crate) fn languages(searcher: &Searcher, fields: &Fields) -> Result<Vec<Code>, TantivyError> {
    let mut languages = BTreeSet::from(["en"]);
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.language)?;
        let mut codes = index.terms().stream()?;
        while codes.advance() {
            let code = std::str::from_utf8(codes.key()).ok().and_then(language::code);
            languages.extend(code.filter(|code| *code != language::UNKNOWN));
        }
    }
    Ok(languages.into_iter().collect())
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

fn no_column(name: &str) -> TantivyError {
    TantivyError::FieldNotFound(name.to_owned())
}
