//! Files by format and outcome.

use crate::reading::{Read, Row};
use proof_model::Outcome;
use std::collections::BTreeMap;

/// Prints the files of the folder, and apart from them the files inside those.
pub fn print(rows: &[Row]) {
    print_table("format", &rows.iter().map(|row| &row.extraction).collect::<Vec<_>>());
    let inside: Vec<&Read> = rows.iter().flat_map(|row| &row.inside).collect();
    if !inside.is_empty() {
        println!();
        print_table("inside other files", &inside);
    }
}

fn print_table(title: &str, reads: &[&Read]) {
    let mut by_format: BTreeMap<&str, Vec<&Read>> = BTreeMap::new();
    for read in reads {
        by_format.entry(&read.format).or_default().push(read);
    }
    let outcomes = Outcome::ALL.map(|outcome| format!("{:>12}", outcome.as_str())).concat();
    println!("{title:<28}{outcomes}{:>10}{:>11}", "files", "with text");
    for (format, reads) in by_format {
        print_row(format, &reads);
    }
    print_row("all", reads);
}

fn print_row(name: &str, reads: &[&Read]) {
    let count = |outcome| reads.iter().filter(|read| read.outcome == outcome).count();
    let cells = Outcome::ALL.map(|outcome| format!("{:>12}", count(outcome))).concat();
    let with_text = reads.iter().filter(|read| read.has_text).count();
    println!("{name:<28}{cells}{:>10}{with_text:>11}", reads.len());
}
