//! Words of a text, folded so that two programs' ways of writing the same word count as one.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How often each word occurs: runs of letters and digits in lower case, with ligatures and presentation forms taken apart
/// (Unicode's NFKC), invisible characters left out, and words joined that a hyphen parts at the end of a line, which some
/// programs do and others do not.
pub fn words(text: &str) -> HashMap<String, usize> {
    let text: String = text.chars().filter(|character| !is_invisible(*character)).nfkc().collect();
    let text = joined(&text);
    let mut counts = HashMap::new();
    for word in text.split(|character: char| !is_of_word(character)).filter(|word| holds_words(word)) {
        // A mark that stands on no letter belongs to no word.
        let word = word.trim_start_matches(is_combining_mark);
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts
}

/// Whether there is a word in it.
pub fn holds_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Harmonic mean of precision and recall over the words as multisets; none where neither has any.
#[allow(clippy::cast_precision_loss, reason = "word counts are small")]
pub fn f1(ours: &HashMap<String, usize>, theirs: &HashMap<String, usize>) -> Option<f64> {
    let both: usize = ours.iter().map(|(word, count)| *count.min(theirs.get(word).unwrap_or(&0))).sum();
    let all = ours.values().sum::<usize>() + theirs.values().sum::<usize>();
    (all > 0).then(|| 2.0 * both as f64 / all as f64)
}

/// Letters and digits with the marks that stand on them.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// The text without hyphens at the ends of lines, and with what they part put together.
fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim_end();
        match line.strip_suffix(['-', '\u{2010}']) {
            Some(begun) if begun.ends_with(char::is_alphabetic) => joined.push_str(begun),
            _ => {
                joined.push_str(line);
                joined.push('\n');
            }
        }
    }
    joined
}

fn is_invisible(character: char) -> bool {
    let formats = matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}');
    formats
        || matches!(character, '\u{202a}'..='\u{202e}')
        || character.is_control() && !character.is_whitespace()
}
