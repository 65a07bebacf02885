//! An open library, and its one door for writes.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicUsize},
};

use proof_extract::Extractor;
use proof_model::EventId;
use proof_store::{Act, Change, Done, Folder, Read, Reader, Store, StoreError, Tx, Undo};

use crate::{
    LibraryError, Op, Register, World,
    index::{Background, Upkeep},
};

/// What a library runs on.
pub struct Surroundings {
    /// Time, chance and account.
    pub world: Arc<dyn World>,
    /// The reader of documents.
    pub extractor: Extractor,
}

/// An open library. Shared between threads; reads never wait for an import.
pub struct Library {
    /// Closed first: it reads and writes on connections of its own.
    pub(crate) index: Background,
    pub(crate) folder: Folder,
    pub(crate) surroundings: Surroundings,
    pub(crate) register: Mutex<Option<Arc<Register>>>,
    /// How many imports are under way.
    pub(crate) importing: AtomicUsize,
    /// Closed before the writer: the last connection to close folds SQLite's log into the database, which one
    /// that only reads cannot do.
    reader: Mutex<Reader>,
    writer: Arc<Access>,
}

/// Whether a library may be written to.
pub(crate) enum Access {
    Write(Mutex<Store>),
    ReadOnly(String),
}

impl Access {
    /// The store, for writing. Not kept for longer than one act.
    pub(crate) fn store(&self) -> Result<MutexGuard<'_, Store>, LibraryError> {
        match self {
            Self::Write(store) => Ok(store.lock().unwrap_or_else(PoisonError::into_inner)),
            Self::ReadOnly(why) => Err(LibraryError::ReadOnly(why.clone())),
        }
    }
}

/// What an act changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The act, by name.
    pub act: String,
    /// The rows that came, went or became others.
    pub changes: Vec<Change>,
    /// The events whose line of a timeline may be another now.
    pub events: Vec<EventId>,
}

impl Changed {
    fn by(act: String, done: Done) -> Self {
        Self { act, changes: done.changes, events: done.events }
    }
}

impl Library {
    /// Makes a new library in a folder that does not exist or is empty.
    ///
    /// # Errors
    /// Where the folder is not empty or cannot be written.
    pub fn create(path: &Path, name: &str, surroundings: Surroundings) -> Result<Self, LibraryError> {
        let folder = Folder::new(path);
        let (id, now) = (surroundings.world.uuid().to_string(), surroundings.world.now());
        let store = Store::create(&folder, &id, name, now)?;
        Self::ready(folder, surroundings, Access::Write(Mutex::new(store)))
    }

    /// Opens a library for writing.
    ///
    /// # Errors
    /// Where it is no library, a newer one, or open for writing elsewhere.
    pub fn open(path: &Path, surroundings: Surroundings) -> Result<Self, LibraryError> {
        let folder = Folder::new(path);
        let store = Store::open(&folder, surroundings.world.now())?;
        Self::ready(folder, surroundings, Access::Write(Mutex::new(store)))
    }

    /// Opens a library for reading.
    ///
    /// # Errors
    /// Where it is no library or a newer one.
    pub fn open_to_read(path: &Path, surroundings: Surroundings, why: &str) -> Result<Self, LibraryError> {
        Self::ready(Folder::new(path), surroundings, Access::ReadOnly(why.to_owned()))
    }

    /// Opens a library for writing or, where it is open for writing elsewhere, for reading.
    ///
    /// # Errors
    /// Where it is no library or a newer one.
    pub fn open_as_possible(path: &Path, surroundings: Surroundings) -> Result<Self, LibraryError> {
        let folder = Folder::new(path);
        match Store::open(&folder, surroundings.world.now()) {
            Ok(store) => Self::ready(folder, surroundings, Access::Write(Mutex::new(store))),
            Err(error @ StoreError::Locked(_)) => Self::open_to_read(path, surroundings, &error.to_string()),
            Err(error) => Err(error.into()),
        }
    }

    /// Why this library can only be read; none where it can be written.
    pub fn read_only(&self) -> Option<&str> {
        match &*self.writer {
            Access::Write(_) => None,
            Access::ReadOnly(why) => Some(why),
        }
    }

    /// The library's folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Reads one state of the library.
    ///
    /// # Errors
    /// What `work` fails with.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(Read<'_>) -> Result<T, E>) -> Result<T, E> {
        let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let read = reader.read();
        read.snapshot(|| work(read))
    }

    /// The one door for writes: carries out an act, all of it with its line on the ledger, or nothing. The index hears of it
    /// soon after: [`Library::index_up_to_date`] waits for that.
    ///
    /// # Errors
    /// [`LibraryError::ReadOnly`], or what `work` fails with.
    pub fn transact<T>(
        &self,
        op: &Op,
        work: impl FnOnce(&Tx<'_>) -> Result<T, LibraryError>,
    ) -> Result<(T, Changed), LibraryError> {
        let act =
            Act { name: op.name(), undo: op.undo(), at: self.now(), actor: self.surroundings.world.actor() };
        let (answer, done) = self.store()?.transact(&act, work)?;
        self.index.ring();
        Ok((answer, Changed::by(act.name, done)))
    }

    /// Takes back the newest act that was not taken back yet.
    ///
    /// # Errors
    /// [`StoreError::NothingTo`] where there is none.
    pub fn undo(&self) -> Result<Changed, LibraryError> {
        let (act, done) = self.store()?.undo(&self.now(), &self.surroundings.world.actor())?;
        self.index.ring();
        Ok(Changed::by(act, done))
    }

    /// Does again what the last undo took back.
    ///
    /// # Errors
    /// [`StoreError::NothingTo`] where there is nothing.
    pub fn redo(&self) -> Result<Changed, LibraryError> {
        let (act, done) = self.store()?.redo(&self.now(), &self.surroundings.world.actor())?;
        self.index.ring();
        Ok(Changed::by(act, done))
    }

    /// The store, for writing. Not kept for longer than one act.
    pub(crate) fn store(&self) -> Result<MutexGuard<'_, Store>, LibraryError> {
        self.writer.store()
    }

    /// The day that it is, in UTC.
    pub fn today(&self) -> chrono::NaiveDate {
        self.surroundings.world.now().date_naive()
    }

    pub(crate) fn now(&self) -> String {
        self.surroundings.world.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
    }

    pub(crate) fn id<T: From<uuid::Uuid>>(&self) -> T {
        T::from(self.surroundings.world.uuid())
    }

    fn ready(folder: Folder, surroundings: Surroundings, writer: Access) -> Result<Self, LibraryError> {
        let reader = Mutex::new(Reader::open(&folder)?);
        let (register, importing, writer) = (Mutex::default(), AtomicUsize::new(0), Arc::new(writer));
        let index = Background::new(Upkeep::new(folder.clone(), writer.clone()));
        Ok(Self { index, folder, surroundings, register, importing, reader, writer })
    }
}

impl Op {
    /// How undo takes an act.
    fn undo(&self) -> Undo {
        match self {
            Self::Import { group, all, .. } => Undo::Group { id: group.clone(), name: all.clone() },
            // What was seen or left the library cannot be made unseen.
            Self::FillSample
            | Self::ReadAgain { .. }
            | Self::ReadAllAgain { .. }
            | Self::ExportDocument { .. }
            | Self::ViewOutside { .. }
            | Self::Verify { .. } => Undo::Never,
            _ => Undo::Alone,
        }
    }
}
