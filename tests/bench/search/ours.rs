//! Proofline's own index, as the library uses it.

use anyhow::{Context, Result, anyhow};
use proof_model::DateKind;
use proof_search::{Days, Index, ItemDates, Kind as ItemKind, PageEntry, Query, SearchRequest};
use std::path::Path;

use crate::corpus::Document;
use crate::engine::{Ask, Engine};
use crate::queries::{Asked, Kind};
use crate::sqlite::pages::Pages;

const LIBRARY: &str = "bench";
/// Documents and pages of each on the first page of results, and characters of a snippet: as the window asks for them.
const DOCUMENTS: usize = 20;
const PER_DOCUMENT: usize = 3;
const SNIPPET: usize = 220;

/// The ten best documents, as the other engines give the ten best pages, with nothing counted; or the first page of results
/// as the window shows it: documents with their best pages, each with its snippet, everything counted, and facets.
pub struct Ours {
    pub first_page: bool,
}

impl Engine for Ours {
    fn index(&self, pages: &Pages, folder: &Path) -> Result<()> {
        let (index, _) = Index::open(&folder.join("index"), LIBRARY)?.into_parts();
        pages.each(|_, document| Ok(index.put(&document.number.to_string(), entries(document))?))?;
        Ok(index.commit()?)
    }

    fn open(&self, folder: &Path, pages: Pages) -> Result<Ask> {
        // An index that answers and is not changed meanwhile.
        let index = Index::open_read_only(&folder.join("index"), LIBRARY)?.context("it cannot be trusted")?;
        Ok(if self.first_page { first_page(index, pages) } else { ten_best(index) })
    }
}

fn ten_best(index: Index) -> Ask {
    Box::new(move |asked| {
        let request = SearchRequest { limit: 10, per_document: 1, counts: false, ..request(asked) };
        Ok(Some(index.search(&query(asked)?, &request)?.hits.len()))
    })
}

fn first_page(index: Index, pages: Pages) -> Ask {
    Box::new(move |asked| {
        let query = query(asked)?;
        let request = SearchRequest {
            limit: DOCUMENTS,
            per_document: PER_DOCUMENT,
            facets: Some(DateKind::Published),
            ..request(asked)
        };
        let found = index.search(&query, &request)?;
        for hits in &found.hits {
            for hit in &hits.pages {
                let text = pages.text_of(hits.document.parse()?, hit.page)?;
                std::hint::black_box(query.spoken(hit.language).snippet(&text, SNIPPET));
            }
        }
        Ok(Some(found.hits.len()))
    })
}

fn entries(document: Document) -> Vec<PageEntry> {
    let day = Days { first: document.published, last: document.published };
    let mail = document.media_type == "message/rfc822";
    let same = PageEntry {
        kind: if mail { ItemKind::Email } else { ItemKind::Document },
        document: document.number.to_string(),
        title: document.title,
        file_name: document.file_name,
        media_type: document.media_type,
        cases: document.cases.iter().map(|case| case_id(*case)).collect(),
        case_names: document.cases.iter().map(|case| format!("Matter {case}")).collect(),
        tags: document.tags,
        people: document.people,
        dates: ItemDates { published: Some(day), ..ItemDates::default() },
        ..PageEntry::default()
    };
    let pages = (1..).zip(document.pages);
    pages.map(|(page, text)| PageEntry { page, text, ..same.clone() }).collect()
}

fn case_id(case: usize) -> String {
    format!("00000000-0000-7000-8000-0000000000{case:02}")
}

fn request(asked: &Asked) -> SearchRequest {
    let case = (asked.kind == Kind::Case).then(|| case_id(asked.case));
    SearchRequest { case, ..SearchRequest::default() }
}

/// What is asked, in our language.
fn query(asked: &Asked) -> Result<Query> {
    let words = asked.words.join(" ");
    let typed = match asked.kind {
        Kind::Term | Kind::And | Kind::Case => words,
        Kind::Or => asked.words.join(" OR "),
        Kind::Phrase => format!("\"{words}\""),
        Kind::Prefix => format!("{words}*"),
        Kind::Fuzzy => format!("{words}~1"),
        Kind::Near => format!("\"{words}\"~5"),
    };
    Query::parse(&typed).map_err(|error| anyhow!("{typed}: {error:?}"))
}
