//! A timeline of 50,000 events, at the façade and in the window.

use anyhow::Result;
use std::path::PathBuf;

use super::{Given, Part, Subject, build, example, in_the_window, on_a_copy, prepared};
use crate::process::{call, read};

pub const SUBJECT: Subject = Subject {
    name: "timeline",
    options: &[],
    parts: &[Part { name: "facade", lines: facade }, Part { name: "window", lines: window }],
};

/// In one call, so that one build of the dependencies serves both.
const PROGRAMS: &[&str] = &[
    "--package",
    "proof-store",
    "--package",
    "proofline-tests",
    "--example",
    "bare",
    "--example",
    "bench-timeline",
];

fn library() -> Result<PathBuf> {
    build(PROGRAMS)?;
    prepared("bench-timeline", &["prepare"], "libraries")
}

fn facade(_: &Given) -> Result<String> {
    on_a_copy(&library()?, |copy| {
        let bare = read(call(&example("bare"), &[]).arg(copy))?;
        Ok(bare + &read(call(&example("bench-timeline"), &["facade"]).arg(copy))?)
    })
}

fn window(_: &Given) -> Result<String> {
    on_a_copy(&library()?, |copy| read(in_the_window("bench-window")?.arg(copy)))
}
