//! A query as a tree.

use std::fmt;

use chrono::NaiveDate;
use proof_model::DateKind;

use crate::analysis::language::Code;
use crate::analysis::tokens::{bare_sum_term, day_term, sum_term};
use crate::entry::{Days, Kind};

/// A query or a part of one. The lists hold at least two nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Leaf(Leaf),
}

/// What is asked of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    pub field: Field,
    pub wanted: Wanted,
}

/// Where a leaf looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// No field named: the text, and for documents as a whole the title and file name.
    Text,
    Title,
    File,
    Type,
    Case,
    Source,
    Author,
    From,
    To,
    Person,
    Tag,
    Exhibit,
    Bates,
    Language,
    Kind,
    Is,
    Has,
    /// One of the four dates.
    Date(DateKind),
}

/// What a leaf looks for. Words are in the form in which the exact analyser gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A word in any of its forms, where the field is stemmed.
    Word(String),
    /// A word in this form.
    Exact(String),
    /// Words in a row, the last of which only begins so.
    Prefix(Vec<String>),
    /// A word at most so many letters away.
    Like { word: String, distance: u8 },
    /// Two or more words in a row, or with up to `slop` others between.
    Phrase { words: Vec<String>, slop: u32 },
    /// One of these media types.
    MediaType(Vec<String>),
    /// A case, by its id or by words of its name.
    Case { id: String, name: Vec<String> },
    /// A sum of money in whatever notation; or these words, where it may be a plain number.
    Sum { values: Vec<String>, currency: Option<&'static str>, words: Vec<String> },
    /// A full date in whatever notation.
    Day(Vec<(u16, u8, u8)>),
    /// What `is:` or `has:` names, with that before it.
    Mark(String),
    /// A language, by its code.
    Language(Code),
    /// A kind of item.
    Kind(Kind),
    /// A date that lies, or may lie, between two days, both included.
    Between(Days),
}

impl Wanted {
    /// The terms in the index that a sum or a date stands under.
    pub(super) fn compound_terms(&self) -> Vec<String> {
        match self {
            Self::Sum { values, currency: None, .. } => {
                values.iter().map(|value| sum_term(value, None)).collect()
            }
            Self::Sum { values, currency, .. } => {
                let terms = |value: &String| [sum_term(value, *currency), bare_sum_term(value)];
                values.iter().flat_map(terms).collect()
            }
            Self::Day(days) => days.iter().copied().map(day_term).collect(),
            _ => Vec::new(),
        }
    }
}

impl Field {
    /// The names that may stand before a colon.
    pub(super) const NAMES: [(&'static str, Self); 20] = [
        ("title", Self::Title),
        ("file", Self::File),
        ("type", Self::Type),
        ("case", Self::Case),
        ("source", Self::Source),
        ("author", Self::Author),
        ("from", Self::From),
        ("to", Self::To),
        ("person", Self::Person),
        ("tag", Self::Tag),
        ("exhibit", Self::Exhibit),
        ("bates", Self::Bates),
        ("language", Self::Language),
        ("kind", Self::Kind),
        ("is", Self::Is),
        ("has", Self::Has),
        ("event", Self::Date(DateKind::Event)),
        ("dated", Self::Date(DateKind::Dated)),
        ("published", Self::Date(DateKind::Published)),
        ("captured", Self::Date(DateKind::Captured)),
    ];

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, field)| *field)
    }

    fn name(self) -> Option<&'static str> {
        Self::NAMES.iter().find(|(_, field)| *field == self).map(|(name, _)| *name)
    }
}

impl Node {
    /// All nodes as one; a single one stays as it is.
    pub(super) fn all(mut nodes: Vec<Self>) -> Option<Self> {
        if nodes.len() > 1 { Some(Self::All(nodes)) } else { nodes.pop() }
    }

    /// Any of the nodes as one; a single one stays as it is.
    pub(super) fn any(mut nodes: Vec<Self>) -> Option<Self> {
        if nodes.len() > 1 { Some(Self::Any(nodes)) } else { nodes.pop() }
    }

    /// Whether a date is asked for anywhere.
    pub(super) fn asks_date(&self) -> bool {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().any(Self::asks_date),
            Self::Not(node) => node.asks_date(),
            Self::Leaf(leaf) => matches!(leaf.wanted, Wanted::Between(_)),
        }
    }

    /// The words of a query that is nothing but words; `None` where it is anything else.
    pub(super) fn plain_words(&self) -> Option<Vec<&str>> {
        match self {
            Self::All(nodes) => nodes.iter().map(Self::plain_word).collect(),
            _ => self.plain_word().map(|word| vec![word]),
        }
    }

    fn plain_word(&self) -> Option<&str> {
        match self {
            Self::Leaf(Leaf { field: Field::Text, wanted: Wanted::Word(word) }) => Some(word),
            _ => None,
        }
    }

    /// All leaves, also those under a `NOT`.
    pub(super) fn leaves(&self) -> Vec<&Leaf> {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().flat_map(Self::leaves).collect(),
            Self::Not(node) => node.leaves(),
            Self::Leaf(leaf) => vec![leaf],
        }
    }

    /// The leaves that a page should have, in the order typed: those under a `NOT` are left out.
    pub(super) fn positive_leaves(&self) -> Vec<&Leaf> {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().flat_map(Self::positive_leaves).collect(),
            Self::Not(_) => Vec::new(),
            Self::Leaf(leaf) => vec![leaf],
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, nodes: &[Self]| {
            write!(f, "({name}")?;
            nodes.iter().try_for_each(|node| write!(f, " {node}"))?;
            f.write_str(")")
        };
        match self {
            Self::All(nodes) => list(f, "and", nodes),
            Self::Any(nodes) => list(f, "or", nodes),
            Self::Not(node) => write!(f, "(not {node})"),
            Self::Leaf(leaf) => leaf.fmt(f),
        }
    }
}

impl fmt::Display for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = self.field.name() {
            write!(f, "{name}:")?;
        }
        match &self.wanted {
            Wanted::Word(word) => f.write_str(word),
            Wanted::Exact(word) => write!(f, "={word}"),
            Wanted::Prefix(words) => write!(f, "{}*", words.join("+")),
            Wanted::Like { word, distance } => write!(f, "{word}~{distance}"),
            Wanted::Phrase { words, slop: 0 } => write!(f, "\"{}\"", words.join(" ")),
            Wanted::Phrase { words, slop } => write!(f, "\"{}\"~{slop}", words.join(" ")),
            Wanted::MediaType(types) => f.write_str(&types.join("|")),
            Wanted::Case { id, name } => write!(f, "{id}|\"{}\"", name.join(" ")),
            Wanted::Sum { words, .. } if !words.is_empty() => {
                write!(f, "{}|\"{}\"", self.wanted.compound_terms().join("|"), words.join(" "))
            }
            Wanted::Sum { .. } | Wanted::Day(_) => f.write_str(&self.wanted.compound_terms().join("|")),
            // The name of the field stands in a mark already.
            Wanted::Mark(mark) => f.write_str(mark.split_once(':').map_or(mark, |(_, value)| value)),
            Wanted::Language(code) => f.write_str(code),
            Wanted::Kind(kind) => write!(f, "{kind}"),
            Wanted::Between(Days { first, last }) => write!(f, "{}..{}", shown(*first), shown(*last)),
        }
    }
}

fn shown(day: i32) -> String {
    match day {
        i32::MIN | i32::MAX => String::new(),
        _ => NaiveDate::from_num_days_from_ce_opt(day).map_or_else(|| day.to_string(), |day| day.to_string()),
    }
}
