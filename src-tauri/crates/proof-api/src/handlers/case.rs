use std::collections::HashMap;

use proof_library::{CaseChange, CaseCounts, Changed, EventRecord, Library, LibraryError, NewCase, Read};
use proof_model::{Case, CaseId, CaseRelation, EventStatus};

use crate::{
    Session, WireError,
    args::{CaseArgs, CaseEditArgs, Nothing, RelationArgs, RelationRef},
    view, wire,
};

/// All cases, in the order in which they were made.
///
/// # Errors
/// Where the library cannot be read.
pub fn case_list(session: &Session, _: Nothing) -> Result<Vec<wire::CaseRow>, WireError> {
    let library = session.library()?;
    let today = library.today();
    let rows = library.read::<_, LibraryError>(|read| {
        let cases = read.cases()?;
        let rows = Rows::of(read, &cases)?;
        Ok(cases.iter().map(|case| rows.row(case, today)).collect())
    })?;
    Ok(rows)
}

/// One case: by an identifier, the start of one, or an exact name.
///
/// # Errors
/// Where there is none, or more than one.
pub fn case_show(session: &Session, key: &str) -> Result<wire::CaseRow, WireError> {
    let library = session.library()?;
    let today = library.today();
    let row = library.read::<_, LibraryError>(|read| {
        let case = read.find_case(key)?;
        Ok(Rows::of(read, &read.cases()?)?.row(&case, today))
    })?;
    Ok(row)
}

/// Adds a case.
///
/// # Errors
/// Where the name is empty or taken, or the kind is none.
pub fn case_add(session: &Session, args: CaseArgs) -> Result<wire::CaseRow, WireError> {
    let library = session.library()?;
    let new = NewCase {
        name: args.name,
        kind: args.kind,
        forum: args.forum,
        dockets: args.dockets,
        status: args.status,
        summary: args.summary,
    };
    told(session, &library, library.add_case(new)?)
}

/// Changes what is said of a case.
///
/// # Errors
/// Where there is no such case, the name is empty or taken, or the kind is none.
pub fn case_edit(session: &Session, args: CaseEditArgs) -> Result<wire::CaseRow, WireError> {
    let library = session.library()?;
    let change = CaseChange {
        name: args.name,
        kind: args.kind,
        forum: args.forum,
        dockets: args.dockets,
        status: args.status,
        summary: args.summary,
    };
    told(session, &library, library.edit_case(&args.case, change)?)
}

/// Relates one case to another.
///
/// # Errors
/// Where a case is not there, or they are the same or so related already.
pub fn relation_add(session: &Session, args: RelationArgs) -> Result<wire::CaseRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.add_relation(&args.from, &args.kind, &args.to, &args.note)?)
}

/// Takes a relation between cases away.
///
/// # Errors
/// Where they are not so related.
pub fn relation_remove(session: &Session, args: RelationRef) -> Result<wire::CaseRow, WireError> {
    let library = session.library()?;
    told(session, &library, library.remove_relation(&args.from, &args.kind, &args.to)?)
}

/// Announces an act and shows the case that it was done to.
fn told(
    session: &Session,
    library: &Library,
    (case, changed): (Case, Changed),
) -> Result<wire::CaseRow, WireError> {
    session.announce(library, &changed)?;
    case_show(session, &case.id.to_string())
}

/// What the rows of cases are made from.
struct Rows {
    counts: HashMap<CaseId, CaseCounts>,
    names: HashMap<CaseId, String>,
    relations: Vec<CaseRelation>,
    scheduled: Vec<EventRecord>,
}

impl Rows {
    fn of(read: Read<'_>, cases: &[Case]) -> Result<Self, LibraryError> {
        let counts = read.case_counts()?.into_iter();
        Ok(Self {
            counts: counts.collect(),
            names: cases.iter().map(|case| (case.id, case.name.clone())).collect(),
            relations: read.case_relations()?,
            scheduled: read.events_with_status(EventStatus::Scheduled)?,
        })
    }

    fn row(&self, case: &Case, today: chrono::NaiveDate) -> wire::CaseRow {
        let CaseCounts { events, documents, reviewed } =
            self.counts.get(&case.id).copied().unwrap_or_default();
        // What is to come, or else what was missed last.
        let own = || self.scheduled.iter().filter(|record| record.event.case == case.id);
        let overdue = |record: &&EventRecord| record.event.when.latest().is_some_and(|latest| latest < today);
        let next = own().find(|record| !overdue(record)).or_else(|| own().rfind(overdue));
        wire::CaseRow {
            case: case.id.to_string(),
            name: case.name.clone(),
            kind: case.kind,
            kind_words: case.kind.shown().to_owned(),
            forum: case.forum.clone(),
            dockets: case.dockets.clone(),
            status: case.status.clone(),
            summary: case.summary.clone(),
            colour: u8::try_from(case.position % 8).unwrap_or(0),
            events,
            documents,
            reviewed,
            next: next.map(|record| wire::NextEvent {
                event: record.event.id.to_string(),
                title: record.event.title.clone(),
                date: view::date(&record.event.when),
                due: view::due(&record.event.when, today),
            }),
            relations: self
                .relations
                .iter()
                .filter(|relation| relation.from == case.id)
                .map(|r| self.relation(r))
                .collect(),
        }
    }

    fn relation(&self, relation: &CaseRelation) -> wire::RelationRow {
        wire::RelationRow {
            kind: relation.kind,
            kind_words: relation.kind.shown().to_owned(),
            to: relation.to.to_string(),
            to_name: self.names.get(&relation.to).cloned().unwrap_or_default(),
            note: relation.note.clone(),
        }
    }
}
