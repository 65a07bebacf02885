use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A table, looked at before it is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TablePreview {
    /// Its sheets; a CSV has one.
    pub sheets: Vec<SheetPreview>,
    /// The fields that columns of events can fill.
    pub event_fields: Vec<FieldRow>,
    /// The fields that columns of accounts can fill.
    pub account_fields: Vec<FieldRow>,
}

/// A sheet, looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetPreview {
    /// Its name; the file's for a CSV.
    pub name: String,
    /// The heads of its columns.
    pub columns: Vec<String>,
    /// Its first rows, each as long as `columns`.
    pub sample: Vec<Vec<String>>,
    /// How many rows it has below the heads.
    pub rows: u32,
    /// What it seems to hold: `events` or `accounts`.
    pub what: String,
    /// The field that each column seems to fill; none where none fits.
    pub mapping: Vec<Option<String>>,
}

/// A field that a column can fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldRow {
    /// As a mapping names it.
    pub field: String,
    /// As it is shown, and as an export heads its column.
    pub title: String,
    /// What goes in it.
    pub help: String,
}

/// What taking a table in would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TablePlan {
    /// Rows that make something new.
    pub added: u32,
    /// Rows that change what is there.
    pub changed: u32,
    /// Rows that say what is there already.
    pub unchanged: u32,
    /// Rows that cannot be taken in.
    pub refused: u32,
    /// Every refused row, and the others up to 500.
    pub rows: Vec<PlanRow>,
    /// Whether it was done.
    pub done: bool,
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRow {
    /// Its number in the file, as a person counts: the heads are row 1.
    pub row: u32,
    /// What becomes of it.
    pub standing: PlanStanding,
    /// What it is about.
    pub title: String,
    /// The column that it is refused for.
    pub column: Option<String>,
    /// What changes, or why it is refused, in words.
    pub words: String,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanStanding {
    /// It makes something new.
    Added,
    /// It changes what is there.
    Changed,
    /// It says what is there already.
    Unchanged,
    /// It cannot be taken in.
    Refused,
}

/// A table of one sort of row that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowsWritten {
    /// The file.
    pub path: String,
    /// How many rows it holds.
    pub rows: u32,
}

/// A table that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TableWritten {
    /// The file.
    pub path: String,
    /// Events that it holds.
    pub events: u32,
    /// Accounts that it holds.
    pub accounts: u32,
}
