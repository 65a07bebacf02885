//! What a case, a party, an event, an account, an amount, a document and a citation are. No I/O.

mod account;
mod amount;
mod case;
mod citation;
mod conflict;
mod document;
mod due;
mod event;
mod id;
mod note;
mod page;
mod party;
mod reading;
mod support;
mod when;
mod words;

pub use account::{Account, Stance};
pub use amount::{Amount, AmountError, AmountKind, Scope, SumRange, currency};
pub use case::{Case, CaseKind, CaseRelation, RelationKind};
pub use citation::{Citation, Quote, QuoteError};
pub use conflict::conflicts;
pub use document::{Document, Location, Original, kind_words};
pub use due::{Due, Standing};
pub use event::{Event, EventStatus};
pub use id::{AccountId, CaseId, DocumentId, EventId, NotASha256, NoteId, PartyId, RoleId, Sha256};
pub use note::{About, Note};
pub use page::{Outcome, Page};
pub use party::{Party, PartyKind, Role};
pub use reading::{Reading, ReadingError, Reference, read_date};
pub use support::{Strength, Support};
pub use when::{Extent, Truth, When, WhenError};
pub use words::UnknownWord;
