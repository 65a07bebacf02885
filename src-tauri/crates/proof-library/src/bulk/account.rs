//! A row of a table of accounts.

use proof_model::{Account, Amount, Citation, DocumentId, EventId, Stance, When};
use proof_store::Sought;

use super::{
    field::Field,
    intake::Intake,
    list,
    outcome::{Fault, Told, change, short},
    row::{Row, as_in_cell},
};
use crate::{AccountChange, NewAccount, Passage, account::edit_account_in};

/// The passage that a row names.
struct Cited<'a> {
    document: DocumentId,
    page: u32,
    words: &'a str,
}

impl Cited<'_> {
    fn is(&self, citation: Option<&Citation>) -> bool {
        let words = |text: &str| as_in_cell(text).split_whitespace().collect::<Vec<_>>().join(" ");
        citation.is_some_and(|citation| {
            citation.document == self.document
                && citation.page == self.page
                && words(&citation.quote.exact) == words(self.words)
        })
    }
}

impl Intake<'_> {
    /// Takes an account in, and says what it is about.
    pub(super) fn account(&mut self, row: &Row<'_>, title: &mut String) -> Result<Told, Fault> {
        *title = short(row.text(Field::AssertedBy));
        let by_key =
            row.filled(Field::Key).and_then(|key| self.tx.account(key).ok()).map(|found| found.account);
        let event = match (row.filled(Field::Event), &by_key) {
            (Some(cell), _) => self.event_meant(cell)?,
            (None, Some(account)) => account.event,
            (None, None) => return Err(Fault::at(Field::Event, "names no event: give its key or its title")),
        };
        let event_title = self.title_of(event)?;
        *title = about(title, &event_title);
        let before = match by_key {
            Some(account) => Some(account),
            None => self.same_account(row, event)?,
        };
        match before {
            Some(account) => {
                self.claim(&account.id.to_string(), "account", row)?;
                self.change_account(row, &account, event)
            }
            None => self.new_account(row, event, &event_title),
        }
    }

    /// The account of an event that a row without its identifier is about: of the same passage, by the same; where there
    /// are several, or no passage, of the same date.
    fn same_account(&mut self, row: &Row<'_>, event: EventId) -> Result<Option<Account>, Fault> {
        let cited = self.cited(row, None)?;
        if !self.accounts.contains_key(&event) {
            let found = self.tx.accounts([event].into_iter())?;
            self.accounts.insert(event, found.into_iter().map(|record| record.account).collect());
        }
        let there = self.accounts.get(&event).map(Vec::as_slice).unwrap_or_default();
        let mut fitting = Vec::new();
        for account in there {
            let by_same =
                row.filled(Field::AssertedBy).is_none_or(|name| name == as_in_cell(&account.asserted_by));
            let same = match &cited {
                Some(cited) => cited.is(account.citation.as_ref()),
                None => account.citation.is_none(),
            };
            if same && by_same && self.is_free(&account.id.to_string()) {
                let dated = self.other_account_date(row, account)?.is_none();
                fitting.extend((dated || cited.is_some()).then_some((!dated, account)));
            }
        }
        fitting.sort_by_key(|(other_date, _)| *other_date);
        Ok(fitting.first().map(|(_, account)| (*account).clone()))
    }

    fn new_account(&mut self, row: &Row<'_>, event: EventId, title: &str) -> Result<Told, Fault> {
        let passage = self.cited(row, None)?.map(|cited| Passage {
            document: cited.document.to_string(),
            page: cited.page,
            words: cited.words.to_owned(),
            ..Passage::default()
        });
        if passage.is_none() && row.filled(Field::AssertedBy).is_none() {
            return Err(Fault::at(Field::AssertedBy, "an account needs a passage, or who asserts it"));
        }
        let blank = When::UNDATED;
        let (when, stated) = self.dates(row, (&blank, ""))?.unwrap_or_default();
        let new = NewAccount {
            event: event.to_string(),
            passage,
            asserted_by: row.text(Field::AssertedBy).to_owned(),
            stance: stance(row)?.map_or_else(String::new, |stance| stance.as_str().to_owned()),
            when,
            stated,
            amounts: sums(row)?.unwrap_or_default(),
            quantities: list::words(row.text(Field::Numbers), '\n'),
        };
        self.library.add_account_in(self.tx, event, &new).map_err(Fault::in_passage)?;
        Ok(Told::added(&[format!("new account of {}", short(title))]))
    }

    fn change_account(&mut self, row: &Row<'_>, account: &Account, event: EventId) -> Result<Told, Fault> {
        let mut words = Vec::new();
        let to = self.account_change(row, account, &mut words)?;
        self.change_passage(row, account, &mut words)?;
        if event != account.event {
            change(
                &mut words,
                self.name(Field::Event),
                &self.title_of(account.event)?,
                &self.title_of(event)?,
            );
        }
        if words.is_empty() {
            return Ok(Told::of(&words));
        }
        edit_account_in(self.tx, account, &to)?;
        if event != account.event {
            self.tx.move_account(account.id, event)?;
        }
        Ok(Told::of(&words))
    }

    fn account_change(
        &self,
        row: &Row<'_>,
        account: &Account,
        words: &mut Vec<String>,
    ) -> Result<AccountChange, Fault> {
        let mut to = AccountChange::default();
        if let Some(name) = row.other(Field::AssertedBy, &account.asserted_by).filter(|name| !name.is_empty())
        {
            change(words, self.name(Field::AssertedBy), &account.asserted_by, name);
            to.asserted_by = Some(name.to_owned());
        }
        if let Some(stance) = stance(row)?.filter(|stance| *stance != account.stance) {
            change(words, self.name(Field::Stance), account.stance.shown(), stance.shown());
            to.stance = Some(stance.as_str().to_owned());
        }
        if let Some((when, stated)) = self.other_account_date(row, account)? {
            if stated != account.stated {
                change(words, self.name(Field::Stated), &account.stated, &stated);
            }
            if when != account.when {
                change(words, self.name(Field::Date), &account.when.to_string(), &when.to_string());
            }
            to.date = Some((when, stated));
        }
        if let Some(sums) = sums(row)?.filter(|sums| !same_sums(sums, &account.amounts)) {
            let shown = |sums: &[Amount]| sums.iter().map(Amount::to_line).collect::<Vec<_>>().join("; ");
            change(words, self.name(Field::Sums), &shown(&account.amounts), &shown(&sums));
            to.amounts = Some(sums);
        }
        if let Some(numbers) = row.cell(Field::Numbers).map(|cell| list::words(cell, '\n')) {
            let before: Vec<String> = account.quantities.iter().map(|words| as_in_cell(words)).collect();
            if before != numbers {
                change(words, self.name(Field::Numbers), &before.join("; "), &numbers.join("; "));
                to.quantities = Some(numbers);
            }
        }
        Ok(to)
    }

    fn other_account_date(&self, row: &Row<'_>, account: &Account) -> Result<Option<(When, String)>, Fault> {
        self.dates(row, (&account.when, &account.stated))
    }

    /// The date and the words for it that a row gives, where they are not what is there. Words alone, without a column
    /// for the date that they come to, are read as that date.
    fn dates(&self, row: &Row<'_>, (when, stated): (&When, &str)) -> Result<Option<(When, String)>, Fault> {
        let words = row.other(Field::Stated, stated);
        let date = if row.cell(Field::Date).is_some() {
            self.other_date(row, Field::Date, when)?
        } else if words.is_some() {
            self.other_date(row, Field::Stated, when)?
        } else {
            None
        };
        if words.is_none() && date.is_none() {
            return Ok(None);
        }
        let kept = || stated.to_owned();
        Ok(Some((date.unwrap_or_else(|| when.clone()), words.map_or_else(kept, str::to_owned))))
    }

    /// Lets an account rest on the passage that a row gives, where that is another.
    fn change_passage(
        &mut self,
        row: &Row<'_>,
        account: &Account,
        words: &mut Vec<String>,
    ) -> Result<(), Fault> {
        let there = account.citation.as_ref();
        let cited = self.cited(row, there)?;
        let same = cited.as_ref().map_or(there.is_none(), |cited| cited.is(there));
        if same {
            return Ok(());
        }
        let citation = cited
            .map(|cited| {
                self.tx.cite(cited.document, cited.page, Sought { words: cited.words, ..Sought::default() })
            })
            .transpose()
            .map_err(Fault::in_passage)?;
        let shown = |citation: Option<&Citation>| -> Result<String, Fault> {
            let Some(Citation { document, page, quote }) = citation else { return Ok(String::new()) };
            Ok(format!("{}, page {page}: {}", self.tx.document_title(*document)?, quote.exact))
        };
        change(words, "passage", &shown(there)?, &shown(citation.as_ref())?);
        Ok(self.tx.set_passage(account.id, citation.as_ref())?)
    }

    /// The passage that a row names; what it has no columns for is as it is there.
    fn cited<'r>(&mut self, row: &Row<'r>, there: Option<&'r Citation>) -> Result<Option<Cited<'r>>, Fault> {
        let fields = [Field::Document, Field::Page, Field::Quote];
        let said = |field: &Field| row.cell(*field).map_or(there.is_some(), |cell| !cell.is_empty());
        let missing = fields.iter().find(|field| !said(field));
        match missing {
            Some(_) if !fields.iter().any(|field| row.filled(*field).is_some()) => return Ok(None),
            Some(field) => {
                let words = "a passage is a document, a page and a quote: give all three, or none";
                return Err(Fault::at(*field, words));
            }
            None => {}
        }
        let document = match (row.cell(Field::Document), there) {
            (None, Some(there)) => there.document,
            (cell, _) => self.document(cell.unwrap_or_default())?,
        };
        let page = match (row.cell(Field::Page), there) {
            (None, Some(there)) => there.page,
            (cell, _) => page(cell.unwrap_or_default())?,
        };
        let words = row.cell(Field::Quote).or_else(|| there.map(|there| there.quote.exact.as_str()));
        Ok(Some(Cited { document, page, words: words.unwrap_or_default() }))
    }

    fn document(&mut self, name: &str) -> Result<DocumentId, Fault> {
        if let Some(known) = self.documents.get(name) {
            return Ok(*known);
        }
        let found = self.tx.find_document(name).map_err(Fault::in_field(Field::Document))?.document.id;
        self.documents.insert(name.to_owned(), found);
        Ok(found)
    }

    fn title_of(&self, event: EventId) -> Result<String, Fault> {
        Ok(self.tx.event_title(event)?.unwrap_or_default())
    }

    /// The event that a cell means: a key of a table, an identifier, or an exact title.
    fn event_meant(&mut self, cell: &str) -> Result<EventId, Fault> {
        if let Some(known) = self.events.get(cell) {
            return Ok(*known);
        }
        let keyed = self.tx.event_by_key(cell)?.or_else(|| cell.parse().ok());
        let there = keyed.map(|id| self.tx.event_title(id)).transpose()?.flatten();
        let found = match keyed.filter(|_| there.is_some()) {
            Some(id) => id,
            None => self.event_titled(cell)?,
        };
        self.events.insert(cell.to_owned(), found);
        Ok(found)
    }

    /// The event of an exact title: in the case of rows that name none, else in any.
    fn event_titled(&self, title: &str) -> Result<EventId, Fault> {
        let in_case =
            self.case.map(|case| self.tx.events_titled(case, title)).transpose()?.unwrap_or_default();
        if let [only] = in_case.as_slice() {
            return Ok(*only);
        }
        let event = self.tx.find_event(title).map_err(Fault::in_field(Field::Event))?.event;
        // The start of an identifier is too little for a table.
        let exact = as_in_cell(&event.title) == title;
        if exact {
            Ok(event.id)
        } else {
            Err(Fault::at(Field::Event, format!("there is no event “{}”", short(title))))
        }
    }
}

/// Who says so, and of what event.
fn about(name: &str, event: &str) -> String {
    if name.is_empty() { short(event) } else { format!("{name}: {}", short(event)) }
}

fn page(cell: &str) -> Result<u32, Fault> {
    let number = cell.parse().ok().filter(|page| *page > 0);
    number.ok_or_else(|| {
        Fault::at(Field::Page, format!("“{}” is no page: write its number, from 1", short(cell)))
    })
}

fn stance(row: &Row<'_>) -> Result<Option<Stance>, Fault> {
    let word = |cell: &str| Stance::from_word(&cell.to_lowercase());
    row.filled(Field::Stance).map(word).transpose().map_err(Fault::in_field(Field::Stance))
}

fn sums(row: &Row<'_>) -> Result<Option<Vec<Amount>>, Fault> {
    row.cell(Field::Sums).map(Amount::from_lines).transpose().map_err(Fault::in_field(Field::Sums))
}

/// Whether these are the same sums once a table has carried them.
fn same_sums(read: &[Amount], there: &[Amount]) -> bool {
    let carried = |sum: &Amount| as_in_cell(&sum.to_line());
    read.iter().map(carried).eq(there.iter().map(carried))
}
