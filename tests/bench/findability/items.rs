//! Known items: what somebody who has read a page remembers of it.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::chance::Chance;
use crate::forms;

/// A page that may be searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub document: String,
    pub file_name: String,
    pub number: u32,
    pub text: String,
}

/// How the words of an item are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// As they stand on the page.
    Right,
    /// One of them with a wrong letter.
    Mistyped,
    /// One or two of them in another form.
    Inflected,
}

impl Typed {
    pub const ALL: [Self; 3] = [Self::Right, Self::Mistyped, Self::Inflected];

    pub fn name(self) -> &'static str {
        match self {
            Self::Right => "as they stand",
            Self::Mistyped => "one mistyped",
            Self::Inflected => "other forms",
        }
    }
}

/// A page, and the words by which it is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The place of the page among all.
    pub page: usize,
    pub typed: Typed,
    pub words: Vec<String>,
}

/// Words of an item, and letters of a word at least.
const WORDS: usize = 4;
const LETTERS: std::ops::RangeInclusive<usize> = 4..=24;
/// Words of a sentence, so that it is one.
const SENTENCE: std::ops::RangeInclusive<usize> = 8..=60;
/// Of the words of an English page, those that English cannot do without: one in so many at least.
const ENGLISH: usize = 10;
const SEED: u64 = 0x4974_656D;

/// Words that say nothing of what a page is about.
const EMPTY: &[&str] = &[
    "about", "after", "again", "against", "also", "because", "been", "before", "being", "between", "both",
    "could", "does", "down", "during", "each", "every", "from", "further", "have", "having", "here", "into",
    "just", "many", "more", "most", "much", "must", "only", "other", "over", "same", "shall", "should",
    "since", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this",
    "those", "through", "under", "until", "upon", "very", "were", "what", "when", "where", "whether",
    "which", "while", "will", "with", "within", "without", "would", "your",
];

/// So many items, or as many as there are: from one page after the other in an order that chance made, a sentence that
/// stands on no other page, and its four rarest words; the same each time for the same pages.
pub fn picked(pages: &[Page], count: usize) -> Vec<Item> {
    let mut source =
        Source { frequency: frequency(pages), sentences: rare_sentences(pages), chance: Chance(SEED) };
    let mut order: Vec<usize> = (0..pages.len()).collect();
    for at in (1..order.len()).rev() {
        order.swap(at, source.chance.below(at + 1));
    }
    let mut items = Vec::new();
    while items.len() < count {
        let before = items.len();
        for page in &order {
            let typed = Typed::ALL[items.len() % Typed::ALL.len()];
            if items.len() < count {
                items.extend(source.item(*page, typed, is_english(&pages[*page].text)));
            }
        }
        if items.len() == before {
            break;
        }
    }
    items
}

/// The text without what a copy of it may have otherwise: only its words count.
pub fn same(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

struct Source {
    /// Pages that a word stands on.
    frequency: HashMap<String, usize>,
    /// The sentences of each page that were not chosen yet, as words.
    sentences: Vec<Vec<Vec<String>>>,
    chance: Chance,
}

impl Source {
    /// An item of the page, from a sentence that is left.
    fn item(&mut self, page: usize, typed: Typed, english: bool) -> Option<Item> {
        if typed == Typed::Inflected && !english {
            return None;
        }
        while !self.sentences[page].is_empty() {
            let chosen = self.chance.below(self.sentences[page].len());
            let sentence = self.sentences[page].swap_remove(chosen);
            let words = self.rarest(&sentence).and_then(|words| self.typed(words, typed));
            if let Some(words) = words {
                return Some(Item { page, typed, words });
            }
        }
        None
    }

    /// The rarest words of a sentence that mean something, in their order.
    fn rarest(&self, sentence: &[String]) -> Option<Vec<String>> {
        let mut known = HashSet::new();
        let meaning = sentence.iter().filter(|word| is_content(word) && known.insert(word.as_str()));
        let mut by_frequency: Vec<(usize, &String)> = meaning.enumerate().collect();
        by_frequency.sort_by_key(|(at, word)| (self.frequency[*word], Reverse(word.len()), *at));
        by_frequency.truncate(WORDS);
        by_frequency.sort_unstable();
        let words = by_frequency.into_iter().map(|(_, word)| word.clone()).collect::<Vec<_>>();
        (words.len() == WORDS).then_some(words)
    }

    fn typed(&mut self, mut words: Vec<String>, typed: Typed) -> Option<Vec<String>> {
        match typed {
            Typed::Right => {}
            Typed::Mistyped => {
                let at = self.chance.below(WORDS);
                words[at] = forms::mistyped(&words[at], &mut self.chance);
            }
            Typed::Inflected => {
                let (first, two) = (self.chance.below(WORDS), self.chance.happens(50));
                let order = (0..WORDS).map(|at| (first + at) % WORDS);
                let found: Vec<(usize, String)> = order
                    .filter_map(|at| Some((at, forms::inflected(&words[at])?)))
                    .take(1 + usize::from(two))
                    .collect();
                if found.is_empty() {
                    return None;
                }
                for (at, word) in found {
                    words[at] = word;
                }
            }
        }
        Some(words)
    }
}

/// Letters alone, neither too few nor too many of them; not one of those that stand everywhere. What is written without
/// spaces is left out, since its words are not to be had so simply.
fn is_content(word: &str) -> bool {
    let spaced = |c: char| c.is_alphabetic() && c < '\u{2E80}';
    LETTERS.contains(&word.chars().count()) && word.chars().all(spaced) && !EMPTY.contains(&word)
}

/// The words as they would be typed: hyphens at the ends of lines taken out, and what French leaves of an article before a
/// word. One that holds another apostrophe stays whole.
fn words(text: &str) -> impl Iterator<Item = String> {
    let joined = text.replace("-\n", "").replace('\u{2019}', "'");
    let words: Vec<String> = joined
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\'').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    words.into_iter().map(|word| match word.split_once('\'') {
        Some((article, word)) if article.chars().count() < 3 => word.to_owned(),
        _ => word,
    })
}

