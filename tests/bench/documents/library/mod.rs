//! The libraries that everything is measured on: each is generated once and kept.

#[path = "../../chance.rs"]
mod chance;
#[path = "../../day.rs"]
mod day;
mod originals;
mod papers;
mod pdf;
mod register;
#[path = "../../words.rs"]
mod words;

use anyhow::{Result, bail};
use proof_library::{Candidate, Import, Imported, Library, LibraryError, Reached, Watcher};
use proof_model::Outcome;
use std::path::{Path, PathBuf};

use crate::kept::kept;

pub use papers::{CASES, DOCUMENTS, FREQUENT, RARE, TAGS};

/// Makes a library in a folder that is not there yet.
type Make = fn(&Path) -> Result<()>;

/// The folder of a library below `folder`: the one that is there, or one that is made now.
pub fn prepare(name: &str, folder: &Path) -> Result<PathBuf> {
    let common = [include_str!("mod.rs"), include_str!("../../chance.rs"), include_str!("../../day.rs")];
    let (own, make): (&[&str], Make) = match name {
        "register" => (&[include_str!("register.rs"), include_str!("papers.rs")], register::make),
        "pdf" => (&[include_str!("pdf.rs"), include_str!("../../words.rs")], pdf::make),
        "originals" => (&[include_str!("originals.rs")], originals::make),
        _ => bail!("no such library: {name}; there are register, pdf and originals"),
    };
    kept(folder, &[&common, own].concat(), make)
}

/// Imports files as a user would. Each has to end so.
fn import(library: &Library, files: Vec<PathBuf>, expected: Outcome) -> Result<()> {
    let candidate = |path: PathBuf| Candidate { place: path.display().to_string(), path };
    let files = files.into_iter().map(candidate).collect();
    let mut strict = Strict { expected, failed: None };
    library.import(&Import { files, lasting: true, ..Import::default() }, &mut strict)?;
    match strict.failed {
        Some(row) => bail!("{} ends as {:?}: {:?}", row.path, row.outcome, row.reason),
        None => Ok(()),
    }
}

/// Follows an import, in which all files have to end alike.
struct Strict {
    expected: Outcome,
    failed: Option<Imported>,
}

impl Watcher for Strict {
    fn done(&mut self, rows: &[Imported], _: Reached) {
        let failed = rows.iter().find(|row| row.outcome != self.expected);
        self.failed = self.failed.take().or_else(|| failed.cloned());
    }

    fn stopped(&self) -> bool {
        self.failed.is_some()
    }
}

/// The documents of a library, in the order in which they came.
fn documents(library: &Library) -> Result<Vec<String>, LibraryError> {
    let register = library.register(&proof_library::DocumentOrder::default())?;
    Ok(register.documents.clone())
}
