//! The register of documents: an order that is made once, and read in parts.

use std::{
    path::Path,
    sync::{Arc, PoisonError},
};

use proof_export::{Column, OutTable};
use proof_model::{CaseId, DocumentId, Relevance};
use proof_store::{DocumentLine, DocumentOrder, NumberKind, Numbered, Read};

use crate::{Library, LibraryError, out::write_tables};

/// The documents of a register in their order, as the library stood when it was made.
#[derive(Debug)]
pub struct Register {
    order: DocumentOrder,
    version: u64,
    /// Identifiers.
    pub documents: Vec<String>,
    /// How many of them are reviewed.
    pub reviewed: usize,
}

impl Library {
    /// A register. The last one is kept, so that its parts are read without sorting all of it again.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn register(&self, order: &DocumentOrder) -> Result<Arc<Register>, LibraryError> {
        let version = self.read::<_, LibraryError>(|read| Ok(read.data_version()?))?;
        let mut kept = self.register.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(register) = kept.as_ref().filter(|kept| kept.version == version && kept.order == *order) {
            return Ok(register.clone());
        }
        let (documents, reviewed) = self.read::<_, LibraryError>(|read| {
            Ok((read.ordered_documents(order)?, read.reviewed_documents(&order.filter)?))
        })?;
        let register = Arc::new(Register { order: order.clone(), version, documents, reviewed });
        *kept = Some(register.clone());
        Ok(register)
    }

    /// The lines of a part of a register, from the row `from` on, at most `count`.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn register_lines(
        &self,
        register: &Register,
        from: usize,
        count: usize,
    ) -> Result<Vec<DocumentLine>, LibraryError> {
        let from = from.min(register.documents.len());
        let part = &register.documents[from..(from + count).min(register.documents.len())];
        self.read(|read| Ok(read.document_lines(part)?))
    }
}

/// What a register is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterTable {
    /// Every column.
    Register,
    /// What is privileged, on what basis.
    PrivilegeLog,
}

impl Library {
    /// Writes a register as a table, in place of what may stand at `path`, and gives the number of its rows.
    ///
    /// # Errors
    /// Where the ending is neither .csv nor .xlsx, or the file cannot be written.
    pub fn write_register(
        &self,
        order: &DocumentOrder,
        as_: RegisterTable,
        path: &Path,
    ) -> Result<usize, LibraryError> {
        let mut order = order.clone();
        if as_ == RegisterTable::PrivilegeLog {
            order.filter.privileged = Some(true);
        }
        let register = self.register(&order)?;
        let lines = self.register_lines(&register, 0, register.documents.len())?;
        let rows = self.read::<_, LibraryError>(|read| {
            let numbers = |line: &DocumentLine| numbers_in(read, line.document, order.filter.case);
            lines.iter().map(|line| Ok(as_.row(line, &numbers(line)?))).collect::<Result<Vec<_>, _>>()
        })?;
        let count = rows.len();
        let table = OutTable { name: as_.name().to_owned(), columns: as_.columns(), rows };
        write_tables(path, &mut [table])?;
        Ok(count)
    }
}

impl RegisterTable {
    const fn name(self) -> &'static str {
        match self {
            Self::Register => "Register",
            Self::PrivilegeLog => "Privilege log",
        }
    }

    fn columns(self) -> Vec<Column> {
        let titles: &[&str] = match self {
            Self::Register => &[
                "Mark",
                "Bates",
                "Title",
                "Date",
                "Published",
                "Kind",
                "Pages",
                "Source",
                "Tags",
                "Issues",
                "Relevance",
                "Reviewed",
                "Confidential",
                "Privilege",
                "Cited",
                "Added",
                "SHA-256",
            ],
            Self::PrivilegeLog => {
                &["Mark", "Bates", "Date", "Kind", "Title", "Source", "Pages", "Basis", "SHA-256"]
            }
        };
        let number = ["Pages", "Cited"];
        titles
            .iter()
            .map(|title| if number.contains(title) { Column::number(*title) } else { Column::text(*title) })
            .collect()
    }

    fn row(self, line: &DocumentLine, [marks, bates]: &[String; 2]) -> Vec<String> {
        let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
        let (basis, pages) = (line.privilege.clone().unwrap_or_default(), line.pages.to_string());
        let own = [line.title.clone(), line.dated.clone(), line.kind.clone(), line.source.clone()];
        let [title, dated, kind, source] = own;
        let (marks, bates, sha256) = (marks.clone(), bates.clone(), line.sha256.clone());
        match self {
            Self::PrivilegeLog => vec![marks, bates, dated, kind, title, source, pages, basis, sha256],
            Self::Register => vec![
                marks,
                bates,
                title,
                dated,
                line.published.clone(),
                kind,
                pages,
                source,
                line.tags.join("; "),
                line.issues.join("; "),
                line.relevance.map_or("", Relevance::shown).to_owned(),
                yes(line.reviewed),
                yes(line.confidential),
                basis,
                line.cited.to_string(),
                line.added_at.clone(),
                sha256,
            ],
        }
    }
}

/// The exhibit marks and the Bates numbers of a document in a case, or in all.
fn numbers_in(
    read: Read<'_>,
    document: DocumentId,
    case: Option<CaseId>,
) -> Result<[String; 2], LibraryError> {
    let numbers = read.numbers_of(document)?;
    let shown = |kind: NumberKind| {
        let of = numbers.iter().filter(|number| number.kind == kind);
        let of = of.filter(|number| case.is_none_or(|case| number.case == case));
        of.map(Numbered::shown).collect::<Vec<_>>().join("; ")
    };
    Ok([shown(NumberKind::Exhibit), shown(NumberKind::Bates)])
}
