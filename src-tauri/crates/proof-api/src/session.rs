//! One open library and whoever works with it.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use proof_library::{Changed, Library, Surroundings, Verification};

use crate::{
    ErrorCode, Host, Message, Request, WireError, commands,
    running::Running,
    view,
    wire::{self, LibraryInfo},
};

/// Makes what a library runs on, anew for each library that is opened.
pub type MakeSurroundings = dyn Fn() -> Surroundings + Send + Sync;

/// The last verification, and the folder of the library that it was of.
pub(crate) type Verified = Mutex<Option<(PathBuf, Verification)>>;

/// One window's or one command's work with a library.
pub struct Session {
    library: RwLock<Option<Arc<Library>>>,
    host: Arc<dyn Host>,
    make: Box<MakeSurroundings>,
    importing: Mutex<Arc<Running>>,
    verifying: Running,
    verified: Arc<Verified>,
}

/// How to open a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For writing, or not at all.
    Write,
    /// For reading.
    Read,
    /// For writing or, where it is open for writing elsewhere, for reading.
    AsPossible,
}

impl Session {
    /// A session without a library yet.
    pub fn new(host: Arc<dyn Host>, make: Box<MakeSurroundings>) -> Self {
        Self {
            library: RwLock::new(None),
            host,
            make,
            importing: Mutex::default(),
            verifying: Running::default(),
            verified: Arc::default(),
        }
    }

    /// Carries out a request.
    ///
    /// # Errors
    /// What the command fails with.
    pub fn call(&self, request: Request) -> Result<serde_json::Value, WireError> {
        commands::dispatch(self, request)
    }

    /// Opens a library's folder in place of the one that is open.
    ///
    /// # Errors
    /// Where it is no library, a newer one, or cannot be opened as is wanted.
    pub fn open(&self, path: &Path, mode: Mode) -> Result<LibraryInfo, WireError> {
        let library = match mode {
            Mode::Write => Library::open(path, (self.make)())?,
            Mode::Read => Library::open_to_read(path, (self.make)(), "it was opened for reading")?,
            Mode::AsPossible => Library::open_as_possible(path, (self.make)())?,
        };
        self.adopt(library)
    }

    /// The open library.
    ///
    /// # Errors
    /// [`ErrorCode::NoLibrary`].
    pub fn library(&self) -> Result<Arc<Library>, WireError> {
        let none = || {
            WireError::new(ErrorCode::NoLibrary, "no library is open", "Open a library or make a new one.")
        };
        self.current().ok_or_else(none)
    }

    pub(crate) fn current(&self) -> Option<Arc<Library>> {
        self.library.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn adopt(&self, library: Library) -> Result<LibraryInfo, WireError> {
        let info = view::library_info(&library)?;
        // What is still to be imported into the library before waits there until it is opened again.
        let before = std::mem::take(&mut *self.importing.lock().unwrap_or_else(PoisonError::into_inner));
        before.close();
        *self.library.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(library));
        Ok(info)
    }

    pub(crate) fn surroundings(&self) -> Surroundings {
        (self.make)()
    }

    /// Tells the host what an act changed, and gives that.
    pub(crate) fn announce(&self, library: &Library, changed: &Changed) -> Result<wire::Changed, WireError> {
        let library = view::library_info(library)?;
        let changed = view::changed(changed);
        self.host.send(Message::Changed { changed: changed.clone(), library });
        Ok(changed)
    }

    pub(crate) fn host(&self) -> Arc<dyn Host> {
        self.host.clone()
    }

    /// The import under way, into the library that is open.
    pub(crate) fn importing(&self) -> Arc<Running> {
        self.importing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The verification under way.
    pub(crate) const fn verifying(&self) -> &Running {
        &self.verifying
    }

    /// Where the last verification is kept, with the folder of the library that it was of.
    pub(crate) const fn verified(&self) -> &Arc<Verified> {
        &self.verified
    }
}
