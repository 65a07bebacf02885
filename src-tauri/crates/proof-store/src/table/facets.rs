//! What a register can be filtered by, with numbers.

use proof_model::CaseId;

use crate::{Read, StoreError};

/// What documents can be filtered by: values, each with the number of documents that have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentFacets {
    /// Kinds in a word.
    pub kinds: Vec<(String, u32)>,
    /// Sources.
    pub sources: Vec<(String, u32)>,
    /// How much they matter, as the word that is stored.
    pub relevance: Vec<(String, u32)>,
    /// Tags.
    pub tags: Vec<(String, u32)>,
    /// Issues.
    pub issues: Vec<(String, u32)>,
}

impl Read<'_> {
    /// Each value that the documents of one case, or of all, can be filtered by, with the number of documents that have
    /// it. Empty values are left out.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn document_facets(&self, case: Option<CaseId>) -> Result<DocumentFacets, StoreError> {
        let case = case.map(|case| case.to_string());
        let column = |name| self.values_of("document_line", name, "TRUE", case.as_deref());
        let tags = |kind| self.values_of("document_tag", "tag", &format!("kind = '{kind}'"), case.as_deref());
        Ok(DocumentFacets {
            kinds: column("kind")?,
            sources: column("source")?,
            relevance: column("relevance")?,
            tags: tags("tag")?,
            issues: tags("issue")?,
        })
    }

    fn values_of(
        &self,
        table: &str,
        column: &str,
        which: &str,
        case: Option<&str>,
    ) -> Result<Vec<(String, u32)>, StoreError> {
        let sql = format!(
            "SELECT {column}, count(*) FROM {table} WHERE {column} <> '' AND {which} {} GROUP BY {column}",
            case.map_or("", |_| "AND document IN (SELECT document FROM document_case WHERE case_file = ?)")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement
            .query_map(rusqlite::params_from_iter(case), |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}
