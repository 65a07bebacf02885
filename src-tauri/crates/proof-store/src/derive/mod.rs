//! What is derived from what people stated, kept in step with each change, and made again where its version is another.

mod document_line;
mod event_line;
mod index_queue;
mod ledger_document;
mod numbered;

use proof_model::EventId;
use rusqlite::{Connection, OptionalExtension};

use crate::{Change, StoreError};

pub(crate) use document_line::refresh_original;
pub(crate) use index_queue::follow as queue_for_index;
pub(crate) use ledger_document::EVERY;

/// Brings everything derived up to date with the changes that line `seq` of the ledger tells, and gives the events
/// whose line of a timeline may be another now.
pub(crate) fn follow(conn: &Connection, seq: u64, changes: &[Change]) -> Result<Vec<EventId>, StoreError> {
    document_line::follow(conn, changes)?;
    numbered::follow(conn, seq, changes)?;
    ledger_document::follow(conn, seq, changes)?;
    event_line::follow(conn, changes)
}

/// Makes all rows of a derived table, which is empty.
type Make = fn(&Connection) -> Result<(), StoreError>;

/// Makes all of it anew.
pub(crate) fn make_again(conn: &mut Connection) -> Result<(), StoreError> {
    let names = [event_line::NAME, document_line::NAME, numbered::NAME, ledger_document::NAME];
    for name in names {
        conn.execute("DELETE FROM derived WHERE name = ?1", [name])?;
    }
    prepare(conn)
}

/// Makes anew what another version of this program derived.
pub(crate) fn prepare(conn: &mut Connection) -> Result<(), StoreError> {
    let makers: [(&str, u32, Make); 4] = [
        (event_line::NAME, event_line::VERSION, event_line::make),
        (document_line::NAME, document_line::VERSION, document_line::make),
        (numbered::NAME, numbered::VERSION, numbered::make),
        (ledger_document::NAME, ledger_document::VERSION, ledger_document::make),
    ];
    for (name, version, make) in makers {
        let found: Option<u32> = conn
            .query_row("SELECT version FROM derived WHERE name = ?1", [name], |row| row.get(0))
            .optional()?;
        if found == Some(version) {
            continue;
        }
        let transaction = conn.transaction()?;
        transaction.execute(&format!("DELETE FROM {name}"), [])?;
        make(&transaction)?;
        transaction.execute("INSERT OR REPLACE INTO derived VALUES (?1, ?2)", (name, version))?;
        transaction.commit()?;
    }
    Ok(())
}
