//! What people mark on documents and their passages, and what they say of where a document came from.

use serde::{Deserialize, Serialize};

use crate::{AnnotationId, Citation, words::word_list};

word_list! {
    /// How much a document matters to its cases.
    Relevance {
        /// The case may turn on it.
        Key = "key" => "key",
        /// It matters.
        Relevant = "relevant" => "relevant",
        /// It does not.
        NotRelevant = "not_relevant" => "not relevant",
    }
}

word_list! {
    /// The colour of a highlight. Each has a name of its own in a library ("helps us"), since colour alone tells nothing.
    Colour {
        /// Yellow.
        Yellow = "yellow" => "yellow",
        /// Green.
        Green = "green" => "green",
        /// Blue.
        Blue = "blue" => "blue",
        /// Pink.
        Pink = "pink" => "pink",
        /// Orange.
        Orange = "orange" => "orange",
    }
}

word_list! {
    /// Which of a document's four dates.
    DateKind {
        /// When what it tells of happened.
        Event = "event" => "of the event",
        /// The date that it bears.
        Dated = "dated" => "on the document",
        /// When it was published.
        Published = "published" => "published",
        /// When it was captured or obtained.
        Captured = "captured" => "captured",
    }
}

word_list! {
    /// Where a date was read from.
    ReadFrom {
        /// From the file's own data.
        File = "file" => "the file",
        /// From the header of an e-mail or of an answer of a server.
        Header = "header" => "a header",
        /// From the document's text.
        Text = "text" => "the text",
        /// A person says so.
        Person = "person" => "a person",
    }
}

word_list! {
    /// What was done with a document outside the library.
    CustodyAct {
        /// It was opened with another program.
        ViewedOutside = "viewed_outside" => "viewed outside",
        /// A copy was written.
        Exported = "exported" => "exported",
    }
}

/// A passage that somebody highlighted or wrote a note on. No event rests on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Identifier.
    pub id: AnnotationId,
    /// The passage.
    pub citation: Citation,
    /// Colour.
    pub colour: Colour,
    /// The note, plain text; empty for a highlight alone.
    pub note: String,
    /// When it was made, RFC 3339 in UTC.
    pub made_at: String,
}

/// What people mark a document with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// Whether somebody has read it through.
    pub reviewed: bool,
    /// Whether it bears a star.
    pub starred: bool,
    /// Whether it is confidential.
    pub confidential: bool,
    /// On what basis it is privileged; none where it is not.
    pub privilege: Option<String>,
    /// How much it matters; none where nobody said.
    pub relevance: Option<Relevance>,
    /// Tags, in order.
    pub tags: Vec<String>,
    /// Issues of the case that it bears on, in order.
    pub issues: Vec<String>,
}

/// How the bytes at a location were obtained.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquisition {
    /// Who obtained them.
    pub obtained_by: String,
    /// From whom, or from which address.
    pub obtained_from: String,
    /// When, as a date.
    pub obtained_on: crate::When,
    /// By which account of which computer or service.
    pub account: String,
}

/// Where one of a document's dates was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateBasis {
    /// Which date.
    pub date: DateKind,
    /// Where it was read from.
    pub read_from: ReadFrom,
    /// The field, the page or the person.
    pub detail: String,
}
