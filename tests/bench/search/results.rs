//! The figures of a corpus, and the lines of the table that they make.

use serde_json::{Value, json};
use std::collections::BTreeMap;

use crate::beside::report_beside;
use crate::corpus::real;
use crate::queries::Kind;

/// Bytes of an index for each byte of text, megabytes of text a second, megabytes of memory, milliseconds: the goals.
const SIZE: f64 = 0.45;
const SPEED: f64 = 40.0;
const MEMORY: f64 = 250.0;
const FIRST_PAGE: f64 = 20.0;

/// All that was measured on one corpus.
pub struct Corpus {
    pub pages: usize,
    /// Bytes of text.
    pub text: usize,
    pub ours: Measured,
    pub peers: Vec<Measured>,
    pub first_page: Asking,
}

/// An engine's figures.
pub struct Measured {
    pub name: &'static str,
    /// What it is called in the table.
    pub called: String,
    /// Seconds of indexing by the clock, and of all processors.
    pub seconds: f64,
    pub processor: f64,
    pub bytes: u64,
    /// Megabytes of memory at most while it indexed.
    pub memory: f64,
    pub asking: Asking,
}

/// What asking an engine gave, in all turns.
#[derive(Default)]
pub struct Asking {
    /// Milliseconds by the name of the kind, one list for each turn, in the order of the queries.
    turns: Vec<BTreeMap<String, Vec<f64>>>,
    /// Megabytes of memory of its own, of mapped files, and of both together, at most.
    own: f64,
    mapped: f64,
    most: f64,
}

impl Measured {
    pub fn missing(name: &'static str, called: &str) -> Self {
        let called = format!("{called} is missing");
        Self {
            name,
            called,
            seconds: f64::NAN,
            processor: f64::NAN,
            bytes: 0,
            memory: f64::NAN,
            asking: Asking::default(),
        }
    }

    pub fn indexed(name: &'static str, called: &str, answer: &Value, bytes: u64) -> Self {
        Self {
            name,
            called: called.to_owned(),
            seconds: number(&answer["seconds"]),
            processor: number(&answer["processor"]),
            bytes,
            memory: number(&answer["memory"]["most"]),
            asking: Asking::default(),
        }
    }
}

impl Asking {
    /// Adds a turn, as the process that asked told of it.
    pub fn add(&mut self, answer: &Value) {
        let times = answer["times"].as_object().into_iter().flatten();
        let list = |list: &Value| list.as_array().into_iter().flatten().map(number).collect();
        self.turns.push(times.map(|(kind, times)| (kind.clone(), list(times))).collect());
        for (field, most) in [("own", &mut self.own), ("mapped", &mut self.mapped), ("most", &mut self.most)]
        {
            *most = most.max(number(&answer["memory"][field]));
        }
    }

    /// The times of the first queries of a kind, in all turns.
    fn of(&self, kind: Kind, queries: usize) -> Vec<f64> {
        let of_kind = self.turns.iter().filter_map(|turn| turn.get(kind.name()));
        of_kind.flat_map(|times| times.iter().take(queries).copied()).collect()
    }

    /// Queries of a kind that were asked in every turn.
    fn asked(&self, kind: Kind) -> usize {
        let of_kind = self.turns.iter().map(|turn| turn.get(kind.name()).map_or(0, Vec::len));
        of_kind.min().unwrap_or_default()
    }

