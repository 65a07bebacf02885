//! Rows of the queue, to and fro.

use rusqlite::Row;

use super::{
    super::{
        document::outcome,
        parsed,
        path_bytes::{bytes_of, path_of},
        word,
    },
    BatchState, ImportBatch, ImportEnd, ImportItem,
};
use crate::{StoreError, Stored};

pub(super) fn insert_batch(conn: &rusqlite::Connection, batch: &ImportBatch) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO import_batch VALUES (?1, ?2, ?3, ?4, ?5)")?.execute((
        &batch.id,
        &batch.name,
        &batch.said,
        &batch.begun_at,
        batch.state.as_str(),
    ))?;
    Ok(())
}

pub(super) fn insert(conn: &rusqlite::Connection, item: &ImportItem) -> Result<(), StoreError> {
    let inside = item.inside.as_ref();
    conn.prepare_cached(
        "INSERT INTO import_item (batch, within, depth, path, place, name, sha256, size, rank, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'waiting')",
    )?
    .execute((
        &item.batch,
        inside.map(|(document, _)| document.to_string()),
        item.depth,
        bytes_of(&item.path),
        &item.place,
        &item.name,
        inside.map(|(_, stored)| stored.sha256.to_string()),
        inside.map(|(_, stored)| i64::try_from(stored.size).unwrap_or(i64::MAX)),
        item.rank,
    ))?;
    Ok(())
}

pub(super) fn item(row: &Row<'_>) -> rusqlite::Result<ImportItem> {
    let within: Option<String> = row.get("within")?;
    let inside = within
        .map(|_| {
            let size: i64 = row.get("size")?;
            let stored = Stored { sha256: parsed(row, "sha256")?, size: u64::try_from(size).unwrap_or(0) };
            Ok::<_, rusqlite::Error>((parsed(row, "within")?, stored))
        })
        .transpose()?;
    Ok(ImportItem {
        id: row.get("id")?,
        batch: row.get("batch")?,
        inside,
        depth: row.get("depth")?,
        path: path_of(row.get("path")?),
        place: row.get("place")?,
        name: row.get("name")?,
        rank: row.get("rank")?,
    })
}

pub(super) fn batch(row: &Row<'_>) -> rusqlite::Result<ImportBatch> {
    let state = word(row, "state", |word| {
        BatchState::from_word(word)
            .ok_or_else(|| StoreError::damaged(format!("{word} is no state of an import")))
    })?;
    Ok(ImportBatch {
        id: row.get("id")?,
        name: row.get("name")?,
        said: row.get("said")?,
        begun_at: row.get("begun_at")?,
        state,
    })
}

pub(super) fn end(row: &Row<'_>) -> rusqlite::Result<ImportEnd> {
    let document: Option<String> = row.get("document")?;
    Ok(ImportEnd {
        outcome: outcome(row)?,
        reason: row.get("reason")?,
        document: document.map(|_| parsed(row, "document")).transpose()?,
        pages: row.get::<_, Option<u32>>("pages")?.unwrap_or(0),
    })
}
