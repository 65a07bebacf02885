//! Time and memory.

use super::met;
use crate::kin;
use crate::reading::{Read, Row};
use proof_extract::Limits;
use std::time::Duration;

/// Between the moment at which a worker is to end and the one at which it is seen to have ended.
const SLACK: Duration = Duration::from_secs(2);

/// Prints what it took, and whether every worker kept to its limits.
pub fn print(rows: &[Row], took: Duration, limits: &Limits) {
    let reads: Vec<&Read> =
        rows.iter().flat_map(|row| std::iter::once(&row.extraction).chain(&row.inside)).collect();
    let pages: u64 = reads.iter().map(|read| u64::from(read.usage.pages)).sum();
    let processor: f64 = reads.iter().map(|read| read.usage.processor.as_secs_f64()).sum();
    println!(
        "\n{} files, {pages} pages in {:.1} s (other programs included)",
        reads.len(),
        took.as_secs_f64()
    );
    println!(
        "{:.0} pages a CPU-second of the workers ({processor:.1} s)",
        pages as f64 / processor.max(1e-9)
    );
    if let Some(read) = reads.iter().max_by_key(|read| read.usage.peak_memory) {
        println!("largest worker: {:.0} MB ({})", megabytes(read.usage.peak_memory), read.name);
    }
    if let Some(read) = reads.iter().max_by_key(|read| read.took) {
        println!("longest-lived worker: {:.1} s ({})", read.took.as_secs_f64(), read.name);
    }
    if let Some(peak) = own_peak_memory() {
        println!("this process: {:.0} MB, alive", megabytes(peak));
    }
    print_limits(&reads, limits);
}

fn print_limits(reads: &[&Read], limits: &Limits) {
    let over =
        |read: &&&Read| read.took > limits.longest + SLACK || read.usage.processor > limits.processor + SLACK;
    let over = reads.iter().filter(over).count();
    let left = kin::alive().unwrap_or(0);
    println!(
        "workers past their limits ({} s by the clock, {} s of a processor): {over}; workers left at the end: {left}: {}",
        limits.longest.as_secs(),
        limits.processor.as_secs(),
        met(over == 0 && left == 0)
    );
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn own_peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
