//! One file a table: its rows, its queries, and nothing else.

pub(crate) mod account;
pub(crate) mod annotation;
pub(crate) mod case;
mod condition;
pub(crate) mod custody;
pub(crate) mod document;
pub(crate) mod document_line;
pub(crate) mod document_mark;
pub(crate) mod event;
pub(crate) mod exhibit;
pub(crate) mod facets;
pub(crate) mod import;
pub(crate) mod index_queue;
pub(crate) mod indexed;
pub(crate) mod library;
pub(crate) mod line;
pub(crate) mod mark;
pub(crate) mod note;
pub(crate) mod numbered;
pub(crate) mod page;
pub(crate) mod page_scan;
pub(crate) mod party;
mod path_bytes;
pub(crate) mod production;
pub(crate) mod quote;
pub(crate) mod register;
pub(crate) mod relative;
pub(crate) mod review;
pub(crate) mod saved_search;
pub(crate) mod signature;
pub(crate) mod thread;
pub(crate) mod view;
pub(crate) mod watch;

use std::str::FromStr;

use rusqlite::{Connection, Row, types::Type};

use crate::StoreError;

/// A column of text that holds a value of the model.
pub(crate) fn parsed<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text = row.get_ref(column)?.as_str()?;
    text.parse().map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// A column that holds one of a list of words.
pub(crate) fn word<T, E>(
    row: &Row<'_>,
    column: &str,
    read: impl Fn(&str) -> Result<T, E>,
) -> rusqlite::Result<T>
where
    E: std::error::Error + Send + Sync + 'static,
{
    read(row.get_ref(column)?.as_str()?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// A column that holds JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// A value as the JSON of a column.
pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::damaged)
}

/// Finds what people name by an identifier, an exact name, or the unambiguous start of an identifier.
pub(crate) struct Naming {
    /// Case, event or document.
    pub what: &'static str,
    /// Selects `id, name` of the rows that bear the name `?1`.
    pub by_name: &'static str,
    /// Selects `id, name` of the rows with identifiers from `?1` and below `?2`.
    pub by_start: &'static str,
}

/// Letters of a whole identifier.
const WHOLE: usize = 36;

impl Naming {
    pub(crate) fn resolve(&self, conn: &Connection, key: &str) -> Result<String, StoreError> {
        let key = key.trim();
        let (from, below) = (key.to_ascii_lowercase(), format!("{}g", key.to_ascii_lowercase()));
        let started = || candidates(conn, self.by_start, &[&from, &below]);
        let is_start = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        // A whole identifier is found by its index. For a name every row has to be looked at.
        if is_start && key.len() == WHOLE {
            let whole = started()?;
            if !whole.is_empty() {
                return self.only(key, whole);
            }
        }
        let named = candidates(conn, self.by_name, &[key])?;
        if !named.is_empty() {
            return self.only(key, named);
        }
        if is_start {
            let started = started()?;
            if !started.is_empty() {
                return self.only(key, started);
            }
        }
        Err(StoreError::NotFound { what: self.what, key: key.to_owned() })
    }

    fn only(&self, key: &str, mut found: Vec<(String, String)>) -> Result<String, StoreError> {
        if found.len() > 1 {
            let matches = found.iter().take(5).map(|(id, name)| format!("{name} ({id})")).collect();
            let count = found.len();
            return Err(StoreError::Ambiguous { count, what: self.what, key: key.to_owned(), matches });
        }
        Ok(found.remove(0).0)
    }
}

fn candidates(conn: &Connection, sql: &str, keys: &[&str]) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(rusqlite::params_from_iter(keys), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
