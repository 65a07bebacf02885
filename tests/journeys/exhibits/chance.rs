//! Marks and Bates numbers are given, taken, moved, undone and done again by chance: whatever happens, there is never a gap
//! or a double, and history answers as a model tells it that is kept beside.

use std::collections::BTreeSet;

use proof_api::Session;
use serde_json::{Value, json};

use super::{line, papers::papers};
use crate::session::{ask, told};

const PAPERS: usize = 12;
const STEPS: usize = 220;

/// What bears which number: documents by their place among the papers.
#[derive(Clone, Default, PartialEq, Debug)]
struct Model {
    schemes: [Scheme; 2],
    /// Productions: their numbers and documents.
    productions: Vec<(usize, Vec<usize>)>,
}

/// A scheme: for each number the document that bears it, and those behind it with letters.
#[derive(Clone, Default, PartialEq, Debug)]
struct Scheme {
    first: usize,
    numbers: Vec<Vec<usize>>,
}

impl Scheme {
    fn all(&self) -> Vec<usize> {
        self.numbers.iter().flatten().copied().collect()
    }

    fn marks(&self, prefix: &str) -> Vec<(usize, String)> {
        let mut marks = Vec::new();
        for (number, documents) in (self.first..).zip(&self.numbers) {
            for (letter, document) in std::iter::once(None).chain((b'A'..).map(Some)).zip(documents) {
                let letter = letter.map(|letter| char::from(letter).to_string()).unwrap_or_default();
                marks.push((*document, format!("{prefix}{number:02}{letter}")));
            }
        }
        marks
    }

    /// Without some, and those behind moved up.
    fn without(&self, gone: &[usize]) -> Self {
        let mut scheme = self.clone();
        scheme.numbers.iter_mut().for_each(|documents| documents.retain(|document| !gone.contains(document)));
        scheme.numbers.retain(|documents| !documents.is_empty());
        scheme
    }
}

impl Model {
    /// All numbers, each with the document that bears it.
    fn numbers(&self) -> BTreeSet<(usize, String)> {
        let marks = self.schemes.iter().zip(["PX-", "JJS"]).flat_map(|(scheme, prefix)| scheme.marks(prefix));
        let stamps = self.productions.iter().flat_map(|(first, documents)| {
            (*first..).zip(documents).map(|(number, document)| (*document, format!("TT-{number:04}")))
        });
        marks.chain(stamps).collect()
    }
}

/// A command, what it is given, and what it should come to; none where it should be refused.
type Step = (&'static str, Value, Option<Model>);

/// Numbers by chance, the same each time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    /// Some of a list, in any order.
    fn some(&mut self, mut of: Vec<usize>, most: usize) -> Vec<usize> {
        let count = self.below(most.min(of.len()) + 1);
        (0..count).map(|_| of.swap_remove(self.below(of.len()))).collect()
    }
}

struct Play {
    session: Session,
    documents: Vec<String>,
    ids: [Value; 2],
    chance: Chance,
    now: Model,
    /// What undo goes back to, and redo forward.
    undo: Vec<Model>,
    redo: Vec<Model>,
    /// What stood after which line.
    history: Vec<(u64, Model)>,
}

impl Play {
    fn named(&self, documents: &[usize]) -> Vec<&String> {
        documents.iter().map(|at| &self.documents[*at]).collect()
    }

    fn step(&mut self) -> Step {
        let at = self.chance.below(2);
        match self.chance.below(11) {
            0..=3 => self.assign(at),
            4 | 5 => self.remove(at),
            6 => self.renumber(at),
            7 => {
                let (mut next, first) = (self.now.clone(), self.chance.below(5));
                next.schemes[at].first = first;
                let first = format!("{}{first:02}", ["PX-", "JJS"][at]);
                ("scheme_edit", json!({ "scheme": self.ids[at], "first": first }), Some(next))
            }
            8 => self.produce(self.now.clone()),
            9 if !self.now.productions.is_empty() => {
                let mut next = self.now.clone();
                let (first, _) = next.productions.remove(self.chance.below(self.now.productions.len()));
                ("production_remove", json!({ "production": format!("From {first}") }), Some(next))
            }
            _ => self.travel(),
        }
    }

    fn assign(&mut self, at: usize) -> Step {
        let (mut next, scheme) = (self.now.clone(), &self.now.schemes[at]);
        let chosen = self.chance.some((0..PAPERS).collect(), 4);
        let behind = self.chance.below(scheme.numbers.len() + 2);
        let is_behind = behind < scheme.numbers.len();
        if is_behind {
            next.schemes[at].numbers[behind].extend(&chosen);
        } else {
            next.schemes[at].numbers.extend(chosen.iter().map(|document| vec![*document]));
        }
        let fits = !chosen.is_empty() && chosen.iter().all(|document| !scheme.all().contains(document));
        let behind = if is_behind { (scheme.first + behind).to_string() } else { String::new() };
        let args = json!({ "scheme": self.ids[at], "documents": self.named(&chosen), "behind": behind });
        ("exhibit_assign", args, fits.then_some(next))
    }

