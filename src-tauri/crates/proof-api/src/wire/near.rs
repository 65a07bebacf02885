use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a document has in common with others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NearDocuments {
    /// The document.
    pub document: String,
    /// Whether its text is too short to be compared.
    pub too_short: bool,
    /// Documents that are not compared yet: rebuild-text does it.
    pub unsigned: u32,
    /// The others, those with the largest share first; at most 100.
    pub near: Vec<NearRow>,
}

/// What another document has in common with one. Shares are of words in common runs of 8 or more, from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NearRow {
    /// The other document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The share of this document's words that the other has.
    pub share_of_this: f64,
    /// The share of the other's words that this one has.
    pub share_of_that: f64,
    /// Whether both are the same words in the same order. Documents with the same bytes are one document.
    pub same_words: bool,
}

/// The families of copies in a case, or in the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Families {
    /// The families, the largest first.
    pub families: Vec<FamilyRow>,
    /// Documents that are not compared yet: rebuild-text does it.
    pub unsigned: u32,
}

/// Documents that are nearly the same: each has, with some other, 0.8 of the words in common both ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FamilyRow {
    /// The oldest by its date of publication, or the date that it bears; else the one that came in first.
    pub oldest: String,
    /// Its title.
    pub title: String,
    /// The others, by age.
    pub copies: Vec<FamilyCopyRow>,
}

/// A member of a family. Shares are of words in common runs of 8 or more, from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FamilyCopyRow {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The share of the oldest's words that it has.
    pub share_of_oldest: f64,
    /// The share of its own words that the oldest has.
    pub share_of_copy: f64,
}
