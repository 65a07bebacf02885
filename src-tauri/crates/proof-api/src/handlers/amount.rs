use proof_library::{AccountRecord, EventRecord, LibraryError};
use proof_model::When;

use crate::{Session, WireError, args::CaseFilter, view, wire};

/// The sums that the accounts of one case or of all state, in the order of their dates.
///
/// # Errors
/// Where there is no such case.
pub fn amount_list(session: &Session, args: CaseFilter) -> Result<Vec<wire::AmountLine>, WireError> {
    let lines = session.library()?.read::<_, LibraryError>(|read| {
        let case = args.case.as_deref().map(|key| read.find_case(key)).transpose()?;
        let mut found: Vec<(When, wire::AmountLine)> = Vec::new();
        for event in &read.events(case.map(|case| case.id))? {
            for record in &event.accounts {
                found.extend(lines(event, record));
            }
        }
        found.sort_by(|(one, _), (two, _)| one.list_order(two));
        Ok(found.into_iter().map(|(_, line)| line).collect())
    })?;
    Ok(lines)
}

fn lines(event: &EventRecord, record: &AccountRecord) -> Vec<(When, wire::AmountLine)> {
    let own = &record.account.when;
    let when = if own.is_undated() { &event.event.when } else { own };
    let account = view::account(record);
    let line = |amount: &wire::AmountRow| wire::AmountLine {
        amount: amount.clone(),
        asserted_by: account.asserted_by.clone(),
        stance: account.stance,
        date: view::date(when),
        event: event.event.id.to_string(),
        title: event.event.title.clone(),
        case: event.event.case.to_string(),
        case_name: event.case_name.clone(),
        account: account.account.clone(),
        document: account.document.clone(),
        document_title: account.document_title.clone(),
        page: account.page,
        quote: account.quote.clone(),
        verified: account.verified,
    };
    account.amounts.iter().map(|amount| (when.clone(), line(amount))).collect()
}
