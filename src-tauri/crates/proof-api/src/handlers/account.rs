use proof_library::{AccountChange, NewAccount, Passage};

use super::event::told;
use crate::{
    Session, WireError,
    args::{AccountArgs, AccountEditArgs, AccountRef, CiteArgs},
    stated::amounts,
    wire,
    written::read_written_date,
};

/// Adds an account to an event.
///
/// # Errors
/// Where the event or document is not there, or the passage is not in its page once.
pub fn account_add(session: &Session, args: AccountArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let reading = read_written_date(&args.date, &args.reference)?;
    let new = NewAccount {
        event: args.event,
        passage: args.cite.map(passage),
        asserted_by: args.asserted_by,
        stance: args.stance,
        when: reading.when,
        stated: args.date,
        amounts: amounts(&args.amounts)?,
        quantities: args.quantities,
    };
    told(session, &library, library.add_account(&new)?)
}

/// Changes an account. Its passage stays what it is.
///
/// # Errors
/// Where there is no such account, or a value cannot be used.
pub fn account_edit(session: &Session, args: AccountEditArgs) -> Result<wire::EventRow, WireError> {
    let library = session.library()?;
    let date = match args.date {
        Some(date) => Some((read_written_date(&date, &args.reference)?.when, date)),
        None => None,
    };
    let change = AccountChange {
        asserted_by: args.asserted_by,
        stance: args.stance,
        date,
        amounts: args.amounts.as_deref().map(amounts).transpose()?,
        quantities: args.quantities,
    };
    told(session, &library, library.edit_account(&args.account, &change)?)
}

/// Takes an account away.
///
/// # Errors
/// Where there is no such account.
pub fn account_remove(session: &Session, args: AccountRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_account(&args.account)?;
    session.announce(&library, &changed)
}

pub(super) fn passage(cite: CiteArgs) -> Passage {
    Passage {
        document: cite.document,
        page: cite.page,
        words: cite.quote,
        before: cite.prefix,
        after: cite.suffix,
        seen: cite.seen,
    }
}
