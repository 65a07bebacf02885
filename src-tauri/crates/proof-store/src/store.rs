//! A library's folder: `library.db`, `originals/`, `index/` and the lock.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, ErrorCode};

use crate::{
    Originals, Read, StoreError,
    connection::{Access, connect},
    derive, migration,
    track::{self, Shapes},
};

/// How often, and after what pause, a lock is tried again that is held. A process that starts another holds its locks
/// in both until the other one runs, so a lock that was just let go can seem held for a moment.
const LOCK_ATTEMPTS: u32 = 10;
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// The one connection that writes. Holds the library's lock, which the kernel releases with the process.
#[derive(Debug)]
pub struct Store {
    pub(crate) conn: Connection,
    pub(crate) shapes: Shapes,
    folder: Folder,
    _lock: File,
}

/// A connection that only reads. Any number of them may be open beside the one that writes.
#[derive(Debug)]
pub struct Reader {
    conn: Connection,
}

/// The parts of a library's folder.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at a path. Nothing is looked at yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The originals.
    pub fn originals(&self) -> Originals {
        Originals::at(self.0.join("originals"))
    }

    /// The folder of the search index. All of it can be made again.
    pub fn index(&self) -> PathBuf {
        self.0.join("index")
    }

    /// The folder of a search index that is being made, beside the one that answers meanwhile.
    pub fn index_in_the_making(&self) -> PathBuf {
        self.0.join("index.new")
    }

    fn database(&self) -> PathBuf {
        self.0.join("library.db")
    }

    fn check_is_library(&self) -> Result<(), StoreError> {
        let not_ours =
            |reason: &str| StoreError::NotALibrary { path: self.0.clone(), reason: reason.to_owned() };
        if !self.0.is_dir() {
            return Err(not_ours("there is no such folder"));
        }
        if !self.database().is_file() {
            return Err(not_ours("it holds no library.db"));
        }
        Ok(())
    }

    fn connect(&self, access: Access) -> Result<Connection, StoreError> {
        connect(&self.database(), access).map_err(|error| match error {
            StoreError::Sql(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                let reason = "its library.db is no SQLite database".to_owned();
                StoreError::NotALibrary { path: self.0.clone(), reason }
            }
            error => error,
        })
    }

    fn lock(&self) -> Result<File, StoreError> {
        let path = self.0.join("library.lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(StoreError::disk(&path))?;
        for attempt in 0.. {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if attempt < LOCK_ATTEMPTS => thread::sleep(LOCK_PAUSE),
                Err(TryLockError::WouldBlock) => return Err(StoreError::Locked(self.0.clone())),
                Err(TryLockError::Error(source)) => return Err(StoreError::Disk { path, source }),
            }
        }
        Ok(file)
    }
}

impl Store {
    /// Makes a new library in a folder that does not exist or is empty.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`], [`StoreError::Disk`].
    pub fn create(folder: &Folder, id: &str, name: &str, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let path = folder.path();
        if path.exists() && !path.is_dir() {
            let reason = "it is a file, not a folder".to_owned();
            return Err(StoreError::NotALibrary { path: path.to_owned(), reason });
        }
        fs::create_dir_all(path).map_err(StoreError::disk(path))?;
        if fs::read_dir(path).map_err(StoreError::disk(path))?.next().is_some() {
            return Err(StoreError::NotEmpty(path.to_owned()));
        }
        let lock = folder.lock()?;
        let mut conn = folder.connect(Access::Create)?;
        migration::migrate(&mut conn, 0, path, now)?;
        conn.execute("INSERT INTO library VALUES (?1, ?2, ?3)", (id, name, now.to_rfc3339()))?;
        Self::ready(folder, conn, lock)
    }

    /// Opens a library for writing.
    ///
    /// # Errors
    /// Where it is no library, a newer one, or open for writing elsewhere.
    pub fn open(folder: &Folder, now: DateTime<Utc>) -> Result<Self, StoreError> {
        folder.check_is_library()?;
        let lock = folder.lock()?;
        // Looked at before anything is written to it: a foreign database stays as it is.
        let found = migration::check(&folder.connect(Access::Read)?, folder.path())?;
        let mut conn = folder.connect(Access::Write)?;
        let backup = folder.path().join(format!("library.db.schema-{found}"));
        migration::migrate(&mut conn, found, &backup, now)?;
        Self::ready(folder, conn, lock)
    }

    /// Reads, on this connection.
    pub const fn read(&self) -> Read<'_> {
        Read { conn: &self.conn }
    }

    /// The library's folder.
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Makes everything anew that is derived from the rows and the ledger.
    ///
    /// # Errors
    /// [`StoreError::Sql`].
    pub fn derive_again(&mut self) -> Result<(), StoreError> {
        derive::make_again(&mut self.conn)
    }

    fn ready(folder: &Folder, mut conn: Connection, lock: File) -> Result<Self, StoreError> {
        folder.originals().prepare()?;
        derive::prepare(&mut conn)?;
        let shapes = track::shapes(&conn)?;
        track::watch(&conn, &shapes)?;
        Ok(Self { conn, shapes, folder: folder.clone(), _lock: lock })
    }
}

impl Reader {
    /// Opens a library for reading.
    ///
    /// # Errors
    /// Where it is no library, or not of this program's schema.
    pub fn open(folder: &Folder) -> Result<Self, StoreError> {
        folder.check_is_library()?;
        let conn = folder.connect(Access::Read)?;
        let found = migration::check(&conn, folder.path())?;
        if found < migration::newest() {
            let known = migration::newest();
            return Err(StoreError::OlderSchema { path: folder.path().to_owned(), found, known });
        }
        Ok(Self { conn })
    }

    /// Reads, on this connection.
    pub const fn read(&self) -> Read<'_> {
        Read { conn: &self.conn }
    }
}
