//! The report, on standard output.

#![allow(clippy::print_stdout, reason = "the report is what the command is for")]
#![allow(clippy::cast_precision_loss, reason = "for people to read")]

mod cost;
mod outcomes;
mod peers;

use crate::reading::{Reader, Row};
use proof_extract::{Confinement, Limits};
use std::path::Path;
use std::time::Duration;

/// Prints what this system withholds from workers.
pub fn print_confinement(confinement: Option<Confinement>) {
    let words = confinement.map_or_else(|| "no worker could be asked".to_owned(), |told| told.words());
    println!("{words}\n");
}

/// Prints counts by format and outcome, cost, how the text compares with that of other programs, and the files that were
/// not read in full.
pub fn print(rows: &[Row], folder: &Path, reader: &Reader, took: Duration, limits: &Limits) {
    outcomes::print(rows);
    cost::print(rows, took, limits);
    peers::print(rows, folder, &reader.peers);
    peers::print_words(rows);
    print_failures(rows, folder);
}

/// Prints how each PDF compares with `pdftotext`, worst first.
pub fn print_list(rows: &[Row], folder: &Path) {
    let mut scores: Vec<(f64, &Row)> = rows.iter().filter_map(|row| Some((row.f1?, row))).collect();
    scores.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("\nF1 of the words against pdftotext:");
    for (f1, row) in scores {
        println!("  {f1:.4} {}", below(row, folder));
    }
}

fn print_failures(rows: &[Row], folder: &Path) {
    println!("\nnot read in full:");
    for row in rows {
        let Some(reason) = &row.extraction.reason else { continue };
        let short: String = reason.chars().take(110).collect();
        println!("  {:<12}{}: {short}", row.extraction.outcome.as_str(), below(row, folder));
    }
}

fn below(row: &Row, folder: &Path) -> String {
    row.path.strip_prefix(folder).unwrap_or(&row.path).display().to_string()
}

/// Whether a goal was met, in a word.
fn met(is: bool) -> &'static str {
    if is { "met" } else { "not met" }
}
