//! Term lists: many queries at once over the documents of a case, as they are asked for in discovery.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use proof_export::{Column, OutTable};
use proof_model::CaseId;
use proof_search::{Filters, Found, Index, Kind, Query, SearchRequest};
use proof_store::{DocumentFilter, DocumentLine, DocumentOrder};

use crate::{Library, LibraryError, out::write_tables};

/// Terms in one list at most.
const MOST_TERMS: usize = 10_000;

/// What the terms of a list hit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermReport {
    /// Each term, in the order of the list.
    pub terms: Vec<TermHits>,
    /// Each page that a term hits, by term, then by document.
    pub hits: Vec<TermHit>,
    /// Documents that no term hits.
    pub without: Vec<WithoutHit>,
    /// Documents that were searched, with those of `without`.
    pub documents: usize,
    /// Documents that some term hits.
    pub hit_documents: usize,
}

/// What one term hits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermHits {
    /// The term, as it stands in the list.
    pub term: String,
    /// Its line in the file, from 1.
    pub line: usize,
    /// Documents that it hits.
    pub documents: usize,
    /// Pages that it hits.
    pub pages: usize,
    /// Documents that no other term hits.
    pub alone: usize,
    /// Why it could not be searched for; empty where it was.
    pub error: String,
}

/// A page that a term hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermHit {
    /// The term.
    pub term: String,
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The page; 0 where the title or the file name alone is hit.
    pub page: u32,
}

/// A document that no term hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutHit {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// Whether it has text that could be hit.
    pub searched: bool,
}

/// The terms of a file: one a line, in the query language; lines that are empty or begin with `#` are passed over.
///
/// # Errors
/// Where the file cannot be read, is not UTF-8, or holds no term or too many.
pub fn read_terms(path: &Path) -> Result<Vec<(usize, String)>, LibraryError> {
    let refuse = |words: String| LibraryError::Refused(format!("{}: {words}", path.display()));
    let bytes = fs::read(path).map_err(|error| refuse(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()].split(|byte| *byte == b'\n').count();
        refuse(format!("line {line} is not UTF-8 text: save the list as plain text in UTF-8"))
    })?;
    let lines = text.trim_start_matches('\u{feff}').lines().zip(1..);
    let terms = lines.map(|(term, line)| (line, term.trim().to_owned()));
    let terms: Vec<(usize, String)> =
        terms.filter(|(_, term)| !term.is_empty() && !term.starts_with('#')).collect();
    match terms.len() {
        0 => Err(refuse("it holds no term: write one a line".into())),
        1..=MOST_TERMS => Ok(terms),
        more => Err(refuse(format!("{more} terms are too many: {MOST_TERMS} at most in one list"))),
    }
}

impl Library {
    /// Searches for each term of a list in the documents of a case, or in all, each on its own and exactly as it stands. A
    /// term that cannot be read as a query says so in its row.
    ///
    /// # Errors
    /// Where the index or the library cannot be read.
    pub fn term_report(
        &self,
        terms: &[(usize, String)],
        case: Option<CaseId>,
    ) -> Result<TermReport, LibraryError> {
        let index = self.whole_index()?;
        let lines = self.searched_documents(case)?;
        let titles: HashMap<String, &DocumentLine> =
            lines.iter().map(|line| (line.document.to_string(), line)).collect();
        let mut report = TermReport { documents: lines.len(), ..TermReport::default() };
        let mut hit_by: HashMap<String, Vec<usize>> = HashMap::new();
        for (line, term) in terms {
            let found = found_by(&index, term, case);
            let mut row = TermHits { term: term.clone(), line: *line, ..TermHits::default() };
            match found {
                Ok(found) => {
                    for hit in found.hits.iter().filter(|hit| titles.contains_key(&hit.document)) {
                        row.documents += 1;
                        row.pages += hit.matched;
                        hit_by.entry(hit.document.clone()).or_default().push(report.terms.len());
                    }
                    report.hits.extend(rows(term, &found, &titles));
                }
                Err(LibraryError::Query(error)) => row.error = error.to_string(),
                Err(error) => return Err(error),
            }
            report.terms.push(row);
        }
        for terms in hit_by.values() {
            if let [only] = terms.as_slice() {
                report.terms[*only].alone += 1;
            }
        }
        report.hit_documents = hit_by.len();
        let hit: HashSet<&String> = hit_by.keys().collect();
        let textless: HashSet<String> =
            self.read::<_, LibraryError>(|read| Ok(read.documents_without_text()?))?.into_iter().collect();
        let without = lines.iter().map(|line| WithoutHit::of(line, &textless));
        report.without = without.filter(|line| !hit.contains(&line.document)).collect();
        Ok(report)
    }

