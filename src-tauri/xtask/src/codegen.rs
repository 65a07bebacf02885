//! The interface's types, which proof-api prints as TypeScript.

use anyhow::{Context, Result};
use std::fs;

use crate::process::{cargo, read};
use xtask::place;

/// Writes ui/src/api/generated/wire.ts.
pub fn run() -> Result<()> {
    let path = place::generated_types();
    fs::write(&path, types()?).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{} written", path.display());
    Ok(())
}

/// The file as proof-api now makes it.
pub fn types() -> Result<String> {
    read(&mut cargo(&["run", "--quiet", "--package", "proof-api", "--example", "typescript"]))
}
