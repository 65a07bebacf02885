//! `cargo xtask bench timeline`: a timeline of 50,000 events measured, at the façade and in the window. The measuring
//! is done by programs of its own, so that this one stays small.

mod machine;
mod table;

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

use crate::install::{self, DISPLAY, DRIVER, WINDOW};
use crate::process::{call, cargo, read, run as call_shown};
use table::Measure;
use xtask::place;

/// A part of the bench that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Facade,
    Window,
}

/// Measures all, or the part that `--only facade` or `--only window` chooses, and prints the table.
pub fn run(arguments: &[String]) -> Result<()> {
    let parts = choose(arguments)?;
    let library = prepare()?;
    let machine = machine::described();
    let mut measures = Vec::new();
    for part in parts {
        let copy = copied(&library)?;
        let lines = match part {
            Part::Facade => facade(&copy)?,
            Part::Window => window(&copy)?,
        };
        measures.extend(lines.lines().map(Measure::parse).collect::<Result<Vec<_>>>()?);
        fs::remove_dir_all(&copy)?;
    }
    println!("\n{machine}\n\n{}", table::drawn(&measures));
    Ok(())
}

fn choose(arguments: &[String]) -> Result<&'static [Part]> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["timeline"] => Ok(&[Part::Facade, Part::Window]),
        ["timeline", "--only", "facade"] => Ok(&[Part::Facade]),
        ["timeline", "--only", "window"] => Ok(&[Part::Window]),
        _ => bail!(
            "say `cargo xtask bench timeline`, with `--only facade` or `--only window` for a part of it"
        ),
    }
}

/// In one call, so that one build of the dependencies serves both.
const FACADE: &[&str] = &[
    "--package",
    "proof-store",
    "--package",
    "proofline-tests",
    "--example",
    "bare",
    "--example",
    "bench-timeline",
];
const WINDOW_PROGRAMS: &[&str] = &[
    "--package",
    "proof-cli",
    "--package",
    "proofline-desktop",
    "--package",
    "proofline-tests",
    "--features",
    "proofline-desktop/custom-protocol,proofline-tests/e2e",
    "--bins",
    "--example",
    "bench-window",
];

/// The folder of the generated library, which is made where it is missing.
fn prepare() -> Result<PathBuf> {
    call_shown(&mut build(FACADE))?;
    let folder = place::target().join("bench/libraries");
    let made = read(call(&example("bench-timeline"), &["prepare"]).arg(folder))?;
    Ok(PathBuf::from(made.trim()))
}

/// A copy of the library that the measuring may change.
fn copied(library: &Path) -> Result<PathBuf> {
    let copy = place::target().join("bench/copy");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    copy_folder(library, &copy).with_context(|| format!("{} cannot be copied", library.display()))?;
    Ok(copy)
}

fn facade(library: &Path) -> Result<String> {
    let bare = read(call(&example("bare"), &[]).arg(library))?;
    Ok(bare + &read(call(&example("bench-timeline"), &["facade"]).arg(library))?)
}

fn window(library: &Path) -> Result<String> {
    install::system(&WINDOW.iter().chain(DISPLAY).chain(DRIVER).collect::<Vec<_>>())?;
    install::packages()?;
    install::page()?;
    call_shown(&mut build(WINDOW_PROGRAMS))?;
    let mut measuring = call(&example("bench-window"), &[]);
    measuring.arg(library).env("PROOFLINE_DESKTOP", place::built("release", "proofline-desktop"));
    read(&mut measuring)
}

fn build(what: &[&str]) -> std::process::Command {
    let mut command = cargo(&["build", "--release"]);
    command.args(what);
    command
}

fn example(name: &str) -> String {
    place::built("release/examples", name).to_string_lossy().into_owned()
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_choose_the_parts() {
        let table: &[(&[&str], Option<&[Part]>)] = &[
            (&["timeline"], Some(&[Part::Facade, Part::Window])),
            (&["timeline", "--only", "window"], Some(&[Part::Window])),
            (&[], None),
            (&["timeline", "--only", "all"], None),
        ];
        for (words, expected) in table {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            assert_eq!(choose(&words).ok(), *expected, "{words:?}");
        }
    }
}
