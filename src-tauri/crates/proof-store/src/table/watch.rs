//! Folders that are watched for files to import, and the files of theirs that were.

use std::path::{Path, PathBuf};

use super::path_bytes::{bytes_of, path_of};
use crate::{Read, Store, StoreError, Tx};

/// A folder whose files are imported as they land in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedFolder {
    /// Where it is: an absolute path.
    pub path: String,
    /// What is said of its files, as JSON. Only the library knows its shape.
    pub said: String,
    /// Since when it is watched, RFC 3339 in UTC.
    pub begun_at: String,
}

/// What tells whether a file is still the one that it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When it was changed last: nanoseconds since 1970, by the clock of its disk.
    pub modified: i64,
}

impl Read<'_> {
    /// The watched folders, by path.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn watched_folders(&self) -> Result<Vec<WatchedFolder>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM watched_folder ORDER BY path")?;
        let rows = statement.query_map([], |row| {
            Ok(WatchedFolder {
                path: row.get("path")?,
                said: row.get("said")?,
                begun_at: row.get("begun_at")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The files of a watched folder that were put on the queue.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn watched_files(&self, folder: &str) -> Result<Vec<(PathBuf, Stamp)>, StoreError> {
        let sql = "SELECT path, size, modified FROM watched_file WHERE folder = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([folder], |row| {
            let size = u64::try_from(row.get::<_, i64>("size")?).unwrap_or(0);
            Ok((path_of(row.get("path")?), Stamp { size, modified: row.get("modified")? }))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Watches a folder from now on or, where it is watched, says something else of its files.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn watch_folder(&self, folder: &WatchedFolder) -> Result<(), StoreError> {
        let sql = "INSERT INTO watched_folder VALUES (?1, ?2, ?3) ON CONFLICT (path) DO UPDATE SET said = ?2";
        self.conn().prepare_cached(sql)?.execute((&folder.path, &folder.said, &folder.begun_at))?;
        Ok(())
    }

    /// Watches a folder no more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn unwatch_folder(&self, path: &str) -> Result<(), StoreError> {
        match self.conn().prepare_cached("DELETE FROM watched_folder WHERE path = ?1")?.execute([path])? {
            0 => Err(StoreError::NotFound { what: "watched folder", key: path.to_owned() }),
            _ => Ok(()),
        }
    }
}

/// No act: nobody states it.
impl Store {
    /// Notes that files of a watched folder were put on the queue, if it is watched still.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn note_watched(&mut self, folder: &str, files: &[(&Path, Stamp)]) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        for (path, stamp) in files {
            let size = i64::try_from(stamp.size).unwrap_or(i64::MAX);
            transaction
                .prepare_cached(
                    "INSERT OR REPLACE INTO watched_file
                     SELECT path, ?2, ?3, ?4 FROM watched_folder WHERE path = ?1",
                )?
                .execute((folder, bytes_of(path), size, stamp.modified))?;
        }
        transaction.commit()?;
        Ok(())
    }
}
