//! A document as a register shows it: derived, so that a register of any length is one query.

use chrono::{Datelike, NaiveDate};
use proof_model::{CaseId, DocumentId, Outcome, Relevance};
use rusqlite::{Row, types::Value};

use super::{condition::Conditions, json, parsed, to_json, word};
use crate::{Read, StoreError};

/// A document as a register shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLine {
    /// Identifier.
    pub document: DocumentId,
    /// Title.
    pub title: String,
    /// The kind in a word.
    pub kind: String,
    /// How reading it ended.
    pub outcome: Outcome,
    /// Who published or wrote it.
    pub source: String,
    /// Number of pages.
    pub pages: u32,
    /// Size in bytes.
    pub size: u64,
    /// The date on it, as a person writes it; empty where undated.
    pub dated: String,
    /// The year of that date, where it is one.
    pub year: Option<i32>,
    /// When it was published, as a person writes it; empty where undated.
    pub published: String,
    /// The cases that it is in.
    pub cases: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Issues.
    pub issues: Vec<String>,
    /// Whether somebody has read it through.
    pub reviewed: bool,
    /// Whether it bears a star.
    pub starred: bool,
    /// Whether it is confidential.
    pub confidential: bool,
    /// On what basis it is privileged.
    pub privilege: Option<String>,
    /// How much it matters.
    pub relevance: Option<Relevance>,
    /// How many accounts cite it.
    pub cited: u32,
    /// How many annotations are on it.
    pub annotated: u32,
    /// The document that it was attached to.
    pub parent: Option<DocumentId>,
    /// How many documents were attached to it.
    pub attachments: u32,
    /// In how many places its bytes were found.
    pub locations: u32,
    /// When it came, RFC 3339.
    pub added_at: String,
    /// SHA-256 of the original.
    pub sha256: String,
}

/// What a register is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DocumentSort {
    /// The order in which they came.
    #[default]
    Added,
    /// Exhibit mark.
    Mark,
    /// Bates number.
    Bates,
    /// Title, numbers in it by their value.
    Title,
    /// The date on the document.
    Dated,
    /// When it was published.
    Published,
    /// Kind.
    Kind,
    /// Source.
    Source,
    /// Number of pages.
    Pages,
    /// Size.
    Size,
    /// How many accounts cite it.
    Cited,
    /// How much it matters.
    Relevance,
    /// Reviewed or not.
    Reviewed,
}

/// What a register is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentGroup {
    /// Kind.
    Kind,
    /// Source.
    Source,
    /// Year of the date on the document.
    Year,
    /// How much it matters.
    Relevance,
    /// Reviewed or not.
    Reviewed,
    /// An e-mail and what was attached to it.
    Family,
}

/// Which documents: those that pass every part that is given; a part with several values asks for any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentFilter {
    /// Only this case.
    pub case: Option<CaseId>,
    /// Only what lies directly inside this document.
    pub inside: Option<DocumentId>,
    /// Words of which each stands somewhere in the line or in a number.
    pub text: String,
    /// Kinds in a word.
    pub kinds: Vec<String>,
    /// Sources.
    pub sources: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Issues.
    pub issues: Vec<String>,
    /// How much they matter.
    pub relevance: Vec<Relevance>,
    /// Reviewed or not.
    pub reviewed: Option<bool>,
    /// With a star.
    pub starred: bool,
    /// Confidential or not.
    pub confidential: Option<bool>,
    /// Privileged or not.
    pub privileged: Option<bool>,
    /// With an exhibit mark or without.
    pub exhibited: Option<bool>,
    /// Cited or not.
    pub cited: Option<bool>,
    /// Read, at least in part, or not.
    pub readable: Option<bool>,
    /// The date on it may be on or after this day.
    pub from: Option<NaiveDate>,
    /// The date on it may be on or before this day.
    pub to: Option<NaiveDate>,
}

/// Which documents, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentOrder {
    /// Which.
    pub filter: DocumentFilter,
    /// Sorted by.
    pub sort: DocumentSort,
    /// The other way round; what has nothing to be sorted by stays behind.
    pub descending: bool,
    /// Grouped by.
    pub group: Option<DocumentGroup>,
}

