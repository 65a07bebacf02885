//! Reads every file of a folder as an import would, and reports how it went: `corpus DIR [--scores] [--scans]`.
//!
//! With `--scans` pages that are pictures are read by tesseract. With `--scores` it also lists, worst first, how the text of each PDF compares with that of `pdftotext`.

mod compare;
mod report;

use anyhow::{Context, Result, bail, ensure};
use compare::Comparison;
use proof_extract::{Extraction, Extractor, Limits, ScanReader, WorkerCommand, serve_if_worker};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn main() -> Result<()> {
    serve_if_worker();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (options, folders): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| argument.starts_with("--"));
    let [folder] = folders.as_slice() else { bail!("name one folder of documents") };
    let folder = Path::new(folder);
    let extractor = Extractor::new(WorkerCommand::this_program(), Limits::default());
    let wants = |wanted: &str| options.iter().any(|option| *option == wanted);
    let extractor =
        if wants("--scans") { extractor.with_reader_of_scans(ScanReader::installed(&[])) } else { extractor };
    report::print_confinement(extractor.confinement());
    let began = Instant::now();
    let rows = read_all(folder, &extractor)?;
    report::print(&rows, folder, began.elapsed());
    if wants("--scores") {
        report::print_scores(&rows);
    }
    Ok(())
}

/// What came of one file.
struct Row {
    path: PathBuf,
    extraction: Extraction,
    took: Duration,
    /// For PDFs, where `pdftotext` is installed and reads the file.
    comparison: Option<Comparison>,
}

/// Two, as an import does.
const THREADS: usize = 2;

/// Reads every file below `folder`, two at a time; rows in the order of their paths.
fn read_all(folder: &Path, extractor: &Extractor) -> Result<Vec<Row>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    ensure!(!files.is_empty(), "{} holds no files; name a folder of documents", folder.display());
    let compare = compare::is_possible();
    let next = AtomicUsize::new(0);
    let rows = Mutex::new(Vec::new());
    let work = || -> Result<()> {
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let row = read_one(path, extractor, compare)?;
            rows.lock().map_err(|_| anyhow::anyhow!("the other thread failed"))?.push(row);
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| bail!("a thread failed")))
    })?;
    let mut rows = rows.into_inner().unwrap_or_default();
    rows.sort_by(|a: &Row, b| a.path.cmp(&b.path));
    Ok(rows)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn read_one(path: &Path, extractor: &Extractor, compare: bool) -> Result<Row> {
    let original = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let began = Instant::now();
    let extraction = extractor.extract(original, &name);
    let took = began.elapsed();
    let compared = compare && extraction.media_type == "application/pdf";
    let comparison = compared.then(|| Comparison::of(path, &extraction)).flatten();
    Ok(Row { path: path.to_owned(), extraction, took, comparison })
}
