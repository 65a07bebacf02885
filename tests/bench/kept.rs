//! Libraries to measure on: each is made once, and kept for as long as its recipe stays the same.

use anyhow::{Context, Result};
use proof_library::Library;
use proof_testkit::FixedWorld;
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::session::surroundings;

/// The folder of the library of a recipe below `folder`: the one that is there, or one that is made now.
pub fn kept(folder: &Path, recipe: &[&str], make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let mut hash = DefaultHasher::new();
    recipe.hash(&mut hash);
    let library = folder.join(format!("library-{:016x}", hash.finish()));
    let opens = || Library::open(&library, surroundings(Arc::new(FixedWorld::new()))).is_ok();
    if library.join("library.db").is_file() && opens() {
        return Ok(library);
    }
    // What was made by another recipe, or for another schema, is of no use any more.
    fs::remove_dir_all(folder).or_else(|error| match error.kind() {
        ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    let unfinished = folder.join("unfinished");
    fs::create_dir_all(folder)?;
    make(&unfinished).context("the library to measure on cannot be generated")?;
    fs::rename(&unfinished, &library)?;
    Ok(library)
}
