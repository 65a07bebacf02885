//! Productions: documents whose pages bear Bates numbers.

use proof_model::{CaseId, NumberStyle, Produced, Production, ProductionId, folded};
use rusqlite::Row;

use super::{Naming, parsed};
use crate::{Read, StoreError, Tx};

const NAMING: Naming = Naming {
    what: "production",
    by_name:
        "SELECT p.id, p.name || ' in ' || c.name FROM production p JOIN case_file c ON c.id = p.case_file
              WHERE p.id = ?1 OR p.name = ?1",
    by_start:
        "SELECT p.id, p.name || ' in ' || c.name FROM production p JOIN case_file c ON c.id = p.case_file
               WHERE p.id >= ?1 AND p.id < ?2",
};

/// A production with its extent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionRecord {
    /// The production.
    pub production: Production,
    /// The number of its first page.
    pub first: u64,
    /// How many documents.
    pub documents: u32,
    /// How many pages.
    pub pages: u32,
}

const SELECT: &str = "SELECT p.*, t.* FROM production p JOIN case_file c ON c.id = p.case_file
    JOIN (SELECT production, min(first) AS first, count(*) AS documents, sum(pages) AS pages
          FROM production_document GROUP BY production) t ON t.production = p.id";

impl Read<'_> {
    /// The productions of one case or of all, in the order in which they were made.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn productions(&self, case: Option<CaseId>) -> Result<Vec<ProductionRecord>, StoreError> {
        let sql = format!("{SELECT} WHERE ?1 IS NULL OR p.case_file = ?1 ORDER BY c.position, c.id, p.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_map([case.map(|case| case.to_string())], read)?.collect::<Result<_, _>>()?)
    }

    /// The production that an identifier, the start of one, or a name means.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Ambiguous`].
    pub fn find_production(&self, key: &str) -> Result<ProductionRecord, StoreError> {
        let id = NAMING.resolve(self.conn, key)?;
        Ok(self.conn.prepare_cached(&format!("{SELECT} WHERE p.id = ?1"))?.query_row([id], read)?)
    }

    /// The documents of a production, in the order of their numbers, each with its title.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn produced(&self, production: ProductionId) -> Result<Vec<(Produced, String)>, StoreError> {
        let sql = "SELECT p.document, p.first, p.pages, d.title
                   FROM production_document p JOIN document d ON d.id = p.document
                   WHERE p.production = ?1 ORDER BY p.first";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([production.to_string()], |row| {
            let produced = Produced {
                document: parsed(row, "document")?,
                first: row.get("first")?,
                pages: row.get("pages")?,
            };
            Ok((produced, row.get("title")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A production of the library that has one of the numbers from `first` up to and without `end` in this style.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn production_over(
        &self,
        style: &NumberStyle,
        first: u64,
        end: u64,
    ) -> Result<Option<ProductionRecord>, StoreError> {
        let prefix = folded(style.prefix());
        let overlaps = |record: &ProductionRecord| {
            folded(record.production.style.prefix()) == prefix && record.first < end && first < record.end()
        };
        Ok(self.productions(None)?.into_iter().find(overlaps))
    }
}

impl ProductionRecord {
    /// One past its last number.
    pub const fn end(&self) -> u64 {
        self.first + self.pages as u64
    }

    /// Its numbers as they are written: "TT-000001 – TT-000012".
    pub fn shown(&self) -> String {
        self.production.style.range(self.first, self.pages)
    }
}

impl Tx<'_> {
    /// Adds a production with its documents.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another of the case bears the name.
    pub fn add_production(&self, production: &Production, documents: &[Produced]) -> Result<(), StoreError> {
        let id = production.id.to_string();
        self.conn()
            .prepare_cached("INSERT INTO production VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute((
                &id,
                production.case.to_string(),
                &production.name,
                production.style.prefix(),
                production.style.digits(),
                &production.made_at,
            ))
            .map_err(|error| StoreError::taken_or_sql(error, "production", &production.name))?;
        let mut insert =
            self.conn().prepare_cached("INSERT INTO production_document VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for document in documents {
            let shown = production.style.shown(document.first);
            insert.execute((&id, document.document.to_string(), document.first, document.pages, shown))?;
        }
        Ok(())
    }

    /// Takes a production away, with its numbers.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn remove_production(&self, production: ProductionId) -> Result<(), StoreError> {
        let id = production.to_string();
        self.conn()
            .prepare_cached("DELETE FROM production_document WHERE production = ?1")?
            .execute([&id])?;
        self.conn().prepare_cached("DELETE FROM production WHERE id = ?1")?.execute([&id])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<ProductionRecord> {
    Ok(ProductionRecord {
        production: Production {
            id: parsed(row, "id")?,
            case: parsed(row, "case_file")?,
            name: row.get("name")?,
            style: NumberStyle::new(row.get::<_, String>("prefix")?, row.get("digits")?),
            made_at: row.get("made_at")?,
        },
        first: row.get("first")?,
        documents: row.get("documents")?,
        pages: row.get("pages")?,
    })
}
