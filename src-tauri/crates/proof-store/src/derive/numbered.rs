//! Every number that a document bears or ever bore, from the ledger: undone numberings as well, since undo is a line of
//! the ledger too.

use std::collections::HashMap;

use proof_model::{NumberStyle, folded};
use rusqlite::Connection;

use crate::{Change, Fault, Read, StoreError, table::numbered::NumberKind, track};

pub(super) const NAME: &str = "numbered";
pub(super) const VERSION: u32 = 2;

/// Which document of which scheme or production.
type Place = (NumberKind, String, String);

/// A number as a row gives it to a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    value: u64,
    letter: String,
    pages: u64,
    shown: String,
}

/// A row of the table: a number for as long as it stood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Interval {
    place: Place,
    case: String,
    number: Number,
    since: u64,
    until: Option<u64>,
}

/// What one line of the ledger does to the number of a document, all its changes together.
#[derive(Debug, Default)]
struct Turn {
    before: Option<Number>,
    after: Option<Number>,
}

/// Takes in what line `seq` of the ledger tells.
pub(super) fn follow(conn: &Connection, seq: u64, changes: &[Change]) -> Result<(), StoreError> {
    for (place, turn) in turns(changes) {
        let (kind, series, document) = &place;
        if turn.before.is_some() {
            conn.prepare_cached(
                "UPDATE numbered SET until = ?1 WHERE series = ?2 AND document = ?3 AND until IS NULL AND kind = ?4",
            )?
            .execute((seq, series, document, kind.as_str()))?;
        }
        if let Some(number) = turn.after {
            let case = conn.prepare_cached(case_of(*kind))?.query_row([series], |row| row.get(0))?;
            insert(conn, &Interval { place, case, number, since: seq, until: None })?;
        }
    }
    Ok(())
}

/// Makes all of it anew from the ledger.
pub(super) fn make(conn: &Connection) -> Result<(), StoreError> {
    history(conn)?.iter().try_for_each(|interval| insert(conn, interval))
}

impl Read<'_> {
    /// Every number that the list of numbers holds otherwise than the ledger tells it.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn check_numbers(&self) -> Result<Vec<Fault>, StoreError> {
        let (mut told, mut held) = (history(self.conn)?, held(self.conn)?);
        told.sort_unstable();
        held.sort_unstable();
        let missing = told.iter().filter(|interval| held.binary_search(interval).is_err());
        let mut faults: Vec<Fault> = missing.map(|interval| fault(interval, "does not have")).collect();
        let more = held.iter().filter(|interval| told.binary_search(interval).is_err());
        faults.extend(more.map(|interval| fault(interval, "has, and the ledger does not,")));
        if faults.is_empty() && told.len() != held.len() {
            faults.push(Fault::new(NAME, format!("{} numbers are there of {}", held.len(), told.len())));
        }
        Ok(faults)
    }
}

fn fault(interval: &Interval, how: &str) -> Fault {
    let until = interval.until.map_or_else(String::new, |until| format!(" to {until}"));
    let message = format!(
        "the list of numbers {how} {} of document {} from line {}{until} of the ledger: restore library.db from a backup; \
         the ledger itself tells what stood when",
        interval.number.shown, interval.place.2, interval.since
    );
    Fault::new(&*interval.number.shown, message)
}

/// What the ledger tells: every number that ever stood, in the order in which they came.
fn history(conn: &Connection) -> Result<Vec<Interval>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT seq, changes FROM ledger
         WHERE instr(changes, '\"table\":\"exhibit') > 0 OR instr(changes, '\"table\":\"production') > 0 ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let mut cases: HashMap<String, String> = HashMap::new();
    let mut open: HashMap<Place, usize> = HashMap::new();
    let mut intervals: Vec<Interval> = Vec::new();
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        // A line that cannot be read is the ledger's own fault, and told of where the ledger is checked.
        let Ok(changes) = serde_json::from_str::<Vec<Change>>(row.get_ref(1)?.as_str().unwrap_or_default())
        else {
            continue;
        };
        cases.extend(changes.iter().filter_map(case_told));
        for (place, turn) in turns(&changes) {
            if let Some(at) = open.remove(&place) {
                intervals[at].until = Some(seq);
            }
            if let Some(number) = turn.after {
                let case = cases.get(&place.1).cloned().unwrap_or_default();
                open.insert(place.clone(), intervals.len());
                intervals.push(Interval { place, case, number, since: seq, until: None });
            }
        }
    }
    Ok(intervals)
}

