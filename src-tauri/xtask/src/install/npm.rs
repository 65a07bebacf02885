//! The interface's packages, from the lock file, and the page that is built from them.

use anyhow::{Context, Result};
use std::fs;

use crate::process::{npm, run};
use xtask::place;

/// Installs the interface's packages where they are missing or the lock file has changed since.
pub fn packages() -> Result<()> {
    let lock = place::ui().join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let stamp = place::ui().join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("The interface's packages are missing or old; npm installs them from ui/package-lock.json.");
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).with_context(|| format!("{} cannot be written", stamp.display()))
}

/// Builds the page that the window shows, into ui/dist.
pub fn page() -> Result<()> {
    run(&mut npm(&["run", "build"]))
}
