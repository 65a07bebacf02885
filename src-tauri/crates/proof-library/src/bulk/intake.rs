//! Taking a table in: every row by itself within one act.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use chrono::NaiveDate;
use proof_model::{Account, CaseId, DocumentId, EventId, When};
use proof_store::{Act, Done, StoreError, Tx, Undo};

use super::{
    date::{self, First},
    field::{Field, TableOf},
    outcome::{Fault, Planned, RowStanding, TablePlan, Told},
    row::{Columns, Row},
    sheet::TableSheet,
};
use crate::{Changed, Library, LibraryError, Op};

/// How a table is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// The sheet; the first that seems to hold what is asked for where none is given.
    pub sheet: Option<String>,
    /// What its rows are.
    pub of: TableOf,
    /// The field that each column fills, by name; the suggested ones where none are given.
    pub mapping: Option<Vec<Option<String>>>,
    /// The case of rows that name none.
    pub case: Option<String>,
    /// Which number comes first in a date that can be two.
    pub first: Option<First>,
    /// The source's own day.
    pub reference: Option<NaiveDate>,
}

/// Which of the rows are to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// None: only to say what would become of them.
    None,
    /// All, where none is refused.
    AllOrNone,
    /// Those that are not refused.
    Good,
}

impl Library {
    /// Says what taking a table in would do, row by row, and does nothing.
    ///
    /// # Errors
    /// Where the file is no table, or the mapping does not fit it, or the library cannot be written.
    pub fn plan_table(&self, path: &Path, taking: &Taking) -> Result<TablePlan, LibraryError> {
        Ok(self.take_table(path, taking, Keep::None)?.0)
    }

    /// Takes a table in, as one act: all of it, or nothing where a row is refused, unless only the good ones are asked
    /// for. Rows that say what is there already make no act.
    ///
    /// # Errors
    /// Where the file is no table, or the mapping does not fit it, or the library cannot be written.
    pub fn import_table(
        &self,
        path: &Path,
        taking: &Taking,
        good_rows_only: bool,
    ) -> Result<(TablePlan, Option<Changed>), LibraryError> {
        self.take_table(path, taking, if good_rows_only { Keep::Good } else { Keep::AllOrNone })
    }

    fn take_table(
        &self,
        path: &Path,
        taking: &Taking,
        keep: Keep,
    ) -> Result<(TablePlan, Option<Changed>), LibraryError> {
        let table = self.open_table(path)?;
        let sheet = table.sheet(taking.sheet.as_deref(), taking.of)?;
        let columns = Columns::new(&fields(taking, sheet)?, &sheet.columns);
        let op = Op::ImportTable { name: table.name.clone() };
        let mut plan = TablePlan::default();
        let act = Act {
            name: op.name(),
            undo: Undo::Alone,
            at: self.now(),
            actor: self.surroundings.world.actor(),
        };
        let outcome = self.store()?.transact(&act, |tx| {
            let mut intake = Intake::new(self, tx, taking, &columns, sheet)?;
            for (number, cells) in &sheet.rows {
                plan.rows.push(intake.take(&columns.row(*number, cells))?);
            }
            if keep.goes_on(&plan) { Ok(()) } else { Err(Halt::RolledBack) }
        });
        let done = match outcome {
            Ok(((), done)) => Some(done),
            Err(Halt::RolledBack) => None,
            Err(Halt::Failed(error)) => return Err(error),
        };
        plan.done = keep.is_content(&plan);
        Ok((plan, done.map(|done| self.changed(act.name, done))))
    }

    fn changed(&self, act: String, done: Done) -> Changed {
        self.index.ring();
        Changed { act, changes: done.changes, events: done.events }
    }
}

impl Keep {
    /// Whether the rows are as they are to be kept.
    fn is_content(self, plan: &TablePlan) -> bool {
        match self {
            Self::None => false,
            Self::AllOrNone => plan.count(RowStanding::Refused) == 0,
            Self::Good => true,
        }
    }

    /// Whether there is something to keep.
    fn goes_on(self, plan: &TablePlan) -> bool {
        let news = |row: &Planned| matches!(row.standing, RowStanding::Added | RowStanding::Changed);
        self.is_content(plan) && plan.rows.iter().any(news)
    }
}

