//! A query as a tree.

use std::fmt;

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
    From,
    To,
    Tag,
}

/// What a leaf looks for. Words are in the form in which the exact analyser gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A word in any of its forms, where the field is stemmed.
    Word { exact: String, stem: String },
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
}

impl Field {
    /// The names that may stand before a colon.
    pub(super) const NAMES: [(&'static str, Self); 8] = [
        ("title", Self::Title),
        ("file", Self::File),
        ("type", Self::Type),
        ("case", Self::Case),
        ("source", Self::Source),
        ("from", Self::From),
        ("to", Self::To),
        ("tag", Self::Tag),
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
            Wanted::Word { exact, .. } => f.write_str(exact),
            Wanted::Exact(word) => write!(f, "={word}"),
            Wanted::Prefix(words) => write!(f, "{}*", words.join("+")),
            Wanted::Like { word, distance } => write!(f, "{word}~{distance}"),
            Wanted::Phrase { words, slop: 0 } => write!(f, "\"{}\"", words.join(" ")),
            Wanted::Phrase { words, slop } => write!(f, "\"{}\"~{slop}", words.join(" ")),
            Wanted::MediaType(types) => f.write_str(&types.join("|")),
            Wanted::Case { id, name } => write!(f, "{id}|\"{}\"", name.join(" ")),
        }
    }
}
