//! The import of everything into a fresh library: hashed, stored, read and indexed, beside recollindex, and on one
//! processor beside two.

use anyhow::{Context, Result};
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::{Computer, Import, Imported, Library, Reached, Surroundings, Watcher, gather};
use serde_json::json;
use std::{fs, path::Path, process::Command, sync::Arc};

use crate::beside::report_beside;
use crate::cost::{self, Cost, again};

const TURNS: usize = 3;
/// Of recollindex's CPU-seconds, what an import may take.
const MOST: f64 = 0.333;
/// How many times as fast as on one processor it is to be on two.
const LEAST: f64 = 1.8;
/// Megabytes that the app's own process may take.
const MEMORY: f64 = 300.0;

pub fn measure(files: &Path) -> Result<()> {
    let mut turns = Vec::new();
    // The first turn brings the files into memory.
    for turn in 0..=TURNS {
        let measured = Turn::take(files)?;
        if turn > 0 {
            turns.push(measured);
        }
    }
    let all = |of: &dyn Fn(&Turn) -> Option<f64>| turns.iter().filter_map(of).collect::<Vec<_>>();
    let recoll = if all(&|turn| turn.recoll.as_ref().map(|cost| cost.wall)).is_empty() {
        "recollindex is missing"
    } else {
        "recollindex"
    };
    report_beside(
        "import of everything, CPU-milliseconds",
        &all(&|turn| Some(turn.two.processor)),
        (recoll, &all(&|turn| turn.recoll.as_ref().map(|cost| cost.processor))),
        json!({"most": MOST}),
    );
    report_beside(
        "import of everything, by the clock",
        &all(&|turn| Some(turn.two.wall)),
        (recoll, &all(&|turn| turn.recoll.as_ref().map(|cost| cost.wall))),
        json!({}),
    );
    report_beside(
        "import on all processors",
        &all(&|turn| Some(turn.files / turn.two.wall * 1e3)),
        ("one processor", &all(&|turn| turn.one.as_ref().map(|one| turn.files / one.wall * 1e3))),
        json!({"rate": "files a second", "least": LEAST}),
    );
    report_beside(
        "memory of the app's process at the end, at most",
        &all(&|turn| Some(turn.memory)),
        ("", &[]),
        json!({"rate": "MB", "goal": MEMORY}),
    );
    Ok(())
}

/// Each thing once.
struct Turn {
    files: f64,
    memory: f64,
    two: Cost,
    one: Option<Cost>,
    recoll: Option<Cost>,
}

impl Turn {
    fn take(files: &Path) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let words = |name: &str| -> Vec<String> {
            let library = folder.path().join(name).display().to_string();
            vec!["import".to_owned(), library, files.display().to_string()]
        };
        let (answer, two) = cost::of(again(&[])?.args(words("two")))?;
        let (done, memory) = answer.trim().split_once(' ').context("the import says no figures")?;
        let one = if cost::is_there("taskset") {
            let mut pinned = Command::new("taskset");
            pinned.args(["-c", "0"]).arg(std::env::current_exe()?).args(words("one"));
            Some(cost::of(&mut pinned)?.1)
        } else {
            None
        };
        let recoll = if cost::is_there("recollindex") { Some(recoll(folder.path(), files)?) } else { None };
        Ok(Self { files: done.parse()?, memory: memory.parse()?, two, one, recoll })
    }
}

/// recollindex in a configuration of its own, without the list of spellings, which an import does not make.
fn recoll(folder: &Path, files: &Path) -> Result<Cost> {
    let configuration = folder.join("recoll");
    fs::create_dir(&configuration)?;
    let files = files.canonicalize()?;
    let settings = format!("topdirs = {}\nloglevel = 1\nnoaspell = 1\n", files.display());
    fs::write(configuration.join("recoll.conf"), settings)?;
    let mut command = Command::new("recollindex");
    command.arg("-c").arg(&configuration).arg("-z").env("HOME", folder);
    Ok(cost::of(&mut command)?.1)
}

/// Imports the files into a library that is made for it; how many were done, and the most memory that this process
/// took, in megabytes.
pub fn import(library: &Path, files: &Path) -> Result<String> {
    // recollindex reads no pages that are pictures either.
    let extractor = Extractor::new(WorkerCommand::this_program(), Limits::default()).leaving_scans();
    let surroundings = Surroundings { world: Arc::new(Computer), extractor };
    let made = Library::create(library, "Benchmark", surroundings)?;
    let import = Import { files: gather(&[files.to_owned()], library)?, lasting: true, ..Import::default() };
    let mut count = Count(0);
    made.import(&import, &mut count)?;
    // Closed, and so with all of it indexed.
    drop(made);
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no peak is told")?;
    let kilobytes: f64 = peak.trim().trim_end_matches("kB").trim().parse()?;
    Ok(format!("{} {}", count.0, kilobytes / 1024.0))
}

/// Counts files.
struct Count(usize);

impl Watcher for Count {
    fn done(&mut self, rows: &[Imported], _: Reached) {
        self.0 += rows.len();
    }

    fn stopped(&self) -> bool {
        false
    }
}
