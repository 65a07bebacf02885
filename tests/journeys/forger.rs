//! Somebody who changes a library behind its back: in its database, and in its originals.

use std::{
    fs,
    path::{Path, PathBuf},
};

use proof_library::Entry;
use rusqlite::{Connection, params_from_iter, types::Value};
use serde_json::{Map, Value as Json};

/// A connection to a library's database that obeys no rule of it.
pub struct Forger(Connection);

impl Forger {
    pub fn of(library: &Path) -> Self {
        let conn = Connection::open(library.join("library.db")).unwrap();
        conn.execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF;",
        )
        .unwrap();
        Self(conn)
    }

    /// The lines of the ledger, oldest first.
    pub fn lines(&self) -> Vec<Entry> {
        let mut statement = self.0.prepare("SELECT * FROM ledger ORDER BY seq").unwrap();
        let rows = statement.query_map([], |row| {
            Ok(Entry {
                seq: row.get(0)?,
                at: row.get(1)?,
                actor: row.get(2)?,
                act: row.get(3)?,
                changes: row.get(4)?,
                previous: row.get(5)?,
                hash: row.get(6)?,
            })
        });
        rows.unwrap().map(Result::unwrap).collect()
    }

    /// Puts other lines in the place of all.
    pub fn write_lines(&self, lines: &[Entry]) {
        let transaction = self.0.unchecked_transaction().unwrap();
        transaction.execute("DELETE FROM ledger", []).unwrap();
        let mut insert =
            transaction.prepare_cached("INSERT INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)").unwrap();
        for line in lines {
            let Entry { seq, at, actor, act, changes, previous, hash } = line;
            insert.execute((seq, at, actor, act, changes, previous, hash)).unwrap();
        }
        drop(insert);
        transaction.commit().unwrap();
    }

    /// Notes another line as the last one that the program wrote.
    pub fn seal(&self, hash: &str) {
        let mark = u64::from_str_radix(&hash[..16], 16).unwrap().cast_signed();
        self.0.execute("UPDATE derived SET version = ?1 WHERE name = 'ledger'", [mark]).unwrap();
    }

    /// Lets the program make everything derived anew when it opens the library the next time.
    pub fn forget_what_is_derived(&self) {
        self.0.execute("DELETE FROM derived WHERE name <> 'ledger'", []).unwrap();
    }

    /// Sets the rows back that a line changed, and forgets that it could be undone.
    pub fn set_back(&self, line: &Entry) {
        self.0.execute("DELETE FROM undo_step WHERE seq = ?1", [line.seq]).unwrap();
        for change in line.changes().unwrap().iter().rev() {
            if let Some(after) = &change.after {
                let (names, values) = columns(after);
                let equal: Vec<String> = names.iter().map(|name| format!("{name} IS ?")).collect();
                let sql = format!("DELETE FROM {} WHERE {}", change.table, equal.join(" AND "));
                assert_eq!(self.0.execute(&sql, params_from_iter(values)).unwrap(), 1, "{sql}");
            }
            if let Some(before) = &change.before {
                let (names, values) = columns(before);
                let marks = vec!["?"; names.len()].join(", ");
                let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", change.table, names.join(", "));
                self.0.execute(&sql, params_from_iter(values)).unwrap();
            }
        }
    }

    /// Makes words of the titles of events others.
    pub fn retitle_events(&self, from: &str, to: &str) {
        self.0.execute("UPDATE event SET title = replace(title, ?1, ?2)", [from, to]).unwrap();
    }

    /// Makes the text of a document's page another.
    pub fn change_page(&self, document: &str, page: u32, text: &str) {
        let sql = "UPDATE page SET text = ?3 WHERE number = ?2
                   AND original = (SELECT original FROM document WHERE id = ?1)";
        assert_eq!(self.0.execute(sql, (document, page, text)).unwrap(), 1);
    }

    /// Makes the size that is noted of an original another.
    pub fn resize(&self, sha256: &str) {
        let sql = "UPDATE original SET size = size + 1 WHERE sha256 = ?1";
        assert_eq!(self.0.execute(sql, [sha256]).unwrap(), 1);
    }

    /// Lets a line of the ledger no longer be among those that tell of its document.
    pub fn hide_a_line(&self, document: &str) {
        let sql = "DELETE FROM ledger_document WHERE document = ?1 AND seq = (
                       SELECT max(seq) FROM ledger_document WHERE document = ?1)";
        assert_eq!(self.0.execute(sql, [document]).unwrap(), 1);
    }
}

fn columns(row: &Map<String, Json>) -> (Vec<&str>, Vec<Value>) {
    let value = |value: &Json| match value {
        Json::Null => Value::Null,
        Json::Number(number) => Value::Integer(number.as_i64().unwrap()),
        Json::String(text) => Value::Text(text.clone()),
        other => Value::Text(other.to_string()),
    };
    row.iter().map(|(name, found)| (name.as_str(), value(found))).unzip()
}

/// Where an original lies.
pub fn original(library: &Path, sha256: &str) -> PathBuf {
    library.join("originals").join(&sha256[..2]).join(sha256)
}

/// Flips one bit of a file.
pub fn flip(path: &Path, bit: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[bit / 8] ^= 1 << (bit % 8);
    // An original cannot be written to: it is replaced.
    fs::remove_file(path).unwrap();
    fs::write(path, bytes).unwrap();
}
