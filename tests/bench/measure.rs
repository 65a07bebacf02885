//! What a measure prints: a line of JSON for `cargo xtask bench`, which makes the table.

use anyhow::Result;
use serde_json::json;
use std::{fs, time::Instant};

/// The times of one thing, in milliseconds, in the order in which they were taken.
#[derive(Debug, Default)]
pub struct Times {
    /// By the clock.
    pub taken: Vec<f64>,
    /// Of that, how long the thread was ready but another program had the processor; empty where that is not known.
    pub waited: Vec<f64>,
}

impl Times {
    /// Adds how long `work` takes, and gives what it answers.
    pub fn take<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let waited = waited();
        let start = Instant::now();
        let answer = std::hint::black_box(work());
        self.taken.push(start.elapsed().as_secs_f64() * 1e3);
        self.waited.extend(waited.zip(self::waited()).map(|(before, after)| after - before));
        answer
    }

    /// Drops the first, which only warmed up.
    pub fn warm(mut self) -> Self {
        for times in [&mut self.taken, &mut self.waited] {
            times.drain(..times.len().min(1));
        }
        self
    }
}

/// Prints the times of `what`, of which none is to be above `goal` milliseconds.
#[allow(clippy::print_stdout, reason = "the line is this program's answer")]
pub fn report(what: &str, times: &Times, goal: Option<f64>) {
    println!("{}", json!({"what": what, "times": times.taken, "waited": times.waited, "goal": goal}));
}

/// Does something once to warm up and then some times over, and reports how long it took.
pub fn repeat<T>(
    what: &str,
    runs: usize,
    goal: Option<f64>,
    mut work: impl FnMut() -> Result<T>,
) -> Result<()> {
    let mut times = Times::default();
    for _ in 0..=runs {
        times.take(&mut work)?;
    }
    report(what, &times.warm(), goal);
    Ok(())
}

/// Milliseconds for which this thread has waited for a processor until now, as Linux counts them.
fn waited() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(text.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1e6)
}
