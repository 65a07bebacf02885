//! Xapian, by a small program in its own language that is compiled where its headers are.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::sqlite::pages::Pages;
use crate::work::{MOST_TIME, Places, WARMING};

const SOURCE: &str = include_str!("xapian.cpp");

/// The program, compiled; nothing where that cannot be done.
pub fn program(folder: &Path) -> Result<Option<PathBuf>> {
    let (source, program) = (folder.join("xapian.cpp"), folder.join("xapian-program"));
    fs::write(&source, SOURCE)?;
    let mut compiler = Command::new("g++");
    compiler
        .args(["-O2", "-std=c++17", "-o"])
        .arg(&program)
        .arg(&source)
        .arg("-lxapian")
        .stderr(Stdio::null());
    let compiled = compiler.status().is_ok_and(|status| status.success());
    Ok(compiled.then_some(program))
}

/// Has it index all pages, which it reads from its standard input; what it says of that, in JSON.
pub fn index(program: &Path, places: &Places) -> Result<String> {
    let mut command = Command::new(program);
    // Pages that it gathers before it writes them out: ten times as many as by itself, which is slower.
    command.env("XAPIAN_FLUSH_THRESHOLD", "100000");
    command.arg("index").arg(places.of("xapian").join("index"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = BufWriter::with_capacity(1 << 20, child.stdin.take().context("it reads nothing")?);
    Pages::open(&places.pages())?.each(|first, document| {
        let cases: Vec<String> = document.cases.iter().map(ToString::to_string).collect();
        let cases = cases.join(",");
        for (at, text) in document.pages.iter().enumerate() {
            let title = &document.title;
            writeln!(input, "{} {} {} {cases}", first + at, title.len(), text.len())?;
            input.write_all(title.as_bytes())?;
            input.write_all(text.as_bytes())?;
        }
        Ok(())
    })?;
    input.flush()?;
    drop(input);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "Xapian's program failed ({})", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

/// The call that has it ask all queries, and say in JSON what that took.
pub fn ask(program: &Path, places: &Places) -> Command {
    let mut command = Command::new(program);
    command.arg("ask").arg(places.of("xapian").join("index")).arg(places.queries());
    command.args([MOST_TIME.as_secs().to_string(), WARMING.to_string()]);
    command
}
