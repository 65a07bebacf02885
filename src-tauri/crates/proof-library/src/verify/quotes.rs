//! The quotes: each looked up again in its page.

use proof_store::QuoteRecord;

use super::{Part, Problem, Verification, Walk};
use crate::LibraryError;

impl Walk<'_> {
    /// Looks every quote up again in its page, and notes which hold.
    pub(super) fn quotes(&self, verification: &mut Verification) -> Result<(), LibraryError> {
        let mut other = Vec::new();
        self.read(|read| {
            let total = read.quote_count()?;
            read.check_quotes(&mut |quote, holds| {
                verification.quotes += 1;
                self.watcher.reached(Part::Quote, verification.quotes, total);
                if !holds {
                    self.report(Problem::new(Part::Quote, &*quote.id, broken(&quote)));
                }
                if holds != quote.verified {
                    other.push((quote.id, holds));
                }
                !self.watcher.cancelled()
            })?;
            Ok(())
        })?;
        if !other.is_empty() && self.library.read_only().is_none() {
            self.library.store()?.mark_quotes(&other)?;
        }
        Ok(())
    }
}

fn broken(quote: &QuoteRecord) -> String {
    let place = format!("{}, page {}", quote.document_title, quote.citation.page);
    match &quote.event {
        Some(event) => format!(
            "“{event}” cites {place}, but the quote is not there once in its context. Open the page and cite the \
             passage again"
        ),
        None => format!(
            "a highlight in {place} stands on words that are not there once in their context. Open the page, mark the \
             passage again and take this one away"
        ),
    }
}