/// Why nothing was kept.
enum Halt {
    /// It was not to be.
    RolledBack,
    /// It could not be.
    Failed(LibraryError),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<LibraryError> for Halt {
    fn from(error: LibraryError) -> Self {
        Self::Failed(error)
    }
}

/// The field that each column fills.
fn fields(taking: &Taking, sheet: &TableSheet) -> Result<Vec<Option<Field>>, LibraryError> {
    let Some(names) = &taking.mapping else {
        return Ok(if sheet.of == taking.of {
            sheet.mapping.clone()
        } else {
            taking.of.suggest(&sheet.columns)
        });
    };
    if names.len() > sheet.columns.len() {
        let (given, there) = (names.len(), sheet.columns.len());
        let words = format!("{given} columns are given fields, but {} has {there}", sheet.name);
        return Err(LibraryError::Refused(words));
    }
    let field = |name: &Option<String>| match name.as_deref() {
        None | Some("") => Ok(None),
        Some(name) => taking.of.field(name).map(Some).ok_or_else(|| no_field(taking.of, name)),
    };
    let fields = names.iter().map(field).collect::<Result<Vec<_>, _>>()?;
    let twice =
        fields.iter().enumerate().find(|(at, field)| field.is_some() && fields[..*at].contains(field));
    if let Some((at, _)) = twice {
        let head = &sheet.columns[at];
        let words =
            format!("the column “{head}” fills a field that another one fills: give it another, or none");
        return Err(LibraryError::Refused(words));
    }
    Ok(fields)
}

fn no_field(of: TableOf, name: &str) -> LibraryError {
    let known: Vec<&str> = of.fields().map(|spec| spec.name).collect();
    LibraryError::Refused(format!("“{name}” is no field of {}: those are {}", of.as_str(), known.join(", ")))
}

/// A table that is being taken in.
pub(super) struct Intake<'a> {
    pub library: &'a Library,
    pub tx: &'a Tx<'a>,
    pub of: TableOf,
    taking: &'a Taking,
    columns: &'a Columns,
    /// The case of rows that name none.
    pub case: Option<CaseId>,
    /// The row on which each key stands first.
    keys: HashMap<String, u32>,
    /// The keys that stand anywhere in the table: what bears one is not found for a row without.
    pub reserved: HashSet<String>,
    /// The row that each event or account was found for, by identifier.
    claimed: HashMap<String, u32>,
    cases: HashMap<String, CaseId>,
    pub documents: HashMap<String, DocumentId>,
    /// The event that each cell means.
    pub events: HashMap<String, EventId>,
    /// The accounts that events had before.
    pub accounts: HashMap<EventId, Vec<Account>>,
}

impl<'a> Intake<'a> {
    fn new(
        library: &'a Library,
        tx: &'a Tx<'a>,
        taking: &'a Taking,
        columns: &'a Columns,
        sheet: &TableSheet,
    ) -> Result<Self, LibraryError> {
        let key = taking.case.as_deref().filter(|case| !case.is_empty());
        let case = key.map(|case| tx.find_case(case)).transpose()?.map(|case| case.id);
        let rows = sheet.rows.iter().map(|(number, cells)| columns.row(*number, cells));
        Ok(Self {
            library,
            tx,
            of: taking.of,
            taking,
            columns,
            case,
            keys: HashMap::new(),
            reserved: rows.filter_map(|row| row.filled(Field::Key).map(str::to_owned)).collect(),
            claimed: HashMap::new(),
            cases: HashMap::new(),
            documents: HashMap::new(),
            events: HashMap::new(),
            accounts: HashMap::new(),
        })
    }

    /// Takes one row in, or leaves nothing of it.
    fn take(&mut self, row: &Row<'_>) -> Result<Planned, LibraryError> {
        let mut title = String::new();
        let tx = self.tx;
        let outcome = self.check_key(row).and_then(|()| {
            tx.part(|| match self.of {
                TableOf::Events => self.event(row, &mut title),
                TableOf::Accounts => self.account(row, &mut title),
            })
        });
        let planned = |standing, column, words| Planned { row: row.number, standing, title, column, words };
        match outcome {
            Ok(Told { standing, words }) => Ok(planned(standing, None, words)),
            Err(Fault::Refused(field, words)) => {
                let column = field.map(|field| self.name(field).to_owned());
                Ok(planned(RowStanding::Refused, column, words))
            }
            Err(Fault::Failed(error)) => Err(error),
        }
    }

    /// What a field is called: by its column's head, else by its title.
    pub fn name(&self, field: Field) -> &'a str {
        let title = || self.of.spec(field).map_or("", |spec| spec.title);
        self.columns.head(field).unwrap_or_else(title)
    }

    /// Notes that a row is about something. No other row can be.
    pub fn claim(&mut self, id: &str, what: &str, row: &Row<'_>) -> Result<(), Fault> {
        if let Some(other) = self.claimed.get(id) {
            return Err(Fault::at(
                Field::Key,
                format!("row {other} is about the same {what}: keep one of them"),
            ));
        }
        self.claimed.insert(id.to_owned(), row.number);
        Ok(())
    }

    /// Whether something can be found for a row that bears no key of it.
    pub fn is_free(&self, id: &str) -> bool {
        !self.claimed.contains_key(id) && !self.reserved.contains(id)
    }

    /// The case that a row names, else that of rows that name none.
    pub fn case_of(&mut self, row: &Row<'_>) -> Result<Option<CaseId>, Fault> {
        let Some(name) = row.filled(Field::Case) else { return Ok(self.case) };
        if let Some(known) = self.cases.get(name) {
            return Ok(Some(*known));
        }
        let case = self.tx.find_case(name).map_err(Fault::in_field(Field::Case))?.id;
        self.cases.insert(name.to_owned(), case);
        Ok(Some(case))
    }

    /// The date that a field gives, where it is not what is there.
    pub fn other_date(&self, row: &Row<'_>, field: Field, there: &When) -> Result<Option<When>, Fault> {
        let Some(cell) = row.other(field, &there.edtf()) else { return Ok(None) };
        let when = date::read(cell, self.taking.first, self.taking.reference)
            .map_err(|words| Fault::at(field, words))?;
        Ok((when != *there).then_some(when))
    }

    fn check_key(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        let Some(key) = row.filled(Field::Key) else { return Ok(()) };
        if let Some(other) = self.keys.get(key) {
            let words = format!("“{key}” stands in row {other} already: give each row a key of its own");
            return Err(Fault::at(Field::Key, words));
        }
        self.keys.insert(key.to_owned(), row.number);
        Ok(())
    }
}
