//! The concordance of a case as a table: one row a page.

use std::path::Path;

use proof_export::{Column, OutTable};
use proof_store::{NumberKind, Numbered};

use super::{Scope, pages_of};
use crate::{Library, LibraryError, out::write_tables};

impl Library {
    /// Writes the concordance of a case, as CSV or XLSX, in place of what may stand at `path`: a row for every page of
    /// every document that bears a number. The numbering is that after a line of the ledger, else today's. Gives the
    /// number of rows.
    ///
    /// # Errors
    /// Where there is no such case or line, the ending is neither .csv nor .xlsx, or the file cannot be written.
    pub fn write_concordance(
        &self,
        case: &str,
        numbering: Option<u64>,
        path: &Path,
    ) -> Result<usize, LibraryError> {
        let table = self.read(|read| Scope::of(read, Some(case), numbering)?.table())?;
        let rows = table.rows.len();
        write_tables(path, &mut [table])?;
        Ok(rows)
    }
}

impl Scope<'_> {
    fn table(&self) -> Result<OutTable, LibraryError> {
        let mut rows = Vec::new();
        for (document, mut numbers) in self.by_document()? {
            numbers.retain(|number| number.stood(self.at));
            let Some(title) = self.read.title_of(document)?.filter(|_| !numbers.is_empty()) else { continue };
            let labels = self.read.page_labels(document)?;
            let marks = joined(&numbers, NumberKind::Exhibit, |number| Some(number.shown()));
            let bates =
                |cell: &dyn Fn(&Numbered) -> Option<String>| joined(&numbers, NumberKind::Bates, cell);
            let first = bates(&|number| number.of_page(1));
            let last = bates(&|number| number.of_page(number.pages));
            for page in 1..=pages_of(&labels, &numbers) {
                let label =
                    labels.iter().find(|(number, _)| *number == page).and_then(|(_, label)| label.clone());
                let stamp = bates(&|number| number.of_page(page));
                let of_document =
                    [document.to_string(), title.clone(), marks.clone(), first.clone(), last.clone()];
                let of_page = [page.to_string(), label.unwrap_or_default(), stamp];
                rows.push(of_document.into_iter().chain(of_page).collect());
            }
        }
        Ok(OutTable { name: "Concordance".to_owned(), columns: columns(), rows })
    }
}

fn columns() -> Vec<Column> {
    let text = ["Document", "Title", "Exhibit mark", "Bates first", "Bates last"];
    let page = [Column::number("Page"), Column::text("Printed label"), Column::text("Bates of page")];
    text.into_iter().map(Column::text).chain(page).collect()
}

fn joined(numbers: &[Numbered], kind: NumberKind, cell: impl Fn(&Numbered) -> Option<String>) -> String {
    let own = numbers.iter().filter(|number| number.kind == kind);
    own.filter_map(cell).collect::<Vec<_>>().join("; ")
}
