//! What crosses the wire: requests, answers and the shapes in them.
//!
//! The generated TypeScript (`ui/src/api/generated/wire.ts`) and the JSON of the command line are both these
//! types. All are plain data: identifiers are UUID strings, dates EDTF or ISO 8601, sums decimal strings.

mod amount;
mod bulk;
mod case;
mod custody;
mod document;
mod event;
mod exhibit;
mod library;
mod near;
mod note;
mod party;
mod register;
mod relative;
mod search;
mod thread;
mod timeline;
mod words;

pub use amount::AmountLine;
pub use bulk::{
    FieldRow, PlanRow, PlanStanding, RowsWritten, SheetPreview, TablePlan, TablePreview, TableWritten,
};
pub use case::{CaseRow, NextEvent, RelationRow};
pub use custody::{CustodyRow, HeadCheck, HeadRow, VerifyProgress};
pub use document::{DocumentRow, ImportRow, LocationRow, MetadataRow, PageMark, PageView};
pub use event::{AccountRow, AmountRow, DateView, EventRow, Follows, PartyRef, Shape, Support, SupportLevel};
pub use exhibit::{
    ConcordanceRow, ExhibitChange, ExhibitPlan, NumberingRow, ProducedRow, ProductionPlan, ProductionRow,
    SchemeRow,
};
pub use library::{
    Changed, Finding, ImportProgress, LedgerRow, LibraryInfo, OutcomeCount, ReaderState, ReviewItem,
    ReviewKind, VerifyReport, WatchedFolder,
};
pub use near::{Families, FamilyCopyRow, FamilyRow, NearDocuments, NearRow};
pub use note::NoteRow;
pub use party::{PartyAccount, PartyPage, PartyRow, RoleRow};
pub use register::{
    AnnotationRow, CitationRow, ColourRow, CustodyState, DateBasisRow, DocumentMarks, MarksView, NumberRow,
    PassageRow, Register, RegisterFacets, RegisterRow,
};
pub use relative::{RelativeRow, Relatives, RelativesPart};
pub use search::{Building, DateCount, Hit, KindCount, Opens, SearchAnswer, SearchFacets};
pub use thread::ThreadRow;
pub use timeline::{
    DateChoice, DateReading, Due, DueRow, DueStanding, Facet, Facets, Known, SinceRow, Timeline, TimelineRow,
    ViewRow,
};
pub use words::{PageWord, PageWords};
