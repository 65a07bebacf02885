//! The text of PDFs beside pdftotext, and the import of everything beside recollindex, both where they are installed: Debian's
//! poppler-utils and recollcmd.

use anyhow::Result;
use std::path::PathBuf;

use super::{Choice, Given, Part, Subject, build, example, prepared};
use crate::process::{call, read};

pub const SUBJECT: Subject = Subject {
    name: "import",
    options: &[Choice { name: FILES, value: "DIR" }],
    parts: &[Part { name: "text", lines: text }, Part { name: "library", lines: library }],
};

/// The files to measure on, where they are not to be generated ones.
const FILES: &str = "--files";

const PROGRAM: &str = "bench-import";

fn text(given: &Given) -> Result<String> {
    measured("text", given)
}

fn library(given: &Given) -> Result<String> {
    measured("library", given)
}

fn measured(part: &str, given: &Given) -> Result<String> {
    build(&["--package", "proofline-tests", "--example", PROGRAM])?;
    let files = files(given)?;
    read(call(&example(PROGRAM), &[part]).arg(files))
}

/// Those that were given, or else generated ones.
fn files(given: &Given) -> Result<PathBuf> {
    match given.folder(FILES)? {
        Some(folder) => Ok(folder),
        None => prepared(PROGRAM, &["files"], "import"),
    }
}
