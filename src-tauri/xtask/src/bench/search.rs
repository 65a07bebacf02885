//! The index on generated pages, beside SQLite's and, where g++ and Debian's libxapian-dev are installed, Xapian's.

use anyhow::Result;

use super::{Choice, Given, Part, Subject, build, example};
use crate::process::{call, read};
use xtask::place;

pub const SUBJECT: Subject = Subject {
    name: "search",
    options: &[
        Choice { name: "--pages", value: "N[,N]" },
        Choice { name: "--turns", value: "N" },
        Choice { name: "--peers", value: "fts5,fts5-content,xapian" },
    ],
    parts: &[Part { name: "engines", lines: engines }],
};

const PROGRAM: &str = "bench-search";

/// On pages that are generated below `target/bench`, and taken away again.
fn engines(given: &Given) -> Result<String> {
    build(&["--package", "proofline-tests", "--example", PROGRAM])?;
    let folder = place::target().join("bench/search");
    read(call(&example(PROGRAM), &["measure"]).arg(folder).args(given.words()))
}
