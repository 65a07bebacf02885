use proof_model::Relevance;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which documents: those that pass every part that is given. A part with several values asks for any of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct DocumentFilter {
    /// Only this case.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// Only what lies directly inside this document: the attachments of an e-mail, the entries of an archive.
    #[serde(default)]
    #[ts(optional)]
    pub inside: Option<String>,
    /// Words that stand in the title, the file name, the source, a tag or a number, each as a part of it, in any case.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    /// Kinds in a word: "PDF", "e-mail".
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub kinds: Vec<String>,
    /// Who published or wrote it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub sources: Vec<String>,
    /// Tags.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub tags: Vec<String>,
    /// Issues of the case.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub issues: Vec<String>,
    /// How much they matter.
    #[serde(default)]
    #[ts(optional, type = "Array<Relevance>")]
    pub relevance: Vec<Relevance>,
    /// Reviewed or not.
    #[serde(default)]
    #[ts(optional)]
    pub reviewed: Option<bool>,
    /// Only those with a star.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub starred: bool,
    /// Confidential or not.
    #[serde(default)]
    #[ts(optional)]
    pub confidential: Option<bool>,
    /// Privileged or not.
    #[serde(default)]
    #[ts(optional)]
    pub privileged: Option<bool>,
    /// With an exhibit mark in the case (in any, where none is given), or without.
    #[serde(default)]
    #[ts(optional)]
    pub exhibited: Option<bool>,
    /// Cited by an account, or by none.
    #[serde(default)]
    #[ts(optional)]
    pub cited: Option<bool>,
    /// Read, at least in part, or not.
    #[serde(default)]
    #[ts(optional)]
    pub readable: Option<bool>,
    /// The date on the document may be on or after this date, as people write it or in EDTF.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub from: String,
    /// The date on the document may be on or before this date.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub to: String,
}

/// What a register is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// The order in which the documents came.
    #[default]
    Added,
    /// Exhibit mark: scheme, number, letter; those without behind.
    Mark,
    /// Bates number; those without behind.
    Bates,
    /// Title, as a person sorts: "Letter 9" before "Letter 10".
    Title,
    /// The date on the document; those without behind.
    Dated,
    /// When it was published; those without behind.
    Published,
    /// Kind.
    Kind,
    /// Source.
    Source,
    /// Number of pages.
    Pages,
    /// Size.
    Size,
    /// How many accounts cite it.
    Cited,
    /// How much it matters.
    Relevance,
    /// Reviewed or not.
    Reviewed,
}

/// What the rows of a register are grouped by, before they are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    /// Kind.
    Kind,
    /// Source.
    Source,
    /// Year of the date on the document.
    Year,
    /// How much it matters.
    Relevance,
    /// Reviewed or not.
    Reviewed,
    /// An e-mail and what was attached to it.
    Family,
}

/// Which documents, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct RegisterOrder {
    /// Which.
    #[serde(default)]
    #[ts(optional, as = "Option<DocumentFilter>")]
    pub filter: DocumentFilter,
    /// Sorted by; as they came where left out.
    #[serde(default)]
    #[ts(optional, as = "Option<SortBy>")]
    pub sort: SortBy,
    /// The other way round.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub descending: bool,
    /// Grouped by.
    #[serde(default)]
    #[ts(optional)]
    pub group: Option<GroupBy>,
}

/// A part of a register.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RegisterArgs {
    /// Which documents, in which order.
    pub order: RegisterOrder,
    /// The first row, from 0.
    pub from: u32,
    /// How many rows at most; 500 at most are given.
    pub count: u32,
}

/// Where a document stands in a register.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RegisterPlaceArgs {
    /// Which documents, in which order.
    pub order: RegisterOrder,
    /// The document.
    pub document: String,
}

/// What is to change of the marks of documents; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct DocumentMarkArgs {
    /// The documents.
    pub documents: Vec<String>,
    /// Whether somebody has read them through.
    #[serde(default)]
    #[ts(optional)]
    pub reviewed: Option<bool>,
    /// Whether they bear a star.
    #[serde(default)]
    #[ts(optional)]
    pub starred: Option<bool>,
    /// Whether they are confidential.
    #[serde(default)]
    #[ts(optional)]
    pub confidential: Option<bool>,
    /// On what basis they are privileged, for the privilege log; empty where they are not.
    #[serde(default)]
    #[ts(optional)]
    pub privilege: Option<String>,
    /// `key`, `relevant` or `not_relevant`; empty where nobody said.
    #[serde(default)]
    #[ts(optional)]
    pub relevance: Option<String>,
    /// Tags to add.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub add_tags: Vec<String>,
    /// Tags to take away.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remove_tags: Vec<String>,
    /// Issues to add.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub add_issues: Vec<String>,
    /// Issues to take away.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remove_issues: Vec<String>,
    /// Cases to put them in.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub file_in: Vec<String>,
    /// Cases to take them out of.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub take_out_of: Vec<String>,
}

/// A register as a table.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RegisterWriteArgs {
    /// Which documents, in which order.
    pub order: RegisterOrder,
    /// The file to write: its name ends in .csv or .xlsx.
    pub path: String,
    /// Only the columns of a privilege log, and only what is privileged.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub privilege_log: bool,
}
