//! A table in a file, read in the worker: its sheets, what each seems to hold, and its cells.

use std::path::Path;

use proof_export::unguard;
use proof_extract::Table;

use super::field::{Field, TableOf};
use crate::{Library, LibraryError};

/// A table in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTable {
    /// The file's name.
    pub name: String,
    /// Its sheets: one for text in columns.
    pub sheets: Vec<TableSheet>,
}

/// A sheet of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSheet {
    /// Its name; the file's for text in columns.
    pub name: String,
    /// The heads of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with its number in the file as a person counts, and as many cells as there are columns.
    pub rows: Vec<(u32, Vec<String>)>,
    /// What it seems to hold.
    pub of: TableOf,
    /// The field that each column seems to fill.
    pub mapping: Vec<Option<Field>>,
}

impl Library {
    /// Reads the table in a file: CSV, XLSX, XLS or ODS.
    ///
    /// # Errors
    /// Where it cannot be read, or is no table.
    pub fn open_table(&self, path: &Path) -> Result<FoundTable, LibraryError> {
        let table = self.surroundings.extractor.table(path)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok(FoundTable { sheets: sheets(table, &name), name })
    }
}

impl FoundTable {
    /// The sheet of a name; where none is given the first that seems to hold what is asked for, else the first.
    pub(super) fn sheet(&self, name: Option<&str>, of: TableOf) -> Result<&TableSheet, LibraryError> {
        let found = match name.filter(|name| !name.is_empty()) {
            Some(name) => self.sheets.iter().find(|sheet| sheet.name == name),
            None => self.sheets.iter().find(|sheet| sheet.of == of).or_else(|| self.sheets.first()),
        };
        found.ok_or_else(|| {
            let names: Vec<&str> = self.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            let wanted = name.unwrap_or_default();
            LibraryError::Refused(format!(
                "{} has no sheet “{wanted}”: it has {}",
                self.name,
                names.join(", ")
            ))
        })
    }
}

/// Guards against formulas come off where their writers put them on: in text.
fn sheets(table: Table, file: &str) -> Vec<TableSheet> {
    let guarded = table.is_delimited_text();
    let cell = |cell: String| if guarded { unguard(&cell).to_owned() } else { cell };
    let sheet = |sheet: proof_extract::Sheet| {
        let name = if sheet.name.is_empty() { file.to_owned() } else { sheet.name };
        let columns: Vec<String> = sheet.columns.into_iter().map(cell).collect();
        let rows = sheet.rows.into_iter().map(|row| (row.number, row.cells.into_iter().map(cell).collect()));
        let of = TableOf::guess(&name, &columns);
        TableSheet { mapping: of.suggest(&columns), rows: rows.collect(), of, name, columns }
    };
    table.sheets.into_iter().map(sheet).collect()
}
