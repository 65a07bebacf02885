//! A row of a table of events.

use std::collections::BTreeSet;

use proof_model::{CaseId, EventStatus, PartyKind, UnknownWord, When};
use proof_store::{EventRecord, StoreError};

use super::{
    field::Field,
    intake::Intake,
    list,
    outcome::{Fault, Told, change, short},
    row::{Row, as_in_cell},
};
use crate::{EventChange, NewEvent, PartyChoice, event::tidy_tags};

impl Intake<'_> {
    /// Takes an event in, and says what it is about.
    pub(super) fn event(&mut self, row: &Row<'_>, title: &mut String) -> Result<Told, Fault> {
        *title = short(row.text(Field::Title));
        let case = self.case_of(row)?;
        match self.event_of(row, case)? {
            Some(record) => {
                if title.is_empty() {
                    *title = short(&record.event.title);
                }
                self.claim(&record.event.id.to_string(), "event", row)?;
                self.change_event(row, &record, case)
            }
            None => self.new_event(row, case),
        }
    }

    /// The event that a row is about: by its key or identifier; where it has none by case, title and date.
    fn event_of(&self, row: &Row<'_>, case: Option<CaseId>) -> Result<Option<EventRecord>, Fault> {
        if let Some(key) = row.filled(Field::Key) {
            let id = self.tx.event_by_key(key)?.or_else(|| key.parse().ok());
            return Ok(id.map(|id| self.tx.event(id)).transpose()?.flatten());
        }
        let (Some(case), Some(title)) = (case, row.filled(Field::Title)) else { return Ok(None) };
        for id in self.tx.events_titled(case, title)? {
            let Some(record) = self.tx.event(id)?.filter(|_| self.is_free(&id.to_string())) else { continue };
            if self.other_date(row, Field::Date, &record.event.when)?.is_none() {
                return Ok(Some(record));
            }
        }
        Ok(None)
    }

    fn new_event(&mut self, row: &Row<'_>, case: Option<CaseId>) -> Result<Told, Fault> {
        let case = case.ok_or_else(|| {
            Fault::at(Field::Case, "names no case: name one, or choose the case of rows that name none")
        })?;
        let title =
            row.filled(Field::Title).ok_or_else(|| Fault::at(Field::Title, "a new event needs a title"))?;
        let parties = self.people(row)?;
        let mut words = Vec::new();
        self.tell_new_people(&parties, &mut words)?;
        let new = NewEvent {
            case: case.to_string(),
            title: title.to_owned(),
            kind: row.text(Field::Kind).to_owned(),
            status: status(row)?.map_or_else(String::new, |status| status.as_str().to_owned()),
            when: self.other_date(row, Field::Date, &When::UNDATED)?.unwrap_or_default(),
            parties,
            tags: list::words(row.text(Field::Tags), ';'),
            ..NewEvent::default()
        };
        let starred = star(row)?.unwrap_or(false);
        let id = self.library.add_event_in(self.tx, &new)?;
        if starred {
            self.tx.set_star(id, true)?;
        }
        if let Some(key) = row.filled(Field::Key) {
            self.tx.set_event_key(id, key).map_err(Fault::in_field(Field::Key))?;
        }
        self.claim(&id.to_string(), "event", row)?;
        words.insert(0, format!("new event: {}", new.when));
        Ok(Told::added(&words))
    }

    fn change_event(&self, row: &Row<'_>, record: &EventRecord, case: Option<CaseId>) -> Result<Told, Fault> {
        if case.is_some_and(|case| case != record.event.case) {
            let (key, other) = (row.text(Field::Key), &record.case_name);
            let words = format!(
                "“{key}” is the key of an event of {other}: name that case, or give the row another key"
            );
            return Err(Fault::at(Field::Key, words));
        }
        let mut words = Vec::new();
        let change = EventChange {
            parties: self.other_people(row, record, &mut words)?,
            ..self.plain_changes(row, record, &mut words)?
        };
        if !words.is_empty() {
            self.library.edit_event_in(self.tx, &record.event, &change)?;
        }
        Ok(Told::of(&words))
    }

    /// What is to change of the fields that hold one thing, and of the tags.
    fn plain_changes(
        &self,
        row: &Row<'_>,
        record: &EventRecord,
        words: &mut Vec<String>,
    ) -> Result<EventChange, Fault> {
        let event = &record.event;
        let mut to = EventChange::default();
        if let Some(title) = row.other(Field::Title, &event.title) {
            if title.is_empty() {
                return Err(Fault::at(Field::Title, "an event needs a title"));
            }
            change(words, self.name(Field::Title), &event.title, title);
            to.title = Some(title.to_owned());
        }
        if let Some(when) = self.other_date(row, Field::Date, &event.when)? {
            change(words, self.name(Field::Date), &event.when.to_string(), &when.to_string());
            to.when = Some(when);
        }
        if let Some(kind) = row.other(Field::Kind, &event.kind) {
            change(words, self.name(Field::Kind), &event.kind, kind);
            to.kind = Some(kind.to_owned());
        }
        if let Some(status) = status(row)?.filter(|status| *status != event.status) {
            change(words, self.name(Field::Status), event.status.shown(), status.shown());
            to.status = Some(status.as_str().to_owned());
        }
        if let Some(tags) = row.cell(Field::Tags).map(|cell| tidy_tags(&list::words(cell, ';'))) {
            let before: Vec<String> = record.tags.iter().map(|tag| as_in_cell(tag)).collect();
            if tidy_tags(&before) != tags {
                change(words, self.name(Field::Tags), &record.tags.join("; "), &tags.join("; "));
                to.tags = Some(tags);
            }
        }
        if let Some(starred) = star(row)?.filter(|starred| *starred != record.starred) {
            let shown = |starred| if starred { "yes" } else { "" };
            change(words, self.name(Field::Star), shown(record.starred), shown(starred));
            to.starred = Some(starred);
        }
        Ok(to)
    }

    fn other_people(
        &self,
        row: &Row<'_>,
        record: &EventRecord,
        words: &mut Vec<String>,
    ) -> Result<Option<Vec<PartyChoice>>, Fault> {
        if row.cell(Field::People).is_none() {
            return Ok(None);
        }
        let chosen = self.people(row)?;
        let names =
            |names: Vec<&String>| names.into_iter().map(|name| as_in_cell(name)).collect::<BTreeSet<_>>();
        let before = names(record.parties.iter().map(|party| &party.name).collect());
        let after = names(chosen.iter().map(|choice| &choice.key).collect());
        if before == after {
            return Ok(None);
        }
        let joined = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join("; ");
        change(words, self.name(Field::People), &joined(before), &joined(after));
        self.tell_new_people(&chosen, words)?;
        Ok(Some(chosen))
    }

    /// Who took part: by the names that parties bear, or that new ones are to bear.
    fn people(&self, row: &Row<'_>) -> Result<Vec<PartyChoice>, Fault> {
        list::split(row.text(Field::People), ';').into_iter().map(|part| self.person(part)).collect()
    }

    /// `Name`, or `Name [kind]` where the kind of a new party is said. What is in quotation marks is name alone.
    fn person(&self, (part, rest): (String, Option<String>)) -> Result<PartyChoice, Fault> {
        let (name, kind) = match &rest {
            Some(rest) => (part.as_str(), rest.strip_prefix('[').and_then(|kind| kind.strip_suffix(']'))),
            None => match part.strip_suffix(']').and_then(|open| open.rsplit_once('[')) {
                Some((name, kind)) => (name.trim(), Some(kind)),
                None => (part.as_str(), None),
            },
        };
        let of_kind = PartyKind::from_word(&kind.unwrap_or_default().trim().to_lowercase());
        let whole = |name: &str| Ok::<_, Fault>(PartyChoice { key: self.known(name)?, kind: String::new() });
        match (kind, of_kind) {
            (None, _) => whole(name),
            (Some(_), Ok(kind)) => Ok(PartyChoice { key: self.known(name)?, kind: kind.as_str().to_owned() }),
            (Some(_), Err(_)) if rest.is_none() && self.tx.find_party(&part).is_ok() => whole(&part),
            (Some(kind), Err(UnknownWord { known, .. })) => {
                let words = format!("“{kind}”, after {name}, is no kind of party: {}", known.join(", "));
                Err(Fault::at(Field::People, words))
            }
        }
    }

    /// The name of the party that this means, or its own where nobody is meant yet.
    fn known(&self, name: &str) -> Result<String, Fault> {
        match self.tx.find_party(name) {
            Ok(party) => Ok(party.name),
            Err(StoreError::NotFound { .. }) => Ok(name.to_owned()),
            Err(error) => Err(Fault::in_field(Field::People)(error)),
        }
    }

    fn tell_new_people(&self, chosen: &[PartyChoice], words: &mut Vec<String>) -> Result<(), Fault> {
        for PartyChoice { key, kind } in chosen {
            match self.tx.find_party(key) {
                Ok(_) => {}
                Err(StoreError::NotFound { .. }) => {
                    let kind = if kind.is_empty() { PartyKind::Person.as_str() } else { kind };
                    words.push(format!("new {kind}: {key}"));
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

fn status(row: &Row<'_>) -> Result<Option<EventStatus>, Fault> {
    let word = |cell: &str| EventStatus::from_word(&cell.to_lowercase());
    row.filled(Field::Status).map(word).transpose().map_err(Fault::in_field(Field::Status))
}

fn star(row: &Row<'_>) -> Result<Option<bool>, Fault> {
    let Some(cell) = row.cell(Field::Star) else { return Ok(None) };
    match &*cell.to_lowercase() {
        "yes" | "y" | "true" | "1" | "x" | "*" | "★" => Ok(Some(true)),
        "" | "no" | "n" | "false" | "0" => Ok(Some(false)),
        _ => Err(Fault::at(Field::Star, format!("“{}” is neither yes nor empty", short(cell)))),
    }
}
