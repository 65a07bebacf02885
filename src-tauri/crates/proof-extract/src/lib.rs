//! Bytes to pages of text and metadata, in a worker process.
//!
//! The trusted side never parses: [`Extractor::extract`] hands the bytes to a worker by descriptor, reads framed
//! messages back, checks each against [`Limits`] before it is used, and turns whatever happens into one
//! [`Outcome`](proof_model::Outcome). The worker is this same program, started again: see [`serve_if_worker`].
//! Files inside the file are passed on as they come: see [`Inner`].
//! [`Extractor::table`] reads the tables of a spreadsheet or a CSV file in the same way, whole or not at all, and
//! [`Extractor::portray`] makes an inert page of a web page or a message, to be looked at. What the worker gives up before
//! it reads, and how much of that this system can enforce, [`Extractor::confinement`] says.
//! Where the words of a PDF's page stand, [`Extractor::places`] says.
//! Pages that are pictures are drawn by the worker and, where tesseract is installed, read by it: see [`ScanReader`].

mod confine;
mod expansion;
mod extraction;
mod extractor;
mod format;
mod hex;
mod inner;
mod input;
mod intake;
mod limits;
mod lost;
mod media;
mod ole;
mod output;
mod password;
mod placed;
mod portrayal;
mod process;
mod scan;
mod table;
mod text;
mod wire;
mod worker;

pub use confine::{Confinement, Level, Part};
pub use extraction::{Attachment, Extraction, Usage};
pub use extractor::Extractor;
pub use inner::{Inner, InnerFile, InnerKind, Refused};
pub use limits::Limits;
pub use media::media_type;
pub use password::Password;
pub use placed::PlacedWord;
pub use portrayal::Portrayal;
pub use process::WorkerCommand;
pub use scan::{MachineRead, MachineWord, NoTesseract, Place, Scan, ScanReader, Tesseract};
pub use table::{Sheet, Table, TableError, TableRow};
pub use worker::serve_if_worker;
#[doc(hidden)]
pub use worker::{Act, serve_if_worker_acting};

/// The version of what this crate makes of documents: raised whenever the same bytes would give other text or other
/// claims, so that callers know which to read again.
pub const VERSION: u32 = 4;
