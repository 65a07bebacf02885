//! An event as a line of a timeline: derived, so that a timeline of any length is one query.

use chrono::{Datelike, NaiveDate};
use proof_model::{CaseId, EventId, EventStatus, Extent, PartyId, Strength};
use rusqlite::{
    Row,
    types::{Type, Value},
};

use super::{condition::Conditions, event::EventRecord, to_json};
use crate::{Read, StoreError};

/// The version of what stands in `event_line`: raised whenever the same rows would give other lines.
pub(crate) const VERSION: u32 = 1;

/// An event as a line of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Identifier.
    pub event: EventId,
    /// Its case.
    pub case: CaseId,
    /// What happened, in a line.
    pub title: String,
    /// A short free word.
    pub kind: String,
    /// How firmly it stands.
    pub status: EventStatus,
    /// When, in EDTF.
    pub edtf: String,
    /// Earliest day, ISO 8601; none where open or unknown.
    pub earliest: Option<String>,
    /// Latest day, ISO 8601; none where open or unknown.
    pub latest: Option<String>,
    /// When, as a person writes it.
    pub shown: String,
    /// What its date is drawn as.
    pub extent: Extent,
    /// Whether its date is marked approximate or uncertain.
    pub qualified: bool,
    /// Who took part.
    pub parties: Vec<String>,
    /// Its tags, in order.
    pub tags: Vec<String>,
    /// Whether it bears a star.
    pub starred: bool,
    /// Number of documents cited.
    pub sources: u32,
    /// Number of independent origins among them.
    pub origins: u32,
    /// How well it is supported.
    pub strength: Strength,
    /// On how many points its accounts contradict each other.
    pub conflicts: u32,
}

impl From<&EventRecord> for Line {
    fn from(record: &EventRecord) -> Self {
        let (event, when, support) = (&record.event, &record.event.when, record.support());
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            event: event.id,
            case: event.case,
            title: event.title.clone(),
            kind: event.kind.clone(),
            status: event.status,
            edtf: when.edtf(),
            earliest: when.earliest().map(|day| day.to_string()),
            latest: when.latest().map(|day| day.to_string()),
            shown: when.to_string(),
            extent: when.extent(),
            qualified: when.is_qualified(),
            parties: record.parties.iter().map(|party| party.id.to_string()).collect(),
            tags: record.tags.clone(),
            starred: record.starred,
            sources: count(support.sources),
            origins: count(support.origins),
            strength: support.strength,
            conflicts: count(record.conflicts().len()),
        }
    }
}

/// Which lines: those that pass every part that is given; a part with several values asks for any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineFilter {
    /// Only this case.
    pub case: Option<CaseId>,
    /// Words of which each stands somewhere in the line.
    pub text: String,
    /// Kinds.
    pub kinds: Vec<String>,
    /// Parties.
    pub parties: Vec<PartyId>,
    /// Statuses.
    pub statuses: Vec<EventStatus>,
    /// Tags.
    pub tags: Vec<String>,
    /// May have been on or after this day.
    pub from: Option<NaiveDate>,
    /// May have been on or before this day.
    pub to: Option<NaiveDate>,
    /// Origins of which at least one account comes.
    pub origins: Vec<String>,
    /// What it rests on.
    pub support: Vec<Strength>,
    /// Only lines whose accounts contradict each other.
    pub in_conflict: bool,
    /// Only lines with a star.
    pub starred: bool,
    /// Only these events.
    pub only: Option<Vec<EventId>>,
}

/// The columns of a [`Line`], in the order in which [`read`] takes them, behind those that its place in the list hangs
/// on. By their position: to look each of them up by its name costs a tenth of the whole read.
const SELECT: &str = "SELECT l.sort_key, l.place, l.event, l.case_file, e.title, e.kind, e.status, e.edtf, l.earliest,
        l.latest, l.shown, l.extent, l.qualified, l.parties, l.tags, l.starred, l.sources, l.origins, l.strength,
        l.conflicts
    FROM event_line l JOIN event e ON e.id = l.event";

/// What an event's place in the list hangs on, before its identifier.
type Key = (Vec<u8>, i64);

