//! The report, on standard output.

#![allow(clippy::print_stdout, reason = "the report is what the command is for")]
#![allow(clippy::cast_precision_loss, reason = "for people to read")]

use crate::Row;
use proof_extract::Confinement;
use proof_model::Outcome;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// Prints what this system withholds from workers.
pub fn print_confinement(confinement: Option<Confinement>) {
    let words = confinement.map_or_else(|| "no worker could be asked".to_owned(), |told| told.words());
    println!("{words}\n");
}

/// Prints counts by format and outcome, speed, memory, how PDFs compare, and the files that were not read in full.
pub fn print(rows: &[Row], folder: &Path, took: Duration) {
    print_outcomes(rows);
    print_cost(rows, took);
    print_scans(rows);
    print_comparison(rows);
    print_failures(rows, folder);
}

/// Prints how each PDF compares with `pdftotext`, worst first.
pub fn print_scores(rows: &[Row]) {
    let score = |row: &Row| Some((row.comparison.as_ref()?.f1?, row.path.display().to_string()));
    let mut scores: Vec<(f64, String)> = rows.iter().filter_map(score).collect();
    scores.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("\nword F1 against pdftotext:");
    for (f1, path) in scores {
        println!("  {f1:.4} {path}");
    }
}

fn print_outcomes(rows: &[Row]) {
    let mut table: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for row in rows {
        let outcomes = table.entry(short_kind(&row.extraction.media_type)).or_default();
        *outcomes.entry(row.extraction.outcome.as_str()).or_default() += 1;
    }
    let outcomes = Outcome::ALL.map(Outcome::as_str);
    println!("{:<36}{}", "format", outcomes.map(|outcome| format!("{outcome:>12}")).concat());
    for (kind, counts) in table {
        let cells = outcomes.map(|outcome| format!("{:>12}", counts.get(outcome).unwrap_or(&0)));
        println!("{kind:<36}{}", cells.concat());
    }
}

/// The telling end of a long media type.
fn short_kind(media_type: &str) -> &str {
    match media_type.rsplit_once("officedocument.") {
        Some((_, end)) => end,
        None => media_type,
    }
}

fn print_cost(rows: &[Row], took: Duration) {
    let pages: u64 = rows.iter().map(|row| u64::from(row.extraction.usage.pages)).sum();
    let processor: f64 = rows.iter().map(|row| row.extraction.usage.processor.as_secs_f64()).sum();
    println!("\n{} files, {pages} pages in {:.1} s", rows.len(), took.as_secs_f64());
    println!(
        "{:.0} pages per CPU-second of the workers ({processor:.1} s)",
        pages as f64 / processor.max(1e-9)
    );
    if let Some(row) = rows.iter().max_by_key(|row| row.extraction.usage.peak_memory) {
        println!("largest worker: {:.0} MB ({})", megabytes(row.extraction.usage.peak_memory), name(row));
    }
    if let Some(row) = rows.iter().max_by_key(|row| row.took) {
        println!("slowest file: {:.1} s ({})", row.took.as_secs_f64(), name(row));
    }
    if let Some(peak) = own_peak_memory() {
        println!("this process: {:.0} MB", megabytes(peak));
    }
}

/// Pages that are pictures, and how a machine read them.
fn print_scans(rows: &[Row]) {
    let all = || rows.iter().flat_map(|row| &row.extraction.scans);
    let read: Vec<_> = all().filter_map(|scan| scan.machine.as_ref()).collect();
    let words: usize = read.iter().map(|machine| machine.words.len()).sum();
    let with_words = read.iter().filter(|machine| !machine.words.is_empty());
    let (pages, sure) = with_words
        .fold((0_u32, 0_u32), |(pages, sure), machine| (pages + 1, sure + u32::from(machine.confidence)));
    println!(
        "{} pages are pictures; {} read by machine, {words} words on {pages} of them, mean confidence {:.1}",
        all().count(),
        read.len(),
        f64::from(sure) / f64::from(pages.max(1)),
    );
    for row in rows.iter().filter(|row| row.extraction.scans.iter().any(|scan| scan.machine.is_some())) {
        let read: Vec<_> = row.extraction.scans.iter().filter_map(|scan| scan.machine.as_ref()).collect();
        let sure: Vec<String> = read.iter().take(12).map(|machine| machine.confidence.to_string()).collect();
        println!(
            "  {}: {} pages in {:.1} s ({:.1} s of the worker), confidence {}",
            name(row),
            read.len(),
            row.took.as_secs_f64(),
            row.extraction.usage.processor.as_secs_f64(),
            sure.join(" "),
        );
    }
}

fn name(row: &Row) -> String {
    row.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn own_peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

fn print_comparison(rows: &[Row]) {
    let compared = || rows.iter().filter_map(|row| row.comparison.as_ref());
    let mut scores: Vec<f64> = compared().filter_map(|comparison| comparison.f1).collect();
    scores.sort_by(f64::total_cmp);
    let (Some(median), Some(tenth)) = (scores.get(scores.len() / 2), scores.get(scores.len() / 10)) else {
        return;
    };
    let found = compared().filter(|comparison| comparison.f1.is_some() && comparison.found).count();
    println!("\nagainst pdftotext, over the {} PDFs in which it finds words:", scores.len());
    println!("  word F1: median {median:.4}, 10th percentile {tenth:.4}");
    println!("  we find words in {:.1} % of them", 100.0 * found as f64 / scores.len() as f64);
}

fn print_failures(rows: &[Row], folder: &Path) {
    println!("\nnot read in full:");
    for row in rows {
        let Some(reason) = &row.extraction.reason else { continue };
        let path = row.path.strip_prefix(folder).unwrap_or(&row.path).display();
        let short: String = reason.chars().take(110).collect();
        println!("  {:<12}{path}: {short}", row.extraction.outcome.as_str());
    }
}
