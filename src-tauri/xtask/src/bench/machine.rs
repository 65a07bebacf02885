//! The machine on which something was measured, in a sentence.

use std::fs;

use crate::process::{call, find, read};

/// Processors, memory, system and the library that draws the window.
pub fn described() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = field("/proc/meminfo", "MemTotal:").and_then(|text| {
        let kibibytes: u64 = text.split_whitespace().next()?.parse().ok()?;
        Some(format!("{} GiB of memory", kibibytes >> 20))
    });
    let parts = [
        field("/proc/cpuinfo", "model name"),
        Some(format!("{cores} processors")),
        memory,
        field("/etc/os-release", "PRETTY_NAME="),
        fs::read_to_string("/proc/sys/kernel/osrelease")
            .ok()
            .map(|release| format!("Linux {}", release.trim())),
        webkit(),
        field("/proc/loadavg", "")
            .and_then(|text| Some(format!("a load of {} in the minute before", text.split(' ').next()?))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What a file of the system says after a name.
fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim_matches(|mark: char| mark.is_whitespace() || mark == ':' || mark == '"').to_owned())
}

fn webkit() -> Option<String> {
    find("pkg-config")?;
    let version = read(&mut call("pkg-config", &["--modversion", "webkit2gtk-4.1"])).ok()?;
    Some(format!("WebKitGTK {}", version.trim()))
}