impl Read<'_> {
    /// The documents that pass a filter, in their order.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn ordered_documents(&self, order: &DocumentOrder) -> Result<Vec<String>, StoreError> {
        let (condition, mut values) = order.filter.conditions()?.finish();
        let (join, case) = order.numbers();
        values.splice(0..0, case);
        let sql =
            format!("SELECT l.document FROM document_line l {join} {condition} ORDER BY {}", order.keys());
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many of the documents that pass a filter are reviewed.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn reviewed_documents(&self, filter: &DocumentFilter) -> Result<usize, StoreError> {
        let mut sql = filter.conditions()?;
        sql.all("l.reviewed = 1", []);
        let (condition, values) = sql.finish();
        let sql = format!("SELECT count(*) FROM document_line l {condition}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row(rusqlite::params_from_iter(values), |row| row.get(0))?)
    }

    /// The lines of some documents, in the order given.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn document_lines(&self, documents: &[String]) -> Result<Vec<DocumentLine>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT l.* FROM json_each(?1) each JOIN document_line l ON l.document = each.value ORDER BY each.key",
        )?;
        Ok(statement.query_map([to_json(&documents)?], read)?.collect::<Result<_, _>>()?)
    }

    /// When all originals were last verified, and which were then not what was imported.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn last_verified(&self) -> Result<Option<(String, Vec<String>)>, StoreError> {
        use rusqlite::OptionalExtension as _;
        let sql = "SELECT at, failed FROM verification ORDER BY at DESC, id DESC LIMIT 1";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([], |row| Ok((row.get("at")?, json(row, "failed")?))).optional()?)
    }

    /// A number that becomes another with each change that another connection makes.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn data_version(&self) -> Result<u64, StoreError> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }
}

impl DocumentOrder {
    /// What brings the numbers in that are sorted by, with the case that they are of.
    fn numbers(&self) -> (String, Vec<Value>) {
        let (source, key) = match self.sort {
            DocumentSort::Mark => (
                "exhibit e JOIN exhibit_scheme s ON s.id = e.scheme",
                "s.prefix || printf('%012d', e.number) || e.letter",
            ),
            DocumentSort::Bates => (
                "production_document e JOIN production s ON s.id = e.production",
                "s.prefix || printf('%015d', e.first)",
            ),
            _ => return (String::new(), Vec::new()),
        };
        let case = self.filter.case.map_or(Value::Null, |case| Value::Text(case.to_string()));
        let join = format!(
            "LEFT JOIN (SELECT e.document AS numbered, min({key}) AS number_key FROM {source}
                        WHERE s.case_file = coalesce(?, s.case_file) GROUP BY e.document) n ON n.numbered = l.document"
        );
        (join, vec![case])
    }

    fn keys(&self) -> String {
        let way = if self.descending { "DESC" } else { "ASC" };
        let group = self.group.map_or(String::new(), |group| format!("{}, ", group.key()));
        let sort = match self.sort {
            DocumentSort::Added => format!("l.document {way}"),
            DocumentSort::Mark | DocumentSort::Bates => {
                format!("n.number_key IS NULL, n.number_key {way}, l.document")
            }
            DocumentSort::Title => format!("l.title_key {way}, l.document {way}"),
            DocumentSort::Dated => format!("l.dated = '', l.dated_key {way}, l.document"),
            DocumentSort::Published => format!("l.published = '', l.published_key {way}, l.document"),
            DocumentSort::Kind => format!("l.kind {way}, l.document {way}"),
            DocumentSort::Source => format!("l.source = '', l.source {way}, l.document"),
            DocumentSort::Pages => format!("l.pages {way}, l.document {way}"),
            DocumentSort::Size => format!("l.size {way}, l.document {way}"),
            DocumentSort::Cited => format!("l.cited {way}, l.document {way}"),
            DocumentSort::Relevance => format!("{RELEVANCE} {way}, l.document"),
            DocumentSort::Reviewed => format!("l.reviewed {way}, l.document {way}"),
        };
        group + &sort
    }
}

/// From what matters most to what does not; what nobody judged stands between.
const RELEVANCE: &str = "CASE l.relevance WHEN 'key' THEN 0 WHEN 'relevant' THEN 1 WHEN '' THEN 2 ELSE 3 END";

