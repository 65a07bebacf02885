//! What wants a look: what is unfiled, unread, unsupported or broken.

use proof_store::{BrokenQuote, ReviewRecord};

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
    /// A highlight or a note whose words are not in their page.
    BrokenHighlight,
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
    /// Everything that wants a look: documents, then events.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn review(&self) -> Result<Vec<Review>, LibraryError> {
        self.read(|read| {
            let mut found = Vec::new();
            let unread =
                |reason: &Option<String>| reason.clone().unwrap_or_else(|| "it could not be read".to_owned());
            found.extend(read.unread()?.into_iter().map(|record| review(Reason::Unread, record, unread)));
            let unfiled = |(): &()| "it is in no case".to_owned();
            found.extend(read.unfiled()?.into_iter().map(|record| review(Reason::Unfiled, record, unfiled)));
            let highlights = read.broken_annotations()?.into_iter();
            found.extend(highlights.map(|record| review(Reason::BrokenHighlight, record, broken_highlight)));
            let unsupported = read.unsupported()?.into_iter();
            found.extend(
                unsupported.map(|record| review(Reason::Unsupported, record, proof_model::Support::words)),
            );
            let broken = read.broken_quotes()?.into_iter();
            found.extend(broken.map(|record| review(Reason::Broken, record, broken_quote)));
            Ok(found)
        })
    }
}

fn review<T>(reason: Reason, record: ReviewRecord<T>, words: impl Fn(&T) -> String) -> Review {
    Review { reason, id: record.id, title: record.title, words: words(&record.matter) }
}

fn broken_quote(quote: &BrokenQuote) -> String {
    format!("the quote is no longer in {}, page {}", quote.document, quote.page)
}

fn broken_highlight(quote: &BrokenQuote) -> String {
    format!("a highlight on page {} is no longer there: “{}”", quote.page, shortened(&quote.exact))
}

/// The first words of a passage.
fn shortened(words: &str) -> String {
    const MOST: usize = 60;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
