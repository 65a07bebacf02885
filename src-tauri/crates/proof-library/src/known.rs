//! A timeline as it was known on a day: only what had been published by then.

use std::collections::HashSet;

use chrono::NaiveDate;
use proof_model::{CaseId, EventId, When};
use proof_store::{AccountRecord, EventRecord, LineFilter};

use crate::{Library, LibraryError};

/// A timeline as it was known on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The events of which something was known, each with those accounts alone that surely were published by then.
    pub records: Vec<EventRecord>,
    /// How many accounts were published later, or may have been.
    pub later: usize,
    /// How many accounts there are whose day of publication is not known at all.
    pub undated: usize,
    /// What the accounts published since have changed, in the order of their publication.
    pub since: Vec<Since>,
}

/// An event that the accounts published since have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The event.
    pub event: EventId,
    /// Its title.
    pub title: String,
    /// Its case.
    pub case: CaseId,
    /// The case's name.
    pub case_name: String,
    /// When the first of those accounts was published.
    pub published: When,
    /// What changed, in words.
    pub words: String,
}

impl Library {
    /// The events that pass a filter, as they were known on a day: what they rest on, whether their accounts
    /// contradict each other and, where it follows an account, their date are those of that day.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn as_known_on(&self, day: NaiveDate, filter: &LineFilter) -> Result<Known, LibraryError> {
        let stated = LineFilter {
            support: Vec::new(),
            origins: Vec::new(),
            in_conflict: false,
            from: None,
            to: None,
            ..filter.clone()
        };
        let records = self.read::<_, LibraryError>(|read| {
            let passing: HashSet<String> = read.line_events(&stated)?.into_iter().collect();
            let mut records = read.events(filter.case)?;
            records.retain(|record| passing.contains(&record.event.id.to_string()));
            Ok(records)
        })?;
        let mut known = Known { records: Vec::new(), later: 0, undated: 0, since: Vec::new() };
        for now in records {
            let then = as_known(&now, day);
            let unknown = now.accounts.iter().filter(|account| !is_known(account, day));
            let (undated, later): (Vec<_>, Vec<_>) =
                unknown.partition(|account| account.published.is_undated());
            known.later += later.len();
            known.undated += undated.len();
            known.since.extend(since(&now, then.as_ref(), &later));
            known.records.extend(then.filter(|then| passes(then, filter)));
        }
        let order = |one: &EventRecord, two: &EventRecord| one.event.when.list_order(&two.event.when);
        known.records.sort_by(order);
        known.since.sort_by(|one, two| one.published.list_order(&two.published));
        Ok(known)
    }
}

/// An event as it was known on a day; none where no account of it was published by then.
pub fn as_known(now: &EventRecord, day: NaiveDate) -> Option<EventRecord> {
    let mut then = now.clone();
    then.accounts.retain(|account| is_known(account, day));
    if then.accounts.is_empty() {
        return None;
    }
    let states = |account: &AccountRecord| account.account.when == now.event.when;
    let gone = now.accounts.iter().any(states) && !then.accounts.iter().any(states);
    if gone {
        // Accounts stand in the order of their publication: the last that was known is the one to go by.
        let dated = then.accounts.iter().rev().find(|account| !account.account.when.is_undated());
        then.event.when = dated.map(|account| account.account.when.clone()).unwrap_or_default();
    }
    let known = |id| then.accounts.iter().any(|account| account.account.id == id);
    then.follows = then.follows.filter(|(account, _)| known(*account));
    Some(then)
}

/// Whether an account surely was published by a day.
fn is_known(account: &AccountRecord, day: NaiveDate) -> bool {
    account.published.latest().is_some_and(|latest| latest <= day)
}

fn passes(then: &EventRecord, filter: &LineFilter) -> bool {
    let when = &then.event.when;
    let dated = !when.is_undated();
    let origin =
        |wanted: &String| then.accounts.iter().any(|account| account.origin == wanted.to_lowercase());
    (filter.support.is_empty() || filter.support.contains(&then.support().strength))
        && (!filter.in_conflict || !then.conflicts().is_empty())
        && (filter.origins.is_empty() || filter.origins.iter().any(origin))
        && filter.from.is_none_or(|from| dated && when.latest().is_none_or(|latest| latest >= from))
        && filter.to.is_none_or(|to| dated && when.earliest().is_none_or(|earliest| earliest <= to))
}

fn since(now: &EventRecord, then: Option<&EventRecord>, later: &[&AccountRecord]) -> Option<Since> {
    let first = later.iter().map(|account| &account.published).min_by(|one, two| one.list_order(two))?;
    Some(Since {
        event: now.event.id,
        title: now.event.title.clone(),
        case: now.event.case,
        case_name: now.case_name.clone(),
        published: first.clone(),
        words: then.map_or_else(|| "became known".to_owned(), |then| changes(now, then, later.len())),
    })
}

/// What is another than it was, in words.
fn changes(now: &EventRecord, then: &EventRecord, later: usize) -> String {
    let mut words =
        vec![if later == 1 { "1 more account".to_owned() } else { format!("{later} more accounts") }];
    if now.event.when != then.event.when {
        words.push(format!("its date was {}", then.event.when));
    }
    if then.conflicts().is_empty() && !now.conflicts().is_empty() {
        words.push("its accounts now contradict each other".to_owned());
    }
    if now.support().origins > then.support().origins {
        words.push(format!("{} origins instead of {}", now.support().origins, then.support().origins));
    }
    words.join(", ")
}
