use proof_model::{Page, Relevance};

use super::those;
use crate::{DocumentRecord, NumberKind, Numbered, Read, StoreError, if_there};

/// A document as the index holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexedDocument {
    /// The document.
    pub document: DocumentRecord,
    /// Its cases: identifier and name.
    pub cases: Vec<(String, String)>,
    /// Its exhibit marks and Bates numbers of today.
    pub numbers: Vec<Numbered>,
    /// What `is:` and `has:` ask for.
    pub marks: Vec<String>,
    /// Its pages.
    pub pages: Vec<Page>,
}

impl Read<'_> {
    pub(super) fn indexed_document(&self, id: &str) -> Result<Option<IndexedDocument>, StoreError> {
        let Some(document) = if_there(self.find_document(id))? else { return Ok(None) };
        let cases =
            self.cases_where("c.id IN (SELECT case_file FROM document_case WHERE document = ?1)", id)?;
        let numbers = self.numbers_of(document.document.id)?;
        let pages = self.pages(document.document.id)?;
        let marks = self.marks_of(&document, &numbers, &pages)?;
        Ok(Some(IndexedDocument { document, cases, numbers, marks, pages }))
    }

    fn marks_of(
        &self,
        record: &DocumentRecord,
        numbers: &[Numbered],
        pages: &[Page],
    ) -> Result<Vec<String>, StoreError> {
        let (id, marks) = (record.document.id.to_string(), &record.marks);
        let bears = |kind| numbers.iter().any(|number| number.kind == kind);
        let is_read = pages.iter().any(|page| !page.text.trim().is_empty());
        let by_machine = "SELECT 1 FROM page_scan s JOIN document d ON d.original = s.original
                          WHERE d.id = ?1 AND s.program IS NOT NULL";
        Ok(those(&[
            ("is:reviewed", marks.reviewed),
            ("is:unreviewed", !marks.reviewed),
            ("is:starred", marks.starred),
            ("is:confidential", marks.confidential),
            ("is:privileged", marks.privilege.is_some()),
            ("is:key", marks.relevance == Some(Relevance::Key)),
            ("is:relevant", matches!(marks.relevance, Some(Relevance::Key | Relevance::Relevant))),
            ("is:exhibit", bears(NumberKind::Exhibit)),
            ("is:unfiled", record.cases.is_empty()),
            ("is:unread", !is_read),
            ("has:note", self.any("SELECT 1 FROM annotation WHERE document = ?1 AND note <> ''", &id)?),
            ("has:highlight", self.any("SELECT 1 FROM annotation WHERE document = ?1", &id)?),
            ("has:event", record.cited > 0),
            ("has:exhibit", bears(NumberKind::Exhibit)),
            ("has:bates", bears(NumberKind::Bates)),
            ("has:attachment", record.attachments > 0),
            ("has:text", is_read),
            ("has:machine", self.any(by_machine, &id)?),
        ]))
    }
}