    fn all(&self) -> Vec<f64> {
        Kind::ALL.iter().flat_map(|kind| self.of(*kind, usize::MAX)).collect()
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Prints the lines of a corpus.
pub fn print(corpus: &Corpus) {
    let text = real(corpus.text) / 1e6;
    let say = |what: &str| format!("{} pages: {what}", thousands(corpus.pages));
    let share = |engine: &Measured| bytes(engine) / text;
    let goal = json!({"rate": "of the text", "goal": SIZE});
    against_peers(corpus, &say("size of the index"), share, &goal);
    let goal = json!({"rate": "MB of text/s", "floor": SPEED});
    against_peers(corpus, &say("indexing"), |engine| text / engine.seconds, &goal);
    let alone = json!({"rate": "MB of text/CPU-s"});
    against_peers(corpus, &say("indexing, by processors"), |engine| text / engine.processor, &alone);
    against_peers(corpus, &say("memory while indexing"), |engine| engine.memory, &json!({"rate": "MB"}));
    let goal = json!({"rate": "MB", "goal": MEMORY});
    against_peers(corpus, &say("memory while searching, its own"), |engine| engine.asking.own, &goal);
    let most = |engine: &Measured| engine.asking.most;
    against_peers(corpus, &say("the same with the index's mapped pages"), most, &json!({"rate": "MB"}));
    for kind in Kind::ALL {
        print_kind(corpus, kind, &say(kind.name()));
    }
    let what = say("first page of results, with snippets and facets");
    report_beside(&what, &corpus.first_page.all(), ("", &[]), json!({"goal": FIRST_PAGE, "late": true}));
    let what = say("memory while making first pages, its own");
    report_beside(&what, &[corpus.first_page.own], ("", &[]), json!({"rate": "MB", "goal": MEMORY}));
}

/// Megabytes on disk.
fn bytes(engine: &Measured) -> f64 {
    real(usize::try_from(engine.bytes).unwrap_or(usize::MAX)) / 1e6
}

/// A line for each peer, the goal in the first of them; or one line without any.
fn against_peers(corpus: &Corpus, what: &str, of: impl Fn(&Measured) -> f64, goal: &Value) {
    let ours = of(&corpus.ours);
    if corpus.peers.is_empty() {
        report_beside(what, &[ours], ("", &[]), goal.clone());
    }
    for (at, peer) in corpus.peers.iter().enumerate() {
        let theirs = Some(of(peer)).filter(|figure| figure.is_finite() && *figure > 0.0);
        let judged = if at == 0 { goal.clone() } else { json!({"rate": goal["rate"]}) };
        report_beside(what, &[ours], (&peer.called, theirs.as_slice()), judged);
    }
}

/// The queries of a kind, as many of them as the slower one was asked.
fn print_kind(corpus: &Corpus, kind: Kind, what: &str) {
    let most = |ratio: f64| json!({"most": ratio, "late": true});
    let goal = match kind {
        Kind::Term | Kind::And | Kind::Or => most(0.1),
        Kind::Phrase => most(0.25),
        _ => json!({"late": true}),
    };
    let (ours, mut compared) = (&corpus.ours.asking, false);
    for peer in &corpus.peers {
        let both = ours.asked(kind).min(peer.asking.asked(kind));
        if both > 0 {
            let judged = if peer.name.starts_with("fts5") { goal.clone() } else { json!({"late": true}) };
            report_beside(what, &ours.of(kind, both), (&peer.called, &peer.asking.of(kind, both)), judged);
            compared = true;
        }
    }
    if !compared {
        report_beside(what, &ours.of(kind, usize::MAX), ("", &[]), json!({}));
    }
}

/// Prints how time and size grow from a smaller corpus to a larger one: as the pages at most.
pub fn print_growth(smaller: &Corpus, larger: &Corpus) {
    let pages = real(larger.pages) / real(smaller.pages);
    let what = |what: &str| {
        format!("growth from {} to {} pages: {what}", thousands(smaller.pages), thousands(larger.pages))
    };
    let beside = format!("{} pages", thousands(smaller.pages));
    let line = |name: &str, figures: &[f64], against: &[f64], unit: Option<&str>, most: f64| {
        let mut judged = json!({"most": most});
        if let Some(unit) = unit {
            judged["rate"] = unit.into();
        }
        report_beside(&what(name), figures, (&beside, against), judged);
    };
    let seconds = |corpus: &Corpus| [corpus.ours.seconds];
    // Merging is the more the larger an index is; a tenth is what two runs differ by.
    line("indexing", &seconds(larger), &seconds(smaller), Some("s"), pages * 11.0 / 10.0);
    let size = |corpus: &Corpus| [bytes(&corpus.ours)];
    line("size of the index", &size(larger), &size(smaller), Some("MB"), pages);
    for kind in Kind::ALL {
        let times = |corpus: &Corpus| corpus.ours.asking.of(kind, usize::MAX);
        line(kind.name(), &times(larger), &times(smaller), None, pages);
    }
    line("first page of results", &larger.first_page.all(), &smaller.first_page.all(), None, pages);
}

/// A number as it is read most easily: `1,000,000`.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}
