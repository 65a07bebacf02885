//! Our text beside that of other programs.

use super::{below, met};
use crate::peer::Peer;
use crate::reading::Row;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Of the files in which another program finds text, the share in which we are to find some.
const GIVE_TEXT: f64 = 0.97;
/// The middle F1 over all PDFs, and that of the lowest tenth.
const MEDIAN: f64 = 0.99;
const TENTH: f64 = 0.80;

/// Prints, by format, in how many of the files with text for any peer we find some, and which those are where we do not.
pub fn print(rows: &[Row], folder: &Path, peers: &[(&Peer, Option<String>)]) {
    println!("\nfiles in which another program finds words, and those of them in which we do:");
    for (format, rows) in by_format(rows) {
        let named = named(&rows, peers);
        let with: Vec<&&Row> = rows.iter().filter(|row| !row.found.is_empty()).collect();
        let ours = with.iter().filter(|row| row.extraction.has_text).count();
        println!("  {format:<8}{:>5}{ours:>6}   {named}", with.len());
        for row in with.iter().filter(|row| !row.extraction.has_text) {
            println!("      no words here: {} ({})", below(row, folder), row.found.join(", "));
        }
    }
    let with: Vec<&Row> = rows.iter().filter(|row| !row.found.is_empty()).collect();
    let all = with.len();
    let ours = with.iter().filter(|row| row.extraction.has_text).count();
    let share = ours as f64 / all.max(1) as f64;
    println!(
        "  {:<8}{all:>5}{ours:>6}   {:.1} %; goal ≥ 97 %: {}",
        "all",
        share * 100.0,
        met(share >= GIVE_TEXT)
    );
}

/// Prints how the words of PDFs compare with those of `pdftotext`.
pub fn print_words(rows: &[Row]) {
    let mut scores: Vec<f64> = rows.iter().filter_map(|row| row.f1).collect();
    scores.sort_by(f64::total_cmp);
    let (Some(median), Some(tenth)) = (scores.get(scores.len() / 2), scores.get(scores.len() / 10)) else {
        return;
    };
    println!("\nF1 of the words against pdftotext, over the {} files in which it finds some:", scores.len());
    println!("  median       {median:.4}; goal ≥ {MEDIAN}: {}", met(*median >= MEDIAN));
    println!("  lowest tenth {tenth:.4}; goal ≥ {TENTH:.2}: {}", met(*tenth >= TENTH));
}

/// By the format that the file has, or that its name promises where no program knows what it is.
fn by_format(rows: &[Row]) -> BTreeMap<&str, Vec<&Row>> {
    let mut formats: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        formats.entry(&row.extraction.format).or_default().push(row);
    }
    formats
}

/// The programs for files of this kind, with their versions, and those that are missing.
fn named(rows: &[&Row], peers: &[(&Peer, Option<String>)]) -> String {
    let format = rows.first().map_or("", |row| &row.extraction.format);
    let reads = peers.iter().filter(|(peer, _)| peer.formats.contains(&format));
    let names: BTreeSet<String> = reads
        .map(|(peer, version)| match version {
            Some(version) => format!("{} {version}", peer.name).trim().to_owned(),
            None => format!("{} is missing", peer.name),
        })
        .collect();
    if names.is_empty() {
        "no program is asked".to_owned()
    } else {
        names.into_iter().collect::<Vec<_>>().join(", ")
    }
}
