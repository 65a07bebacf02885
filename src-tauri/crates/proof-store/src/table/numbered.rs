//! The numbers that documents bear, and those that they bore.

use proof_model::{CaseId, DocumentId, Mark, NumberStyle, SoughtNumber, nth};
use rusqlite::{OptionalExtension, Row, types::Type};

use super::parsed;
use crate::{Read, StoreError};

/// A number of a document, for as long as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// An exhibit mark or Bates numbers.
    pub kind: NumberKind,
    /// Its scheme or production.
    pub series: String,
    /// The case.
    pub case: CaseId,
    /// The document.
    pub document: DocumentId,
    /// The mark; of Bates numbers that of the first page.
    pub mark: Mark,
    /// How many pages bear numbers, from 1; 1 for an exhibit.
    pub pages: u32,
    /// As it is written; of Bates numbers the first.
    pub first: String,
    /// The line of the ledger from which on it stood.
    pub since: u64,
    /// When that was, RFC 3339.
    pub since_at: String,
    /// The act that gave it.
    pub act: String,
    /// The line of the ledger from which on it stood no more; none where it still does.
    pub until: Option<u64>,
    /// When that was, RFC 3339.
    pub until_at: Option<String>,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NumberKind {
    /// The mark of an exhibit.
    Exhibit,
    /// One of the numbers of a document's pages.
    Bates,
}

/// A line of the ledger that changed numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    /// Its position.
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The act, by name.
    pub act: String,
}

impl NumberKind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Exhibit => "exhibit",
            Self::Bates => "bates",
        }
    }
}

impl Numbered {
    /// All of it as it is written: the mark, or the Bates numbers of the first and the last page.
    pub fn shown(&self) -> String {
        match self.kind {
            NumberKind::Exhibit => self.first.clone(),
            NumberKind::Bates => self.style().range(self.mark.number(), self.pages),
        }
    }

    /// The Bates number of a page as it is written; none where that bears none.
    pub fn of_page(&self, page: u32) -> Option<String> {
        let bears = self.kind == NumberKind::Bates && (1..=self.pages).contains(&page);
        bears.then(|| self.style().shown(nth(self.mark.number(), page)))
    }

    /// The page that bears a Bates number; none where it is no page of this document.
    pub fn page_of(&self, number: u64) -> Option<u32> {
        let page = u32::try_from(number.checked_sub(self.mark.number())?).ok()?.checked_add(1)?;
        (self.kind == NumberKind::Bates && page <= self.pages).then_some(page)
    }

    /// Whether it stood after a line of the ledger; today where none is given.
    pub fn stood(&self, after: Option<u64>) -> bool {
        match after {
            None => self.until.is_none(),
            Some(seq) => self.since <= seq && self.until.is_none_or(|until| until > seq),
        }
    }

    fn style(&self) -> NumberStyle {
        NumberStyle::of_shown(&self.first)
    }
}

const SELECT: &str = "SELECT n.*, s.at AS since_at, s.act, u.at AS until_at
    FROM numbered n LEFT JOIN ledger s ON s.seq = n.since LEFT JOIN ledger u ON u.seq = n.until";

/// Today's first, then the newest; exhibit marks before Bates numbers.
const ORDER: &str =
    "ORDER BY n.kind DESC, n.until IS NOT NULL, n.until DESC, n.since DESC, n.series, n.number, n.letter";

impl Read<'_> {
    /// The numbers that a document bears today: its exhibit marks, then its Bates numbers.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn numbers_of(&self, document: DocumentId) -> Result<Vec<Numbered>, StoreError> {
        let mut numbers = self.every_number_of(document)?;
        numbers.retain(|number| number.stood(None));
        Ok(numbers)
    }

    /// Every number that a document bears or ever bore: its exhibit marks, then its Bates numbers, of each today's first,
    /// then the newest.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn every_number_of(&self, document: DocumentId) -> Result<Vec<Numbered>, StoreError> {
        let sql = format!("{SELECT} WHERE n.document = ?1 {ORDER}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_map([document.to_string()], read)?.collect::<Result<_, _>>()?)
    }

    /// Every number that documents bear or ever bore in one case or in any, in the order of the numbers.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn every_number(&self, case: Option<CaseId>) -> Result<Vec<Numbered>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE ?1 IS NULL OR n.case_file = ?1
             ORDER BY n.until IS NOT NULL, n.kind DESC, n.case_file, n.folded, n.number, n.letter, n.since DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_map([case.map(|case| case.to_string())], read)?.collect::<Result<_, _>>()?)
    }

    /// Every document's number that is or was what somebody asks for: exhibit marks that are it, and Bates numbers that
    /// have it among them. Today's first, then the newest.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn find_numbers(&self, sought: &SoughtNumber) -> Result<Vec<Numbered>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE n.rowid IN (
                 SELECT rowid FROM numbered
                     WHERE folded = ?1 AND number = ?2 AND kind = 'exhibit' AND letter = ?3
                 UNION ALL SELECT rowid FROM numbered
                     WHERE folded = ?1 AND number <= ?2 AND kind = 'bates' AND number + pages > ?2 AND ?3 = '')
             ORDER BY n.until IS NOT NULL, n.until DESC, n.since DESC, n.case_file, n.number, n.document"
        );
        let number = i64::try_from(sought.mark.number()).unwrap_or(i64::MAX);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map((&sought.folded, number, sought.mark.letter()), read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The lines of the ledger that changed numbers in one case or in any, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn numberings(&self, case: Option<CaseId>) -> Result<Vec<Numbering>, StoreError> {
        let sql = "SELECT seq, at, actor, act FROM ledger WHERE seq IN (
                       SELECT since FROM numbered WHERE ?1 IS NULL OR case_file = ?1
                       UNION SELECT until FROM numbered WHERE ?1 IS NULL OR case_file = ?1)
                   ORDER BY seq";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([case.map(|case| case.to_string())], |row| {
            Ok(Numbering { seq: row.get(0)?, at: row.get(1)?, actor: row.get(2)?, act: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A document's title; none where it is gone.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn title_of(&self, document: DocumentId) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT title FROM document WHERE id = ?1")?;
        Ok(statement.query_row([document.to_string()], |row| row.get(0)).optional()?)
    }

    /// The pages of a document, each with the label that is printed on it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn page_labels(&self, document: DocumentId) -> Result<Vec<(u32, Option<String>)>, StoreError> {
        let sql = "SELECT p.number, p.label FROM page p JOIN document d ON d.original = p.original
                   WHERE d.id = ?1 ORDER BY p.number";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([document.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Numbered> {
    let kind = match row.get_ref("kind")?.as_str()? {
        "exhibit" => NumberKind::Exhibit,
        _ => NumberKind::Bates,
    };
    let letter: String = row.get("letter")?;
    let mark = Mark::new(row.get("number")?, &letter).ok_or_else(|| {
        let error = std::io::Error::other(format!("“{letter}” is no letter of a mark"));
        rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
    })?;
    Ok(Numbered {
        kind,
        series: row.get("series")?,
        case: parsed(row, "case_file")?,
        document: parsed(row, "document")?,
        mark,
        pages: row.get("pages")?,
        first: row.get("shown")?,
        since: row.get("since")?,
        since_at: row.get::<_, Option<String>>("since_at")?.unwrap_or_default(),
        act: row.get::<_, Option<String>>("act")?.unwrap_or_default(),
        until: row.get("until")?,
        until_at: row.get("until_at")?,
    })
}
