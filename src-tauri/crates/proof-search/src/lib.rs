//! Full-text search over pages. The only crate that knows tantivy.
//!
//! The database and the originals are the truth; what lies here can be thrown away and made again. One index document is
//! one page. The page's text is indexed with positions and never stored, so a snippet is cut from the text that the
//! caller reads from the store.
//!
//! - [`Index`] holds the pages: [`Index::put`], [`Index::remove`], [`Index::commit`], [`Index::search`].
//! - [`Query`] is what the reader typed; its language is described at [`query`].
//! - [`entry_digest`] lets the caller compare the index with the store, page by page.

mod analysis;
mod entry;
mod error;
mod index;
pub mod query;
mod search;

pub use analysis::language::language_name;
pub use entry::{Days, ItemDates, Kind, PageEntry, entry_digest};
pub use error::{Reason, SearchError};
pub use index::{Index, Opened, Stamp};
pub use query::{Query, QueryError, Snippet};
pub use search::{Counts, DocumentHits, Facets, Filters, Found, Instead, MonthCount, PageHit, SearchRequest};
