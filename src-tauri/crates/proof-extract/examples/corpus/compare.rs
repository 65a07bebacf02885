//! Our text beside that of `pdftotext`.

use proof_extract::Extraction;
use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use unicode_normalization::UnicodeNormalization;

/// How our text of a PDF compares with that of `pdftotext`.
pub struct Comparison {
    /// Harmonic mean of precision and recall over the words as a multiset; nothing if `pdftotext` finds no words.
    pub f1: Option<f64>,
    /// Whether we found words.
    pub found: bool,
}

/// Whether `pdftotext` is installed.
pub fn is_possible() -> bool {
    Command::new("pdftotext").arg("-v").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

impl Comparison {
    /// The comparison for the file at `path`, unless `pdftotext` cannot read it.
    pub fn of(path: &Path, extraction: &Extraction) -> Option<Self> {
        let mut command = Command::new("pdftotext");
        command.args(["-q", "-enc", "UTF-8"]).arg(path).arg("-").stderr(Stdio::null());
        let output = command.output().ok().filter(|output| output.status.success())?;
        let theirs = words(&String::from_utf8_lossy(&output.stdout));
        let text: Vec<&str> = extraction.pages.iter().map(|page| page.text.as_str()).collect();
        let ours = words(&text.join("\n"));
        Some(Self { f1: (!theirs.is_empty()).then(|| f1(&ours, &theirs)), found: !ours.is_empty() })
    }
}

/// How often each word occurs, with ligatures and presentation forms taken apart and invisible characters left out.
fn words(text: &str) -> HashMap<String, usize> {
    let text: String = text.chars().filter(|character| !is_invisible(*character)).nfkc().collect();
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_owned()).or_insert(0) += 1;
    }
    counts
}

fn is_invisible(character: char) -> bool {
    let formats = matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}');
    formats
        || matches!(character, '\u{202a}'..='\u{202e}')
        || character.is_control() && !character.is_whitespace()
}

#[allow(clippy::cast_precision_loss, reason = "word counts are small")]
fn f1(ours: &HashMap<String, usize>, theirs: &HashMap<String, usize>) -> f64 {
    let both: usize = ours.iter().map(|(word, count)| *count.min(theirs.get(word).unwrap_or(&0))).sum();
    let all = ours.values().sum::<usize>() + theirs.values().sum::<usize>();
    2.0 * both as f64 / all as f64
}
