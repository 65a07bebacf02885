//! The whole way: a file given to a real worker process, and what comes back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod archives;
mod chaos;
mod claims;
mod depth;
mod documents;
#[cfg(target_os = "linux")]
mod escape;
mod faults;
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod fork_server;
mod made;
mod made_archives;
mod made_pst;
mod made_scans;
mod made_tables;
mod mail;
mod old_documents;
#[cfg(target_os = "linux")]
mod orphan;
mod passwords;
mod phone_home;
mod places;
mod portrayals;
mod presentations;
#[cfg(unix)]
mod scan_readers;
mod scans;
mod tables;
mod web;
mod workbooks;

use proof_extract::{Extraction, Extractor, Limits, WorkerCommand};
use std::fs::File;
use std::io::Write;

/// The worker program of this crate.
const WORKER: &str = env!("CARGO_BIN_EXE_proof-extract-worker");

fn extract(bytes: &[u8], name: &str) -> Extraction {
    extract_within(Limits::default(), bytes, name)
}

fn extract_within(limits: Limits, bytes: &[u8], name: &str) -> Extraction {
    Extractor::new(WorkerCommand::new(WORKER), limits).extract(file(bytes), name)
}

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

/// The text of all pages.
fn text(extraction: &Extraction) -> String {
    extraction.pages.iter().map(|page| page.text.as_str()).collect::<Vec<_>>().join("\u{c}")
}

/// The first claim with this key.
fn claim<'a>(extraction: &'a Extraction, key: &str) -> Option<&'a str> {
    extraction.metadata.iter().find(|(found, _)| found == key).map(|(_, value)| value.as_str())
}
