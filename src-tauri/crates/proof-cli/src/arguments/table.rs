use std::path::PathBuf;

use clap::{Args, Subcommand, builder::PossibleValuesParser};

use super::FilterOptions;

const CONTENTS: [&str; 2] = ["events", "accounts"];

/// What to do with tables: CSV and XLSX in and out, XLS and ODS in.
#[derive(Debug, Subcommand)]
pub enum TableCommand {
    /// Look at a table: its sheets, and the field that each column seems to fill.
    Show {
        /// The file.
        path: PathBuf,
    },
    /// Say what taking a table in would do, row by row, and do nothing.
    Plan(PlanTable),
    /// Take a table in. One refused row keeps all of them out.
    Import {
        #[command(flatten)]
        plan: PlanTable,
        /// Take in the good rows although others are refused.
        #[arg(long)]
        good_rows_only: bool,
    },
    /// Write events and their accounts as a table. The file is replaced where it is there.
    Write {
        /// The file: its ending says whether CSV or XLSX.
        path: PathBuf,
        /// What to write; an XLSX holds both, each on its sheet, where left out.
        #[arg(long = "as", value_name = "CONTENTS", value_parser = PossibleValuesParser::new(CONTENTS))]
        what: Option<String>,
        #[command(flatten)]
        options: Box<FilterOptions>,
    },
}

/// How a table is to be taken in.
#[derive(Debug, Args)]
pub struct PlanTable {
    /// The file: CSV, XLSX, XLS or ODS.
    pub path: PathBuf,
    /// The sheet; the first where left out.
    #[arg(long)]
    pub sheet: Option<String>,
    /// What it holds; what it seems to hold where left out.
    #[arg(long = "as", value_name = "CONTENTS", value_parser = PossibleValuesParser::new(CONTENTS))]
    pub what: Option<String>,
    /// The field that a column fills, by the column's head; `HEAD=` leaves the column out. `table show` lists the
    /// fields; columns that are not named fill what they seem to. May be given more than once.
    #[arg(long = "column", value_name = "HEAD=FIELD")]
    pub columns: Vec<String>,
    /// The case of rows that name none.
    #[arg(long)]
    pub case: Option<String>,
    /// Which number comes first where a date like 03/04/2021 can be two; such a row is refused where left out.
    #[arg(long, value_name = "WHICH", value_parser = PossibleValuesParser::new(["day", "month"]))]
    pub first: Option<String>,
    /// The source's own day, against which words like “Tuesday” are read: 2021-04-20.
    #[arg(long, value_name = "DAY", default_value = "")]
    pub reference: String,
}
