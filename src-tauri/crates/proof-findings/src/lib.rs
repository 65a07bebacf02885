//! What is found in documents by comparing them: near-duplicates and copied passages. No I/O.
//!
//! Candidates come from sketches that a table can be asked for ([`Signature`]); what is shown is counted on the text
//! itself ([`common`]). Both see a text as [`Words`]: what case, accents, punctuation and line ends do to it is no
//! difference.

mod common;
mod hash;
mod signature;
mod words;

pub use common::{Common, LEAST_RUN, Passage, common};
pub use signature::{LEAST_SHINGLES, Signature, VERSION};
pub use words::Words;
