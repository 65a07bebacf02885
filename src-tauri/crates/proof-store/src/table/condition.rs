//! A filter as the WHERE of a query.

use rusqlite::types::Value;

use super::to_json;
use crate::StoreError;

/// The parts of a WHERE, as they come together.
#[derive(Default)]
pub(crate) struct Conditions {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    pub(crate) fn all<const N: usize>(&mut self, part: &str, values: [String; N]) {
        self.parts.push(format!("({part})"));
        self.values.extend(values.into_iter().map(Value::Text));
    }

    pub(crate) fn number(&mut self, part: &str, value: i32) {
        self.parts.push(format!("({part})"));
        self.values.push(Value::Integer(value.into()));
    }

    /// Any of some values of a column; all lines where there are none.
    pub(crate) fn any<T: serde::Serialize>(&mut self, column: &str, values: &[T]) -> Result<(), StoreError> {
        if !values.is_empty() {
            self.all(&format!("{column} IN (SELECT value FROM json_each(?))"), [to_json(&values)?]);
        }
        Ok(())
    }

    /// Events that a table lists under any of some values: `which` begins with the column that names them. Apart from
    /// the lines, so that these need not be joined with it.
    pub(crate) fn listed<T: serde::Serialize>(
        &mut self,
        which: &str,
        values: &[T],
    ) -> Result<(), StoreError> {
        self.all(
            &format!("l.event IN (SELECT {which} IN (SELECT value FROM json_each(?)))"),
            [to_json(&values)?],
        );
        Ok(())
    }

    pub(crate) fn finish(self) -> (String, Vec<Value>) {
        let sql =
            if self.parts.is_empty() { String::new() } else { format!("WHERE {}", self.parts.join(" AND ")) };
        (sql, self.values)
    }
}
