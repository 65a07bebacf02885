//! Tables of events and accounts, out of a library and into it.
//!
//! What is written has the columns that are read, so that a round trip changes nothing. Taking a table in and saying
//! beforehand what that would do are one: the second is the first, rolled back.

mod account;
mod date;
mod event;
mod field;
mod intake;
mod list;
mod outcome;
mod row;
mod sheet;
mod spec;
mod write;

pub use date::First;
pub use field::{Field, TableOf};
pub use intake::Taking;
pub use outcome::{Planned, RowStanding, TablePlan};
pub use sheet::{FoundTable, TableSheet};
pub use spec::Spec;
pub use write::Wrote;
