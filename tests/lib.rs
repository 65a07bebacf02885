//! Shared by the journeys: the programs under test and the libraries that they work on.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

pub use xtask::place::copy_folder;

/// The root of the work tree.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// A call of the `proofline` command: the one that PROOFLINE names, else one that is built first.
///
/// # Panics
///
/// If it does not compile.
pub fn proofline() -> Command {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let given = || std::env::var_os("PROOFLINE").map(PathBuf::from);
    let mut command = Command::new(BUILT.get_or_init(|| given().unwrap_or_else(build)));
    command.env_remove("PROOFLINE_LIBRARY");
    command
}

/// A folder of cargo's for one profile: `target/debug`, unless cargo was told otherwise.
pub fn profile_folder() -> PathBuf {
    let test = std::env::current_exe().unwrap_or_default();
    test.ancestors().nth(2).map(Path::to_path_buf).unwrap_or_default()
}

fn build() -> PathBuf {
    let folder = profile_folder();
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--package", "proof-cli", "--bin", "proofline"]).current_dir(root());
    if folder.ends_with("release") {
        command.arg("--release");
    }
    if let Some(target) = folder.parent() {
        command.env("CARGO_TARGET_DIR", target);
    }
    assert!(command.status().is_ok_and(|status| status.success()), "the proofline command does not compile");
    folder.join(format!("proofline{}", std::env::consts::EXE_SUFFIX))
}
