use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The answer to a query: pages, those of one document together, the best document first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchAnswer {
    /// Number of pages that match, whether or not they are listed.
    pub total: u32,
    /// Number of documents that match.
    pub documents: u32,
    /// Time taken, in milliseconds.
    pub took_ms: f64,
    /// The listed pages.
    pub hits: Vec<Hit>,
}

/// A page that matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Hit {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The kind of file in a word.
    pub kind_words: String,
    /// The cases that it is in.
    pub cases: Vec<String>,
    /// When it was published, as a person writes it; empty where not known.
    pub published: String,
    /// Page of the file, from 1; 0 where only the title matches a document without text.
    pub page: u32,
    /// Relevance (BM25): higher is better, comparable within one answer only.
    pub score: f32,
    /// The words in their context.
    pub snippet: String,
    /// Ranges of the snippet to mark, `[start, end)` in Unicode characters.
    pub highlights: Vec<(u32, u32)>,
}
