//! Turns the tree of a query into queries of tantivy's.

mod excluded;

use std::cell::RefCell;
use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, FuzzyTermQuery, Occur,
    PhrasePrefixQuery, PhraseQuery, Query as TantivyQuery, RangeQuery, TermQuery,
};
use tantivy::schema::{Field as IndexField, IndexRecordOption};

use self::excluded::Excluded;
use super::Query;
use super::ast::{Field, Leaf, Node, Wanted};
use crate::analysis::language::{Code, Stems};
use crate::analysis::stem_term;
use crate::entry::Days;
use crate::index::schema::Fields;

type Boxed = Box<dyn TantivyQuery>;

/// How much more a word in the title counts than the same word in the text.
const TITLE_BOOST: f32 = 2.0;
/// Words that the open end of a phrase may stand for, in each segment of the index.
const MAX_EXPANSIONS: u32 = 100_000;

/// Where words without a field are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Text,
    TextAndTitle,
}

/// Whether a date that may lie where it is asked for counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dates {
    Possible,
    Certain,
}

impl Dates {
    /// What is taken away when it possibly fits is more than the evidence says; so the other counts under a `NOT`.
    const fn under_not(self) -> Self {
        match self {
            Self::Possible => Self::Certain,
            Self::Certain => Self::Possible,
        }
    }
}

/// The fields of the index that one leaf is looked for in: with word forms, and stemmed where there is that.
#[derive(Clone, Copy)]
struct Target {
    exact: IndexField,
    stemmed: Option<IndexField>,
}

/// Turns queries into those of tantivy's.
pub(crate) struct Compiler<'a> {
    fields: &'a Fields,
    /// The languages that pages of the index are in.
    languages: &'a [Code],
    stems: RefCell<Stems>,
}

/// How the tree is read at the present place.
#[derive(Clone, Copy)]
struct Reading {
    scope: Scope,
    dates: Dates,
}

impl<'a> Compiler<'a> {
    pub(crate) fn new(fields: &'a Fields, languages: &'a [Code]) -> Self {
        Self { fields, languages, stems: RefCell::default() }
    }

    /// Finds the pages whose own text fits, those with the words in the title first; `None` when nothing is asked.
    pub(crate) fn pages(&self, query: &Query, dates: Dates) -> Option<Boxed> {
        let root = query.node.as_ref()?;
        let node = self.node(root, Reading { scope: Scope::Text, dates });
        Some(self.raised_by_title(root, node))
    }

    /// Finds the pages that hold all words but one, of a query of nothing but words; `None` for others, and of fewer than
    /// three.
    pub(crate) fn most_words(&self, query: &Query) -> Option<Boxed> {
        let root = query.node.as_ref()?;
        let words = root.plain_words().filter(|words| words.len() > 2)?;
        let reading = Reading { scope: Scope::Text, dates: Dates::Possible };
        let leaf = |word: &&str| Leaf { field: Field::Text, wanted: Wanted::Word((*word).to_owned()) };
        let clauses = words.iter().map(|word| (Occur::Should, self.leaf(&leaf(word), reading))).collect();
        let most = BooleanQuery::with_minimum_required_clauses(clauses, words.len() - 1);
        Some(self.raised_by_title(root, Box::new(most)))
    }

    /// Finds the first pages of items that fit once title and file name count as text. `None` when no word could be
    /// in a title.
    pub(crate) fn titles(&self, query: &Query, dates: Dates) -> Option<Boxed> {
        let root = query.node.as_ref()?;
        if text_leaves(root).is_empty() {
            return None;
        }
        let first = TermQuery::new(Term::from_field_bool(self.fields.first, true), IndexRecordOption::Basic);
        let node = self.node(root, Reading { scope: Scope::TextAndTitle, dates });
        Some(both(node, unscored(Box::new(first))))
    }

    /// The terms of the text that a word stands for.
    pub(crate) fn word_terms(&self, word: &str) -> Vec<Term> {
        let stems = self.stems_of(word);
        stems.iter().map(|stem| Term::from_field_text(self.fields.text, stem)).collect()
    }

