//! The index against a plain reading of the same pages.

use std::collections::BTreeSet;

use proof_search::{Index, PageEntry, Query};

use crate::{Dice, open, search};

/// Words with their stems. Titles share some of them.
const WORDS: [(&str, &str); 12] = [
    ("settle", "settl"),
    ("settled", "settl"),
    ("settlement", "settlement"),
    ("claims", "claim"),
    ("claim", "claim"),
    ("fine", "fine"),
    ("fines", "fine"),
    ("finer", "finer"),
    ("court", "court"),
    ("5.7", "5.7"),
    ("92", "92"),
    ("ftc", "ftc"),
];

/// A question as a tree, with what it means spelled out.
enum Ask {
    Word(usize),
    Exact(usize),
    Prefix(&'static str),
    Phrase(Vec<usize>),
    Near(usize, usize, usize),
    Title(usize),
    And(Box<Ask>, Box<Ask>),
    Or(Box<Ask>, Box<Ask>),
    Not(Box<Ask>),
}

fn word(at: usize) -> &'static str {
    WORDS[at].0
}

fn stem(word: &str) -> &'static str {
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, stem)| *stem).expect("a known word")
}

impl Ask {
    fn random(dice: &mut Dice, depth: usize) -> Self {
        let at = |dice: &mut Dice| dice.roll(WORDS.len());
        let part = |dice: &mut Dice| Box::new(Self::random(dice, depth - 1));
        match if depth == 0 { dice.roll(7) } else { dice.roll(14) } {
            0 | 1 => Self::Word(at(dice)),
            2 => Self::Exact(at(dice)),
            3 => Self::Prefix(["set", "settl", "fin", "c", "5", "9"][dice.roll(6)]),
            4 => Self::Phrase((0..2 + dice.roll(2)).map(|_| at(dice)).collect()),
            5 => {
                let first = at(dice);
                Self::Near(first, (first + 1 + dice.roll(WORDS.len() - 1)) % WORDS.len(), 1 + dice.roll(4))
            }
            6 => Self::Title(at(dice)),
            7..=9 => Self::And(part(dice), part(dice)),
            10 | 11 => Self::Or(part(dice), part(dice)),
            _ => Self::Not(part(dice)),
        }
    }

    fn typed(&self) -> String {
        match self {
            Self::Word(at) => word(*at).to_uppercase(),
            Self::Exact(at) => format!("={}", word(*at)),
            Self::Prefix(start) => format!("{start}*"),
            Self::Phrase(words) => {
                format!("\"{}\"", words.iter().map(|at| word(*at)).collect::<Vec<_>>().join(" "))
            }
            Self::Near(a, b, slop) => format!("\"{} {}\"~{slop}", word(*a), word(*b)),
            Self::Title(at) => format!("title:{}", word(*at)),
            Self::And(a, b) => format!("({} {})", a.typed(), b.typed()),
            Self::Or(a, b) => format!("({} OR {})", a.typed(), b.typed()),
            Self::Not(a) => format!("(NOT {})", a.typed()),
        }
    }

    /// Whether a text with this title fits; words of no field are looked for in each of `texts`.
    fn fits(&self, texts: &[&str], title: &str) -> bool {
        let any = |fits: &dyn Fn(&[&str]) -> bool| {
            texts.iter().any(|text| fits(&text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>()))
        };
        match self {
            Self::Word(at) => any(&|words| words.iter().any(|w| stem(w) == WORDS[*at].1)),
            Self::Exact(at) => any(&|words| words.contains(&word(*at))),
            Self::Prefix(start) => any(&|words| words.iter().any(|w| w.starts_with(start))),
            Self::Phrase(wanted) => any(&|words| {
                words.windows(wanted.len()).any(|seen| seen.iter().zip(wanted).all(|(s, w)| *s == word(*w)))
            }),
            Self::Near(a, b, slop) => any(&|words| {
                words.windows(slop + 2).any(|seen| seen.contains(&word(*a)) && seen.contains(&word(*b)))
                    || words.len() < slop + 2 && words.contains(&word(*a)) && words.contains(&word(*b))
            }),
            Self::Title(at) => title.split(' ').any(|w| !w.is_empty() && stem(w) == WORDS[*at].1),
            Self::And(a, b) => a.fits(texts, title) && b.fits(texts, title),
            Self::Or(a, b) => a.fits(texts, title) || b.fits(texts, title),
            Self::Not(a) => !a.fits(texts, title),
        }
    }

