//! Whether what somebody remembers of a page finds it, over a folder of real documents.

use anyhow::{Context, Result};

use super::{Choice, Given, Part, Subject, build, example};
use crate::process::{call, read};
use xtask::place;

pub const SUBJECT: Subject = Subject {
    name: "findability",
    options: &[Choice { name: CORPUS, value: "DIR" }, Choice { name: MISSES, value: "FILE" }],
    parts: &[Part { name: "items", lines: items }],
};

/// The documents, which have no place in the work tree.
const CORPUS: &str = "--corpus";
/// Where each query is written down that did not find its page first.
const MISSES: &str = "--misses";

const PROGRAM: &str = "bench-findability";

fn items(given: &Given) -> Result<String> {
    let wanted = "say which folder of documents is to be searched: `--corpus DIR`";
    let corpus = given.folder(CORPUS)?.context(wanted)?;
    build(&["--package", "proofline-tests", "--example", PROGRAM])?;
    let mut program = call(&example(PROGRAM), &[]);
    program.arg(place::target().join("bench/findability")).arg(corpus);
    if let Some(file) = given.value(MISSES) {
        // The caller's path: relative to where they stand, not to the root.
        program.arg(std::path::absolute(file)?);
    }
    read(&mut program)
}
