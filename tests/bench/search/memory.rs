//! How much of the computer this process takes, as Linux counts it (proc(5), `status` and `stat`).

use serde_json::{Value, json};
use std::fs;

/// Megabytes of memory of its own, and of files that are mapped into it, at most of those times when it was looked.
#[derive(Debug, Default)]
pub struct Memory {
    own: f64,
    mapped: f64,
}

impl Memory {
    /// Looks.
    pub fn look(&mut self) {
        self.own = self.own.max(field("RssAnon:"));
        self.mapped = self.mapped.max(field("RssFile:"));
    }

    /// With the most of both together that there ever was.
    pub fn told(&self) -> Value {
        json!({"own": self.own, "mapped": self.mapped, "most": field("VmHWM:")})
    }
}

/// Seconds of processors until now, of all threads, user and system together: Linux tells them in hundredths.
pub fn processor() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(") ").map_or("", |(_, fields)| fields);
    let ticks = fields.split(' ').skip(11).take(2).map(|ticks| ticks.parse().unwrap_or(f64::NAN));
    ticks.sum::<f64>() / 100.0
}

fn field(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_suffix(" kB")?.parse().ok());
    kilobytes.map_or(f64::NAN, |kilobytes: f64| kilobytes * 1024.0 / 1e6)
}
