//! The index against a plain reading of the same pages.

use std::collections::BTreeSet;

use proof_search::{Days, Index, ItemDates, PageEntry, Query};

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

const TAGS: [&str; 3] = ["hot", "cold", "odd one"];

/// 2020-01-01, counted from the first of January of the year 1.
const DAY_ONE: i32 = 737_425;
const MONTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The first and the last day of a month of 2020 or 2021.
fn month(month: usize) -> Days {
    let length = |at: usize| MONTHS[at % 12] + i32::from(at == 1);
    let first = DAY_ONE + (0..month).map(length).sum::<i32>();
    Days { first, last: first + length(month) - 1 }
}

/// A question as a tree, with what it means spelled out.
enum Ask {
    Word(usize),
    Exact(usize),
    Prefix(&'static str),
    Phrase(Vec<usize>),
    Near(usize, usize, usize),
    Title(usize),
    Tag(usize),
    /// A month of 2020 or 2021, from 0.
    Dated(usize),
    And(Box<Ask>, Box<Ask>),
    Or(Box<Ask>, Box<Ask>),
    Not(Box<Ask>),
}

fn word(at: usize) -> &'static str {
    WORDS[at].0
}

/// The stem of a word of ours; other words are as good as their own stems.
fn stem(word: &str) -> &str {
    WORDS.iter().find(|(known, _)| *known == word).map_or(word, |(_, stem)| *stem)
}

impl Ask {
    fn random(dice: &mut Dice, depth: usize) -> Self {
        let at = |dice: &mut Dice| dice.roll(WORDS.len());
        let part = |dice: &mut Dice| Box::new(Self::random(dice, depth - 1));
        match if depth == 0 { dice.roll(9) } else { dice.roll(16) } {
            0 | 1 => Self::Word(at(dice)),
            2 => Self::Exact(at(dice)),
            3 => Self::Prefix(["set", "settl", "fin", "c", "5", "9"][dice.roll(6)]),
            4 => Self::Phrase((0..2 + dice.roll(2)).map(|_| at(dice)).collect()),
            5 => {
                let first = at(dice);
                Self::Near(first, (first + 1 + dice.roll(WORDS.len() - 1)) % WORDS.len(), 1 + dice.roll(4))
            }
            6 => Self::Title(at(dice)),
            7 => Self::Tag(dice.roll(TAGS.len())),
            8 => Self::Dated(dice.roll(24)),
            9..=11 => Self::And(part(dice), part(dice)),
            12 | 13 => Self::Or(part(dice), part(dice)),
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
            Self::Tag(at) => format!("tag:\"{}\"", TAGS[*at]),
            Self::Dated(month) => format!("dated:{}-{:02}", 2020 + month / 12, month % 12 + 1),
            Self::And(a, b) => format!("({} {})", a.typed(), b.typed()),
            Self::Or(a, b) => format!("({} OR {})", a.typed(), b.typed()),
            Self::Not(a) => format!("(NOT {})", a.typed()),
        }
    }

    /// Whether a page fits; words of no field are looked for in each of `texts`. `sure` asks for what fits for certain.
    fn fits(&self, texts: &[&str], page: &PageEntry, sure: bool) -> bool {
        let title = page.title.as_str();
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
            Self::Tag(at) => page.tags.iter().any(|tag| tag == TAGS[*at]),
            Self::Dated(at) => page.dates.dated.is_some_and(|days| {
                let month = month(*at);
                if sure {
                    days.first >= month.first && days.last <= month.last
                } else {
                    days.first <= month.last && days.last >= month.first
                }
            }),
            Self::And(a, b) => a.fits(texts, page, sure) && b.fits(texts, page, sure),
            Self::Or(a, b) => a.fits(texts, page, sure) || b.fits(texts, page, sure),
            Self::Not(a) => !a.fits(texts, page, !sure),
        }
    }

    /// Whether some word of no field is asked for, and not under a `NOT`.
    fn asks_text(&self) -> bool {
        match self {
            Self::Title(_) | Self::Tag(_) | Self::Dated(_) | Self::Not(_) => false,
            Self::And(a, b) | Self::Or(a, b) => a.asks_text() || b.asks_text(),
            _ => true,
        }
    }
}

fn sentence(dice: &mut Dice, most: usize) -> String {
    let length = dice.roll(most + 1);
    (0..length).map(|_| word(dice.roll(WORDS.len()))).collect::<Vec<_>>().join(" ")
}

/// What makes a page English, whatever else it says.
const ENGLISH: &str =
    " which the judge then explained to all of the people who were there with them in this room";

fn library(dice: &mut Dice, index: &Index, documents: usize) -> Vec<PageEntry> {
    let mut all = Vec::new();
    for document in 0..documents {
        let id = format!("d{document}");
        let title = sentence(dice, 2);
        let tags: Vec<String> =
            TAGS.iter().filter(|_| dice.roll(3) == 0).map(|tag| (*tag).to_owned()).collect();
        let (from, to) = (dice.roll(24), dice.roll(24));
        let dated = (dice.roll(4) > 0).then(|| match dice.roll(3) {
            0 => month(from),
            1 => Days { first: month(from).first, last: month(from).first },
            _ => Days { first: month(from.min(to)).first, last: month(from.max(to)).last },
        });
        let page = |number: u32, text: &str| PageEntry {
            tags: tags.clone(),
            dates: ItemDates { dated, ..ItemDates::default() },
            ..crate::page(&id, number, &title, text)
        };
        let pages: Vec<PageEntry> =
            (1..=4).map(|number| page(number, &format!("{}{ENGLISH}", sentence(dice, 9)))).collect();
        index.put(&id, pages.clone()).expect("put");
        if document % 130 == 0 {
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
        pages.iter().filter(|page| ask.fits(&[&page.text], page, false)).map(place).collect();
    let by_title = pages
        .iter()
        .filter(|page| page.page == 1 && ask.asks_text())
        .filter(|page| ask.fits(&[&page.text, &page.title], page, false))
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
fn four_hundred_random_queries_find_what_a_plain_reading_of_two_thousand_pages_finds() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let mut dice = Dice(1);
    let pages = library(&mut dice, &index, 500);
    assert_eq!(pages.len(), 2_000);
    let mut found_something = 0;
    for _ in 0..400 {
        let ask = Ask::random(&mut dice, 3);
        let typed = ask.typed();
        let seen = found(&index, &typed);
        assert_eq!(seen, expected(&ask, &pages), "{typed}");
        found_something += usize::from(!seen.0.is_empty());
    }
    assert!(found_something > 200);
}

#[test]
fn a_page_is_marked_exactly_where_a_word_or_phrase_of_it_is_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let (index, _) = open(dir.path());
    let mut dice = Dice(2);
    let pages = library(&mut dice, &index, 30);
    for _ in 0..80 {
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
