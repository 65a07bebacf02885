//! Why a query could not be read.

/// Where a query leaves the language, and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: {message}")]
pub struct QueryError {
    /// Where, from 1, in characters (Unicode scalar values) of what was typed.
    pub column: usize,
    /// What is wrong there, and the remedy.
    pub message: String,
    /// The same words as a query that parses, to be offered to the reader; `None` when no word is left.
    pub plain: Option<String>,
}

impl QueryError {
    pub(super) fn new(column: usize, message: impl Into<String>) -> Self {
        Self { column, message: message.into(), plain: None }
    }
}