    fn raised_by_title(&self, root: &Node, node: Boxed) -> Boxed {
        let leaves = text_leaves(root);
        if leaves.is_empty() {
            return node;
        }
        let mut clauses = vec![(Occur::Must, node)];
        for wanted in leaves {
            let in_title = self.one(wanted, self.title_target());
            clauses.push((Occur::Should, Box::new(BoostQuery::new(in_title, TITLE_BOOST))));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    fn node(&self, node: &Node, reading: Reading) -> Boxed {
        match node {
            Node::All(nodes) => self.all(nodes, reading),
            Node::Any(nodes) => union(nodes.iter().map(|part| self.node(part, reading)).collect()),
            Node::Not(_) => self.all(std::slice::from_ref(node), reading),
            Node::Leaf(leaf) => self.leaf(leaf, reading),
        }
    }

    /// All parts at once. What is only taken away from has to be taken away from everything.
    fn all(&self, nodes: &[Node], reading: Reading) -> Boxed {
        let clause = |part: &Node| -> (Occur, Boxed) {
            match part {
                Node::Not(inner) => {
                    let under = Reading { dates: reading.dates.under_not(), ..reading };
                    (Occur::MustNot, Box::new(Excluded(self.node(inner, under))))
                }
                _ => (Occur::Must, self.node(part, reading)),
            }
        };
        let mut clauses: Vec<(Occur, Boxed)> = nodes.iter().map(clause).collect();
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, unscored(Box::new(AllQuery))));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    fn leaf(&self, leaf: &Leaf, reading: Reading) -> Boxed {
        let fields = self.fields;
        match (&leaf.wanted, leaf.field) {
            (Wanted::MediaType(types), _) => {
                unscored(union(types.iter().map(|name| whole(fields.media_type, name)).collect()))
            }
            (Wanted::Case { id, name }, _) => {
                unscored(union(vec![whole(fields.cases, id), phrase(fields.case_names, name, 0)]))
            }
            (Wanted::Mark(mark), _) => unscored(whole(fields.marks, mark)),
            (Wanted::Language(code), _) => unscored(whole(fields.language, code)),
            (Wanted::Kind(kind), _) => unscored(whole(fields.kind, kind.name())),
            (Wanted::Between(days), Field::Date(date)) => between(fields.date(date), *days, reading.dates),
            (wanted, field) => {
                let targets = self.targets(field, reading.scope);
                union(targets.into_iter().map(|target| self.one(wanted, target)).collect())
            }
        }
    }

    fn targets(&self, field: Field, scope: Scope) -> Vec<Target> {
        let fields = self.fields;
        let text = Target { exact: fields.text_exact, stemmed: Some(fields.text) };
        let exact = match field {
            Field::Text if scope == Scope::Text => return vec![text],
            Field::Text => {
                let file_name = Target { exact: fields.file_name, stemmed: None };
                return vec![text, self.title_target(), file_name];
            }
            Field::Title => return vec![self.title_target()],
            Field::File => fields.file_name,
            Field::Source => fields.source,
            Field::Author => fields.author,
            Field::From => fields.from,
            Field::To => fields.to,
            Field::Person => fields.people_words,
            Field::Tag => fields.tag_words,
            Field::Exhibit => fields.exhibits,
            Field::Bates => fields.bates,
            Field::Case => fields.case_names,
            // These have values of their own, which `leaf` asks for.
            Field::Type | Field::Language | Field::Kind | Field::Is | Field::Has | Field::Date(_) => {
                return Vec::new();
            }
        };
        vec![Target { exact, stemmed: None }]
    }

    fn title_target(&self) -> Target {
        Target { exact: self.fields.title_exact, stemmed: Some(self.fields.title) }
    }

    /// What one target is asked.
    fn one(&self, wanted: &Wanted, target: Target) -> Boxed {
        match wanted {
            Wanted::Word(word) => match target.stemmed {
                Some(stemmed) => union(self.stems_of(word).iter().map(|stem| term(stemmed, stem)).collect()),
                None => term(target.exact, word),
            },
            Wanted::Exact(word) => term(target.exact, word),
            Wanted::Prefix(words) => prefix(target.exact, words),
            Wanted::Like { word, distance } => {
                let term = Term::from_field_text(target.exact, word);
                Box::new(FuzzyTermQuery::new(term, *distance, true))
            }
            Wanted::Phrase { words, slop } => phrase(target.exact, words, *slop),
            Wanted::Sum { .. } | Wanted::Day(_) => {
                let terms = wanted.compound_terms().into_iter().map(|name| term(target.exact, &name));
                let number = match wanted {
                    Wanted::Sum { words, .. } if !words.is_empty() => Some(phrase(target.exact, words, 0)),
                    _ => None,
                };
                union(terms.chain(number).collect())
            }
            _ => Box::new(EmptyQuery),
        }
    }

    /// The stems of a word in each language of the index.
    fn stems_of(&self, word: &str) -> Vec<String> {
        let mut stems = self.stems.borrow_mut();
        let languages = self.languages.iter();
        languages.map(|language| stem_term(language, stems.of(word, language))).collect()
    }
}

fn text_leaves(root: &Node) -> Vec<&Wanted> {
    let leaves = root.positive_leaves().into_iter();
    leaves.filter(|leaf| leaf.field == Field::Text).map(|leaf| &leaf.wanted).collect()
}

/// Pages whose date lies, or may lie, between two days.
fn between((first, last): (IndexField, IndexField), days: Days, dates: Dates) -> Boxed {
    let at_least =
        |field, day: i32| range(Bound::Included(Term::from_field_i64(field, day.into())), Bound::Unbounded);
    let at_most =
        |field, day: i32| range(Bound::Unbounded, Bound::Included(Term::from_field_i64(field, day.into())));
    let (low, high) = match dates {
        Dates::Possible => (at_least(last, days.first), at_most(first, days.last)),
        Dates::Certain => (at_least(first, days.first), at_most(last, days.last)),
    };
    unscored(both(low, high))
}

fn range(low: Bound<Term>, high: Bound<Term>) -> Boxed {
    Box::new(RangeQuery::new(low, high))
}

fn prefix(field: IndexField, words: &[String]) -> Boxed {
    match words {
        [] => Box::new(EmptyQuery),
        [word] => Box::new(FuzzyTermQuery::new_prefix(Term::from_field_text(field, word), 0, true)),
        _ => {
            let mut query = PhrasePrefixQuery::new(terms(field, words));
            query.set_max_expansions(MAX_EXPANSIONS);
            Box::new(query)
        }
    }
}

/// Words in a row. tantivy counts two words that have changed places as two steps further apart, so a loose pair is
/// asked for in both orders.
fn phrase(field: IndexField, words: &[String], slop: u32) -> Boxed {
    let ordered = |words: Vec<String>| -> Boxed {
        let mut query = PhraseQuery::new(terms(field, &words));
        query.set_slop(slop);
        Box::new(query)
    };
    match words {
        [] => Box::new(EmptyQuery),
        [word] => term(field, word),
        [a, b] if slop > 0 => union(vec![ordered(words.to_vec()), ordered(vec![b.clone(), a.clone()])]),
        _ => ordered(words.to_vec()),
    }
}

fn terms(field: IndexField, words: &[String]) -> Vec<Term> {
    words.iter().map(|word| Term::from_field_text(field, word)).collect()
}

fn term(field: IndexField, word: &str) -> Boxed {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

fn whole(field: IndexField, value: &str) -> Boxed {
    Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
}

fn union(mut queries: Vec<Boxed>) -> Boxed {
    match queries.len() {
        0 => Box::new(EmptyQuery),
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

fn both(a: Boxed, b: Boxed) -> Boxed {
    Box::new(BooleanQuery::new(vec![(Occur::Must, a), (Occur::Must, b)]))
}

fn unscored(query: Boxed) -> Boxed {
    Box::new(ConstScoreQuery::new(query, 0.0))
}
