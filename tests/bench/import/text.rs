//! The text of PDFs: ours, in workers, beside that of pdftotext. One process a file, two at a time, for both.

use anyhow::{Result, anyhow};
use proof_extract::{Extractor, Limits, WorkerCommand};
use serde_json::json;
use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU64, AtomicUsize, Ordering},
    thread,
};

use crate::beside::report_beside;
use crate::cost::{self, again};

const TURNS: usize = 5;
/// How many times as many pages a CPU-second as pdftotext.
const LEAST: f64 = 2.5;
const THREADS: usize = 2;

pub fn measure(files: &Path) -> Result<()> {
    let files = files.to_string_lossy();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // The first turn brings the files into memory.
    for turn in 0..=TURNS {
        let (pages, cost) = cost::of(&mut again(&["ours", &files])?)?;
        let pages: f64 = pages.trim().parse()?;
        let other = if cost::is_there("pdftotext") {
            Some(cost::of(&mut again(&["theirs", &files])?)?.1)
        } else {
            None
        };
        if turn > 0 {
            ours.push([pages / cost.processor * 1e3, pages / cost.wall * 1e3]);
            theirs.extend(other.map(|other| [pages / other.processor * 1e3, pages / other.wall * 1e3]));
        }
    }
    let beside = if theirs.is_empty() { "pdftotext is missing" } else { "pdftotext" };
    let column = |rates: &[[f64; 2]], at: usize| rates.iter().map(|rate| rate[at]).collect::<Vec<_>>();
    let judged = json!({"rate": "pages a CPU-second", "least": LEAST});
    report_beside("text of PDFs", &column(&ours, 0), (beside, &column(&theirs, 0)), judged);
    let clock = json!({"rate": "pages a second"});
    report_beside("text of PDFs, by the clock", &column(&ours, 1), (beside, &column(&theirs, 1)), clock);
    Ok(())
}

/// Reads all PDFs as an import does; their pages.
pub fn ours(files: &Path) -> Result<u64> {
    let extractor = Extractor::new(WorkerCommand::this_program(), Limits::default());
    let pages = AtomicU64::new(0);
    for_each_pdf(files, &|path| {
        let extraction = extractor.extract(File::open(path)?, "x.pdf");
        pages.fetch_add(u64::from(extraction.usage.pages), Ordering::Relaxed);
        Ok(())
    })?;
    Ok(pages.into_inner())
}

/// Has pdftotext read all PDFs. What it cannot read is its affair.
pub fn theirs(files: &Path) -> Result<()> {
    for_each_pdf(files, &|path| {
        let mut command = Command::new("pdftotext");
        command.args(["-q", "-enc", "UTF-8"]).arg(path).arg("-").stderr(Stdio::null());
        command.output()?;
        Ok(())
    })
}

fn for_each_pdf(folder: &Path, work: &(dyn Fn(&Path) -> Result<()> + Sync)) -> Result<()> {
    let mut files = Vec::new();
    pdfs(folder, &mut files)?;
    let next = AtomicUsize::new(0);
    let run = || files_in_turn(&files, &next, work);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(run)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow!("a thread failed"))?)
    })
}

fn files_in_turn(
    files: &[PathBuf],
    next: &AtomicUsize,
    work: &(dyn Fn(&Path) -> Result<()> + Sync),
) -> Result<()> {
    while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
        work(path)?;
    }
    Ok(())
}

/// The PDFs below a folder, by their first bytes.
fn pdfs(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pdfs(&path, found)?;
        } else if is_pdf(&path)? {
            found.push(path);
        }
    }
    Ok(())
}

fn is_pdf(path: &Path) -> Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(1024).read_to_end(&mut head)?;
    Ok(head.windows(5).any(|window| window == b"%PDF-"))
}
