//! What `cargo xtask bench findability` measures. It prints lines of JSON for that task.
//!
//! `bench-findability FOLDER DOCUMENTS [MISSES]` imports the documents into a library below the folder, which goes away
//! again, searches for known items of them, and writes those that were not found first into the file MISSES.

#[path = "../beside.rs"]
mod beside;
#[path = "../chance.rs"]
mod chance;
mod forms;
mod items;
mod search;

use anyhow::{Context, Result};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::{
    Computer, Import, Imported, Library, LibraryError, Reached, Surroundings, Watcher, gather,
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use items::Page;

/// Items that are searched for.
const ITEMS: usize = 500;

fn main() -> Result<()> {
    proof_extract::serve_if_worker();
    let mut paths = std::env::args_os().skip(1).map(PathBuf::from);
    let (folder, documents) = paths.next().zip(paths.next()).context("say FOLDER DOCUMENTS [MISSES]")?;
    fs::create_dir_all(&folder)?;
    let kept = tempfile::tempdir_in(&folder)?;
    let library = imported(&kept.path().join("library"), &documents)?;
    let pages = pages(&library)?;
    let items = items::picked(&pages, ITEMS);
    let asked = search::all(&library, &pages, &items)?;
    search::report(&asked);
    if let Some(file) = paths.next() {
        fs::write(&file, search::misses(&asked))
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// A library of all the documents, of which pictures are not read.
fn imported(library: &Path, documents: &Path) -> Result<Library> {
    let extractor = Extractor::new(WorkerCommand::this_program(), Limits::default()).leaving_scans();
    let surroundings = Surroundings { world: Arc::new(Computer), extractor };
    let made = Library::create(library, "Known items", surroundings)?;
    let import = Import { files: gather(&[documents.to_owned()], library)?, ..Import::default() };
    made.import(&import, &mut Unwatched)?;
    made.index_up_to_date()?;
    Ok(made)
}

/// The pages of all documents, in the order of the documents' names: their identifiers are not the same each time.
fn pages(library: &Library) -> Result<Vec<Page>> {
    Ok(library.read::<_, LibraryError>(|read| {
        let mut documents = read.documents(None)?;
        documents
            .sort_by_key(|record| (record.document.file_name.clone(), record.original.sha256.to_string()));
        let mut pages = Vec::new();
        for record in documents {
            let id = record.document.id;
            pages.extend(read.pages(id)?.into_iter().map(|page| Page {
                document: id.to_string(),
                file_name: record.document.file_name.clone(),
                number: page.number,
                text: page.text,
            }));
        }
        Ok(pages)
    })?)
}

struct Unwatched;

impl Watcher for Unwatched {
    fn done(&mut self, _: &[Imported], _: Reached) {}

    fn stopped(&self) -> bool {
        false
    }
}