impl Read<'_> {
    /// The lines that pass a filter, in the order of their dates (see [`proof_model::When::list_order`]); those of one
    /// date in the order given by hand.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn lines(&self, filter: &LineFilter) -> Result<Vec<Line>, StoreError> {
        let (condition, values) = self.sql(filter)?;
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} {condition}"))?;
        let rows =
            statement.query_map(rusqlite::params_from_iter(values), |row| Ok((key(row)?, read(row)?)))?;
        in_order(rows, |line| line.event)
    }

    /// The events whose lines pass a filter, in the same order.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn line_events(&self, filter: &LineFilter) -> Result<Vec<String>, StoreError> {
        let (condition, values) = self.sql(filter)?;
        let sql = format!("SELECT l.sort_key, l.place, l.event FROM event_line l {condition}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows =
            statement.query_map(rusqlite::params_from_iter(values), |row| Ok((key(row)?, row.get(2)?)))?;
        in_order(rows, String::clone)
    }

    /// The origins under which documents count, each with the documents that do: its own where it names none.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn origins(&self) -> Result<Vec<(String, Vec<String>)>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT id, origin FROM document ORDER BY id")?;
        let mut origins: std::collections::BTreeMap<String, (String, Vec<String>)> =
            std::collections::BTreeMap::new();
        for row in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (document, origin): (String, String) = row?;
            let name = if origin.is_empty() { document.clone() } else { origin };
            origins.entry(name.to_lowercase()).or_insert((name, Vec::new())).1.push(document);
        }
        Ok(origins.into_values().collect())
    }

    /// Which event has an account of which document, a pair for each account, those of one event behind each other.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn cited_documents(&self, case: Option<CaseId>) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT event, document FROM account
                   WHERE document IS NOT NULL AND (?1 IS NULL OR event IN (SELECT id FROM event WHERE case_file = ?1))
                   ORDER BY event";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows =
            statement.query_map([case.map(|case| case.to_string())], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A filter as SQL, with the values of its places.
    fn sql(&self, filter: &LineFilter) -> Result<(String, Vec<Value>), StoreError> {
        let mut sql = filter.conditions()?;
        if !filter.origins.is_empty() {
            let wanted: Vec<String> = filter.origins.iter().map(|origin| origin.to_lowercase()).collect();
            let of = self.origins()?.into_iter().filter(|(name, _)| wanted.contains(&name.to_lowercase()));
            let documents: Vec<String> = of.flat_map(|(_, documents)| documents).collect();
            sql.listed("event FROM account WHERE document", &documents)?;
        }
        Ok(sql.finish())
    }
}

impl LineFilter {
    fn conditions(&self) -> Result<Conditions, StoreError> {
        let mut sql = Conditions::default();
        if let Some(case) = self.case {
            sql.all("l.case_file = ?", [case.to_string()]);
        }
        for part in self.text.to_lowercase().split_whitespace() {
            sql.all("instr(l.folded, ?) > 0", [part.to_owned()]);
        }
        if !self.kinds.is_empty() {
            sql.listed("id FROM event WHERE kind", &self.kinds)?;
        }
        let statuses: Vec<&str> = self.statuses.iter().map(|status| status.as_str()).collect();
        if !statuses.is_empty() {
            sql.listed("id FROM event WHERE status", &statuses)?;
        }
        if !self.tags.is_empty() {
            sql.listed("event FROM event_tag WHERE tag", &self.tags)?;
        }
        let parties: Vec<String> = self.parties.iter().map(ToString::to_string).collect();
        if !parties.is_empty() {
            sql.listed("event FROM event_party WHERE party", &parties)?;
        }
        if let Some(from) = self.from {
            sql.number("l.extent > 0 AND coalesce(l.last_day, 1e9) >= ?", from.num_days_from_ce());
        }
        if let Some(to) = self.to {
            sql.number("l.extent > 0 AND coalesce(l.first_day, -1e9) <= ?", to.num_days_from_ce());
        }
        sql.any("l.strength", &self.support.iter().map(|strength| *strength as u8).collect::<Vec<_>>())?;
        if self.in_conflict {
            sql.all("l.conflicts > 0", []);
        }
        if self.starred {
            sql.all("l.starred = 1", []);
        }
        if let Some(only) = &self.only {
            let only: Vec<String> = only.iter().map(ToString::to_string).collect();
            sql.all("l.event IN (SELECT value FROM json_each(?))", [to_json(&only)?]);
        }
        Ok(sql)
    }
}

fn key(row: &Row<'_>) -> rusqlite::Result<Key> {
    Ok((row.get(0)?, row.get(1)?))
}

