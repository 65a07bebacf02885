//! What the commands take. What is marked optional may be left out.

mod bulk;
mod case;
mod document;
mod event;
mod library;
mod note;
mod party;
mod timeline;

pub use bulk::{TableImportArgs, TableOpenArgs, TablePlanArgs, TableWriteArgs};
pub use case::{CaseArgs, CaseEditArgs, CaseFilter, RelationArgs, RelationRef};
pub use document::{DocumentEditArgs, DocumentRef, ImportArgs, PageArgs, SearchArgs};
pub use event::{
    AccountArgs, AccountEditArgs, AccountRef, AmountArgs, CiteArgs, DateArgs, EventArgs, EventEditArgs,
    EventRef, FollowArgs, MergeArgs, MoveArgs, PartyChoice, SplitArgs,
};
pub use library::{LedgerArgs, NewArgs, Nothing, OpenArgs};
pub use note::{NoteArgs, NoteEditArgs, NoteRef, NotesArgs};
pub use party::{PartyArgs, PartyEditArgs, PartyKey, RoleArgs, RoleEditArgs, RoleRef};
pub use timeline::{EventFilter, TimelineArgs, ViewArgs, ViewRef};
