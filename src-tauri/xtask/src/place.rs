//! Where things are in the work tree.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The root of the work tree.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest).to_path_buf()
}

/// The folder that cargo builds in.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The interface's folder.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// The interface's types, made from proof-api.
pub fn generated_types() -> PathBuf {
    root().join("ui/src/api/generated/wire.ts")
}

/// A program that cargo built: `profile` is `debug` or `release`.
pub fn built(profile: &str, program: &str) -> PathBuf {
    target().join(profile).join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// Copies a folder with all that is in it.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
