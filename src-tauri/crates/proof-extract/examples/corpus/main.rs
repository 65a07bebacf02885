//! Reads every file of a folder as an import would, and reports how it went: `corpus DIR [--list]`.
//!
//! The text is compared with what other programs find in the same files, as far as they are installed: see `peer.rs`.
//! With `--list` it also lists, worst first, how the words of each PDF compare with those of `pdftotext`.

mod kin;
mod peer;
mod reading;
mod report;
mod words;

use anyhow::{Context, Result, bail, ensure};
use peer::Peer;
use proof_extract::{Extractor, Limits, WorkerCommand, serve_if_worker};
use reading::{Reader, Row};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

fn main() -> Result<()> {
    serve_if_worker();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (options, folders): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| argument.starts_with("--"));
    let [folder] = folders.as_slice() else { bail!("name one folder of documents") };
    if let Some(unknown) = options.iter().find(|option| **option != "--list") {
        bail!("there is no option {unknown}; there is --list");
    }
    let folder = Path::new(folder);
    let limits = Limits::default();
    let extractor = Extractor::new(WorkerCommand::this_program(), limits.clone());
    report::print_confinement(extractor.confinement());
    let peers: Vec<(&Peer, Option<String>)> = peer::PEERS.iter().map(|peer| (peer, peer.version())).collect();
    let reader = Reader { extractor, peers };
    let began = Instant::now();
    let rows = read_all(folder, &reader)?;
    report::print(&rows, folder, &reader, began.elapsed(), &limits);
    if !options.is_empty() {
        report::print_list(&rows, folder);
    }
    Ok(())
}

/// Two, as an import does.
const THREADS: usize = 2;

/// Reads every file below `folder`, two at a time; rows in the order of their paths.
fn read_all(folder: &Path, reader: &Reader) -> Result<Vec<Row>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    ensure!(!files.is_empty(), "{} holds no files; name a folder of documents", folder.display());
    let next = AtomicUsize::new(0);
    let rows = Mutex::new(Vec::new());
    let work = || -> Result<()> {
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let row = reader.read(path)?;
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
