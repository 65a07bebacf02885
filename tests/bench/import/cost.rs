//! What a program costs, with all the programs that it calls and waits for.

use anyhow::{Context, Result, ensure};
use std::{fs, process::Command, time::Instant};

/// What a call took.
pub struct Cost {
    /// Milliseconds of a processor, user and system together.
    pub processor: f64,
    /// Milliseconds by the clock.
    pub wall: f64,
}

/// Calls a program that has to succeed; what it printed, and what it cost. Nothing else may be waited for meanwhile.
pub fn of(command: &mut Command) -> Result<(String, Cost)> {
    let before = spent()?;
    let began = Instant::now();
    let output = command.output().with_context(|| format!("{command:?} cannot be started"))?;
    let wall = began.elapsed().as_secs_f64() * 1e3;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{command:?} failed: {said}");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok((printed, Cost { processor: spent()? - before, wall }))
}

/// This program again.
pub fn again(words: &[&str]) -> Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(words);
    Ok(command)
}

/// Whether a program can be called.
pub fn is_there(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

/// Milliseconds of a processor that the programs took that this one has waited for, as Linux counts them: in hundredths
/// of a second (proc(5), fields 16 and 17 of `stat`).
fn spent() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat").context("only Linux says what programs cost")?;
    let (_, fields) = stat.rsplit_once(") ").context("/proc/self/stat has another form")?;
    let ticks = fields.split(' ').skip(13).take(2).map(str::parse::<f64>).sum::<Result<f64, _>>()?;
    Ok(ticks * 10.0)
}
