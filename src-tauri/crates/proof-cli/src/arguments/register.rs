use clap::{Args, ValueEnum};
use proof_api::{DocumentFilter, DocumentMarkArgs, GroupBy, RegisterOrder, SortBy};
use proof_model::Relevance;
use std::path::PathBuf;

use super::CaseOption;

/// The register of documents: filtered, sorted, grouped.
#[derive(Debug, Args)]
pub struct RegisterArguments {
    #[command(flatten)]
    order: OrderOptions,
    /// The first row, from 0.
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub from: u32,
    /// How many rows at most.
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub limit: u32,
    /// Write all rows to this file instead: its name ends in .csv or .xlsx.
    #[arg(long, value_name = "FILE")]
    pub write: Option<PathBuf>,
    /// Write a privilege log: what is privileged, on what basis.
    #[arg(long, requires = "write")]
    pub privilege_log: bool,
    /// List what there is to filter by, instead of the documents.
    #[arg(long, conflicts_with = "write")]
    pub facets: bool,
}

impl RegisterArguments {
    /// As the handler takes it.
    pub fn order(&self) -> RegisterOrder {
        self.order.order()
    }

    /// The case that it is of.
    pub const fn case(&self) -> &CaseOption {
        &self.order.case
    }
}

/// Which documents, in which order.
#[derive(Debug, Args)]
struct OrderOptions {
    #[command(flatten)]
    case: CaseOption,
    /// What lies directly inside this document: an e-mail, an archive.
    #[arg(long, value_name = "DOC")]
    inside: Option<String>,
    /// Words that stand in the title, the file name, the source, a tag or a number.
    #[arg(long, default_value = "", value_name = "WORDS")]
    text: String,
    /// Of this kind: PDF, e-mail, web page; may be given more than once.
    #[arg(long)]
    kind: Vec<String>,
    /// From this source; may be given more than once.
    #[arg(long)]
    source: Vec<String>,
    /// With this tag; may be given more than once.
    #[arg(long)]
    tag: Vec<String>,
    /// On this issue; may be given more than once.
    #[arg(long)]
    issue: Vec<String>,
    /// That matter so much: key, relevant or `not_relevant`; may be given more than once.
    #[arg(long, value_parser = relevance)]
    relevance: Vec<Relevance>,
    /// Reviewed or not.
    #[arg(long, value_name = "true|false")]
    reviewed: Option<bool>,
    /// With a star.
    #[arg(long)]
    starred: bool,
    /// Confidential or not.
    #[arg(long, value_name = "true|false")]
    confidential: Option<bool>,
    /// Privileged or not.
    #[arg(long, value_name = "true|false")]
    privileged: Option<bool>,
    /// With an exhibit mark or without.
    #[arg(long, value_name = "true|false")]
    exhibited: Option<bool>,
    /// Cited or not.
    #[arg(long, value_name = "true|false")]
    cited: Option<bool>,
    /// Read, at least in part, or not.
    #[arg(long, value_name = "true|false")]
    readable: Option<bool>,
    /// The date on it may be on or after this date.
    #[arg(long, default_value = "", value_name = "DATE")]
    after: String,
    /// The date on it may be on or before this date.
    #[arg(long, default_value = "", value_name = "DATE")]
    before: String,
    /// Sorted by.
    #[arg(long, value_enum, default_value_t = Sort::Added)]
    sort: Sort,
    /// The other way round.
    #[arg(long)]
    descending: bool,
    /// Grouped by.
    #[arg(long, value_enum)]
    group: Option<Group>,
}

impl OrderOptions {
    fn order(&self) -> RegisterOrder {
        RegisterOrder {
            filter: DocumentFilter {
                case: self.case.case.clone(),
                inside: self.inside.clone(),
                text: self.text.clone(),
                kinds: self.kind.clone(),
                sources: self.source.clone(),
                tags: self.tag.clone(),
                issues: self.issue.clone(),
                relevance: self.relevance.clone(),
                reviewed: self.reviewed,
                starred: self.starred,
                confidential: self.confidential,
                privileged: self.privileged,
                exhibited: self.exhibited,
                cited: self.cited,
                readable: self.readable,
                from: self.after.clone(),
                to: self.before.clone(),
            },
            sort: self.sort.into(),
            descending: self.descending,
            group: self.group.map(Into::into),
        }
    }
}

/// Declares a list of words of the command that are those of a list of the wire.
macro_rules! as_wire {
    ($name:ident => $wire:ident { $($variant:ident),+ }) => {
        #[derive(Debug, Clone, Copy, ValueEnum)]
        enum $name { $($variant),+ }

        impl From<$name> for $wire {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => Self::$variant),+ }
            }
        }
    };
}

as_wire!(Sort => SortBy {
    Added, Mark, Bates, Title, Dated, Published, Kind, Source, Pages, Size, Cited, Relevance, Reviewed
});
as_wire!(Group => GroupBy { Kind, Source, Year, Relevance, Reviewed, Family });

fn relevance(word: &str) -> Result<Relevance, String> {
    Relevance::from_word(word).map_err(|error| error.to_string())
}

/// What documents are to be marked with; what is left out stays.
#[derive(Debug, Args)]
pub struct MarkArguments {
    /// The documents.
    #[arg(required = true, value_name = "DOC")]
    docs: Vec<String>,
    /// Whether somebody has read them through.
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    reviewed: Option<bool>,
    /// Whether they bear a star.
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    starred: Option<bool>,
    /// Whether they are confidential.
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    confidential: Option<bool>,
    /// On what basis they are privileged, for the privilege log; empty where they are not.
    #[arg(long, value_name = "BASIS")]
    privilege: Option<String>,
    /// key, relevant or `not_relevant`; empty where nobody said.
    #[arg(long)]
    relevance: Option<String>,
    /// Add a tag; may be given more than once.
    #[arg(long)]
    tag: Vec<String>,
    /// Take a tag away; may be given more than once.
    #[arg(long)]
    untag: Vec<String>,
    /// Add an issue; may be given more than once.
    #[arg(long)]
    issue: Vec<String>,
    /// Take an issue away; may be given more than once.
    #[arg(long)]
    no_issue: Vec<String>,
    /// Put them in this case; may be given more than once.
    #[arg(long = "file-in", value_name = "CASE")]
    file_in: Vec<String>,
    /// Take them out of this case; may be given more than once.
    #[arg(long = "take-out-of", value_name = "CASE")]
    take_out_of: Vec<String>,
}

impl MarkArguments {
    /// As the handler takes it.
    pub fn marks(&self) -> DocumentMarkArgs {
        DocumentMarkArgs {
            documents: self.docs.clone(),
            reviewed: self.reviewed,
            starred: self.starred,
            confidential: self.confidential,
            privilege: self.privilege.clone(),
            relevance: self.relevance.clone(),
            add_tags: self.tag.clone(),
            remove_tags: self.untag.clone(),
            add_issues: self.issue.clone(),
            remove_issues: self.no_issue.clone(),
            file_in: self.file_in.clone(),
            take_out_of: self.take_out_of.clone(),
        }
    }
}
