//! What crosses the wire: requests, answers and the shapes in them.
//!
//! The generated TypeScript (`ui/src/api/generated/wire.ts`) and the JSON of the command line are both these
//! types. All are plain data: identifiers are UUID strings, dates EDTF or ISO 8601, sums decimal strings.

mod amount;
mod case;
mod document;
mod event;
mod library;
mod party;
mod search;

pub use amount::AmountLine;
pub use case::{CaseRow, NextEvent, RelationRow};
pub use document::{DocumentRow, ImportRow, LocationRow, MetadataRow, PageMark, PageView};
pub use event::{AccountRow, AmountRow, DateView, EventRow, PartyRef, Shape, Support, SupportLevel};
pub use library::{
    Changed, Finding, ImportProgress, LedgerRow, LibraryInfo, ReviewItem, ReviewKind, VerifyReport,
};
pub use party::{PartyRow, RoleRow};
pub use search::{Hit, SearchAnswer};
