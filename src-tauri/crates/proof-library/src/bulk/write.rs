//! Events and accounts as tables of their own columns, from which the same are read back.

use std::{collections::HashMap, path::Path};

use proof_export::{Column, OutTable};
use proof_model::{Amount, DocumentId, EventId, Party, PartyKind};
use proof_store::{AccountRecord, EventRecord, LineFilter, Read};

use super::{
    field::{Field, TableOf},
    list::{item, quoted},
    spec::Spec,
};
use crate::{Library, LibraryError, out::write_tables};

/// From how many events on all are read rather than each by itself.
const MANY: usize = 200;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrote {
    /// How many events the file holds.
    pub events: usize,
    /// How many accounts.
    pub accounts: usize,
}

impl Library {
    /// The events that pass a filter, in their order, as they are to be written.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn table_records(&self, filter: &LineFilter) -> Result<Vec<EventRecord>, LibraryError> {
        self.read(|read| {
            let order = read.line_events(filter)?;
            let places: HashMap<&str, usize> =
                order.iter().enumerate().map(|(at, event)| (event.as_str(), at)).collect();
            let mut records = if order.len() > MANY {
                read.events(filter.case)?
            } else {
                let ids: Vec<EventId> = order.iter().filter_map(|event| event.parse().ok()).collect();
                read.events_of(&ids)?
            };
            let place = |record: &EventRecord| places.get(&*record.event.id.to_string()).copied();
            records.retain(|record| place(record).is_some());
            records.sort_by_cached_key(place);
            Ok(records)
        })
    }

    /// Writes events, or their accounts, or an XLSX of both, in place of what may stand at `path`.
    ///
    /// # Errors
    /// Where the ending is neither .csv nor .xlsx, a CSV is to hold both, or the file cannot be written.
    pub fn write_table(
        &self,
        path: &Path,
        of: Option<TableOf>,
        records: &[EventRecord],
    ) -> Result<Wrote, LibraryError> {
        let kinds = of.map_or(TableOf::ALL.to_vec(), |of| vec![of]);
        let mut tables = self.read::<_, LibraryError>(|read| {
            let mut writer = Writer::new(read)?;
            kinds.iter().map(|of| writer.table(*of, records)).collect::<Result<Vec<_>, _>>()
        })?;
        write_tables(path, &mut tables)?;
        let count = |of| if kinds.contains(&of) { rows(of, records) } else { 0 };
        Ok(Wrote { events: count(TableOf::Events), accounts: count(TableOf::Accounts) })
    }
}

fn rows(of: TableOf, records: &[EventRecord]) -> usize {
    match of {
        TableOf::Events => records.len(),
        TableOf::Accounts => records.iter().map(|record| record.accounts.len()).sum(),
    }
}

/// Turns records into rows.
struct Writer<'a> {
    read: Read<'a>,
    keys: HashMap<EventId, String>,
    documents: HashMap<DocumentId, String>,
}

impl<'a> Writer<'a> {
    fn new(read: Read<'a>) -> Result<Self, LibraryError> {
        Ok(Self { read, keys: read.event_keys()?.into_iter().collect(), documents: HashMap::new() })
    }

    fn table(&mut self, of: TableOf, records: &[EventRecord]) -> Result<OutTable, LibraryError> {
        let mut rows = Vec::with_capacity(rows(of, records));
        for record in records {
            match of {
                TableOf::Events => rows.push(self.row(of, |field, writer| Ok(writer.event(record, field)))?),
                TableOf::Accounts => {
                    for account in &record.accounts {
                        rows.push(self.row(of, |field, writer| writer.account(record, account, field))?);
                    }
                }
            }
        }
        Ok(OutTable { name: of.sheet().to_owned(), columns: of.specs().iter().map(column).collect(), rows })
    }

    fn row(
        &mut self,
        of: TableOf,
        cell: impl Fn(Field, &mut Self) -> Result<String, LibraryError>,
    ) -> Result<Vec<String>, LibraryError> {
        of.specs().iter().map(|spec| cell(spec.field, self)).collect()
    }

    fn key(&self, event: EventId) -> String {
        self.keys.get(&event).cloned().unwrap_or_else(|| event.to_string())
    }

    fn event(&self, record: &EventRecord, field: Field) -> String {
        let event = &record.event;
        match field {
            Field::Key => self.key(event.id),
            Field::Case => record.case_name.clone(),
            Field::Date => event.when.edtf(),
            Field::DateInWords => event.when.to_string(),
            Field::Title => event.title.clone(),
            Field::Kind => event.kind.clone(),
            Field::Status => event.status.as_str().to_owned(),
            Field::People => people(&record.parties),
            Field::Tags => listed(&record.tags, ';'),
            Field::Star if record.starred => "yes".to_owned(),
            Field::RestsOn => record.support().words(),
            Field::InConflict => record.conflicts().join("\n"),
            _ => String::new(),
        }
    }

    fn account(
        &mut self,
        record: &EventRecord,
        account: &AccountRecord,
        field: Field,
    ) -> Result<String, LibraryError> {
        let account = &account.account;
        let citation = account.citation.as_ref();
        Ok(match field {
            Field::Key => account.id.to_string(),
            Field::Event => self.key(record.event.id),
            Field::EventTitle => record.event.title.clone(),
            Field::AssertedBy => account.asserted_by.clone(),
            Field::Stance => account.stance.as_str().to_owned(),
            Field::Stated => account.stated.clone(),
            Field::Date => account.when.edtf(),
            Field::DateInWords => account.when.to_string(),
            Field::Document => match citation {
                Some(citation) => self.document(citation.document)?,
                None => String::new(),
            },
            Field::Page => citation.map(|citation| citation.page.to_string()).unwrap_or_default(),
            Field::Quote => citation.map(|citation| citation.quote.exact.clone()).unwrap_or_default(),
            Field::Sums => account.amounts.iter().map(Amount::to_line).collect::<Vec<_>>().join("\n"),
            Field::Numbers => listed(&account.quantities, '\n'),
            _ => String::new(),
        })
    }

    /// A document's title, where that finds it again; else its identifier.
    fn document(&mut self, id: DocumentId) -> Result<String, LibraryError> {
        if let Some(known) = self.documents.get(&id) {
            return Ok(known.clone());
        }
        let title = self.read.document_title(id)?;
        let found = self.read.find_document(&title).is_ok_and(|found| found.document.id == id);
        let label = if found { title } else { id.to_string() };
        self.documents.insert(id, label.clone());
        Ok(label)
    }
}

fn column(spec: &Spec) -> Column {
    if spec.field == Field::Page { Column::number(spec.title) } else { Column::text(spec.title) }
}

fn listed(words: &[String], sign: char) -> String {
    let between = if sign == ';' { "; ".to_owned() } else { sign.to_string() };
    words.iter().map(|word| item(word, sign)).collect::<Vec<_>>().join(&between)
}

/// Names, each with its kind after it where it is no person.
pub(super) fn people(parties: &[Party]) -> String {
    let named = |party: &Party| {
        let name = if party.name.ends_with(']') { quoted(&party.name) } else { item(&party.name, ';') };
        match party.kind {
            PartyKind::Person => name,
            kind => format!("{name} [{}]", kind.as_str()),
        }
    };
    parties.iter().map(named).collect::<Vec<_>>().join("; ")
}
