//! What the commands take. What is marked optional may be left out.

mod annotation;
mod bulk;
mod case;
mod custody;
mod document;
mod event;
mod exhibit;
mod library;
mod note;
mod party;
mod register;
mod search;
mod timeline;

pub use annotation::{AnnotationArgs, AnnotationEditArgs, AnnotationRef, ColourArgs};
pub use bulk::{TableImportArgs, TableOpenArgs, TablePlanArgs, TableWriteArgs};
pub use case::{CaseArgs, CaseEditArgs, CaseFilter, RelationArgs, RelationRef};
pub use custody::{CopyOutArgs, FileArgs, LocationEditArgs, VerifyArgs};
pub use document::{DocumentEditArgs, DocumentRef, ImportArgs, PageArgs, RetryArgs, WatchRef};
pub use event::{
    AccountArgs, AccountEditArgs, AccountRef, AmountArgs, CiteArgs, DateArgs, EventArgs, EventEditArgs,
    EventRef, FollowArgs, MergeArgs, MoveArgs, PartyChoice, SplitArgs,
};
pub use exhibit::{
    ConcordanceArgs, ConcordanceWriteArgs, ExhibitAssignArgs, ExhibitRemoveArgs, ProductionArgs,
    ProductionRef, RenumberArgs, RenumberBy, SchemeArgs, SchemeEditArgs, SchemeRef,
};
pub use library::{LedgerArgs, NewArgs, Nothing, OpenArgs};
pub use note::{NoteArgs, NoteEditArgs, NoteRef, NotesArgs};
pub use party::{PartyArgs, PartyEditArgs, PartyKey, RoleArgs, RoleEditArgs, RoleRef};
pub use register::{
    DocumentFilter, DocumentMarkArgs, GroupBy, RegisterArgs, RegisterOrder, RegisterPlaceArgs,
    RegisterWriteArgs, SortBy,
};
pub use search::{DateFilter, SearchArgs, SearchFilters};
pub use timeline::{EventFilter, TimelineArgs, ViewArgs, ViewRef};