fn frequency(pages: &[Page]) -> HashMap<String, usize> {
    let mut frequency = HashMap::new();
    for page in pages {
        for word in words(&page.text).collect::<HashSet<_>>() {
            *frequency.entry(word).or_default() += 1;
        }
    }
    frequency
}

/// The sentences of each page that stand on no page with another text.
fn rare_sentences(pages: &[Page]) -> Vec<Vec<Vec<String>>> {
    let sentences: Vec<Vec<Vec<String>>> = pages.iter().map(|page| sentences(&page.text)).collect();
    let mut texts: HashMap<Vec<String>, HashSet<String>> = HashMap::new();
    for (page, sentences) in pages.iter().zip(&sentences) {
        let text = same(&page.text);
        for sentence in sentences {
            texts.entry(sentence.clone()).or_default().insert(text.clone());
        }
    }
    let rare = |sentence: &Vec<String>| texts.get(sentence).is_some_and(|texts| texts.len() == 1);
    sentences.into_iter().map(|sentences| sentences.into_iter().filter(rare).collect()).collect()
}

fn sentences(text: &str) -> Vec<Vec<String>> {
    let paragraphs = text.split("\n\n").flat_map(|paragraph| paragraph.split(['.', '!', '?', ';', ':']));
    let sentences = paragraphs.map(|sentence| words(sentence).collect::<Vec<_>>());
    sentences.filter(|sentence| SENTENCE.contains(&sentence.len())).collect()
}

fn is_english(text: &str) -> bool {
    let all: Vec<String> = words(text).collect();
    let holding = |word: &&String| ["the", "of", "and", "to", "is"].contains(&word.as_str());
    all.iter().filter(holding).count() * ENGLISH >= all.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Vec<Page> {
        let page = |number: u32, text: &str| Page {
            document: "a".to_owned(),
            file_name: "a.txt".to_owned(),
            number,
            text: text.to_owned(),
        };
        let shared =
            "All parties to the settlement agree that the mediator is bound by the rules of the chamber.";
        vec![
            page(
                1,
                &format!(
                    "{shared} The harbour authority dredged the northern channel of the estuary in 2019 and 2020."
                ),
            ),
            page(
                2,
                &format!(
                    "{shared} The quick notary signed the mortgage and the deed of the orchard in his office."
                ),
            ),
            page(
                3,
                "Die Behörde verlangt vom Betreiber eine Auskunft über sämtliche Zahlungen des Vorjahres.",
            ),
            page(4, "12 13 14 15 16 17 18 19 20"),
            page(5, shared),
            page(
                6,
                "The auditors of the subsidiary found invoices of a supplier that the registry does not know.",
            ),
        ]
    }

    #[test]
    fn items_are_the_rarest_words_of_sentences_that_stand_on_one_page() {
        let pages = pages();
        let items = picked(&pages, 30);
        assert_eq!(items, picked(&pages, 30));
        // One of each sort, and what is not English in no other forms.
        assert!(items.len() >= 3, "{items:?}");
        for item in &items {
            let text: Vec<String> = words(&pages[item.page].text).collect();
            let there = item.words.iter().filter(|word| text.contains(word)).count();
            let least = match item.typed {
                Typed::Right => 4,
                Typed::Mistyped => 3,
                Typed::Inflected => 2,
            };
            assert!(item.words.len() == 4 && there >= least, "{item:?}");
            assert!(item.typed == Typed::Right || there < 4, "{item:?}");
            assert!(!item.words.iter().any(|word| word == "settlement" || word == "2019"), "{item:?}");
        }
    }

    #[test]
    fn words_are_what_somebody_would_type() {
        let table: &[(&str, &[&str])] = &[
            ("The settle-\nment, \u{2018}signed\u{2019}", &["the", "settlement", "signed"]),
            ("Pour s\u{2019}adresser \u{e0} l'avocat", &["pour", "adresser", "\u{e0}", "avocat"]),
            ("Slaughter'd in 2019", &["slaughter'd", "in", "2019"]),
        ];
        for (text, expected) in table {
            assert_eq!(words(text).collect::<Vec<_>>(), *expected, "{text}");
        }
    }

    #[test]
    fn a_copy_is_a_page_of_the_same_words() {
        for (a, b, expected) in [("The quick\nfox.", "the  quick fox", true), ("The fox", "The foxes", false)]
        {
            assert_eq!(same(a) == same(b), expected, "{a} {b}");
        }
    }
}