/// What the table holds.
fn held(conn: &Connection) -> Result<Vec<Interval>, StoreError> {
    let mut statement = conn.prepare("SELECT * FROM numbered")?;
    let rows = statement.query_map([], |row| {
        let kind = match row.get_ref("kind")?.as_str()? {
            "exhibit" => NumberKind::Exhibit,
            _ => NumberKind::Bates,
        };
        let shown: String = row.get("shown")?;
        // What does not fold as it should, or is below zero, is no row that the ledger tells of.
        let whole = |number: i64| u64::try_from(number).unwrap_or(u64::MAX);
        let is_folded = row.get::<_, String>("folded")? == fold(&shown);
        Ok(Interval {
            place: (kind, row.get("series")?, row.get("document")?),
            case: row.get("case_file")?,
            number: Number {
                value: whole(row.get("number")?),
                letter: row.get("letter")?,
                pages: if is_folded { whole(row.get("pages")?) } else { 0 },
                shown,
            },
            since: whole(row.get("since")?),
            until: row.get::<_, Option<i64>>("until")?.map(whole),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a line does to the numbers of documents, in the order in which it tells of them. A number that goes and comes
/// back within the line stays.
fn turns(changes: &[Change]) -> Vec<(Place, Turn)> {
    let mut places: HashMap<Place, usize> = HashMap::new();
    let mut turns: Vec<(Place, Turn)> = Vec::new();
    for change in changes {
        let kind = match change.table.as_str() {
            "exhibit" => NumberKind::Exhibit,
            "production_document" => NumberKind::Bates,
            _ => continue,
        };
        let borne = |row: &Option<track::Row>| row.as_ref().and_then(|row| borne(kind, row));
        if let Some((place, number)) = borne(&change.before) {
            let at = *places.entry(place.clone()).or_insert(turns.len());
            if at == turns.len() {
                turns.push((place, Turn { before: Some(number), after: None }));
            }
            turns[at].1.after = None;
        }
        if let Some((place, number)) = borne(&change.after) {
            let at = *places.entry(place.clone()).or_insert(turns.len());
            if at == turns.len() {
                turns.push((place, Turn::default()));
            }
            turns[at].1.after = Some(number);
        }
    }
    turns.retain(|(_, turn)| turn.before != turn.after);
    turns
}

fn borne(kind: NumberKind, row: &track::Row) -> Option<(Place, Number)> {
    let text = |column: &str| Some(row.get(column)?.as_str()?.to_owned());
    let (series, value, letter, pages) = match kind {
        NumberKind::Exhibit => (text("scheme")?, row.get("number")?.as_u64()?, text("letter")?, 1),
        NumberKind::Bates => {
            (text("production")?, row.get("first")?.as_u64()?, String::new(), row.get("pages")?.as_u64()?)
        }
    };
    Some(((kind, series, text("document")?), Number { value, letter, pages, shown: text("shown")? }))
}

/// The scheme or production that a change tells of, and its case.
fn case_told(change: &Change) -> Option<(String, String)> {
    let is_series = matches!(change.table.as_str(), "exhibit_scheme" | "production");
    let row = change.after.as_ref().filter(|_| is_series)?;
    Some((row.get("id")?.as_str()?.to_owned(), row.get("case_file")?.as_str()?.to_owned()))
}

const fn case_of(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Exhibit => "SELECT case_file FROM exhibit_scheme WHERE id = ?1",
        NumberKind::Bates => "SELECT case_file FROM production WHERE id = ?1",
    }
}

fn insert(conn: &Connection, interval: &Interval) -> Result<(), StoreError> {
    let Interval { place: (kind, series, document), case, number, since, until } = interval;
    let Number { value, letter, pages, shown } = number;
    conn.prepare_cached("INSERT INTO numbered VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")?
        .execute((
            kind.as_str(),
            series,
            case,
            document,
            fold(shown),
            value,
            letter,
            pages,
            shown,
            since,
            until,
        ))?;
    Ok(())
}

/// The prefix of a number that stands written, as it is compared.
fn fold(shown: &str) -> String {
    folded(NumberStyle::of_shown(shown).prefix())
}
