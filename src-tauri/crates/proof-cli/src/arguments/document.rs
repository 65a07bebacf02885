use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::CaseOption;

/// What to import.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The case to put them in; without it they stay unfiled.
    #[arg(long, value_name = "CASE")]
    pub case: Option<String>,
    /// Who published or wrote them.
    #[arg(long, default_value = "", value_name = "TEXT")]
    pub source: String,
    /// When they were published: as people write it, or EDTF (2021-06-24, 2021-04~).
    #[arg(long, default_value = "", value_name = "EDTF")]
    pub published: String,
    /// How they were obtained.
    #[arg(long, default_value = "", value_name = "TEXT")]
    pub obtained: String,
}

/// What to do with documents.
#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// List the documents.
    List(CaseOption),
    /// Show a document.
    Show {
        /// The document.
        doc: String,
    },
    /// Print the text of a document, or of one page.
    Text {
        /// The document.
        doc: String,
        /// Page of the file, from 1.
        #[arg(long, value_name = "N")]
        page: Option<u32>,
    },
    /// Change what is said of a document, and which cases it is in. The original stays what it is.
    Edit {
        /// The document.
        doc: String,
        /// Title.
        #[arg(long)]
        title: Option<String>,
        /// Who published or wrote it.
        #[arg(long)]
        source: Option<String>,
        /// The origin that it copies: documents with one origin count once.
        #[arg(long)]
        origin: Option<String>,
        /// The date that it bears; empty for none.
        #[arg(long, value_name = "DATE")]
        dated: Option<String>,
        /// When it was published; empty for none.
        #[arg(long, value_name = "DATE")]
        published: Option<String>,
        /// Put it in this case; may be given more than once.
        #[arg(long = "file-in", value_name = "CASE")]
        file_in: Vec<String>,
        /// Take it out of this case; may be given more than once.
        #[arg(long = "take-out-of", value_name = "CASE")]
        take_out_of: Vec<String>,
    },
    /// Read a document again that could not be read.
    Retry {
        /// The document.
        doc: String,
    },
}
