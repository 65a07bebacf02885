use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::EventFilter;

/// A table to be looked at.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct TableOpenArgs {
    /// The file: CSV, XLSX, XLS or ODS.
    pub path: String,
}

/// How a table is to be taken in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct TablePlanArgs {
    /// The file.
    pub path: String,
    /// The sheet; the first where none is given.
    #[serde(default)]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// `events` or `accounts`.
    pub what: String,
    /// The field that each column fills, in the order of the columns; none for a column that is left out. The
    /// suggested ones where none are given.
    #[serde(default)]
    #[ts(optional)]
    pub mapping: Option<Vec<Option<String>>>,
    /// The case of rows that name none.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// Which number comes first where a date like 03/04/2021 can be two: `day` or `month`. Such a row is refused where
    /// empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub first: String,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
}

/// A table to be taken in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct TableImportArgs {
    /// How.
    pub plan: TablePlanArgs,
    /// Takes in the good rows although others are refused; else one refused row keeps all out.
    pub good_rows_only: bool,
}

/// A table to be written.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct TableWriteArgs {
    /// The file: its ending says whether CSV or XLSX. It is replaced where it is there.
    pub path: String,
    /// `events` or `accounts`; an XLSX holds both, each on its sheet, where empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub what: String,
    /// Which events.
    pub filter: EventFilter,
}
