//! Turns the tree of a query into queries of tantivy's.

mod excluded;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, FuzzyTermQuery, Occur,
    PhrasePrefixQuery, PhraseQuery, Query as TantivyQuery, TermQuery,
};
use tantivy::schema::{Field as IndexField, IndexRecordOption};

use self::excluded::Excluded;
use super::Query;
use super::ast::{Field, Leaf, Node, Wanted};
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

/// The fields of the index that one leaf is looked for in: with word forms, and stemmed where there is that.
#[derive(Clone, Copy)]
struct Target {
    exact: IndexField,
    stemmed: Option<IndexField>,
}

/// Finds the pages whose own text fits, those with the words in the title first; `None` when nothing is asked.
pub(crate) fn pages(query: &Query, fields: &Fields) -> Option<Boxed> {
    let root = query.node.as_ref()?;
    let mut clauses = vec![(Occur::Must, node(root, fields, Scope::Text))];
    for wanted in text_leaves(root) {
        let in_title = one(wanted, title_target(fields));
        clauses.push((Occur::Should, Box::new(BoostQuery::new(in_title, TITLE_BOOST))));
    }
    Some(Box::new(BooleanQuery::new(clauses)))
}

/// Finds the first pages of documents that fit once title and file name count as text. `None` when no word could be
/// in a title.
pub(crate) fn titles(query: &Query, fields: &Fields) -> Option<Boxed> {
    let root = query.node.as_ref()?;
    if text_leaves(root).is_empty() {
        return None;
    }
    let first = TermQuery::new(Term::from_field_bool(fields.first, true), IndexRecordOption::Basic);
    Some(both(node(root, fields, Scope::TextAndTitle), unscored(Box::new(first))))
}

fn text_leaves(root: &Node) -> Vec<&Wanted> {
    let leaves = root.positive_leaves().into_iter();
    leaves.filter(|leaf| leaf.field == Field::Text).map(|leaf| &leaf.wanted).collect()
}

fn node(node: &Node, fields: &Fields, scope: Scope) -> Boxed {
    match node {
        Node::All(nodes) => all(nodes, fields, scope),
        Node::Any(nodes) => union(nodes.iter().map(|part| self::node(part, fields, scope)).collect()),
        Node::Not(_) => all(std::slice::from_ref(node), fields, scope),
        Node::Leaf(leaf) => self::leaf(leaf, fields, scope),
    }
}

/// All parts at once. What is only taken away from has to be taken away from everything.
fn all(nodes: &[Node], fields: &Fields, scope: Scope) -> Boxed {
    let clause = |part: &Node| -> (Occur, Boxed) {
        match part {
            Node::Not(inner) => (Occur::MustNot, Box::new(Excluded(node(inner, fields, scope)))),
            _ => (Occur::Must, node(part, fields, scope)),
        }
    };
    let mut clauses: Vec<(Occur, Boxed)> = nodes.iter().map(clause).collect();
    if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        clauses.push((Occur::Must, unscored(Box::new(AllQuery))));
    }
    Box::new(BooleanQuery::new(clauses))
}

fn leaf(leaf: &Leaf, fields: &Fields, scope: Scope) -> Boxed {
    match &leaf.wanted {
        Wanted::MediaType(types) => union(types.iter().map(|name| whole(fields.media_type, name)).collect()),
        Wanted::Case { id, name } => union(vec![whole(fields.cases, id), phrase(fields.case_names, name, 0)]),
        wanted => {
            let targets = targets(leaf.field, fields, scope);
            union(targets.into_iter().map(|target| one(wanted, target)).collect())
        }
    }
}

fn targets(field: Field, fields: &Fields, scope: Scope) -> Vec<Target> {
    let plain = |exact| vec![Target { exact, stemmed: None }];
    let text = Target { exact: fields.text_exact, stemmed: Some(fields.text) };
    match field {
        Field::Text if scope == Scope::Text => vec![text],
        Field::Text => {
            let file_name = Target { exact: fields.file_name, stemmed: None };
            vec![text, title_target(fields), file_name]
        }
        Field::Title => vec![title_target(fields)],
        Field::File => plain(fields.file_name),
        Field::Source => plain(fields.source),
        Field::From => plain(fields.from),
        Field::To => plain(fields.to),
        Field::Tag => plain(fields.tags),
        Field::Type => plain(fields.media_type),
        Field::Case => plain(fields.case_names),
    }
}

fn title_target(fields: &Fields) -> Target {
    Target { exact: fields.title_exact, stemmed: Some(fields.title) }
}

/// What one target is asked.
fn one(wanted: &Wanted, target: Target) -> Boxed {
    match wanted {
        Wanted::Word { exact, stem } => match target.stemmed {
            Some(stemmed) => term(stemmed, stem),
            None => term(target.exact, exact),
        },
        Wanted::Exact(word) => term(target.exact, word),
        Wanted::Prefix(words) => prefix(target.exact, words),
        Wanted::Like { word, distance } => {
            let term = Term::from_field_text(target.exact, word);
            Box::new(FuzzyTermQuery::new(term, *distance, true))
        }
        Wanted::Phrase { words, slop } => phrase(target.exact, words, *slop),
        Wanted::MediaType(_) | Wanted::Case { .. } => Box::new(EmptyQuery),
    }
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
