//! Tables out, in the format that the file's name asks for.

use std::path::Path;

use proof_export::{OutTable, write_csv, write_xlsx};

use crate::LibraryError;

/// Writes tables in place of what may stand at `path`: one as CSV, any number as XLSX.
///
/// # Errors
/// Where the name ends in neither, a CSV is to hold several, or the file cannot be written.
pub(crate) fn write_tables(path: &Path, tables: &mut [OutTable]) -> Result<(), LibraryError> {
    let refuse = |words: &str| LibraryError::Refused(format!("{}: {words}", path.display()));
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match (ending.as_str(), tables) {
        ("xlsx", tables) => Ok(write_xlsx(path, tables)?),
        ("csv", [table]) => Ok(write_csv(path, table)?),
        ("csv", _) => Err(refuse("a CSV holds one table: say whether events or accounts")),
        _ => Err(refuse("a table ends in .csv or .xlsx: name the file so")),
    }
}
