use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the exhibits of somebody in a case are marked.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SchemeArgs {
    /// Its case.
    pub case: String,
    /// The first mark as it is written: "JJS23", "PX-001", "Exhibit 1". The digits at its end say where counting begins and
    /// how many digits a number has at least; what stands before them is the prefix.
    pub first: String,
    /// Whose exhibits they are: a witness, a side; empty where that is not said.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub whose: String,
}

/// What is to change of a scheme; what is left out stays. Another first mark renumbers its exhibits.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SchemeEditArgs {
    /// The scheme: an identifier, or its prefix in a case.
    pub scheme: String,
    /// The first mark as it is written.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<String>,
    /// Whose exhibits they are.
    #[serde(default)]
    #[ts(optional)]
    pub whose: Option<String>,
}

/// A scheme of exhibit marks, by its identifier.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SchemeRef {
    /// The scheme.
    pub scheme: String,
}

/// Documents to be marked as exhibits.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ExhibitAssignArgs {
    /// The scheme.
    pub scheme: String,
    /// The documents, in the order in which they are to be numbered.
    pub documents: Vec<String>,
    /// The exhibit behind which they go with letters: "12" or "PX-012" gives 12A, 12B; the next numbers where left out.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub behind: String,
}

/// The order in which exhibits are numbered anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RenumberBy {
    /// As they stand now; letters become numbers.
    #[default]
    Mark,
    /// The date on the document; those without behind.
    Dated,
    /// Title.
    Title,
    /// As `documents` lists them.
    Given,
}

/// How exhibits are to be numbered anew.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct RenumberArgs {
    /// The scheme.
    pub scheme: String,
    /// In which order.
    #[serde(default)]
    #[ts(optional, as = "Option<RenumberBy>")]
    pub by: RenumberBy,
    /// The documents in their new order, for `given`: all of them, or some, which then go to where the first of them is named
    /// in `before`.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub documents: Vec<String>,
    /// With `given` and some documents: the document before which they go; to the end where left out.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub before: String,
    /// The first mark as it is to be written from now on, "PX-001"; the scheme's where left out.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub first: String,
}

/// Documents that are to be exhibits no more.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ExhibitRemoveArgs {
    /// The scheme.
    pub scheme: String,
    /// The documents.
    pub documents: Vec<String>,
    /// Whether those behind move up. Without it, what would leave a gap is refused.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub close_gaps: bool,
}

/// A production: documents whose pages get Bates numbers.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ProductionArgs {
    /// Its case.
    pub case: String,
    /// Name, unique in its case: "First production".
    pub name: String,
    /// The first number as it is written: "TT-000001".
    pub first: String,
    /// The documents, in their order.
    pub documents: Vec<String>,
}

/// A production, by its identifier.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ProductionRef {
    /// The production.
    pub production: String,
}

/// What is to be found by one of its numbers.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ConcordanceArgs {
    /// An exhibit mark, a Bates number, or a document (identifier, title); empty for the whole case.
    pub find: String,
    /// Page of the file, from 1; all pages that bear a Bates number where left out.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<u32>,
    /// Label that is printed on the page.
    #[serde(default)]
    #[ts(optional)]
    pub label: Option<String>,
    /// Only this case.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<String>,
    /// The numbering that stood after this line of the ledger; today's where left out, and earlier ones marked as such.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub numbering: Option<u64>,
}

/// A concordance as a table.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ConcordanceWriteArgs {
    /// Its case.
    pub case: String,
    /// The numbering that stood after this line of the ledger; today's where left out.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub numbering: Option<u64>,
    /// The file to write: its name ends in .csv or .xlsx.
    pub path: String,
}
