//! What is asked: queries of each kind, made of words that stand together on pages.

use anyhow::{Context, Result};
use std::collections::HashMap;

use crate::chance::Chance;
use crate::corpus::{Band, CASES, Lexicon, low};
use crate::sqlite::pages::Pages;

/// Queries of a kind: as many of frequent words as of middling and of rare ones.
pub const EACH: usize = 240;
const SEED: u64 = 0x0041_736B;
const BANDS: [Band; 3] = [Band::Common, Band::Middling, Band::Rare];

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Term,
    Phrase,
    And,
    Or,
    Prefix,
    Fuzzy,
    Near,
    Case,
}

impl Kind {
    pub const ALL: [Self; 8] =
        [Self::Term, Self::And, Self::Or, Self::Phrase, Self::Near, Self::Prefix, Self::Fuzzy, Self::Case];

    /// What it is called in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Phrase => "phrase",
            Self::And => "and",
            Self::Or => "or",
            Self::Prefix => "prefix",
            Self::Fuzzy => "fuzzy",
            Self::Near => "near",
            Self::Case => "term in a case",
        }
    }
}

/// A query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub kind: Kind,
    pub words: Vec<String>,
    /// The case to search in, for [`Kind::Case`].
    pub case: usize,
}

impl Asked {
    /// On one line, for another process.
    pub fn line(&self) -> String {
        format!("{}\t{}\t{}", self.kind.name(), self.case, self.words.join(" "))
    }

    pub fn parse(line: &str) -> Result<Self> {
        let mut fields = line.split('\t');
        let mut next = || fields.next().with_context(|| format!("this is no query: {line}"));
        let (name, case, words) = (next()?, next()?.parse()?, next()?);
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name).context("no such kind")?;
        Ok(Self { kind, words: words.split(' ').map(ToOwned::to_owned).collect(), case })
    }
}

/// [`EACH`] of each kind, one kind after the other; the same each time for the same pages.
pub fn made(lexicon: &Lexicon, pages: &Pages) -> Result<Vec<Asked>> {
    let bands: HashMap<&str, Band> = lexicon.bands().collect();
    let (count, _) = pages.size()?;
    let mut source = Source { lexicon, bands, pages, count, chance: Chance(SEED) };
    let kinds = Kind::ALL.into_iter().flat_map(|kind| (0..EACH).map(move |at| (kind, at)));
    kinds.map(|(kind, at)| source.asked(kind, at)).collect()
}

struct Source<'a> {
    lexicon: &'a Lexicon,
    bands: HashMap<&'a str, Band>,
    pages: &'a Pages,
    count: usize,
    chance: Chance,
}

impl Source<'_> {
    fn asked(&mut self, kind: Kind, at: usize) -> Result<Asked> {
        let page = self.page()?;
        let few = 2 + at / BANDS.len() % 2;
        let words = match kind {
            Kind::Term | Kind::Case => self.words(&page, 1, at),
            Kind::And | Kind::Or => self.words(&page, few, at),
            Kind::Phrase => self.run(&page, 2 + at % 3),
            Kind::Near => self.near(&page),
            Kind::Prefix => self.words(&page, 1, at).iter().map(|word| self.beginning(word)).collect(),
            Kind::Fuzzy => self.words(&page, 1, at).iter().map(|word| self.mistyped(word)).collect(),
        };
        Ok(Asked { kind, words, case: low(CASES, &mut self.chance) })
    }

    /// The words of some page, in small letters; those of figures left out.
    fn page(&mut self) -> Result<Vec<String>> {
        let text = self.pages.text(1 + self.chance.below(self.count))?;
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words =
            words.filter(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()));
        Ok(words.map(str::to_lowercase).collect())
    }

    /// So many different words of a page, of one band after the other.
    fn words(&mut self, page: &[String], count: usize, at: usize) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let mut band = at;
        while words.len() < count {
            let word = self.word(page, BANDS[band % BANDS.len()]);
            if !words.contains(&word) {
                words.push(word);
                // The next is of the same band or of the one after it.
                band += self.chance.below(2);
            }
        }
        words
    }

    /// A word of the page that is of a band, or else any word that is.
    fn word(&mut self, page: &[String], band: Band) -> String {
        let of_band: Vec<&String> =
            page.iter().filter(|word| self.bands.get(word.as_str()) == Some(&band)).collect();
        // Not from the page each time: it may have one such word, and two are wanted.
        match of_band.len() {
            0 => self.lexicon.of_band(band, &mut self.chance).to_owned(),
            _ if self.chance.happens(10) => self.lexicon.of_band(band, &mut self.chance).to_owned(),
            some => of_band[self.chance.below(some)].clone(),
        }
    }

    /// Words that stand in a row, or nearly: figures and one-letter words may be between them.
    fn run(&mut self, page: &[String], count: usize) -> Vec<String> {
        let first = self.chance.below(page.len().saturating_sub(count).max(1));
        page.iter().skip(first).take(count).cloned().collect()
    }

    /// Two words that are a few words apart, either first.
    fn near(&mut self, page: &[String]) -> Vec<String> {
        let run = self.run(page, 5);
        let (first, last) = (run[0].clone(), run[run.len() - 1 - self.chance.below(2)].clone());
        if self.chance.happens(50) { vec![first, last] } else { vec![last, first] }
    }

    fn beginning(&mut self, word: &str) -> String {
        word.chars().take(3 + self.chance.below(3)).collect()
    }

    /// The word with one letter changed.
    fn mistyped(&mut self, word: &str) -> String {
        let at = 1 + self.chance.below(word.len() - 1);
        let letter = self.chance.of(&["a", "e", "i", "o", "r", "s", "t", "n"]);
        format!("{}{letter}{}", &word[..at], &word[at + 1..])
    }
}
