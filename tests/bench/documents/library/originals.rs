//! 1 GiB of originals that no reader makes anything of: 128 files of 8 MiB that do not compress.

use anyhow::Result;
use proof_library::Library;
use proof_model::Outcome;
use proof_testkit::FixedWorld;
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    sync::Arc,
};

use super::{chance::Chance, import};
use crate::session::surroundings;

const FILES: u64 = 128;
const SIZE: usize = 8 << 20;
/// How many random bytes are drawn together.
const DRAWN: usize = 7;

pub fn make(path: &Path) -> Result<()> {
    let library = Library::create(path, "Benchmark", surroundings(Arc::new(FixedWorld::new())))?;
    let folder = tempfile::tempdir_in(path.parent().unwrap_or(path))?;
    let mut paths = Vec::new();
    for number in 0..FILES {
        let file = folder.path().join(format!("evidence-{number:03}.bin"));
        fill(&file, &mut Chance(number << 32))?;
        paths.push(file);
    }
    import(&library, paths, Outcome::Unsupported)
}

fn fill(path: &Path, chance: &mut Chance) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut left = SIZE;
    while left > 0 {
        let part = left.min(DRAWN);
        file.write_all(&chance.below(1 << (8 * DRAWN)).to_le_bytes()[..part])?;
        left -= part;
    }
    Ok(file.flush()?)
}
