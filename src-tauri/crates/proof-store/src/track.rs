//! What a transaction changed, row by row: triggers on every tracked table write it down.

use std::collections::BTreeMap;

use rusqlite::{Connection, params_from_iter, types::Value as SqlValue};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::StoreError;

/// The tables whose rows people state. Every change of them is on the ledger and can be undone.
pub(crate) const TRACKED: [&str; 32] = [
    "case_file",
    "case_relation",
    "party",
    "role",
    "event",
    "event_party",
    "document",
    "document_case",
    "location",
    "account",
    "amount",
    "event_tag",
    "event_star",
    "event_rank",
    "event_follows",
    "event_key",
    "note",
    "saved_view",
    "document_tag",
    "document_mark",
    "annotation",
    "colour_name",
    "acquisition",
    "date_basis",
    "exhibit_scheme",
    "exhibit",
    "production",
    "production_document",
    "custody",
    "verification",
    "watched_folder",
    "saved_search",
];

/// A row as its columns by name.
pub(crate) type Row = Map<String, Value>;

/// One row that came, went or became another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row before; none where it came.
    pub before: Option<Row>,
    /// The row after; none where it went.
    pub after: Option<Row>,
}

impl Change {
    /// The change that takes this one back.
    pub(crate) fn inverse(&self) -> Self {
        Self { table: self.table.clone(), before: self.after.clone(), after: self.before.clone() }
    }

    /// A column of the row, as text, whichever of before and after has it.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.after.as_ref().or(self.before.as_ref())?.get(column)?.as_str()
    }
}

/// A tracked table's columns, in order, and which of them make its key.
#[derive(Debug)]
pub(crate) struct Shape {
    columns: Vec<String>,
    key: Vec<String>,
}

impl Shape {
    fn of(conn: &Connection, table: &str) -> Result<Self, StoreError> {
        let mut statement = conn.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let rows: Vec<(String, i64)> =
            statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let key = rows.iter().filter(|(_, pk)| *pk > 0).map(|(name, _)| name.clone()).collect();
        Ok(Self { columns: rows.into_iter().map(|(name, _)| name).collect(), key })
    }

    /// The SQL that makes a row of this table into a JSON object.
    fn json(&self, row: &str) -> String {
        let pairs: Vec<String> =
            self.columns.iter().map(|column| format!("'{column}', {row}{column}")).collect();
        format!("json_object({})", pairs.join(", "))
    }

    /// The values of the key of `row`, as one text.
    pub(crate) fn key_of(&self, row: &Row) -> String {
        // A ledger that was tampered with may lack any column.
        let part = |column: &String| row.get(column).map_or_else(String::new, ToString::to_string);
        let parts: Vec<String> = self.key.iter().map(part).collect();
        parts.join("\u{1f}")
    }
}

/// The shapes of all tracked tables, by name.
pub(crate) type Shapes = BTreeMap<&'static str, Shape>;

/// Looks up the shapes of all tracked tables.
pub(crate) fn shapes(conn: &Connection) -> Result<Shapes, StoreError> {
    TRACKED.iter().map(|table| Ok((*table, Shape::of(conn, table)?))).collect()
}

/// Sets the triggers, for this connection only: they follow the schema that it finds.
pub(crate) fn watch(conn: &Connection, shapes: &Shapes) -> Result<(), StoreError> {
    conn.execute_batch(
        "CREATE TEMP TABLE change (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, before TEXT, after TEXT);",
    )?;
    for (table, shape) in shapes {
        let (old, new) = (shape.json("OLD."), shape.json("NEW."));
        conn.execute_batch(&format!(
            "CREATE TEMP TRIGGER track_{table}_insert AFTER INSERT ON main.{table} BEGIN
                 INSERT INTO change (tbl, before, after) VALUES ('{table}', NULL, {new}); END;
             CREATE TEMP TRIGGER track_{table}_delete AFTER DELETE ON main.{table} BEGIN
                 INSERT INTO change (tbl, before, after) VALUES ('{table}', {old}, NULL); END;
             CREATE TEMP TRIGGER track_{table}_update AFTER UPDATE ON main.{table} BEGIN
                 INSERT INTO change (tbl, before, after) VALUES ('{table}', {old}, {new}); END;"
        ))?;
    }
    Ok(())
}

