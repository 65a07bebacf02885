//! Messages of one exchange: by the identifiers that they name (RFC 5322, 3.6.4).

use proof_model::{DocumentId, Original};
use rusqlite::Row;

use super::parsed;
use crate::{Read, StoreError, Tx};

/// A message of an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadMessage {
    /// Identifier of its document.
    pub document: DocumentId,
    /// The document's title.
    pub title: String,
    /// Who sent it, as it says.
    pub from: String,
    /// When it was sent, as it says: RFC 3339 with the sender's offset. Empty where it says nothing.
    pub sent: String,
}

/// Messages of one exchange that are found at most.
const MOST: u32 = 1_000;
/// What a message says of itself that names messages.
const NAMING: [&str; 3] = ["message-id", "in-reply-to", "references"];

impl Read<'_> {
    /// The messages of the exchange that a document belongs to, itself among them, in the order in which they were sent
    /// and, where one does not say when, last; nothing where it names no message. Two belong together where they name
    /// one message, be it themselves or one that both answer, which need not be here.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn thread(&self, document: DocumentId) -> Result<Vec<ThreadMessage>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "WITH RECURSIVE exchange (original) AS
                 (SELECT n.original FROM document d JOIN message_name n ON n.original = d.original WHERE d.id = ?1
                  UNION
                  SELECT other.original FROM exchange
                  JOIN message_name n ON n.original = exchange.original
                  JOIN message_name other ON other.name = n.name
                  LIMIT {MOST})
             SELECT d.id, d.title, {from} AS sender, {date} AS sent
             FROM exchange JOIN original o ON o.sha256 = exchange.original JOIN document d ON d.original = o.sha256
             ORDER BY unixepoch(sent) IS NULL, unixepoch(sent), d.id",
            from = claim("from"),
            date = claim("date"),
        ))?;
        Ok(statement.query_map([document.to_string()], read)?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Notes which messages an original names.
    pub(super) fn put_message_names(&self, original: &Original) -> Result<(), StoreError> {
        let sha256 = original.sha256.to_string();
        self.conn().prepare_cached("DELETE FROM message_name WHERE original = ?1")?.execute([&sha256])?;
        let mut insert = self.conn().prepare_cached("INSERT OR IGNORE INTO message_name VALUES (?1, ?2)")?;
        let naming = original.metadata.iter().filter(|(key, _)| NAMING.contains(&key.as_str()));
        for name in naming.flat_map(|(_, names)| names.split_whitespace()) {
            insert.execute((&sha256, name))?;
        }
        Ok(())
    }
}

/// The SQL of what an original says of itself under a name; empty where it says nothing.
fn claim(name: &str) -> String {
    format!(
        "coalesce((SELECT json_extract(c.value, '$[1]') FROM json_each(o.metadata) c
                   WHERE json_extract(c.value, '$[0]') = '{name}' LIMIT 1), '')"
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<ThreadMessage> {
    Ok(ThreadMessage {
        document: parsed(row, "id")?,
        title: row.get("title")?,
        from: row.get("sender")?,
        sent: row.get("sent")?,
    })
}
