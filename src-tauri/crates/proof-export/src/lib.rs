//! What leaves the library as files: tables that no spreadsheet runs, and reports that load nothing.
//!
//! - [`OutTable`] is a table as the caller has it; [`write_csv`] and [`write_xlsx`] put it on disk, whole or not at all.
//! - [`guard`] makes a text safe in a CSV file, and [`unguard`] is its exact inverse, for who reads the file again.
//!   A cell of a workbook has a type, so there nothing needs to be guarded, and nothing taken off.
//!
//! - [`Report`] is a report as the caller has it; [`write_report`] makes a page of it.
//!
//! The same table gives the same bytes, whenever and wherever it is written.

mod delimited;
mod error;
mod formula;
mod place;
mod report;
mod table;
mod workbook;

pub use delimited::write_csv;
pub use error::ExportError;
pub use formula::{guard, unguard};
pub use place::write_text;
pub use report::{Entry, Fact, Report, ReportPart, write_report};
pub use table::{Column, Kind, OutTable};
pub use workbook::write_xlsx;
