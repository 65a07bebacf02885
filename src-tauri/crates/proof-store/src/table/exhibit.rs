//! Exhibits and the schemes by which they are marked.

use proof_model::{CaseId, DocumentId, ExhibitScheme, Mark, NumberStyle, SchemeId, SoughtNumber, folded};
use rusqlite::{OptionalExtension, Row, types::Type};

use super::parsed;
use crate::{Read, StoreError, Tx};

/// A scheme with how many exhibits it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeRecord {
    /// The scheme.
    pub scheme: ExhibitScheme,
    /// How many exhibits.
    pub count: u32,
    /// The last mark; none where it has no exhibit yet.
    pub last: Option<Mark>,
}

/// A document that bears a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExhibitRecord {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// The date on it, EDTF; empty where undated.
    pub dated: String,
    /// Its mark.
    pub mark: Mark,
}

/// A document that may get a number in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numberable {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// How many pages it has; none where no text could be read from it.
    pub pages: u32,
    /// Whether it is in the case.
    pub is_filed: bool,
}

const SELECT: &str = "SELECT s.*, (SELECT count(*) FROM exhibit WHERE scheme = s.id) AS count,
        e.number AS last_number, e.letter AS last_letter
    FROM exhibit_scheme s JOIN case_file c ON c.id = s.case_file
    LEFT JOIN exhibit e ON e.rowid =
        (SELECT rowid FROM exhibit WHERE scheme = s.id ORDER BY number DESC, letter DESC LIMIT 1)";

