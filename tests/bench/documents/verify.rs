//! `verify` against `sha256sum` over the same files, on all cores, turn by turn.

use anyhow::{Result, ensure};
use proof_library::{Computer, Library};
use serde_json::json;
use std::{path::Path, process::Command, sync::Arc, thread};

use crate::{beside::report_beside, measure::Times, session::surroundings};

const TURNS: usize = 5;
/// How much of the speed of `sha256sum` a verification is to have, at least.
const LEAST: f64 = 0.9;

pub fn measure(path: &Path) -> Result<()> {
    let library = Library::open(path, surroundings(Arc::new(Computer)))?;
    let (mut ours, mut theirs, mut bytes) = (Times::default(), Times::default(), 0);
    // The first turn brings the files into memory.
    for _ in 0..=TURNS {
        let (verified, _) = ours.take(|| library.verify(None, &()))?;
        ensure!(verified.holds(), "it does not hold: {:?}", verified.problems.first());
        bytes = verified.bytes;
        theirs.take(|| sums(&path.join("originals")))?;
    }
    let rates = |times: Times| -> Vec<f64> {
        times.warm().taken.iter().map(|milliseconds| f64_of(bytes) / 1e3 / milliseconds).collect()
    };
    let what = format!("verify, {} MiB of originals in memory", bytes >> 20);
    let judged = json!({"rate": "MB/s", "least": LEAST});
    report_beside(&what, &rates(ours), ("sha256sum", &rates(theirs)), judged);
    Ok(())
}

/// Hashes every file of a folder, on all cores.
fn sums(folder: &Path) -> Result<()> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let line = format!("find \"$0\" -type f -print0 | xargs -0 -P {cores} -n 4 sha256sum > /dev/null");
    let status = Command::new("sh").args(["-c", &line]).arg(folder).status()?;
    ensure!(status.success(), "`{line}` failed: {status}");
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "bytes on a disk are far from 2^53")]
fn f64_of(bytes: u64) -> f64 {
    bytes as f64
}
