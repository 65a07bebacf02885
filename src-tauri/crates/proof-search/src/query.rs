//! What a reader can ask for, and how: [`HELP`] shows every form.
//!
//! Words that stand side by side must all be on the page. Operators are capitals; `and`, `or` and `not` are words.
//! `NOT` binds tightest, then `AND` (written or not), then `OR`; parentheses change that. Punctuation on its own is
//! passed over. A query of nothing but `NOT` finds everything else. What follows a field's colon takes `=`, `*`, `~1`
//! and quotes as well, unless the field has values of its own.
//!
//! A document is also found by its title or file name alone; its first page then stands for it, marked as such. Typing
//! mistakes in the language give a [`QueryError`] with the column, and the same words as a query that does parse.
//!
//! A date that is not known to the day fits where it may lie: "2021" fits `dated:2021-02`, possibly. Under a `NOT` only
//! what fits for certain is taken away.

mod ast;
pub(crate) mod compile;
mod error;
mod help;
mod highlight;
mod lexer;
mod parser;
mod plain;
mod snippet;

use std::fmt;
use std::ops::Range;

use self::ast::Node;
pub use self::error::QueryError;
pub use self::help::HELP;
pub use self::snippet::Snippet;

/// A query that parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// `None` when nothing was asked: no words, or only punctuation.
    node: Option<Node>,
}

impl Query {
    /// Reads what the reader typed.
    ///
    /// # Errors
    /// When it does not follow the language, with the column and a plain reading of the same words.
    pub fn parse(input: &str) -> Result<Self, QueryError> {
        Self::parse_strictly(input).map_err(|error| QueryError { plain: plain::reading(input), ..error })
    }

    /// Whether nothing is asked. Such a query finds nothing.
    pub fn is_empty(&self) -> bool {
        self.node.is_none()
    }

    /// The places in a page's text that the query speaks of, as byte ranges, in order and without overlap: words and
    /// whole phrases, by the same rules as the index. What follows `NOT` and what is asked of other fields is left out.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        highlight::merged(highlight::matches(self.node.as_ref(), text))
    }

    /// The stretch of a page's text that says most about why it was found, at most `max_chars` characters long (16 at least), white
    /// space drawn together and an ellipsis where it was cut.
    pub fn snippet(&self, text: &str, max_chars: usize) -> Snippet {
        snippet::cut(text, &highlight::matches(self.node.as_ref(), text), max_chars)
    }

    /// Whether a date is asked for.
    pub(crate) fn asks_date(&self) -> bool {
        self.node.as_ref().is_some_and(Node::asks_date)
    }

    /// The words of a query that is nothing but words.
    pub(crate) fn plain_words(&self) -> Option<Vec<&str>> {
        self.node.as_ref().and_then(Node::plain_words)
    }

    fn parse_strictly(input: &str) -> Result<Self, QueryError> {
        let node = parser::parse(&lexer::tokens(input)?)?;
        Ok(Self { node })
    }
}

/// The query as it was understood, in prefix form: for tests and for showing the reader.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.node {
            Some(node) => node.fmt(f),
            None => f.write_str("()"),
        }
    }
}

#[cfg(test)]
mod tests;
