//! `cargo xtask bench SUBJECT`: something measured, part by part, and its table. The measuring is done by programs of
//! its own, so that this one stays small.

mod documents;
mod findability;
mod given;
mod import;
mod machine;
mod search;
mod table;
mod timeline;

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::install::{self, DISPLAY, DRIVER, WINDOW};
use crate::process::{call, cargo, read, run as call_shown};
use given::{Choice, Given};
use table::Measure;
use xtask::place;

/// Something that is measured.
struct Subject {
    name: &'static str,
    /// What it can be told beside which part to measure.
    options: &'static [Choice],
    parts: &'static [Part],
}

/// A part of a bench that can be run alone: it gives a line of JSON for each thing that it measured.
struct Part {
    name: &'static str,
    lines: fn(&Given) -> Result<String>,
}

const SUBJECTS: &[Subject] =
    &[timeline::SUBJECT, documents::SUBJECT, import::SUBJECT, search::SUBJECT, findability::SUBJECT];

/// Measures a subject, or the part of it that `--only PART` chooses, and prints the table. A subject may take options of
/// its own.
pub fn run(arguments: &[String]) -> Result<()> {
    let (parts, given) = choose(arguments)?;
    let machine = machine::described();
    let mut measures = Vec::new();
    for part in parts {
        let lines = (part.lines)(&given).with_context(|| format!("the part `{}` failed", part.name))?;
        measures.extend(lines.lines().map(Measure::parse).collect::<Result<Vec<_>>>()?);
    }
    println!("\n{machine}\n\n{}", table::drawn(&measures));
    Ok(())
}

fn choose(arguments: &[String]) -> Result<(&'static [Part], Given)> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some((name, options)) = words.split_first() else { bail!("say what to measure; {}", known()) };
    let Some(subject) = SUBJECTS.iter().find(|subject| subject.name == *name) else {
        bail!("there is nothing to measure of that name: {name}; {}", known())
    };
    let (mut parts, mut given) = (subject.parts, Given::default());
    for option in options.chunks(2) {
        match option {
            ["--only", name] => match subject.parts.iter().position(|part| part.name == *name) {
                Some(at) => parts = &subject.parts[at..=at],
                None => bail!("no such part: {name}; {}", known()),
            },
            [name, value] if subject.options.iter().any(|choice| choice.name == *name) => {
                given.put(name, value);
            }
            _ => bail!("`{}` means nothing here; {}", option.join(" "), known()),
        }
    }
    Ok((parts, given))
}

fn known() -> String {
    let subject = |subject: &Subject| {
        let parts: Vec<&str> = subject.parts.iter().map(|part| part.name).collect();
        let options = subject.options.iter().map(|choice| format!(", {} {}", choice.name, choice.value));
        let options = options.collect::<Vec<_>>().concat();
        format!(
            "`cargo xtask bench {}`, with `--only PART` for a part of it{options}: {}",
            subject.name,
            parts.join(", ")
        )
    };
    SUBJECTS.iter().map(subject).collect::<Vec<_>>().join("; ")
}

/// The folder of a generated library, which `program` makes where it is missing. It is kept in a folder of that name.
fn prepared(program: &str, arguments: &[&str], name: &str) -> Result<PathBuf> {
    let folder = place::target().join("bench").join(name);
    let made = read(call(&example(program), arguments).arg(folder))?;
    Ok(PathBuf::from(made.trim()))
}

/// Measures on a copy of a library, which may be changed and is then taken away.
fn on_a_copy(library: &Path, measure: impl FnOnce(&Path) -> Result<String>) -> Result<String> {
    let copy = place::target().join("bench/copy");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    place::copy_folder(library, &copy).with_context(|| format!("{} cannot be copied", library.display()))?;
    let lines = measure(&copy)?;
    fs::remove_dir_all(&copy)?;
    Ok(lines)
}

/// What the window and the programs that measure in it are built with: in one call, so that one build of the
/// dependencies serves them all.
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
    "--example",
    "bench-documents-window",
];

/// Installs what the window needs, builds it with the programs that measure in it, and gives the call of one of them.
fn in_the_window(program: &str) -> Result<Command> {
    install::system(&WINDOW.iter().chain(DISPLAY).chain(DRIVER).collect::<Vec<_>>())?;
    install::packages()?;
    install::page()?;
    build(WINDOW_PROGRAMS)?;
    let mut measuring = call(&example(program), &[]);
    measuring.env("PROOFLINE_DESKTOP", place::built("release", "proofline-desktop"));
    Ok(measuring)
}

fn build(what: &[&str]) -> Result<()> {
    call_shown(cargo(&["build", "--release"]).args(what))
}

fn example(name: &str) -> String {
    place::built("release/examples", name).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_choose_the_parts() {
        let table: &[(&[&str], Option<&[&str]>)] = &[
            (&["timeline"], Some(&["facade", "window"])),
            (&["timeline", "--only", "window"], Some(&["window"])),
            (&["documents"], Some(&["facade", "window", "pdf", "verify"])),
            (&["documents", "--only", "verify"], Some(&["verify"])),
            (&[], None),
            (&["timeline", "--only", "all"], None),
            (&["timeline", "--only", "verify"], None),
            (&["timeline", "--only"], None),
            (&["import", "--files", "papers", "--only", "text"], Some(&["text"])),
            (&["timeline", "--files", "papers"], None),
            (&["search", "--pages", "1000", "--turns", "1", "--peers", "fts5"], Some(&["engines"])),
            (&["search", "--files", "papers"], None),
            (&["findability", "--corpus", "papers", "--misses", "list.tsv"], Some(&["items"])),
        ];
        for (words, expected) in table {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            let parts = choose(&words).ok();
            let names = parts.map(|(parts, _)| parts.iter().map(|part| part.name).collect::<Vec<_>>());
            assert_eq!(names.as_deref(), *expected, "{words:?}");
        }
    }
}
