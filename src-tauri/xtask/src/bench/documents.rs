//! A register of 100,000 documents, a PDF of 500 pages, and a walk through 1 GiB of originals.

use anyhow::Result;
use std::path::PathBuf;

use super::{Given, Part, Subject, build, example, in_the_window, on_a_copy, prepared};
use crate::process::{call, read};

pub const SUBJECT: Subject = Subject {
    name: "documents",
    options: &[],
    parts: &[
        Part { name: "facade", lines: facade },
        Part { name: "window", lines: window },
        Part { name: "pdf", lines: pdf },
        Part { name: "verify", lines: verify },
    ],
};

const PROGRAM: &str = "bench-documents";
const WINDOW_PROGRAM: &str = "bench-documents-window";

/// The generated library of that name: `register`, `pdf` or `originals`.
fn library(name: &str) -> Result<PathBuf> {
    build(&["--package", "proofline-tests", "--example", PROGRAM])?;
    prepared(PROGRAM, &["prepare", name], &format!("documents/{name}"))
}

fn facade(_: &Given) -> Result<String> {
    on_a_copy(&library("register")?, |copy| read(call(&example(PROGRAM), &["facade"]).arg(copy)))
}

fn window(_: &Given) -> Result<String> {
    on_a_copy(&library("register")?, |copy| read(in_the_window(WINDOW_PROGRAM)?.arg("register").arg(copy)))
}

fn pdf(_: &Given) -> Result<String> {
    on_a_copy(&library("pdf")?, |copy| read(in_the_window(WINDOW_PROGRAM)?.arg("pdf").arg(copy)))
}

/// On the library itself, which is large: all that is added is a line on its ledger for each time.
fn verify(_: &Given) -> Result<String> {
    let library = library("originals")?;
    read(call(&example(PROGRAM), &["verify"]).arg(library))
}
