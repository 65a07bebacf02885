//! The `proofline` command: the same library as the window's, from a terminal.
//!
//! Exit code 0: done. 1: something failed or does not verify. 2: it was used wrongly.

mod arguments;
mod command;
mod failure;
mod interrupt;
mod notation;
mod output;
mod progress;

use std::{process::ExitCode, sync::Arc};

use clap::Parser;
use proof_api::{Host, Message, Session};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::{Computer, Surroundings};

use crate::{arguments::Arguments, output::Output};

fn main() -> ExitCode {
    proof_extract::serve_if_worker();
    let arguments = Arguments::parse();
    let output = Output::new(arguments.json);
    let session = Session::new(Arc::new(Silent), Box::new(surroundings));
    match command::run(&session, &arguments, &output) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}

/// A command hears of its changes from what it calls.
struct Silent;

impl Host for Silent {
    fn send(&self, _: Message) {}
}

fn surroundings() -> Surroundings {
    let extractor = Extractor::new(WorkerCommand::this_program(), Limits::default());
    Surroundings { world: Arc::new(Computer), extractor }
}
