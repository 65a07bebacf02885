//! Turns the tree of a query into queries of tantivy's.

mod excluded;

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
use crate::analysis::language::{Code, with_stems};
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
}

/// How the tree is read at the present place.
#[derive(Clone, Copy)]
struct Reading {
    scope: Scope,
    dates: Dates,
}

impl<'a> Compiler<'a> {
    pub(crate) fn new(fields: &'a Fields, languages: &'a [Code]) -> Self {
        Self { fields, languages }
    }

    /// Finds the pages whose own text fits; `None` when nothing is asked.
    pub(crate) fn pages(&self, query: &Query, dates: Dates) -> Option<Boxed> {
        Some(self.node(query.node.as_ref()?, Reading { scope: Scope::Text, dates }))
    }

    /// Finds the first pages of items that have a word of the query in their title or file name: by how well they do,
    /// their pages are raised. `None` when no word could be in a title.
    pub(crate) fn raised(&self, query: &Query) -> Option<Boxed> {
        let leaves = text_leaves(query.node.as_ref()?.positive_leaves());
        (!leaves.is_empty()).then(|| both(self.any_in_title(&leaves), self.first_pages()))
    }

    /// Finds the pages that hold all words but one, of a query of nothing but words; `None` for others, and of fewer than
    /// three.
    pub(crate) fn most_words(&self, query: &Query) -> Option<Boxed> {
        let root = query.node.as_ref()?;
        let words = root.plain_words().filter(|words| words.len() > 2)?;
        let reading = Reading { scope: Scope::Text, dates: Dates::Possible };
        let leaf = |word: &&str| Leaf { field: Field::Text, wanted: Wanted::Word((*word).to_owned()) };
        let clauses = words.iter().map(|word| (Occur::Should, self.leaf(&leaf(word), reading))).collect();
        Some(Box::new(BooleanQuery::with_minimum_required_clauses(clauses, words.len() - 1)))
    }

    /// Finds the first pages of items that fit once title and file name count as text. `None` when no word could be
    /// in a title.
    pub(crate) fn titles(&self, query: &Query, dates: Dates) -> Option<Boxed> {
        let root = query.node.as_ref()?;
        if text_leaves(root.positive_leaves()).is_empty() {
            return None;
        }
        // What has no word in its title fits by its text or not at all; few have one, which makes this cheap.
        let in_title = self.any_in_title(&text_leaves(root.leaves()));
        let node = self.node(root, Reading { scope: Scope::TextAndTitle, dates });
        let clauses = [in_title, self.first_pages()].map(|query| (Occur::Must, unscored(query)));
        Some(Box::new(BooleanQuery::new(clauses.into_iter().chain([(Occur::Must, node)]).collect())))
    }

    fn first_pages(&self) -> Boxed {
        let first = Term::from_field_bool(self.fields.first, true);
        unscored(Box::new(TermQuery::new(first, IndexRecordOption::Basic)))
    }

    /// Pages of items that have one of these in their title, which counts more, or file name.
    fn any_in_title(&self, leaves: &[&Wanted]) -> Boxed {
        let file_name = Target { exact: self.fields.file_name, stemmed: None };
        let in_title = |wanted: &&Wanted| -> [Boxed; 2] {
            let title = self.one(wanted, self.title_target());
            [Box::new(BoostQuery::new(title, TITLE_BOOST)), self.one(wanted, file_name)]
        };
        union(leaves.iter().flat_map(in_title).collect())
    }

    /// Finds the pages that have a word, in any of its forms.
    pub(crate) fn word(&self, word: &str) -> Boxed {
        let text = Target { exact: self.fields.text_exact, stemmed: Some(self.fields.text) };
        self.one(&Wanted::Word(word.to_owned()), text)
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
                Some(stemmed) => union(self.forms(word, target, stemmed)),
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

    /// The word as it is written, and its other forms in each language of the index. Forms of English count on every
    /// page; those of another language on pages in that language, since its stems are words of others.
    fn forms(&self, word: &str, target: Target, stemmed: IndexField) -> Vec<Boxed> {
        let mut forms = vec![term(target.exact, word)];
        with_stems(|stems| {
            for language in self.languages {
                let stem = stems.of(word, language).to_owned();
                forms.push(term(stemmed, &stem_term(language, &stem)));
                if stem == word || stems.of(&stem, language) != stem {
                    continue;
                }
                let written = term(target.exact, &stem);
                forms.push(if *language == "en" {
                    written
                } else {
                    both(written, unscored(whole(self.fields.language, language)))
                });
            }
        });
        forms
    }
}

/// What the leaves without a field want.
fn text_leaves(leaves: Vec<&Leaf>) -> Vec<&Wanted> {
    leaves.into_iter().filter(|leaf| leaf.field == Field::Text).map(|leaf| &leaf.wanted).collect()
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

/// Any of the queries. Those that are unions themselves are opened, since a union of bare terms is the fastest.
fn union(queries: Vec<Boxed>) -> Boxed {
    let mut queries: Vec<Boxed> = queries.into_iter().flat_map(parts).collect();
    match queries.len() {
        0 => Box::new(EmptyQuery),
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

fn parts(query: Boxed) -> Vec<Boxed> {
    let Some(several) = query.downcast_ref::<BooleanQuery>() else { return vec![query] };
    let is_union = several.get_minimum_number_should_match() == 1
        && several.clauses().iter().all(|(occur, _)| *occur == Occur::Should);
    if !is_union {
        return vec![query];
    }
    several.clauses().iter().map(|(_, part)| part.box_clone()).collect()
}

fn both(a: Boxed, b: Boxed) -> Boxed {
    Box::new(BooleanQuery::new(vec![(Occur::Must, a), (Occur::Must, b)]))
}

fn unscored(query: Boxed) -> Boxed {
    Box::new(ConstScoreQuery::new(query, 0.0))
}
