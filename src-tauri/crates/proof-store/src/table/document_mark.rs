//! What people mark a document with.

use proof_model::{DocumentId, Marks, Relevance};

use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// What a document is marked with.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn marks(&self, document: DocumentId) -> Result<Marks, StoreError> {
        let id = document.to_string();
        let mut marks = Marks::default();
        let sql = "SELECT mark, detail FROM document_mark WHERE document = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        for row in statement.query_map([&id], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (mark, detail): (String, String) = row?;
            match mark.as_str() {
                "reviewed" => marks.reviewed = true,
                "starred" => marks.starred = true,
                "confidential" => marks.confidential = true,
                "privileged" => marks.privilege = Some(detail),
                _ => marks.relevance = Some(Relevance::from_word(&detail).map_err(StoreError::damaged)?),
            }
        }
        let sql = "SELECT kind, tag FROM document_tag WHERE document = ?1 ORDER BY tag";
        let mut statement = self.conn.prepare_cached(sql)?;
        for row in statement.query_map([&id], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (kind, tag): (String, String) = row?;
            if kind == "issue" { &mut marks.issues } else { &mut marks.tags }.push(tag);
        }
        Ok(marks)
    }
}

impl Tx<'_> {
    /// Marks a document so and no other way. What it is marked with already stays untouched.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn set_marks(&self, document: DocumentId, marks: &Marks) -> Result<(), StoreError> {
        let (id, before) = (document.to_string(), self.marks(document)?);
        for ((mark, now), (_, then)) in rows(marks).into_iter().zip(rows(&before)) {
            if now == then {
                continue;
            }
            self.conn()
                .prepare_cached("DELETE FROM document_mark WHERE document = ?1 AND mark = ?2")?
                .execute((&id, mark))?;
            if let Some(detail) = now {
                self.conn()
                    .prepare_cached("INSERT INTO document_mark VALUES (?1, ?2, ?3)")?
                    .execute((&id, mark, detail))?;
            }
        }
        self.set_tags_of(&id, "tag", &before.tags, &marks.tags)?;
        self.set_tags_of(&id, "issue", &before.issues, &marks.issues)
    }

    fn set_tags_of(
        &self,
        document: &str,
        kind: &str,
        before: &[String],
        now: &[String],
    ) -> Result<(), StoreError> {
        for tag in before.iter().filter(|tag| !now.contains(tag)) {
            self.conn()
                .prepare_cached("DELETE FROM document_tag WHERE document = ?1 AND kind = ?2 AND tag = ?3")?
                .execute((document, kind, tag))?;
        }
        for tag in now.iter().filter(|tag| !before.contains(tag)) {
            self.conn()
                .prepare_cached("INSERT OR IGNORE INTO document_tag VALUES (?1, ?2, ?3)")?
                .execute((document, kind, tag))?;
        }
        Ok(())
    }
}

/// Every mark, with its detail where the document bears it.
fn rows(marks: &Marks) -> [(&'static str, Option<&str>); 5] {
    let plain = |is: bool| is.then_some("");
    [
        ("reviewed", plain(marks.reviewed)),
        ("starred", plain(marks.starred)),
        ("confidential", plain(marks.confidential)),
        ("privileged", marks.privilege.as_deref()),
        ("relevance", marks.relevance.map(Relevance::as_str)),
    ]
}
