//! The words of the corpus and how often each is said.

use std::collections::HashSet;

use super::draw::{Weights, keyed, low, real, whole};
use super::function_words::FUNCTION_WORDS;
use super::spelling;
use crate::chance::Chance;

/// Words of one's own making, beside those that hold a sentence together, of a corpus that is measured.
pub const MANY: usize = 400_000;
/// Of a hundred words that are said, those that are of one's own making.
const CONTENT_SHARE: f64 = 0.53;
/// What Mandelbrot adds to Zipf's law: the word of rank `r` is said in proportion to `(r + SHIFT) ^ -EXPONENT`.
const SHIFT: f64 = 30.0;
const EXPONENT: f64 = 1.05;
/// Of a hundred words, those that are another form of one that is said more often.
const INFLECTED: usize = 45;
/// Words that may follow a word by custom, for each time that it stands among 100,000.
const FOLLOWERS: f64 = 1.0;
const SEED: u64 = 0x776F_7264;

/// A word by its place: function words first, then all others, each sort from the frequent to the rare.
pub type Place = usize;

/// All words.
#[derive(Debug)]
pub struct Lexicon {
    words: Vec<String>,
    /// Words that follow a word by custom.
    followers: Vec<usize>,
    all: Weights,
    content: Weights,
}

/// How often a word is said. Ranks are those among the words that carry a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// The three hundred most frequent.
    Common,
    /// Of ranks 1,000 to 10,000.
    Middling,
    /// Of ranks from 30,000 on.
    Rare,
}

impl Lexicon {
    /// The function words and so many others, 30,000 at least; the same each time.
    pub fn new(others: usize) -> Self {
        let content: Vec<f64> = (0..others).map(|rank| (real(rank + 1) + SHIFT).powf(-EXPONENT)).collect();
        let function: f64 = FUNCTION_WORDS.iter().map(|(_, said)| f64::from(*said)).sum();
        let scale = function / (1.0 - CONTENT_SHARE) * CONTENT_SHARE / content.iter().sum::<f64>();
        let said = FUNCTION_WORDS.iter().map(|(_, said)| f64::from(*said));
        let said: Vec<f64> = said.chain(content.iter().map(|weight| weight * scale)).collect();
        let total: f64 = said.iter().sum();
        let followers = said.iter().map(|said| 3 + whole(said / total * 100_000.0 * FOLLOWERS)).collect();
        Self { words: words(others), followers, all: Weights::new(&said), content: Weights::new(&content) }
    }

    pub fn word(&self, place: Place) -> &str {
        &self.words[place]
    }

    /// Any word, as often as it is said.
    pub fn any(&self, chance: &mut Chance) -> Place {
        self.all.draw(chance)
    }

    /// A word that means something, as often as it is said.
    pub fn meaning(&self, chance: &mut Chance) -> Place {
        FUNCTION_WORDS.len() + self.content.draw(chance)
    }

    /// One of the words that follow this one by custom, some of them more often than others.
    pub fn follower(&self, place: Place, chance: &mut Chance) -> Place {
        self.any(&mut keyed(place, low(self.followers[place], chance)))
    }

    /// Any word of a band, each as often as the others.
    pub fn of_band(&self, band: Band, chance: &mut Chance) -> &str {
        let ranks = match band {
            Band::Common => 0..300,
            Band::Middling => 1_000..10_000,
            Band::Rare => 30_000..self.words.len() - FUNCTION_WORDS.len(),
        };
        self.word(FUNCTION_WORDS.len() + ranks.start + chance.below(ranks.len()))
    }

    /// The words with their bands, those left out that are in none.
    pub fn bands(&self) -> impl Iterator<Item = (&str, Band)> {
        let meaning = self.words[FUNCTION_WORDS.len()..].iter().enumerate();
        meaning.filter_map(|(rank, word)| Some((word.as_str(), band(rank)?)))
    }
}

fn band(rank: usize) -> Option<Band> {
    match rank {
        0..300 => Some(Band::Common),
        1_000..10_000 => Some(Band::Middling),
        30_000.. => Some(Band::Rare),
        _ => None,
    }
}

/// Whether it does more than to hold a sentence together.
pub fn means_something(place: Place) -> bool {
    place >= FUNCTION_WORDS.len()
}

/// Function words and then the others: some new, some another form of one that is there.
fn words(others: usize) -> Vec<String> {
    let mut words: Vec<String> = FUNCTION_WORDS.iter().map(|(word, _)| (*word).to_owned()).collect();
    let mut known: HashSet<String> = words.iter().cloned().collect();
    let (mut lemmas, mut chance): (Vec<usize>, _) = (Vec::new(), Chance(SEED));
    let end = words.len() + others;
    while words.len() < end {
        let rank = words.len() - FUNCTION_WORDS.len();
        let inflects = !lemmas.is_empty() && chance.happens(INFLECTED);
        let word = if inflects {
            let lemma = lemmas[lemmas.len() / 8 + chance.below(lemmas.len() - lemmas.len() / 8)];
            spelling::inflected(&words[lemma], &mut chance)
        } else {
            spelling::word(syllables(rank, &mut chance), &mut chance)
        };
        if known.insert(word.clone()) {
            if !inflects {
                lemmas.push(words.len());
            }
            words.push(word);
        }
    }
    words
}

/// Frequent words are short.
fn syllables(rank: usize, chance: &mut Chance) -> usize {
    match rank {
        0..1_000 => 1 + usize::from(chance.happens(20)),
        1_000..10_000 => 1 + usize::from(chance.happens(60)),
        _ => 2 + usize::from(chance.happens(30)),
    }
}
