//! What may have been meant by words that no page has.

use std::collections::HashMap;

use tantivy::query::{EnableScoring, FuzzyTermQuery};
use tantivy::{DocSet, Searcher, TERMINATED, TantivyError, Term};

use super::facets::Instead;
use crate::index::schema::Fields;
use crate::query::Query;
use crate::query::compile::Compiler;

/// Words that are taken for one that no page has, at most.
const MOST: usize = 6;
/// A word has to be so long to be taken for a slip, and so long to be taken for two.
const LONG_ENOUGH: (usize, usize) = (4, 8);

/// What is asked instead of a query that finds nothing.
pub(super) struct Other {
    pub instead: Instead,
    /// As it would be typed.
    pub typed: String,
    /// Whether all of its words have to be on a page, or all but one.
    pub all: bool,
}

/// The same query with words that no page has replaced by those nearest to them; where all are known, the same query
/// satisfied by most of its words. `None` for a query that is more than words, and where there is nothing nearer.
pub(super) fn other(
    searcher: &Searcher,
    fields: &Fields,
    compiler: &Compiler<'_>,
    query: &Query,
) -> Result<Vec<Other>, TantivyError> {
    let Some(words) = query.plain_words() else { return Ok(Vec::new()) };
    let (mut typed, mut replaced) = (Vec::new(), Vec::new());
    for word in &words {
        if is_known(searcher, compiler, word)? {
            typed.push((*word).to_owned());
            continue;
        }
        let near = nearest(searcher, fields, word)?;
        match near.as_slice() {
            [] => {}
            [one] => typed.push(one.clone()),
            several => typed.push(format!("({})", several.join(" OR "))),
        }
        replaced.push(((*word).to_owned(), near));
    }
    let mut others = Vec::new();
    let all_replaced = replaced.iter().all(|(_, near)| !near.is_empty());
    if !replaced.is_empty() && all_replaced {
        let instead = Instead::Spelling(replaced);
        others.push(Other { instead, typed: typed.join(" "), all: true });
    }
    if words.len() > 2 {
        let typed = words.join(" ");
        others.push(Other { instead: Instead::MostWords, typed, all: false });
    }
    Ok(others)
}

fn is_known(searcher: &Searcher, compiler: &Compiler<'_>, word: &str) -> Result<bool, TantivyError> {
    let weight = compiler.word(word).weight(EnableScoring::disabled_from_searcher(searcher))?;
    for segment in searcher.segment_readers() {
        if weight.scorer(segment, 1.0)?.doc() != TERMINATED {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The words of the index that are one letter away or, for long words, two; those of most pages first.
fn nearest(searcher: &Searcher, fields: &Fields, word: &str) -> Result<Vec<String>, TantivyError> {
    let letters = word.chars().count();
    let furthest = u8::from(letters >= LONG_ENOUGH.0) + u8::from(letters >= LONG_ENOUGH.1);
    for distance in 1..=furthest {
        let near = within(searcher, fields, word, distance)?;
        if !near.is_empty() {
            return Ok(near);
        }
    }
    Ok(Vec::new())
}

fn within(
    searcher: &Searcher,
    fields: &Fields,
    word: &str,
    distance: u8,
) -> Result<Vec<String>, TantivyError> {
    let term = Term::from_field_text(fields.text_exact, word);
    let mut pages: HashMap<String, u32> = HashMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.text_exact)?;
        let automaton = FuzzyTermQuery::new(term.clone(), distance, true).automaton()?;
        let mut found = index.terms().search(automaton).into_stream()?;
        while found.advance() {
            if let Ok(near) = std::str::from_utf8(found.key())
                && near.chars().all(char::is_alphanumeric)
            {
                *pages.entry(near.to_owned()).or_default() += found.value().doc_freq;
            }
        }
    }
    let mut near: Vec<(String, u32)> = pages.into_iter().collect();
    near.sort_unstable_by(|(a_word, a), (b_word, b)| b.cmp(a).then_with(|| a_word.cmp(b_word)));
    Ok(near.into_iter().take(MOST).map(|(word, _)| word).collect())
}
