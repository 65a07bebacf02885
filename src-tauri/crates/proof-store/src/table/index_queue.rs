use rusqlite::{Connection, Row};

use super::word;
use crate::{Read, Store, StoreError, Tx};

/// What sort of thing an item of the index is, by the table that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A case.
    Case,
    /// A party.
    Party,
    /// An event.
    Event,
    /// An account of an event.
    Account,
    /// A note on a case, an event or a party.
    Note,
    /// A note on a passage of a document.
    Annotation,
    /// A document.
    Document,
}

/// Something that the index holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its identifier.
    pub id: String,
}

/// An item that waits for the index, as often as it changed since it began to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedItem {
    /// The item.
    pub item: Item,
    turn: i64,
}

/// All of them, with the SQL that lists them.
const EVERY: [(ItemKind, &str); 7] = [
    (ItemKind::Case, "SELECT id FROM case_file"),
    (ItemKind::Party, "SELECT id FROM party"),
    (ItemKind::Event, "SELECT id FROM event"),
    (ItemKind::Account, "SELECT id FROM account"),
    (ItemKind::Note, "SELECT id FROM note"),
    (ItemKind::Annotation, "SELECT id FROM annotation WHERE note <> ''"),
    (ItemKind::Document, "SELECT id FROM document"),
];

/// What is stated before documents, which take longer; the newest documents first.
const NEXT: [&str; 2] = [
    "SELECT kind, id, turn FROM index_queue
     WHERE kind IN ('case', 'party', 'event', 'account', 'note', 'annotation') ORDER BY kind, id LIMIT ?1",
    "SELECT kind, id, turn FROM index_queue WHERE kind = 'document' ORDER BY id DESC LIMIT ?1",
];

impl ItemKind {
    /// The word in the queue.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Party => "party",
            Self::Event => "event",
            Self::Account => "account",
            Self::Note => "note",
            Self::Annotation => "annotation",
            Self::Document => "document",
        }
    }

    fn from_word(word: &str) -> Result<Self, StoreError> {
        let named = |(kind, _): (Self, &str)| (kind.as_str() == word).then_some(kind);
        EVERY.into_iter().find_map(named).ok_or_else(|| StoreError::damaged(format!("an item is a “{word}”")))
    }
}

impl Item {
    /// The item of this kind and identifier.
    pub fn new(kind: ItemKind, id: impl Into<String>) -> Self {
        Self { kind, id: id.into() }
    }
}

impl Read<'_> {
    /// So many items at most whose entry in the index is out of date.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn index_queue(&self, most: usize) -> Result<Vec<QueuedItem>, StoreError> {
        let mut queued = Vec::new();
        for sql in NEXT {
            let mut statement = self.conn.prepare_cached(sql)?;
            let left = i64::try_from(most - queued.len()).unwrap_or(i64::MAX);
            for row in statement.query_map([left], read)? {
                queued.push(row?);
            }
        }
        Ok(queued)
    }

    /// How many items wait for the index.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn index_queue_length(&self) -> Result<usize, StoreError> {
        Ok(self.conn.prepare_cached("SELECT count(*) FROM index_queue")?.query_row([], |row| row.get(0))?)
    }

    /// Whether the item of an identifier waits for the index.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn waits_for_index(&self, id: &str) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM index_queue WHERE id = ?1 AND kind IN
                       ('case', 'party', 'event', 'account', 'note', 'annotation', 'document'))";
        Ok(self.conn.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
    }

    /// Everything that the index has to hold.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn items(&self) -> Result<Vec<Item>, StoreError> {
        let mut items = Vec::new();
        for (kind, sql) in EVERY {
            let mut statement = self.conn.prepare_cached(sql)?;
            for id in statement.query_map([], |row| row.get::<_, String>(0))? {
                items.push(Item { kind, id: id? });
            }
        }
        Ok(items)
    }

    /// How many items the index has to hold.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn items_count(&self) -> Result<usize, StoreError> {
        let count = |(_, sql)| {
            self.conn
                .prepare_cached(&format!("SELECT count(*) FROM ({sql})"))?
                .query_row([], |row| row.get(0))
        };
        let counts = EVERY.into_iter().map(count).collect::<Result<Vec<usize>, rusqlite::Error>>()?;
        Ok(counts.into_iter().sum())
    }
}

impl Tx<'_> {
    /// Queues a document for the index.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn queue_for_index(&self, document: &str) -> Result<(), StoreError> {
        queue(self.conn(), &Item::new(ItemKind::Document, document))
    }
}

impl Store {
    /// Takes items off the queue once the index holds them durably, but for those that changed since they were read from
    /// it. Not an act: it changes nothing that anybody stated.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn index_holds(&mut self, items: &[QueuedItem]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        let sql = "DELETE FROM index_queue WHERE kind = ?1 AND id = ?2 AND turn = ?3";
        let mut done = transaction.prepare_cached(sql)?;
        for QueuedItem { item, turn } in items {
            done.execute((item.kind.as_str(), &item.id, turn))?;
        }
        drop(done);
        transaction.commit()?;
        Ok(())
    }

    /// Queues everything: the index is to be made anew.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn queue_all_for_index(&mut self) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        for (kind, sql) in EVERY {
            queue_those(&transaction, kind, sql, [])?;
        }
        transaction.commit()?;
        Ok(())
    }
}

/// Queues an item, or notes that it changed while it waited.
pub(crate) fn queue(conn: &Connection, item: &Item) -> Result<(), StoreError> {
    let sql = "INSERT INTO index_queue VALUES (?1, ?2, 0) ON CONFLICT DO UPDATE SET turn = turn + 1";
    conn.prepare_cached(sql)?.execute((item.kind.as_str(), &item.id))?;
    Ok(())
}

/// Queues the items that a query lists, which has these values.
pub(crate) fn queue_those<const N: usize>(
    conn: &Connection,
    kind: ItemKind,
    sql: &str,
    values: [&str; N],
) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO index_queue SELECT '{}', * , 0 FROM ({sql}) WHERE TRUE
         ON CONFLICT DO UPDATE SET turn = turn + 1",
        kind.as_str()
    );
    conn.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<QueuedItem> {
    let kind = word(row, "kind", ItemKind::from_word)?;
    Ok(QueuedItem { item: Item { kind, id: row.get("id")? }, turn: row.get("turn")? })
}
