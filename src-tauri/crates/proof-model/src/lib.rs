//! What a case, a party, an event, an account, an amount, a document and a citation are. No I/O.

mod account;
mod amount;
mod case;
mod citation;
mod conflict;
mod document;
mod due;
mod event;
mod evidence;
mod exhibit;
mod id;
mod note;
mod numbering;
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
pub use evidence::{
    Acquisition, Annotation, Colour, CustodyAct, DateBasis, DateKind, Marks, ReadFrom, Relevance,
};
pub use exhibit::{ExhibitScheme, Gap, Mark, Produced, Production, closed_up, gap, numbered_through};
pub use id::{
    AccountId, AnnotationId, CaseId, DocumentId, EventId, NotASha256, NoteId, PartyId, ProductionId, RoleId,
    SchemeId, Sha256,
};
pub use note::{About, Note};
pub use numbering::{NumberError, NumberStyle, SoughtNumber, folded, nth};
pub use page::{Outcome, Page};
pub use party::{Party, PartyKind, Role};
pub use reading::{Reading, ReadingError, Reference, read_date};
pub use support::{Strength, Support};
pub use when::{Extent, Truth, When, WhenError};
pub use words::UnknownWord;
