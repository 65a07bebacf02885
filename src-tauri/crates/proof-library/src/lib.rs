//! The façade: open, transact, undo, ledger, import, search, verify, rebuild.
//!
//! The store and its originals are the truth; the index beside them is made from them.

mod account;
mod annotation;
mod bulk;
mod case;
mod concordance;
mod custody;
mod document;
mod error;
mod event;
mod exhibit;
mod families;
mod head;
mod import;
mod index;
mod known;
mod library;
mod near;
mod note;
mod op;
mod original;
mod out;
mod party;
mod production;
mod register;
mod report;
mod reread;
mod retry;
mod review;
mod sample;
mod scan;
mod verify;
mod world;

pub use proof_extract::{Confinement, Level, Place, PlacedWord, Portrayal};
pub use proof_search::{
    Counts, Days, DocumentHits, Facets, Filters, Found, Instead, Kind, MonthCount, PageHit, Query,
    SearchRequest, Snippet,
};
pub use proof_store::{
    AccountRecord, AnnotationRecord, CaseCounts, DocumentFilter, DocumentGroup, DocumentLine, DocumentOrder,
    DocumentRecord, DocumentSort, Entry, EventRecord, Head, ImportEnd, Line, LineFilter, NoteRecord,
    NumberKind, Numbered, Numbering, ProductionRecord, Read, Relative, SchemeRecord, Sought, StoreError,
    ThreadMessage, if_there,
};

pub use account::{AccountChange, NewAccount, Passage};
pub use bulk::{
    Field, First, FoundTable, Planned, RowStanding, Spec, TableOf, TablePlan, TableSheet, Taking, Wrote,
};
pub use case::{CaseChange, NewCase};
pub use concordance::{Asked, Borne, Concorded, NumberingState};
pub use custody::CustodyLine;
pub use document::{DocumentChange, LocationChange, MarksChange};
pub use error::LibraryError;
pub use event::{EventChange, NewEvent, PartyChoice};
pub use exhibit::{MarkChange, MarkPlan, NumberBy, Renumber};
pub use families::{Family, FamilyCopy};
pub use head::{HeadCheck, read_head};
pub use import::{
    Candidate, Details, Import, ImportState, Imported, Lookout, Reached, Watched, Watcher, gather,
};
pub use known::{Known, Since, as_known};
pub use library::{Changed, Library, Surroundings};
pub use near::{Near, NearDocuments};
pub use op::Op;
pub use party::{NewRole, RoleChange};
pub use production::{ProducedDocument, ProductionPlan};
pub use register::{Register, RegisterTable};
pub use reread::{Reread, RereadWatcher};
pub use review::{Reason, Review};
pub use scan::{PageReading, ReadWord, doubtful_words};
pub use verify::{Part, Problem, Verification, VerifyWatcher};
pub use world::{Computer, World};