    /// Writes a report in place of what may stand at `path`: as XLSX with a sheet for the terms, the hits and the documents
    /// without any; as CSV the hits and, below them, the documents without any. Gives the number of rows of hits.
    ///
    /// # Errors
    /// Where the name ends in neither, or the file cannot be written.
    pub fn write_term_report(&self, report: &TermReport, path: &Path) -> Result<usize, LibraryError> {
        let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let mut tables = if is_csv {
            vec![report.one_table()]
        } else {
            vec![report.terms(), report.hits(), report.without()]
        };
        write_tables(path, &mut tables)?;
        Ok(report.hits.len())
    }

    fn searched_documents(&self, case: Option<CaseId>) -> Result<Vec<DocumentLine>, LibraryError> {
        let order =
            DocumentOrder { filter: DocumentFilter { case, ..Default::default() }, ..Default::default() };
        self.read(|read| Ok(read.document_lines(&read.ordered_documents(&order)?)?))
    }
}

fn found_by(index: &Index, term: &str, case: Option<CaseId>) -> Result<Found, LibraryError> {
    let query = Query::parse(term).map_err(LibraryError::Query)?;
    let request = SearchRequest {
        case: case.map(|case| case.to_string()),
        filters: Filters { kinds: vec![Kind::Document, Kind::Email], ..Filters::default() },
        limit: usize::MAX,
        limit_other: 0,
        per_document: usize::MAX,
        nearest: false,
        ..SearchRequest::default()
    };
    Ok(index.search(&query, &request)?)
}

fn rows(term: &str, found: &Found, lines: &HashMap<String, &DocumentLine>) -> Vec<TermHit> {
    let mut rows = Vec::new();
    for hit in &found.hits {
        let Some(line) = lines.get(&hit.document) else { continue };
        let mut pages: Vec<u32> =
            hit.pages.iter().map(|page| if page.in_text { page.page } else { 0 }).collect();
        pages.sort_unstable();
        let row = |page| TermHit {
            term: term.to_owned(),
            document: hit.document.clone(),
            title: line.title.clone(),
            page,
        };
        rows.extend(pages.into_iter().map(row));
    }
    rows
}

impl WithoutHit {
    fn of(line: &DocumentLine, textless: &HashSet<String>) -> Self {
        let document = line.document.to_string();
        Self { title: line.title.clone(), searched: !textless.contains(&document), document }
    }

    /// Why no term hits it.
    fn reason(&self) -> &'static str {
        if self.searched { "no term hits it" } else { "it has no text: only its title was searched" }
    }
}

impl TermReport {
    fn terms(&self) -> OutTable {
        let row = |term: &TermHits| {
            let numbers = [term.documents, term.pages, term.alone].map(|number| number.to_string());
            let [documents, pages, alone] = numbers;
            vec![term.term.clone(), documents, pages, alone, term.error.clone()]
        };
        let columns = vec![
            Column::text("Term"),
            Column::number("Documents"),
            Column::number("Pages"),
            Column::number("Documents that only this term hits"),
            Column::text("Not searched, because"),
        ];
        OutTable { name: "Terms".into(), columns, rows: self.terms.iter().map(row).collect() }
    }

    fn hits(&self) -> OutTable {
        let row =
            |hit: &TermHit| vec![hit.term.clone(), hit.title.clone(), shown(hit.page), hit.document.clone()];
        let columns = ["Term", "Document", "Page", "Identifier"].map(Column::text).to_vec();
        OutTable { name: "Hits".into(), columns, rows: self.hits.iter().map(row).collect() }
    }

    fn without(&self) -> OutTable {
        let row = |line: &WithoutHit| vec![line.title.clone(), line.reason().into(), line.document.clone()];
        let columns = ["Document", "Why", "Identifier"].map(Column::text).to_vec();
        OutTable { name: "No hits".into(), columns, rows: self.without.iter().map(row).collect() }
    }

    /// Hits, terms without any, and documents without any, in one table.
    fn one_table(&self) -> OutTable {
        let mut table = self.hits();
        table.columns.push(Column::text("Note"));
        for term in self.terms.iter().filter(|term| term.documents == 0) {
            let note = if term.error.is_empty() { "hits no document" } else { term.error.as_str() };
            table.rows.push(vec![
                term.term.clone(),
                String::new(),
                String::new(),
                String::new(),
                note.into(),
            ]);
        }
        for line in &self.without {
            let (title, id, why) = (line.title.clone(), line.document.clone(), line.reason());
            table.rows.push(vec![String::new(), title, String::new(), id, why.into()]);
        }
        table
    }
}

/// A page's number, or what stands for one.
fn shown(page: u32) -> String {
    if page == 0 { "title or file name".into() } else { page.to_string() }
}
