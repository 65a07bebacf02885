//! Whether quotes survive that all text is read again, over a folder of real documents. The work is that of an example
//! of the tests, so that this program stays small.

use anyhow::Result;

use crate::process::{cargo, run as call};

/// Cites passages of the documents below the folders that `arguments` name, makes all text anew and verifies, in an
/// optimised build.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut command =
        cargo(&["run", "--release", "--quiet", "--package", "proofline-tests", "--example", "quotes", "--"]);
    // Paths are the caller's: relative to where they stand, not to the root.
    call(command.args(arguments).current_dir(std::env::current_dir()?))
}