/// Takes what was written down since the last time.
pub(crate) fn take(conn: &Connection) -> Result<Vec<Change>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT tbl, before, after FROM temp.change ORDER BY seq")?;
    let read = |text: Option<String>| text.map(|text| serde_json::from_str(&text)).transpose();
    let changes = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .map(|row| {
            let (table, before, after) = row?;
            let damaged = |error: serde_json::Error| StoreError::damaged(error);
            Ok(Change { table, before: read(before).map_err(damaged)?, after: read(after).map_err(damaged)? })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    conn.prepare_cached("DELETE FROM temp.change")?.execute([])?;
    Ok(changes)
}

/// Makes a change to its table.
///
/// # Errors
/// [`StoreError::Damaged`] where the row is not there as the change expects it.
pub(crate) fn apply(conn: &Connection, shapes: &Shapes, change: &Change) -> Result<(), StoreError> {
    let (table, shape) = shapes
        .get_key_value(change.table.as_str())
        .ok_or_else(|| StoreError::damaged(format!("the ledger names a table “{}”", change.table)))?;
    let equal = |from: usize, columns: &[String], link: &str| {
        let parts: Vec<String> =
            (from..).zip(columns).map(|(at, column)| format!("{column} = ?{at}")).collect();
        parts.join(link)
    };
    let (sql, rows) = match (&change.before, &change.after) {
        (None, Some(after)) => {
            let marks: Vec<String> = (1..=shape.columns.len()).map(|at| format!("?{at}")).collect();
            let sql =
                format!("INSERT INTO {table} ({}) VALUES ({})", shape.columns.join(", "), marks.join(", "));
            (sql, values(after, &shape.columns))
        }
        (Some(before), None) => (
            format!("DELETE FROM {table} WHERE {}", equal(1, &shape.key, " AND ")),
            values(before, &shape.key),
        ),
        (Some(before), Some(after)) => {
            let set = equal(1, &shape.columns, ", ");
            let key = equal(shape.columns.len() + 1, &shape.key, " AND ");
            let mut all = values(after, &shape.columns);
            all.extend(values(before, &shape.key));
            (format!("UPDATE {table} SET {set} WHERE {key}"), all)
        }
        (None, None) => return Ok(()),
    };
    let done = conn.prepare_cached(&sql)?.execute(params_from_iter(rows))?;
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::damaged(format!("a row of {table} is not as it was left")))
    }
}

/// Calls `each` with the key and the columns of every row of a tracked table.
pub(crate) fn walk_rows(
    conn: &Connection,
    table: &str,
    shape: &Shape,
    mut each: impl FnMut(String, Row),
) -> Result<(), StoreError> {
    let mut statement = conn.prepare(&format!("SELECT {} FROM {table}", shape.json("")))?;
    for text in statement.query_map([], |row| row.get::<_, String>(0))? {
        let row: Row = serde_json::from_str(&text?).map_err(StoreError::damaged)?;
        each(shape.key_of(&row), row);
    }
    Ok(())
}

fn values(row: &Row, columns: &[String]) -> Vec<SqlValue> {
    columns
        .iter()
        .map(|column| match row.get(column) {
            None | Some(Value::Null) => SqlValue::Null,
            Some(Value::Number(number)) => number.as_i64().map_or(SqlValue::Null, SqlValue::Integer),
            Some(Value::String(text)) => SqlValue::Text(text.clone()),
            Some(other) => SqlValue::Text(other.to_string()),
        })
        .collect()
}
