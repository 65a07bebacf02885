//! The text of a page: sentences, paragraphs, names, numbers.

use super::draw::{keyed, low, normal, real, whole};
use super::lexicon::{Lexicon, Place, means_something};
use crate::chance::Chance;

/// Of a hundred words, those that follow the one before by custom.
const CUSTOMARY: usize = 30;
/// Of a hundred words that mean something, those that a document keeps coming back to.
const TOPICAL: usize = 30;
const REPEATED_OR_TOPICAL: usize = REPEATED + TOPICAL;
/// How many words that is.
const TOPIC: usize = 80;
/// Of a hundred words that mean something, those that the page has said before.
const REPEATED: usize = 20;
/// Of a hundred words, the figures, the names and those with a comma behind them.
const FIGURES: usize = 3;
const NAMES: usize = 3;
const COMMAS: usize = 7;
/// Of a hundred sentences, the last ones of a paragraph.
const PARAGRAPHS: usize = 22;
/// The words of a sentence: the median of a lognormal distribution, and its spread.
const SENTENCE: f64 = 17.0;
const SENTENCE_SPREAD: f64 = 0.55;
/// Characters of a line.
const LINE: usize = 84;

/// The key of people's names, apart from those of documents' words.
const PEOPLE: usize = 1 << 41;

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The text of a page of so many words. Documents of the same number keep to the same words.
pub fn page(lexicon: &Lexicon, document: usize, words: usize, chance: &mut Chance) -> String {
    let mut page = Page { text: String::with_capacity(words * 7), line: 0 };
    let mut speech = Speech { lexicon, document, last: 0, said: Vec::new() };
    let mut said = 0;
    while said < words {
        let length = sentence(chance).min(words - said).max(2);
        for at in 0..length {
            let mut word = speech.next(chance);
            if at == 0 {
                word = capital(&word);
            }
            let mark = match at + 1 == length {
                true => ".",
                false if chance.happens(COMMAS) => ",",
                false => "",
            };
            page.put(&word, mark);
        }
        if chance.happens(PARAGRAPHS) {
            page.end_paragraph();
        }
        said += length;
    }
    page.text
}

/// Some words that a document of this number keeps coming back to, each with a capital.
pub fn title(lexicon: &Lexicon, document: usize, chance: &mut Chance) -> String {
    let words: Vec<String> =
        (0..2 + chance.below(5)).map(|_| capital(lexicon.word(topic(lexicon, document, chance)))).collect();
    words.join(" ")
}

/// The name of the person of this number.
pub fn name(lexicon: &Lexicon, number: usize) -> String {
    let mut chance = keyed(number, PEOPLE);
    let [first, last] = [(); 2].map(|()| capital(lexicon.word(lexicon.meaning(&mut chance))));
    format!("{first} {last}")
}

fn topic(lexicon: &Lexicon, document: usize, chance: &mut Chance) -> Place {
    lexicon.meaning(&mut keyed(document, low(TOPIC, chance)))
}

fn sentence(chance: &mut Chance) -> usize {
    whole(SENTENCE * (normal(chance) * SENTENCE_SPREAD).exp()).clamp(3, 60)
}

/// Says one word after the other.
struct Speech<'a> {
    lexicon: &'a Lexicon,
    document: usize,
    last: Place,
    /// What the page has said that means something.
    said: Vec<Place>,
}

impl Speech<'_> {
    fn next(&mut self, chance: &mut Chance) -> String {
        if chance.happens(FIGURES) {
            return figure(chance);
        }
        if chance.happens(NAMES) {
            return capital(self.lexicon.word(topic(self.lexicon, self.document, chance)));
        }
        let mut place = if chance.happens(CUSTOMARY) {
            self.lexicon.follower(self.last, chance)
        } else {
            self.lexicon.any(chance)
        };
        if means_something(place) {
            place = self.dwelling(place, chance);
        }
        if place == self.last {
            place = self.lexicon.meaning(chance);
        }
        self.last = place;
        self.lexicon.word(place).to_owned()
    }

    /// The word, or one that the page or the document keeps coming back to.
    fn dwelling(&mut self, place: Place, chance: &mut Chance) -> Place {
        let place = match chance.below(100) {
            0..REPEATED if !self.said.is_empty() => return self.said[chance.below(self.said.len())],
            REPEATED..REPEATED_OR_TOPICAL => topic(self.lexicon, self.document, chance),
            _ => place,
        };
        self.said.push(place);
        place
    }
}

/// A number, a sum, a day or a docket number, as they stand in papers.
fn figure(chance: &mut Chance) -> String {
    match chance.below(10) {
        0..4 => (1 + low(200, chance)).to_string(),
        4 => (1990 + chance.below(36)).to_string(),
        5 => format!("${}.{} million", 1 + low(90, chance), chance.below(10)),
        6 => format!("${},{:03}", 1 + low(900, chance), chance.below(1000)),
        7 => format!("{} {} {}", 1 + chance.below(28), chance.of(MONTHS), 2005 + chance.below(21)),
        8 => format!("{}:{}-cv-{:05}", 1 + chance.below(4), 10 + chance.below(16), chance.below(100_000)),
        _ => format!("{}({})", 1 + chance.below(400), chance.of(&["a", "b", "c", "i", "ii"])),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Text in lines.
struct Page {
    text: String,
    /// Characters of the last line.
    line: usize,
}

impl Page {
    fn put(&mut self, word: &str, mark: &str) {
        let length = word.len() + mark.len() + 1;
        if self.line + length > LINE {
            self.text.push('\n');
            self.line = 0;
        } else if self.line > 0 {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.text.push_str(mark);
        self.line += length;
    }

    fn end_paragraph(&mut self) {
        self.text.push_str("\n\n");
        self.line = 0;
    }
}

/// Words of a page, by a normal distribution; the last page of a document has fewer.
pub fn length(last: bool, chance: &mut Chance) -> usize {
    let full = whole((370.0 + 60.0 * normal(chance)).clamp(150.0, 600.0));
    if last { whole(real(full) * super::draw::share(chance)).max(20) } else { full }
}