impl DocumentGroup {
    const fn key(self) -> &'static str {
        match self {
            Self::Kind => "l.kind",
            Self::Source => "l.source = '', l.source",
            Self::Year => "l.year IS NULL, l.year",
            Self::Relevance => RELEVANCE,
            Self::Reviewed => "l.reviewed",
            Self::Family => "coalesce(l.parent, l.document), l.parent IS NOT NULL",
        }
    }
}

impl DocumentFilter {
    fn conditions(&self) -> Result<Conditions, StoreError> {
        let mut sql = Conditions::default();
        if let Some(case) = self.case {
            sql.all(
                "l.document IN (SELECT document FROM document_case WHERE case_file = ?)",
                [case.to_string()],
            );
        }
        if let Some(around) = self.inside {
            sql.all("l.document IN (SELECT id FROM document WHERE parent = ?)", [around.to_string()]);
        }
        for part in self.text.to_lowercase().split_whitespace() {
            sql.all(
                "instr(l.folded, ?) > 0
                 OR l.document IN (SELECT document FROM exhibit WHERE instr(lower(shown), ?) > 0)
                 OR l.document IN (SELECT document FROM production_document WHERE instr(lower(shown), ?) > 0)",
                [part.to_owned(), part.to_owned(), part.to_owned()],
            );
        }
        sql.any("l.kind", &self.kinds)?;
        sql.any("l.source", &self.sources)?;
        for (kind, tags) in [("tag", &self.tags), ("issue", &self.issues)] {
            if !tags.is_empty() {
                let listed = format!(
                    "l.document IN (SELECT document FROM document_tag WHERE kind = '{kind}'
                                    AND tag IN (SELECT value FROM json_each(?)))"
                );
                sql.all(&listed, [to_json(tags)?]);
            }
        }
        sql.any("l.relevance", &self.relevance)?;
        for (part, wanted) in [
            ("l.reviewed = 1", self.reviewed),
            ("l.starred = 1", self.starred.then_some(true)),
            ("l.confidential = 1", self.confidential),
            ("l.privilege <> ''", self.privileged),
            ("l.cited > 0", self.cited),
            ("l.outcome IN ('ok', 'partial')", self.readable),
        ] {
            if let Some(wanted) = wanted {
                sql.all(&format!("{}({part})", if wanted { "" } else { "NOT " }), []);
            }
        }
        if let Some(wanted) = self.exhibited {
            let not = if wanted { "" } else { "NOT " };
            let case = self.case.map(|case| case.to_string()).unwrap_or_default();
            let marked = format!(
                "l.document {not}IN (SELECT e.document FROM exhibit e JOIN exhibit_scheme s ON s.id = e.scheme
                                     WHERE ? IN ('', s.case_file))"
            );
            sql.all(&marked, [case]);
        }
        if let Some(from) = self.from {
            sql.number("l.dated <> '' AND coalesce(l.dated_last, 1e9) >= ?", from.num_days_from_ce());
        }
        if let Some(to) = self.to {
            sql.number("l.dated <> '' AND coalesce(l.dated_first, -1e9) <= ?", to.num_days_from_ce());
        }
        Ok(sql)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<DocumentLine> {
    let text = |column| row.get::<_, String>(column);
    let (privilege, relevance) = (text("privilege")?, text("relevance")?);
    let parent: Option<String> = row.get("parent")?;
    let size: i64 = row.get("size")?;
    Ok(DocumentLine {
        document: parsed(row, "document")?,
        title: text("title")?,
        kind: text("kind")?,
        outcome: super::document::outcome(row)?,
        source: text("source")?,
        pages: row.get("pages")?,
        size: u64::try_from(size).unwrap_or(0),
        dated: text("dated")?,
        year: row.get("year")?,
        published: text("published")?,
        cases: json(row, "cases")?,
        tags: json(row, "tags")?,
        issues: json(row, "issues")?,
        reviewed: row.get("reviewed")?,
        starred: row.get("starred")?,
        confidential: row.get("confidential")?,
        privilege: (!privilege.is_empty()).then_some(privilege),
        relevance: (!relevance.is_empty())
            .then(|| word(row, "relevance", Relevance::from_word))
            .transpose()?,
        cited: row.get("cited")?,
        annotated: row.get("annotated")?,
        parent: parent.map(|_| parsed(row, "parent")).transpose()?,
        attachments: row.get("attachments")?,
        locations: row.get("locations")?,
        added_at: text("added_at")?,
        sha256: text("sha256")?,
    })
}
