use std::path::PathBuf;

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use proof_api::{
    ConcordanceArgs, ConcordanceWriteArgs, ProductionArgs, RenumberArgs, RenumberBy, SchemeArgs,
    SchemeEditArgs,
};

use super::CaseOption;

/// What to do with schemes of exhibit marks. SCHEME is an identifier, a prefix or one of its marks.
#[derive(Debug, Subcommand)]
pub enum SchemeCommand {
    /// List the schemes, each with its last mark and the next.
    List(CaseOption),
    /// Add a scheme to a case.
    Add(AddScheme),
    /// Change a scheme. Another first mark renumbers its exhibits.
    Edit {
        /// The scheme.
        scheme: String,
        /// The first mark as it is written: PX-001.
        #[arg(long, value_name = "MARK")]
        first: Option<String>,
        /// Whose exhibits they are.
        #[arg(long)]
        whose: Option<String>,
    },
    /// Take a scheme away, with its marks. Undo brings them back.
    Remove {
        /// The scheme.
        scheme: String,
    },
}

/// A new scheme.
#[derive(Debug, Args)]
pub struct AddScheme {
    /// Its case.
    case: String,
    /// The first mark as it is written: JJS1, PX-001, "Exhibit 1".
    first: String,
    /// Whose exhibits they are: a witness, a side.
    #[arg(long, default_value = "")]
    whose: String,
}

impl AddScheme {
    /// As the handler takes it.
    pub fn args(&self) -> SchemeArgs {
        SchemeArgs { case: self.case.clone(), first: self.first.clone(), whose: self.whose.clone() }
    }
}

/// As the handler takes a change of a scheme.
pub fn scheme_edit(scheme: &str, first: Option<&String>, whose: Option<&String>) -> SchemeEditArgs {
    SchemeEditArgs { scheme: scheme.to_owned(), first: first.cloned(), whose: whose.cloned() }
}

/// What to do with exhibits. SCHEME is an identifier, a prefix or one of its marks.
#[derive(Debug, Subcommand)]
pub enum ExhibitCommand {
    /// Mark documents, in the order given.
    Assign {
        /// The scheme.
        scheme: String,
        /// A document of the scheme's case.
        #[arg(required = true, value_name = "DOC")]
        documents: Vec<String>,
        /// Mark them with letters behind this exhibit: 12 gives 12A, 12B.
        #[arg(long, value_name = "MARK", default_value = "")]
        behind: String,
    },
    /// Say what numbering exhibits anew would do, and do nothing.
    Plan(Renumber),
    /// Number exhibits anew, without letters. Undo brings the old marks back.
    Renumber(Renumber),
    /// Take marks away. What would leave a gap is refused.
    Remove {
        /// The scheme.
        scheme: String,
        /// A document, or its mark.
        #[arg(required = true, value_name = "DOC")]
        documents: Vec<String>,
        /// Move those behind up.
        #[arg(long)]
        close_gaps: bool,
    },
}

/// How exhibits are to be numbered anew.
#[derive(Debug, Args)]
pub struct Renumber {
    /// The scheme.
    scheme: String,
    /// A document, or its mark: these go to the end in the order given, or before the one that `--before` names.
    #[arg(value_name = "DOC", conflicts_with = "by")]
    documents: Vec<String>,
    /// The document, or its mark, before which they go.
    #[arg(long, value_name = "DOC", default_value = "", requires = "documents")]
    before: String,
    /// In which order where no documents are given; as they stand where this is left out.
    #[arg(long, value_parser = PossibleValuesParser::new(["mark", "dated", "title"]))]
    by: Option<String>,
    /// The first mark from now on.
    #[arg(long, value_name = "MARK", default_value = "")]
    first: String,
}

impl Renumber {
    /// As the handler takes it.
    pub fn args(&self) -> RenumberArgs {
        let by = match self.by.as_deref() {
            Some("dated") => RenumberBy::Dated,
            Some("title") => RenumberBy::Title,
            _ if self.documents.is_empty() => RenumberBy::Mark,
            _ => RenumberBy::Given,
        };
        RenumberArgs {
            scheme: self.scheme.clone(),
            by,
            documents: self.documents.clone(),
            before: self.before.clone(),
            first: self.first.clone(),
        }
    }
}

/// What to do with productions. PRODUCTION is an identifier or a name.
#[derive(Debug, Subcommand)]
pub enum ProductionCommand {
    /// List the productions.
    List(CaseOption),
    /// Show a production's documents, each with its Bates numbers.
    Show {
        /// The production.
        production: String,
    },
    /// Say which Bates numbers a production would give, and do nothing.
    Plan {
        #[command(flatten)]
        pages: Pages,
    },
    /// Make a production: number the pages of documents through.
    Add {
        /// Its name, unique in its case.
        name: String,
        #[command(flatten)]
        pages: Pages,
    },
    /// Take a production away, with its Bates numbers. Undo brings them back.
    Remove {
        /// The production.
        production: String,
    },
}

/// Which pages bear Bates numbers.
#[derive(Debug, Args)]
pub struct Pages {
    /// The case.
    #[arg(long)]
    case: String,
    /// The first number as it is written: TT-000001.
    #[arg(long, value_name = "NUMBER")]
    first: String,
    /// A document of the case; they are numbered in the order given.
    #[arg(required = true, value_name = "DOC")]
    documents: Vec<String>,
}

impl Pages {
    /// As the handler takes them.
    pub fn args(&self, name: &str) -> ProductionArgs {
        ProductionArgs {
            case: self.case.clone(),
            name: name.to_owned(),
            first: self.first.clone(),
            documents: self.documents.clone(),
        }
    }
}

/// What to ask the concordance.
#[derive(Debug, Subcommand)]
pub enum ConcordanceCommand {
    /// Find a document or a page by a mark, a Bates number, a page or a printed label, of today or earlier.
    Find {
        /// An exhibit mark, a Bates number or a document; all that bear numbers where left out.
        #[arg(default_value = "")]
        find: String,
        /// Page of the file, from 1.
        #[arg(long, value_name = "N")]
        page: Option<u32>,
        /// Label that is printed on the page.
        #[arg(long)]
        label: Option<String>,
        #[command(flatten)]
        case: CaseOption,
        #[command(flatten)]
        numbering: NumberingOption,
    },
    /// List the numberings: every act that changed numbers, newest first.
    Numberings(CaseOption),
    /// Write the concordance of a case as a table, a row for every page. The file is replaced where it is there.
    Write {
        /// The file: its ending says whether CSV or XLSX.
        path: PathBuf,
        /// The case.
        #[arg(long)]
        case: String,
        #[command(flatten)]
        numbering: NumberingOption,
    },
}

/// Of which numbering.
#[derive(Debug, Args)]
pub struct NumberingOption {
    /// The numbering that stood after this line of the ledger; today's where left out.
    #[arg(long, value_name = "LINE")]
    numbering: Option<u64>,
}

/// As the handler takes a question.
pub fn asked(
    find: &str,
    page: Option<u32>,
    label: Option<&String>,
    case: &CaseOption,
    numbering: &NumberingOption,
) -> ConcordanceArgs {
    ConcordanceArgs {
        find: find.to_owned(),
        page,
        label: label.cloned(),
        case: case.case.clone(),
        numbering: numbering.numbering,
    }
}

/// As the handler takes a table.
pub fn written(path: &std::path::Path, case: &str, numbering: &NumberingOption) -> ConcordanceWriteArgs {
    let path = path.to_string_lossy().into_owned();
    ConcordanceWriteArgs { case: case.to_owned(), numbering: numbering.numbering, path }
}
