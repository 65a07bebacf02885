use super::*;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(60_000));

/// The text of so many pages.
fn texts(pages: usize) -> Vec<String> {
    documents(&LEXICON, pages).flat_map(|document| document.pages).collect()
}

/// The words of a text, but not its figures.
fn spoken(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[test]
fn the_corpus_is_the_same_each_time_and_has_as_many_pages_as_asked_for() {
    let once: Vec<Document> = documents(&LEXICON, 50).collect();
    let again: Vec<Document> = documents(&Lexicon::new(60_000), 50).collect();
    assert_eq!(once, again);
    assert_eq!(once.iter().map(|document| document.pages.len()).sum::<usize>(), 50);
    // A larger corpus begins with the smaller one, but for the document that was cut short.
    let larger: Vec<Document> = documents(&LEXICON, 60).take(once.len() - 1).collect();
    assert_eq!(larger, once[..once.len() - 1]);
}

#[test]
fn its_words_are_spread_as_those_of_english() {
    let pages = texts(400);
    let words: Vec<String> = pages.iter().flat_map(|page| spoken(page)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in &words {
        *counts.entry(word).or_default() += 1;
    }
    let total = real(words.len());
    let share = |word: &str| real(counts.get(word).copied().unwrap_or_default()) / total;
    let letters = real(words.iter().map(String::len).sum()) / total;
    let distinct = pages.iter().map(|page| spoken(page).collect::<HashSet<_>>().len());
    let distinct = real(distinct.sum()) / real(pages.len());
    for (what, value, least, most) in [
        ("words of a page", total / real(pages.len()), 310.0, 390.0),
        ("letters of a word", letters, 4.3, 5.3),
        ("the", share("the"), 0.04, 0.07),
        ("of", share("of"), 0.02, 0.04),
        (
            "words that stand once",
            real(counts.values().filter(|n| **n == 1).count()) / real(counts.len()),
            0.3,
            0.6,
        ),
        ("different words", real(counts.len()), 8_000.0, 25_000.0),
        ("different words of a page", distinct, 160.0, 240.0),
    ] {
        assert!((least..=most).contains(&value), "{what}: {value}");
    }
}

#[test]
fn some_pairs_of_words_are_customary() {
    let pages = texts(200);
    let mut pairs: HashMap<(&str, &str), usize> = HashMap::new();
    for page in &pages {
        let words: Vec<&str> = page.split_whitespace().collect();
        words.windows(2).for_each(|pair| *pairs.entry((pair[0], pair[1])).or_default() += 1);
    }
    let often = pairs.values().filter(|count| **count >= 10).count();
    assert!(often > 100, "{often}");
}

#[test]
fn most_documents_are_short_and_some_are_long() {
    let mut lengths: Vec<usize> = documents(&LEXICON, 1_000).map(|document| document.pages.len()).collect();
    lengths.sort_unstable();
    let (median, mean) = (lengths[lengths.len() / 2], real(1_000) / real(lengths.len()));
    assert!((3..=5).contains(&median) && (7.0..=13.0).contains(&mean), "{median} {mean}");
}
