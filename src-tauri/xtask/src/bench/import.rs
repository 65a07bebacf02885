//! The text of PDFs beside pdftotext, and the import of everything beside recollindex, both where they are installed: Debian's
//! poppler-utils and recollcmd.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

use super::{Part, Subject, build, example, prepared};
use crate::process::{call, read};

pub const SUBJECT: Subject = Subject {
    name: "import",
    takes_files: true,
    parts: &[Part { name: "text", lines: text }, Part { name: "library", lines: library }],
};

const PROGRAM: &str = "bench-import";

fn text(files: Option<&Path>) -> Result<String> {
    measured("text", files)
}

fn library(files: Option<&Path>) -> Result<String> {
    measured("library", files)
}

fn measured(part: &str, given: Option<&Path>) -> Result<String> {
    build(&["--package", "proofline-tests", "--example", PROGRAM])?;
    let files = files(given)?;
    read(call(&example(PROGRAM), &[part]).arg(files))
}

/// Those that were given, or else generated ones.
fn files(given: Option<&Path>) -> Result<PathBuf> {
    match given {
        Some(folder) => {
            folder.canonicalize().with_context(|| format!("there is no folder {}", folder.display()))
        }
        None => prepared(PROGRAM, &["files"], "import"),
    }
}