    fn remove(&mut self, at: usize) -> Step {
        let (mut next, scheme) = (self.now.clone(), &self.now.schemes[at]);
        let (chosen, close) = (self.chance.some((0..PAPERS).collect(), 3), self.chance.below(2) == 0);
        let after = scheme.without(&chosen);
        let borne = !chosen.is_empty() && chosen.iter().all(|document| scheme.all().contains(document));
        let stays = after.marks("").iter().all(|mark| scheme.marks("").contains(mark));
        next.schemes[at] = after;
        let args = json!({ "scheme": self.ids[at], "documents": self.named(&chosen), "close_gaps": close });
        ("exhibit_remove", args, (borne && (close || stays)).then_some(next))
    }

    fn renumber(&mut self, at: usize) -> Step {
        let (mut next, all) = (self.now.clone(), self.now.schemes[at].all());
        let moved = self.chance.some(all.clone(), 4);
        let mut order: Vec<usize> = all.into_iter().filter(|document| !moved.contains(document)).collect();
        let to = self.chance.below(order.len() + 1);
        let before = order.get(to).map(|document| self.documents[*document].clone()).unwrap_or_default();
        order.splice(to..to, moved.iter().copied());
        next.schemes[at].numbers = order.into_iter().map(|document| vec![document]).collect();
        let moving = self.named(&moved);
        let args = json!({ "scheme": self.ids[at], "by": "given", "documents": moving, "before": before });
        ("exhibit_renumber", args, (!moved.is_empty()).then_some(next))
    }

    fn produce(&mut self, mut next: Model) -> Step {
        let chosen = self.chance.some((0..PAPERS).collect(), 5);
        let first = self.chance.below(30);
        let taken = |number: usize| {
            self.now.productions.iter().any(|(first, of)| (*first..*first + of.len()).contains(&number))
        };
        let fits = !chosen.is_empty() && !(first..first + chosen.len()).any(taken);
        let args = json!({
            "case": "Case", "name": format!("From {first}"), "first": format!("TT-{first:04}"), "documents": self.named(&chosen),
        });
        next.productions.push((first, chosen));
        ("production_add", args, fits.then_some(next))
    }

    fn travel(&mut self) -> Step {
        if self.chance.below(3) < 2 {
            ("undo", json!({}), self.undo.last().cloned())
        } else {
            ("redo", json!({}), self.redo.last().cloned())
        }
    }

    fn take(&mut self) {
        let (command, args, expected) = self.step();
        if command == "undo" && expected.is_none() {
            return; // Before the first mark: what is undone then is none of this.
        }
        let answer = ask(&self.session, command, args.clone());
        let Some(expected) = expected else {
            assert!(answer.is_err(), "{command} {args} should be refused in {:?}", self.now);
            return;
        };
        assert!(answer.is_ok(), "{command} {args} in {:?}: {answer:?}", self.now);
        let before = std::mem::replace(&mut self.now, expected);
        // An act that changes no row is no step of undo.
        match command {
            "undo" => drop((self.undo.pop(), self.redo.push(before))),
            "redo" => drop((self.redo.pop(), self.undo.push(before))),
            _ if before == self.now => {}
            _ => {
                self.undo.push(before);
                self.redo.clear();
            }
        }
        self.history.push((line(&self.session), self.now.clone()));
    }

    /// All numbers that the concordance tells of, today or after a line.
    fn told(&self, numbering: Option<u64>) -> BTreeSet<(usize, String)> {
        let rows =
            told(&self.session, "concordance", json!({ "find": "", "case": "Case", "numbering": numbering }));
        let mut numbers = BTreeSet::new();
        for row in rows.as_array().unwrap() {
            let document = self.documents.iter().position(|id| *id == row["document"]).unwrap();
            for number in row["marks"].as_array().unwrap().iter().chain(row["bates"].as_array().unwrap()) {
                if numbering.is_some() || number["until"].is_null() {
                    numbers.insert((document, number["shown"].as_str().unwrap().to_owned()));
                }
            }
        }
        numbers
    }
}

#[test]
fn whatever_happens_to_numbers_there_is_no_gap_and_history_tells_what_stood_when() {
    let (_folder, session, documents) = papers(PAPERS);
    let ids = ["PX-00", "JJS00"].map(|first| {
        told(&session, "scheme_add", json!({ "case": "Case", "first": first }))["scheme"].clone()
    });
    let (undo, redo, history) = (Vec::new(), Vec::new(), Vec::new());
    let mut play =
        Play { session, documents, ids, chance: Chance(4), now: Model::default(), undo, redo, history };
    for step in 0..STEPS {
        play.take();
        // The model has no gaps by the way it is made: it counts.
        assert_eq!(play.told(None), play.now.numbers(), "after step {step}");
        if step % 20 == 0 {
            assert_eq!(told(&play.session, "verify", json!({}))["problems"], json!([]), "after step {step}");
        }
    }
    assert!(play.history.len() > STEPS / 3, "most steps did something: {}", play.history.len());
    for (line, then) in &play.history {
        assert_eq!(play.told(Some(*line)), then.numbers(), "after line {line}");
    }
}
