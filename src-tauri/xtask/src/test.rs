//! `cargo xtask test`: every check, in an order that fails early.

use anyhow::{Context, Result, bail};
use std::time::{Duration, Instant};

use crate::install::{self, DISPLAY, DRIVER, WINDOW};
use crate::process::{cargo, npm, run as call};
use crate::tidy;
use xtask::place;

/// A part of the run that can be repeated alone.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "format", what: "Rust is formatted", run: format },
    Step { name: "interface", what: "the interface: lints, types, unit tests, build", run: interface },
    Step { name: "tidy", what: "the layout of the house", run: tidy::run },
    Step { name: "lints", what: "clippy, with warnings as errors", run: lints },
    Step { name: "tests", what: "Rust tests", run: rust_tests },
    Step { name: "window", what: "journeys through the real window", run: window },
];

/// Runs all steps, or those that `--only STEP` or `--from STEP` choose; stops at the first failure.
pub fn run(arguments: &[String]) -> Result<()> {
    let chosen = choose(arguments)?;
    let mut times = vec![("prepare", timed("prepare", "what the tests need", prepare)?)];
    for step in chosen {
        let time = timed(step.name, step.what, step.run).with_context(|| {
            format!("the step `{0}` failed; repeat it with `cargo xtask test --only {0}`", step.name)
        })?;
        times.push((step.name, time));
    }
    println!("\nAll passed:");
    for (name, time) in &times {
        println!("  {name:<10} {:>7.1} s", time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("  {:<10} {:>7.1} s", "together", total.as_secs_f64());
    Ok(())
}

fn choose(arguments: &[String]) -> Result<&'static [Step]> {
    let (option, name) = match arguments {
        [] => return Ok(STEPS),
        [option, name] if option == "--only" || option == "--from" => (option, name),
        _ => bail!("`cargo xtask test` takes nothing, `--only STEP` or `--from STEP`; {}", names()),
    };
    let Some(at) = STEPS.iter().position(|step| step.name == name) else {
        bail!("no such step: {name}; {}", names());
    };
    Ok(if option == "--only" { &STEPS[at..=at] } else { &STEPS[at..] })
}

fn names() -> String {
    let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
    format!("the steps are {}", names.join(", "))
}

fn timed(name: &str, what: &str, run: impl FnOnce() -> Result<()>) -> Result<Duration> {
    println!("\n== {name}: {what}");
    let start = Instant::now();
    run()?;
    println!("== {name} passed in {:.1} s", start.elapsed().as_secs_f64());
    Ok(start.elapsed())
}

fn prepare() -> Result<()> {
    install::toolchain()?;
    install::system(&WINDOW.iter().chain(DISPLAY).chain(DRIVER).collect::<Vec<_>>())?;
    install::packages()?;
    // The desktop's build takes the page in, so that even its lints need one.
    if place::ui().join("dist/index.html").is_file() { Ok(()) } else { install::page() }
}

fn format() -> Result<()> {
    call(&mut cargo(&["fmt", "--all", "--check"])).context("`cargo fmt --all` mends this")
}

fn interface() -> Result<()> {
    for script in ["lint", "check", "test"] {
        call(&mut npm(&["run", script]))?;
    }
    install::page()
}

/// The same features for every cargo step, so that one build of the dependencies serves them all.
const FEATURES: &str = "proofline-desktop/custom-protocol,proofline-tests/e2e";

fn lints() -> Result<()> {
    call(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        FEATURES,
        "--",
        "-D",
        "warnings",
    ]))
}

/// Builds both programs, with the very dependencies that the tests are built with.
fn programs() -> Result<()> {
    call(&mut cargo(&["build", "--workspace", "--bins", "--features", FEATURES]))
}

fn rust_tests() -> Result<()> {
    programs()?;
    // All but the journeys through the window, which have a step of their own.
    let all = ["--lib", "--bins", "--test", "main", "--test", "journeys"];
    let mut tests = cargo(&["test", "--workspace", "--features", FEATURES]);
    call(tests.args(all).env("PROOFLINE", place::built("debug", "proofline")))
}

fn window() -> Result<()> {
    programs()?;
    let mut tests = cargo(&["test", "--workspace", "--features", FEATURES, "--test", "e2e"]);
    // One at a time: each opens a window of its own.
    tests.args(["--", "--test-threads=1"]);
    tests.env("PROOFLINE_DESKTOP", place::built("debug", "proofline-desktop"));
    // The journeys' errors say what was seen; where in the code is of no use.
    tests.env("RUST_LIB_BACKTRACE", "0");
    call(&mut tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_choose_the_steps() {
        let table: &[(&[&str], &[&str])] = &[
            (&[], &["format", "interface", "tidy", "lints", "tests", "window"]),
            (&["--only", "tidy"], &["tidy"]),
            (&["--from", "tests"], &["tests", "window"]),
        ];
        for (arguments, expected) in table {
            let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            let names: Vec<&str> = choose(&arguments).unwrap().iter().map(|step| step.name).collect();
            assert_eq!(&names, expected);
        }
    }

    #[test]
    fn an_unknown_step_is_answered_with_the_known_ones() {
        let refusal = choose(&["--only".into(), "everything".into()]).err().unwrap().to_string();
        assert!(
            refusal.starts_with("no such step: everything; the steps are format, interface"),
            "{refusal}"
        );
    }
}
