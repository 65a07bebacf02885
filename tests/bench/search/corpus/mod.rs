//! Documents that read like English from afar: the frequencies of its words, their lengths, customary pairs of words, and
//! what papers are about, but not one sentence that means something. The same each time.

mod draw;
mod function_words;
mod lexicon;
mod prose;
mod spelling;

pub use draw::{low, real};
pub use lexicon::{Band, Lexicon, MANY};

use crate::chance::Chance;
use draw::{normal, whole};

/// Cases among which the documents are divided, unevenly.
pub const CASES: usize = 40;
/// Pages of a document: the median of a lognormal distribution, and its spread, which makes the mean ten.
const PAGES: f64 = 4.0;
const SPREAD: f64 = 1.354;
const MOST_PAGES: f64 = 2_000.0;
/// What a document is like comes from this key, apart from those of its words.
const TRAITS: usize = 1 << 40;

/// People whom the documents name.
const PEOPLE: usize = 2_000;
/// The first of January 2010, and the days from then on to the end of 2025.
const FIRST_DAY: i32 = 733_773;
const DAYS: usize = 5_844;

const MEDIA_TYPES: &[&str] =
    &["application/pdf", "application/pdf", "application/pdf", "message/rfc822", "text/html", "text/plain"];
const TAGS: &[&str] = &["privileged", "reviewed", "hot", "translation", "draft", "produced"];

/// A document and the text of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// From 0.
    pub number: usize,
    pub title: String,
    pub file_name: String,
    pub media_type: String,
    /// Numbers of the cases that it belongs to: one, or two.
    pub cases: Vec<usize>,
    pub tags: Vec<String>,
    /// Who wrote, sent or got it.
    pub people: Vec<String>,
    /// The day that it was published on, counted from the first of January of the year 1, which is day 1.
    pub published: i32,
    pub pages: Vec<String>,
}

/// Documents of so many pages altogether, made one by one.
pub fn documents(lexicon: &Lexicon, pages: usize) -> impl Iterator<Item = Document> {
    let mut left = pages;
    (0..).map_while(move |number| {
        let document = (left > 0).then(|| document(lexicon, number, left))?;
        left -= document.pages.len();
        Some(document)
    })
}

/// The document of this number, of no more pages than `most`.
fn document(lexicon: &Lexicon, number: usize, most: usize) -> Document {
    let chance = &mut draw::keyed(number, TRAITS);
    let count = whole((PAGES * (normal(chance) * SPREAD).exp()).clamp(1.0, MOST_PAGES)).min(most);
    let mut cases = vec![low(CASES, chance)];
    if chance.happens(10) {
        cases.push(chance.below(CASES));
        cases.dedup();
    }
    let page = |at: usize, chance: &mut Chance| {
        let words = prose::length(at + 1 == count && count > 1, chance);
        prose::page(lexicon, number, words, chance)
    };
    Document {
        number,
        title: prose::title(lexicon, number, chance),
        file_name: format!("{}-{number:06}.pdf", prose::title(lexicon, number, chance).replace(' ', "_")),
        media_type: chance.of(MEDIA_TYPES).to_owned(),
        cases,
        people: (0..=chance.below(4)).map(|_| prose::name(lexicon, low(PEOPLE, chance))).collect(),
        published: FIRST_DAY.saturating_add_unsigned(u32::try_from(chance.below(DAYS)).unwrap_or_default()),
        tags: TAGS.iter().filter(|_| chance.happens(5)).map(ToString::to_string).collect(),
        pages: (0..count).map(|at| page(at, chance)).collect(),
    }
}

#[cfg(test)]
mod tests;