impl Read<'_> {
    /// The schemes of one case or of all, in the order of the cases.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn schemes(&self, case: Option<CaseId>) -> Result<Vec<SchemeRecord>, StoreError> {
        let sql =
            format!("{SELECT} WHERE ?1 IS NULL OR s.case_file = ?1 ORDER BY c.position, c.id, s.prefix");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_map([case.map(|case| case.to_string())], read)?.collect::<Result<_, _>>()?)
    }

    /// The scheme that an identifier, the start of one, a prefix or one of its marks means.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn find_scheme(&self, key: &str) -> Result<SchemeRecord, StoreError> {
        let (what, key) = ("exhibit scheme", key.trim());
        let schemes = self.schemes(None)?;
        let mark = SoughtNumber::parse(key).map(|sought| sought.folded);
        let starts = |id: SchemeId| key.len() >= 4 && id.to_string().starts_with(&key.to_ascii_lowercase());
        let fits: [&dyn Fn(&ExhibitScheme) -> bool; 3] = [
            &|scheme| scheme.id.to_string() == key || scheme.style.prefix().trim() == key,
            &|scheme| {
                let prefix = folded(scheme.style.prefix());
                prefix == folded(key) || Some(prefix) == mark
            },
            &|scheme| starts(scheme.id),
        ];
        for fits in fits {
            let mut found: Vec<&SchemeRecord> =
                schemes.iter().filter(|record| fits(&record.scheme)).take(6).collect();
            match found.len() {
                0 => {}
                1 => return Ok(found.remove(0).clone()),
                count => {
                    let named = |record: &&SchemeRecord| {
                        let scheme = &record.scheme;
                        Ok(format!(
                            "{} in {} ({})",
                            scheme.style.name(),
                            self.case_name(scheme.case)?,
                            scheme.id
                        ))
                    };
                    let matches = found.iter().take(5).map(named).collect::<Result<_, StoreError>>()?;
                    return Err(StoreError::Ambiguous { count, what, key: key.to_owned(), matches });
                }
            }
        }
        Err(StoreError::NotFound { what, key: key.to_owned() })
    }

    /// The exhibits of a scheme, in the order of their marks.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn exhibits(&self, scheme: SchemeId) -> Result<Vec<ExhibitRecord>, StoreError> {
        let sql = "SELECT e.document, d.title, d.dated, e.number, e.letter
                   FROM exhibit e JOIN document d ON d.id = e.document
                   WHERE e.scheme = ?1 ORDER BY e.number, e.letter";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([scheme.to_string()], |row| {
            Ok(ExhibitRecord {
                document: parsed(row, "document")?,
                title: row.get("title")?,
                dated: row.get("dated")?,
                mark: mark_in(row)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The mark that a document bears in a scheme.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn mark_of(&self, scheme: SchemeId, document: DocumentId) -> Result<Option<Mark>, StoreError> {
        let sql = "SELECT number, letter FROM exhibit WHERE scheme = ?1 AND document = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_row((scheme.to_string(), document.to_string()), mark_in);
        Ok(found.optional()?)
    }

    /// The last mark of a scheme, or of one number of it: that with the last letter.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn last_mark(&self, scheme: SchemeId, number: Option<u64>) -> Result<Option<Mark>, StoreError> {
        let sql = "SELECT number, letter FROM exhibit WHERE scheme = ?1 AND (?2 IS NULL OR number = ?2)
                   ORDER BY number DESC, letter DESC LIMIT 1";
        // What SQLite cannot hold as a number is borne by nobody.
        let number = number.map(|number| i64::try_from(number).unwrap_or(-1));
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row((scheme.to_string(), number), mark_in).optional()?)
    }

    /// The document that a key means, and whether it is in a case. A whole identifier is looked up at once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn numberable(&self, key: &str, case: CaseId) -> Result<Numberable, StoreError> {
        let sql = "SELECT d.id, d.title, (SELECT count(*) FROM page WHERE original = d.original) AS pages,
                       EXISTS (SELECT 1 FROM document_case WHERE document = d.id AND case_file = ?2) AS is_filed
                   FROM document d WHERE d.id = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut look = |id: &str| {
            statement.query_row((id, case.to_string()), |row| {
                Ok(Numberable {
                    document: parsed(row, "id")?,
                    title: row.get("title")?,
                    pages: row.get("pages")?,
                    is_filed: row.get("is_filed")?,
                })
            })
        };
        match look(key.trim()) {
            Err(rusqlite::Error::QueryReturnedNoRows) => {
                Ok(look(&self.find_document(key)?.document.id.to_string())?)
            }
            found => Ok(found?),
        }
    }

    /// A case's name.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn case_name(&self, case: CaseId) -> Result<String, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT name FROM case_file WHERE id = ?1")?;
        Ok(statement.query_row([case.to_string()], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Adds a scheme.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another of the case has the prefix.
    pub fn add_scheme(&self, scheme: &ExhibitScheme) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("INSERT INTO exhibit_scheme VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute((
                scheme.id.to_string(),
                scheme.case.to_string(),
                scheme.style.prefix(),
                scheme.style.digits(),
                scheme.first,
                &scheme.whose,
            ))
            .map_err(|error| StoreError::taken_or_sql(error, "exhibit scheme", scheme.style.name()))?;
        Ok(())
    }

    /// Replaces what is said of a scheme. Its case stays.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another of the case has the prefix.
    pub fn update_scheme(&self, scheme: &ExhibitScheme) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "UPDATE exhibit_scheme SET prefix = ?2, digits = ?3, first = ?4, whose = ?5 WHERE id = ?1",
            )?
            .execute((
                scheme.id.to_string(),
                scheme.style.prefix(),
                scheme.style.digits(),
                scheme.first,
                &scheme.whose,
            ))
            .map_err(|error| StoreError::taken_or_sql(error, "exhibit scheme", scheme.style.name()))?;
        Ok(())
    }

    /// Takes a scheme away, with its marks.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn remove_scheme(&self, scheme: SchemeId) -> Result<(), StoreError> {
        let id = scheme.to_string();
        self.conn().prepare_cached("DELETE FROM exhibit WHERE scheme = ?1")?.execute([&id])?;
        self.conn().prepare_cached("DELETE FROM exhibit_scheme WHERE id = ?1")?.execute([&id])?;
        Ok(())
    }

    /// Gives documents marks of a scheme, in place of those that they bear, or takes theirs away.
    ///
    /// # Errors
    /// [`StoreError::Sql`], where a mark is borne by a document that is not among them.
    pub fn set_exhibits(
        &self,
        scheme: &ExhibitScheme,
        marks: &[(DocumentId, Option<Mark>)],
    ) -> Result<(), StoreError> {
        let id = scheme.id.to_string();
        // All old marks go before any new one comes, so that none is borne twice in between.
        let mut remove =
            self.conn().prepare_cached("DELETE FROM exhibit WHERE scheme = ?1 AND document = ?2")?;
        for (document, _) in marks {
            remove.execute((&id, document.to_string()))?;
        }
        let mut insert = self.conn().prepare_cached("INSERT INTO exhibit VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (document, mark) in marks {
            let Some(mark) = *mark else { continue };
            let shown = scheme.shown(mark);
            insert.execute((&id, document.to_string(), mark.number(), mark.letter(), shown))?;
        }
        Ok(())
    }
}

fn mark_in(row: &Row<'_>) -> rusqlite::Result<Mark> {
    mark(row.get("number")?, &row.get::<_, String>("letter")?)
}

fn mark(number: u64, letter: &str) -> rusqlite::Result<Mark> {
    Mark::new(number, letter).ok_or_else(|| {
        let error = std::io::Error::other(format!("“{letter}” is no letter of a mark"));
        rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<SchemeRecord> {
    let last: Option<u64> = row.get("last_number")?;
    let letter: Option<String> = row.get("last_letter")?;
    Ok(SchemeRecord {
        scheme: ExhibitScheme {
            id: parsed(row, "id")?,
            case: parsed(row, "case_file")?,
            style: NumberStyle::new(row.get::<_, String>("prefix")?, row.get("digits")?),
            first: row.get("first")?,
            whose: row.get("whose")?,
        },
        count: row.get("count")?,
        last: last.map(|number| mark(number, letter.as_deref().unwrap_or_default())).transpose()?,
    })
}