    /// Whether some word of no field is asked for, and not under a `NOT`.
    fn asks_text(&self) -> bool {
        match self {
            Self::Title(_) | Self::Not(_) => false,
            Self::And(a, b) | Self::Or(a, b) => a.asks_text() || b.asks_text(),
            _ => true,
        }
    }
}

fn sentence(dice: &mut Dice, most: usize) -> String {
    let length = dice.roll(most + 1);
    (0..length).map(|_| word(dice.roll(WORDS.len()))).collect::<Vec<_>>().join(" ")
}

fn library(dice: &mut Dice, index: &Index) -> Vec<PageEntry> {
    let mut all = Vec::new();
    for document in 0..100 {
        let id = format!("d{document}");
        let title = sentence(dice, 2);
        let pages: Vec<PageEntry> =
            (1..=3).map(|number| crate::page(&id, number, &title, &sentence(dice, 9))).collect();
        index.put(&id, pages.clone()).expect("put");
        if document % 30 == 0 {
            index.commit().expect("commit");
        }
        all.extend(pages);
    }
    index.commit().expect("commit");
    all
}

type Places = BTreeSet<(String, u32)>;

fn expected(ask: &Ask, pages: &[PageEntry]) -> (Places, Places) {
    let place = |page: &PageEntry| (page.document.clone(), page.page);
    let in_text: Places =
        pages.iter().filter(|page| ask.fits(&[&page.text], &page.title)).map(place).collect();
    let by_title = pages
        .iter()
        .filter(|page| page.page == 1 && ask.asks_text())
        .filter(|page| ask.fits(&[&page.text, &page.title], &page.title))
        .filter(|page| !in_text.iter().any(|(document, _)| *document == page.document))
        .map(place)
        .collect();
    (in_text, by_title)
}

fn found(index: &Index, typed: &str) -> (Places, Places) {
    let (mut in_text, mut by_title) = (Places::new(), Places::new());
    for hit in search(index, typed).hits {
        for page in hit.pages {
            let places = if page.in_text { &mut in_text } else { &mut by_title };
            places.insert((hit.document.clone(), page.page));
        }
    }
    (in_text, by_title)
}

#[test]
fn a_thousand_random_queries_find_what_a_plain_reading_finds() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let mut dice = Dice(1);
    let pages = library(&mut dice, &index);
    let mut found_something = 0;
    for _ in 0..1_000 {
        let ask = Ask::random(&mut dice, 3);
        let typed = ask.typed();
        let seen = found(&index, &typed);
        assert_eq!(seen, expected(&ask, &pages), "{typed}");
        found_something += usize::from(!seen.0.is_empty());
    }
    assert!(found_something > 500);
}

#[test]
fn a_page_is_marked_exactly_where_a_word_or_phrase_of_it_is_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let mut dice = Dice(2);
    let pages = library(&mut dice, &index);
    for _ in 0..100 {
        let ask = Ask::random(&mut dice, 0);
        if !ask.asks_text() {
            continue;
        }
        let query = Query::parse(&ask.typed()).expect("a query");
        let (in_text, _) = found(&index, &ask.typed());
        for page in &pages {
            let found = in_text.contains(&(page.document.clone(), page.page));
            assert_eq!(!query.highlights(&page.text).is_empty(), found, "{} in {:?}", ask.typed(), page.text);
        }
    }
}

#[test]
fn spelling_is_matched_by_index_and_marks_alike() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let mut dice = Dice(3);
    let random_word =
        |dice: &mut Dice| -> String { (0..=dice.roll(5)).map(|_| *dice.pick(&['a', 'b', 'c'])).collect() };
    let words: Vec<String> = (0..200).map(|_| random_word(&mut dice)).collect();
    for (at, word) in words.iter().enumerate() {
        let id = format!("d{at}");
        index.put(&id, [crate::page(&id, 1, "", word)]).expect("put");
    }
    index.commit().expect("commit");
    for _ in 0..60 {
        let typed = format!("{}~{}", random_word(&mut dice), 1 + dice.roll(2));
        let query = Query::parse(&typed).expect("a query");
        let marked = words.iter().filter(|word| !query.highlights(word).is_empty()).count();
        assert_eq!(search(&index, &typed).total, marked, "{typed}");
    }
}
