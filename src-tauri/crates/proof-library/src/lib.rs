//! The façade: open, transact, undo, ledger, import, search, verify, rebuild.
//!
//! The store and its originals are the truth; the index beside them is made from them.

mod account;
mod bulk;
mod case;
mod document;
mod error;
mod event;
mod import;
mod index;
mod known;
mod library;
mod note;
mod op;
mod party;
mod retry;
mod review;
mod sample;
mod verify;
mod world;

pub use proof_search::{DocumentHits, PageHit, Query, SearchRequest, Snippet};
pub use proof_store::{
    AccountRecord, DocumentRecord, Entry, EventRecord, Line, LineFilter, NoteRecord, Read, StoreError,
};

pub use account::{AccountChange, NewAccount, Passage};
pub use bulk::{
    Field, First, FoundTable, Planned, RowStanding, Spec, TableOf, TablePlan, TableSheet, Taking, Wrote,
};
pub use case::{CaseChange, NewCase};
pub use document::DocumentChange;
pub use error::LibraryError;
pub use event::{EventChange, NewEvent, PartyChoice};
pub use import::{Candidate, Details, Import, Imported, Watcher, gather};
pub use known::{Known, Since, as_known};
pub use library::{Changed, Library, Surroundings};
pub use op::Op;
pub use party::{NewRole, RoleChange};
pub use review::{Reason, Review};
pub use verify::{Part, Problem, Verification};
pub use world::{Computer, World};
