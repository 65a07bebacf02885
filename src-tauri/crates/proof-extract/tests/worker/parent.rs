//! A program that has documents read on its one thread, to be ended while it waits.

use proof_extract::{Extractor, Limits, WorkerCommand};
use std::fs::File;

/// Has the file at `document` read: by a worker as all are (`binds`), by one that is forked because it is not the first
/// (`forks`), or by one that is never confined (`lets-go`).
pub fn have_read(kind: &str, document: &str) {
    let Ok(own) = std::env::current_exe() else { return };
    let command = match kind {
        "binds" | "forks" => WorkerCommand::new(own),
        _ => WorkerCommand::with_arguments(own, ["fault", "hang"]),
    };
    let extractor = Extractor::new(command, Limits::default());
    let before = (kind == "forks").then_some("/dev/null");
    for document in before.into_iter().chain([document]) {
        if let Ok(original) = File::open(document) {
            let _ = extractor.extract(original, "a.txt");
        }
    }
}
