//! The project's own tasks: `cargo xtask` lists them.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this program speaks to a terminal")]

mod bench;
mod codegen;
mod corpus;
mod install;
mod process;
mod quotes;
mod run;
mod test;
mod tidy;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask TASK

  run [-- ARGUMENTS]     install what is missing, build, and open the window on the sample library
  test                   install what is missing and run every check and test
       [--only STEP]     one step of it
       [--from STEP]     from that step on
  tidy                   check the layout: layers, SQL, sizes, licences, generated files
  codegen                write the interface's types from proof-api
  bench timeline         measure a timeline of 50,000 events, at the façade and in the window
  bench documents        measure a register of 100,000 documents, a long PDF in the window, and verify
  bench import           measure the text of PDFs beside pdftotext, and an import beside recollindex
       [--files DIR]     on these files rather than on generated ones
  bench search           measure the index on 100,000 and 1,000,000 generated pages beside FTS5 and Xapian
       [--pages N[,N]] [--turns N] [--peers fts5,fts5-content,xapian | none]
  bench findability --corpus DIR
                         search for 500 known items of a folder of documents, some of them mistyped
       [--misses FILE]   and write down there which were not found first
       [--only PART]     one part of a bench: timeline has facade and window; documents has those, pdf and verify;
                         import has text and library
  corpus DIR             read every document of a folder; count outcomes, pages per second and memory
  quotes PATH...         cite 500 passages of documents, read all of them again, and verify that the quotes hold";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((task, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match (task.as_str(), rest) {
        ("run", rest) => run::run(rest),
        ("test", rest) => test::run(rest),
        ("tidy", []) => tidy::run(),
        ("codegen", []) => codegen::run(),
        ("bench", rest) => bench::run(rest),
        ("corpus", rest) => corpus::run(rest),
        ("quotes", rest) => quotes::run(rest),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such task: {}\n\n{USAGE}", arguments.join(" ")),
    }
}
