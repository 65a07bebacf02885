//! What people stated: cases, parties, events, accounts and notes.

use proof_model::{About, EventId, EventStatus, When};
use rusqlite::OptionalExtension;

use super::{IndexedItem, lines, those};
use crate::{Item, ItemKind, Read, StoreError, if_there, table::parsed};

const OF_EVENT: &str = "c.id = (SELECT case_file FROM event WHERE id = ?1)";
const OF_DOCUMENT: &str = "c.id IN (SELECT case_file FROM document_case WHERE document = ?1)";
const OF_PARTY: &str = "c.id IN (SELECT case_file FROM role WHERE party = ?1) OR c.id IN
    (SELECT e.case_file FROM event_party p JOIN event e ON e.id = p.event WHERE p.party = ?1)";

impl Read<'_> {
    pub(super) fn indexed_case(&self, id: &str) -> Result<Option<IndexedItem>, StoreError> {
        let Some(case) = if_there(self.find_case(id))? else { return Ok(None) };
        let own = [case.kind.shown(), &case.forum];
        let dockets = case.dockets.iter().map(String::as_str);
        Ok(Some(IndexedItem {
            opens: Some(Item::new(ItemKind::Case, id)),
            text: lines(own.into_iter().chain(dockets).chain([case.status.as_str(), &case.summary])),
            cases: vec![(case.id.to_string(), case.name.clone())],
            title: case.name,
            word: case.kind.shown().to_owned(),
            marks: self.has_note("SELECT 1 FROM note WHERE case_file = ?1", id)?,
            ..IndexedItem::default()
        }))
    }

    pub(super) fn indexed_party(&self, id: &str) -> Result<Option<IndexedItem>, StoreError> {
        let Some(party) = if_there(self.find_party(id))? else { return Ok(None) };
        let mut statement =
            self.conn.prepare_cached("SELECT role, note FROM role WHERE party = ?1 ORDER BY id")?;
        let roles = statement.query_map([id], |row| Ok([row.get(0)?, row.get(1)?]))?;
        let roles: Vec<[String; 2]> = roles.collect::<Result<_, _>>()?;
        let words = roles.iter().flatten().map(String::as_str);
        Ok(Some(IndexedItem {
            opens: Some(Item::new(ItemKind::Party, id)),
            text: lines([party.kind.shown()].into_iter().chain(words)),
            cases: self.cases_where(OF_PARTY, id)?,
            people: vec![party.name.clone()],
            title: party.name,
            word: party.kind.shown().to_owned(),
            marks: self.has_note("SELECT 1 FROM note WHERE party = ?1", id)?,
            ..IndexedItem::default()
        }))
    }

    pub(super) fn indexed_event(&self, id: &str) -> Result<Option<IndexedItem>, StoreError> {
        let Some(record) = self.event(event_id(id)?)? else { return Ok(None) };
        let (event, tags) = (record.event, record.tags);
        let rests_on_nothing = record.accounts.iter().all(|record| record.account.citation.is_none());
        let mut marks = those(&[("is:starred", record.starred), ("is:unsupported", rests_on_nothing)]);
        marks.push(status_mark(event.status));
        marks.extend(self.has_note("SELECT 1 FROM note WHERE event = ?1", id)?);
        let own = [event.kind.as_str(), event.status.shown()];
        Ok(Some(IndexedItem {
            opens: Some(Item::new(ItemKind::Event, id)),
            text: lines(own.into_iter().chain(tags.iter().map(String::as_str))),
            title: event.title,
            word: event.kind,
            cases: vec![(event.case.to_string(), record.case_name)],
            people: record.parties.into_iter().map(|party| party.name).collect(),
            tags,
            marks,
            when: event.when,
            ..IndexedItem::default()
        }))
    }

    pub(super) fn indexed_account(&self, id: &str) -> Result<Option<IndexedItem>, StoreError> {
        let Some(record) = if_there(self.account(id))? else { return Ok(None) };
        let account = record.account;
        let event = account.event.to_string();
        let Some((title, when)) = self.title_and_date(&event)? else { return Ok(None) };
        let quote = account.citation.as_ref().map_or("", |citation| citation.quote.exact.as_str());
        let sums = account.amounts.iter().flat_map(|sum| [sum.as_stated.as_str(), sum.converted.as_str()]);
        let numbers = account.quantities.iter().map(String::as_str);
        let parties = self.event_parties(Some(account.event))?;
        let parties = parties.into_iter().map(|(_, party)| party.name);
        let others = parties.filter(|name| *name != account.asserted_by);
        let people = std::iter::once(account.asserted_by.clone()).chain(others).collect();
        Ok(Some(IndexedItem {
            opens: Some(Item::new(ItemKind::Event, &event)),
            title,
            word: account.stance.shown().to_owned(),
            text: lines([account.stated.as_str(), quote].into_iter().chain(sums).chain(numbers)),
            cases: self.cases_where(OF_EVENT, &event)?,
            people,
            when: if account.when.is_undated() { when } else { account.when },
            ..IndexedItem::default()
        }))
    }

    pub(super) fn indexed_note(&self, id: &str) -> Result<Option<IndexedItem>, StoreError> {
        let Some(record) = if_there(self.note(id))? else { return Ok(None) };
        let (kind, about, of) = match record.note.about {
            About::Case(case) => (ItemKind::Case, case.to_string(), "c.id = ?1"),
            About::Event(event) => (ItemKind::Event, event.to_string(), OF_EVENT),
            About::Party(party) => (ItemKind::Party, party.to_string(), OF_PARTY),
        };
        let of_party = kind == ItemKind::Party;
        Ok(Some(IndexedItem {
            cases: self.cases_where(of, &about)?,
            people: of_party.then(|| record.about.clone()).into_iter().collect(),
            opens: Some(Item { kind, id: about }),
            title: record.about,
            text: record.note.body,
            ..IndexedItem::default()
        }))
    }

    pub(super) fn indexed_annotation(&self, id: &str) -> Result<Option<IndexedItem>, StoreError> {
        let Some(record) = if_there(self.annotation(id))? else { return Ok(None) };
        let (note, citation) = (record.annotation.note, record.annotation.citation);
        if note.is_empty() {
            return Ok(None);
        }
        let document = citation.document.to_string();
        Ok(Some(IndexedItem {
            cases: self.cases_where(OF_DOCUMENT, &document)?,
            opens: Some(Item::new(ItemKind::Document, document)),
            page: Some(citation.page),
            title: record.document_title,
            text: note,
            ..IndexedItem::default()
        }))
    }

    fn has_note(&self, sql: &str, id: &str) -> Result<Vec<String>, StoreError> {
        Ok(those(&[("has:note", self.any(sql, id)?)]))
    }

    /// An event's title and date, without all that it rests on.
    fn title_and_date(&self, event: &str) -> Result<Option<(String, When)>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT title, edtf FROM event WHERE id = ?1")?;
        Ok(statement.query_row([event], |row| Ok((row.get(0)?, parsed(row, "edtf")?))).optional()?)
    }
}

fn event_id(id: &str) -> Result<EventId, StoreError> {
    id.parse().map_err(StoreError::damaged)
}

fn status_mark(status: EventStatus) -> String {
    format!("is:{}", status.as_str())
}
