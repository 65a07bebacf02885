//! Libraries for the journeys: each gets a copy of one sample.

use anyhow::{Result, ensure};
use proofline_tests::{copy_folder, proofline};
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;

/// A copy of the sample library, deleted when dropped.
pub struct Sample {
    folder: TempDir,
}

impl Sample {
    /// Makes the copy; the first one makes the sample, by the command line.
    pub fn copy() -> Result<Self> {
        static MASTER: OnceLock<Option<TempDir>> = OnceLock::new();
        let master = MASTER.get_or_init(make).as_ref();
        ensure!(master.is_some(), "`proofline new DIR --sample` failed; its reason is above");
        let folder = tempfile::tempdir()?;
        if let Some(master) = master {
            copy_folder(&master.path().join("sample"), &folder.path().join("sample"))?;
        }
        Ok(Self { folder })
    }

    /// The library's folder.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("sample")
    }
}

fn make() -> Option<TempDir> {
    let folder = tempfile::tempdir().ok()?;
    let made = proofline().arg("new").arg(folder.path().join("sample")).arg("--sample").status();
    made.is_ok_and(|status| status.success()).then_some(folder)
}