/// Rows in the order of their keys, then of their identifiers. Sorted here: SQLite would go through the index in that order,
/// and so through the table in no order at all, which takes twice as long; or carry every column through its sorter.
fn in_order<T, I: Ord>(
    rows: impl Iterator<Item = rusqlite::Result<(Key, T)>>,
    id: impl Fn(&T) -> I,
) -> Result<Vec<T>, StoreError> {
    let (mut keys, mut found) = (Vec::new(), Vec::new());
    for row in rows {
        let (key, each) = row?;
        keys.push((key, found.len()));
        found.push(Some(each));
    }
    let id = |at: usize| found[at].as_ref().map(&id);
    keys.sort_unstable_by(|(one, first), (two, second)| {
        one.cmp(two).then_with(|| id(*first).cmp(&id(*second)))
    });
    Ok(keys.into_iter().filter_map(|(_, at)| found[at].take()).collect())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        event: value(row, 2, str::parse)?,
        case: value(row, 3, str::parse)?,
        title: row.get(4)?,
        kind: row.get(5)?,
        status: value(row, 6, EventStatus::from_word)?,
        edtf: row.get(7)?,
        earliest: row.get(8)?,
        latest: row.get(9)?,
        shown: row.get(10)?,
        extent: extent(row.get(11)?),
        qualified: row.get(12)?,
        parties: list(row, 13)?,
        tags: list(row, 14)?,
        starred: row.get(15)?,
        sources: row.get(16)?,
        origins: row.get(17)?,
        strength: strength(row.get(18)?),
        conflicts: row.get(19)?,
    })
}

/// The text of a column as what it stands for.
fn value<T, E>(row: &Row<'_>, at: usize, read: impl Fn(&str) -> Result<T, E>) -> rusqlite::Result<T>
where
    E: std::error::Error + Send + Sync + 'static,
{
    read(row.get_ref(at)?.as_str()?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error)))
}

/// A list in a column; most are empty, and those are not worth a parser.
fn list(row: &Row<'_>, at: usize) -> rusqlite::Result<Vec<String>> {
    value(row, at, |text| if text == "[]" { Ok(Vec::new()) } else { serde_json::from_str(text) })
}

const fn extent(number: u8) -> Extent {
    match number {
        0 => Extent::Undated,
        1 => Extent::Day,
        2 => Extent::Within,
        _ => Extent::Span,
    }
}

const fn extent_number(extent: Extent) -> u8 {
    match extent {
        Extent::Undated => 0,
        Extent::Day => 1,
        Extent::Within => 2,
        Extent::Span => 3,
    }
}

pub(crate) const fn strength(number: u8) -> Strength {
    match number {
        0 => Strength::Nothing,
        1 => Strength::Allegation,
        2 => Strength::OneOrigin,
        _ => Strength::Several,
    }
}

/// The columns of `event_line`, in their order, for an event.
pub(crate) fn columns(record: &EventRecord) -> Result<Vec<Value>, StoreError> {
    let (event, when, support) = (&record.event, &record.event.when, record.support());
    let day =
        |day: Option<NaiveDate>| day.map_or(Value::Null, |day| Value::Integer(day.num_days_from_ce().into()));
    let iso = |day: Option<NaiveDate>| day.map_or(Value::Null, |day| Value::Text(day.to_string()));
    let number = |number: usize| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    let parties: Vec<String> = record.parties.iter().map(|party| party.id.to_string()).collect();
    Ok(vec![
        Value::Text(event.id.to_string()),
        Value::Text(event.case.to_string()),
        Value::Blob(when.sort_key()),
        Value::Integer(record.place.map_or(i64::from(u32::MAX), i64::from)),
        day(when.earliest()),
        day(when.latest()),
        iso(when.earliest()),
        iso(when.latest()),
        Value::Text(when.to_string()),
        Value::Integer(extent_number(when.extent()).into()),
        Value::Integer(when.is_qualified().into()),
        Value::Text(to_json(&parties)?),
        Value::Text(to_json(&record.tags)?),
        Value::Integer(record.starred.into()),
        number(support.sources),
        number(support.origins),
        Value::Integer((support.strength as u8).into()),
        number(record.conflicts().len()),
        Value::Text(folded(record)),
    ])
}

/// What a filter by words looks at.
fn folded(record: &EventRecord) -> String {
    let event = &record.event;
    let (date, status) = (event.when.to_string(), event.status.shown());
    let own = [event.title.as_str(), &event.kind, &date, status, &record.case_name];
    let others =
        record.parties.iter().map(|party| party.name.as_str()).chain(record.tags.iter().map(String::as_str));
    own.into_iter().chain(others).collect::<Vec<_>>().join("\n").to_lowercase()
}
