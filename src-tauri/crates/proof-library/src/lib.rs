//! The façade: open, transact, undo, ledger, import, search, verify, rebuild.
//!
//! The store and its originals are the truth; the index beside them is made from them.

mod case;
mod document;
mod error;
mod event;
mod import;
mod index;
mod library;
mod op;
mod retry;
mod review;
mod sample;
mod verify;
mod world;

pub use proof_search::{DocumentHits, PageHit, Query, SearchRequest, Snippet};
pub use proof_store::{AccountRecord, DocumentRecord, Entry, EventRecord, Read, StoreError};

pub use case::NewCase;
pub use document::DocumentChange;
pub use error::LibraryError;
pub use event::{EventChange, NewAccount, NewEvent, Passage};
pub use import::{Candidate, Details, Import, Imported, Watcher, gather};
pub use library::{Changed, Library, Surroundings};
pub use op::Op;
pub use review::{Reason, Review, support};
pub use verify::{Part, Problem, Verification};
pub use world::{Computer, World};
