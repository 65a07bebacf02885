//! From the library's values to the wire's.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proof_library::{
    AccountRecord, Changed, Entry, EventRecord, Imported, Library, Line, NoteRecord, Reason, Review,
};
use proof_model::{About, Amount, Due, EventStatus, Extent, Party, Standing, Strength, Support, When};

use crate::{WireError, markdown, wire};

/// How many identifiers a message of a change names at most: a window refetches more than that anyway.
const IDS: usize = 200;

/// How many events a message of a change names at most: a window asks for all of them rather than for more.
const EVENTS: usize = 500;

pub(crate) fn library_info(library: &Library) -> Result<wire::LibraryInfo, WireError> {
    let info = library.read::<_, proof_library::LibraryError>(|read| {
        let (cases, events, documents) = read.counts()?;
        Ok(wire::LibraryInfo {
            name: read.library()?.1,
            path: library.path().display().to_string(),
            read_only: library.read_only().map(str::to_owned),
            cases,
            events,
            documents,
            review: read.review_count()?,
            undo: read.next_undo()?,
            redo: read.next_redo()?,
        })
    })?;
    Ok(info)
}

/// How far an index is that is being made anew.
pub(crate) fn building((done, total): (usize, usize)) -> wire::Building {
    wire::Building { done: number(done), total: number(total) }
}

pub(crate) fn date(when: &When) -> wire::DateView {
    let iso = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    wire::DateView {
        edtf: when.edtf(),
        earliest: iso(when.earliest()),
        latest: iso(when.latest()),
        display: when.to_string(),
        shape: shape(when.extent()),
        qualified: when.is_qualified(),
    }
}

const fn shape(extent: Extent) -> wire::Shape {
    match extent {
        Extent::Day => wire::Shape::Day,
        Extent::Within => wire::Shape::Within,
        Extent::Span => wire::Shape::Span,
        Extent::Undated => wire::Shape::Undated,
    }
}

/// An event with its accounts, on the day that it is.
pub(crate) fn event(record: &EventRecord, today: NaiveDate) -> wire::EventRow {
    wire::EventRow {
        event: record.event.id.to_string(),
        case: record.event.case.to_string(),
        case_name: record.case_name.clone(),
        title: record.event.title.clone(),
        kind: record.event.kind.clone(),
        status: record.event.status,
        date: date(&record.event.when),
        parties: record.parties.iter().map(party).collect(),
        support: support(record.support()),
        tags: record.tags.clone(),
        starred: record.starred,
        follows: record
            .follows
            .as_ref()
            .map(|(account, reason)| wire::Follows { account: account.to_string(), reason: reason.clone() }),
        due: (record.event.status == EventStatus::Scheduled).then(|| due(&record.event.when, today)),
        conflicts: record.conflicts(),
        accounts: record.accounts.iter().map(account).collect(),
    }
}

/// An event's line, on the day that it is.
pub(crate) fn line(line: &Line, today: NaiveDate) -> wire::TimelineRow {
    wire::TimelineRow {
        event: line.event.to_string(),
        case: line.case.to_string(),
        title: line.title.clone(),
        kind: line.kind.clone(),
        status: line.status,
        date: wire::DateView {
            edtf: line.edtf.clone(),
            earliest: line.earliest.clone(),
            latest: line.latest.clone(),
            display: line.shown.clone(),
            shape: shape(line.extent),
            qualified: line.qualified,
        },
        parties: line.parties.clone(),
        tags: line.tags.clone(),
        starred: line.starred,
        support: support(Support {
            sources: line.sources as usize,
            origins: line.origins as usize,
            strength: line.strength,
        }),
        in_conflict: line.conflicts > 0,
        due: (line.status == EventStatus::Scheduled)
            .then(|| due(&When::parse(&line.edtf).unwrap_or_default(), today)),
    }
}

/// How near a scheduled event is.
pub(crate) fn due(when: &When, today: NaiveDate) -> wire::Due {
    let due = Due::of(when, today);
    wire::Due {
        standing: match due.standing {
            Standing::Overdue => wire::DueStanding::Overdue,
            Standing::Today => wire::DueStanding::Today,
            Standing::MayBeDue => wire::DueStanding::MayBeDue,
            Standing::Ahead => wire::DueStanding::Ahead,
            Standing::Undated => wire::DueStanding::Undated,
        },
        words: due.words,
    }
}

