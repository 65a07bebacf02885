//! What wants a look: what is unfiled, unread, unsupported or broken.

use proof_model::Strength;
use proof_store::EventRecord;

use crate::{Library, LibraryError};

/// Why something wants a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A document in no case.
    Unfiled,
    /// A document that could not be read.
    Unread,
    /// An event that rests on nothing, or on an allegation alone.
    Unsupported,
    /// A quote that is not in its page.
    Broken,
}

/// Something that wants a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Why.
    pub reason: Reason,
    /// The document or event.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is the matter, in words.
    pub words: String,
}

impl Library {
    /// Everything that wants a look.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn review(&self) -> Result<Vec<Review>, LibraryError> {
        self.read(|read| {
            let mut found = Vec::new();
            for record in read.documents(None)? {
                let (id, title) = (record.document.id.to_string(), record.document.title);
                if !record.original.outcome.is_readable() {
                    let words = record.original.reason.unwrap_or_else(|| "it could not be read".to_owned());
                    found.push(Review {
                        reason: Reason::Unread,
                        id: id.clone(),
                        title: title.clone(),
                        words,
                    });
                }
                if record.cases.is_empty() && record.document.parent.is_none() {
                    let words = "it is in no case".to_owned();
                    found.push(Review { reason: Reason::Unfiled, id, title, words });
                }
            }
            for event in read.events(None)? {
                found.extend(unsupported(&event));
                found.extend(broken(&event));
            }
            Ok(found)
        })
    }
}

fn unsupported(event: &EventRecord) -> Option<Review> {
    let support = event.support();
    (support.strength <= Strength::Allegation).then(|| Review {
        reason: Reason::Unsupported,
        id: event.event.id.to_string(),
        title: event.event.title.clone(),
        words: support.words(),
    })
}

fn broken(event: &EventRecord) -> impl Iterator<Item = Review> + '_ {
    event.accounts.iter().filter(|record| record.account.citation.is_some() && !record.verified).map(
        |record| Review {
            reason: Reason::Broken,
            id: event.event.id.to_string(),
            title: event.event.title.clone(),
            words: format!(
                "the quote is no longer in {}",
                record.document_title.as_deref().unwrap_or("its document")
            ),
        },
    )
}
