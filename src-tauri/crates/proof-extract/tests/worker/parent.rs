//! A program that has a document read, to be ended while it waits.

use proof_extract::{Extractor, Limits, WorkerCommand};

/// Has the file at `document` read: by a worker as all are (`binds`), or by one that is never confined (`lets-go`).
pub fn have_read(kind: &str, document: &str) {
    let Ok(own) = std::env::current_exe() else { return };
    let command = match kind {
        "binds" => WorkerCommand::new(own),
        _ => WorkerCommand::with_arguments(own, ["fault", "hang"]),
    };
    if let Ok(original) = std::fs::File::open(document) {
        let _ = Extractor::new(command, Limits::default()).extract(original, "a.txt");
    }
}