/// A note, with its text as HTML.
pub(crate) fn note(record: NoteRecord) -> wire::NoteRow {
    let (mut case, mut event, mut party) = (None, None, None);
    match record.note.about {
        About::Case(id) => case = Some(id.to_string()),
        About::Event(id) => event = Some(id.to_string()),
        About::Party(id) => party = Some(id.to_string()),
    }
    wire::NoteRow {
        note: record.note.id.to_string(),
        case,
        event,
        party,
        about: record.about,
        html: markdown::to_html(&record.note.body),
        body: record.note.body,
        changed_at: record.note.changed_at,
    }
}

pub(crate) fn party(party: &Party) -> wire::PartyRef {
    wire::PartyRef { party: party.id.to_string(), name: party.name.clone(), kind: party.kind }
}

fn support(support: Support) -> wire::Support {
    wire::Support {
        sources: number(support.sources),
        origins: number(support.origins),
        level: match support.strength {
            Strength::Nothing => wire::SupportLevel::Nothing,
            Strength::Allegation => wire::SupportLevel::Allegation,
            Strength::OneOrigin => wire::SupportLevel::OneOrigin,
            Strength::Several => wire::SupportLevel::Several,
        },
        words: support.words(),
    }
}

pub(crate) fn account(record: &AccountRecord) -> wire::AccountRow {
    let account = &record.account;
    let citation = account.citation.as_ref();
    wire::AccountRow {
        account: account.id.to_string(),
        asserted_by: account.asserted_by.clone(),
        stance: account.stance,
        stated: account.stated.clone(),
        date: date(&account.when),
        amounts: account.amounts.iter().map(amount).collect(),
        quantities: account.quantities.clone(),
        document: citation.map(|citation| citation.document.to_string()),
        document_title: record.document_title.clone(),
        published: date(&record.published),
        page: citation.map(|citation| citation.page),
        quote: citation.map(|citation| citation.quote.exact.clone()),
        prefix: citation.map(|citation| citation.quote.prefix.clone()),
        suffix: citation.map(|citation| citation.quote.suffix.clone()),
        verified: record.verified,
    }
}

fn amount(amount: &Amount) -> wire::AmountRow {
    wire::AmountRow {
        kind: amount.kind,
        low: amount.range.map(|range| range.low().to_string()),
        high: amount.range.map(|range| range.high().to_string()),
        currency: amount.currency.code().to_owned(),
        scope: amount.scope,
        as_stated: amount.as_stated.clone(),
        display: amount.display(),
        converted: amount.converted.clone(),
    }
}

/// One row of an import.
pub fn imported(row: &Imported) -> wire::ImportRow {
    wire::ImportRow {
        path: row.path.clone(),
        outcome: row.outcome,
        document: row.document.map(|document| document.to_string()),
        pages: row.pages,
        reason: row.reason.clone(),
    }
}

pub(crate) fn changed(changed: &Changed) -> wire::Changed {
    let touched: BTreeSet<String> = changed.changes.iter().map(|change| change.table.clone()).collect();
    let ids: BTreeSet<String> =
        changed.changes.iter().filter_map(|change| change.text("id").map(str::to_owned)).take(IDS).collect();
    wire::Changed {
        act: changed.act.clone(),
        touched: touched.into_iter().collect(),
        ids: ids.into_iter().collect(),
        events: (changed.events.len() <= EVENTS)
            .then(|| changed.events.iter().map(ToString::to_string).collect()),
    }
}

pub(crate) fn ledger(entry: Entry) -> wire::LedgerRow {
    wire::LedgerRow {
        changes: entry.changes().map_or(0, |changes| number(changes.len())),
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor,
        act: entry.act,
        hash: entry.hash,
    }
}

pub(crate) fn review(review: Review) -> wire::ReviewItem {
    wire::ReviewItem {
        kind: match review.reason {
            Reason::Unfiled => wire::ReviewKind::UnfiledDocument,
            Reason::Unread => wire::ReviewKind::FailedImport,
            Reason::Unsupported => wire::ReviewKind::UnsupportedEvent,
            Reason::Broken => wire::ReviewKind::BrokenQuote,
            Reason::BrokenHighlight => wire::ReviewKind::BrokenHighlight,
        },
        id: review.id,
        title: review.title,
        words: review.words,
    }
}

/// A count, as the wire has it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
