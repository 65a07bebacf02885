//! A measure of the readers over a folder of real documents. The work is proof-extract's, so that this program stays small.

use anyhow::Result;

use crate::process::{cargo, run as call};

/// Reads every document below the folder that `arguments` name, in an optimised build.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut command =
        cargo(&["run", "--release", "--quiet", "--package", "proof-extract", "--example", "corpus", "--"]);
    // Paths are the caller's: relative to where they stand, not to the root.
    call(command.args(arguments).current_dir(std::env::current_dir()?))
}
