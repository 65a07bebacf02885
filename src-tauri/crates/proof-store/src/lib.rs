//! The library on disk: SQLite, the ledger and the originals. The only crate that knows SQL.
//!
//! Reads go through [`Read`], from the one connection that writes ([`Store`]) or from any that only reads
//! ([`Reader`]). Writes go through [`Store::transact`] and nowhere else.

mod check;
mod connection;
mod derive;
mod error;
mod ledger;
mod migration;
mod original;
mod read;
mod store;
mod table;
mod track;
mod transaction;

pub use check::Fault;
pub use error::{StoreError, if_there};
pub use ledger::{Entry, Head};
pub use original::{Found, Incoming, Kept, Originals, Stored};
pub use read::Read;
pub use store::{Folder, Reader, Store};
pub use table::{
    account::{AccountRecord, Sought},
    annotation::AnnotationRecord,
    case::CaseCounts,
    custody::{CustodyRecord, VerificationRecord},
    document::{DocumentRecord, OriginalRecord},
    event::EventRecord,
    exhibit::{ExhibitRecord, Numberable, SchemeRecord},
    facets::DocumentFacets,
    import::{BatchState, ImportBatch, ImportCounts, ImportEnd, ImportItem},
    index_queue::{Item, ItemKind, QueuedItem},
    indexed::{Indexed, IndexedDocument, IndexedItem},
    line::{Line, LineFilter},
    note::NoteRecord,
    numbered::{NumberKind, Numbered, Numbering},
    page::PageRecord,
    page_scan::{MachineReading, PageScan},
    production::ProductionRecord,
    quote::QuoteRecord,
    register::{DocumentFilter, DocumentGroup, DocumentLine, DocumentOrder, DocumentSort},
    relative::Relative,
    review::{BrokenQuote, ReviewRecord},
    saved_search::SavedSearch,
    signature::{Signed, Sketch},
    thread::ThreadMessage,
    watch::{Stamp, WatchedFolder},
};
pub use track::Change;
pub use transaction::{Act, Done, Tx, Undo};
