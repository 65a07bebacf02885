use std::path::PathBuf;

use clap::{Args, Subcommand};
use proof_api::wire::DateBasisRow;
use proof_model::{DateKind, ReadFrom};

use super::{CaseOption, CustodyCommand, MarkArguments};

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

/// What to do with the files that wait to be imported.
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum QueueCommand {
    /// Show how far the import is, and which files did not end well.
    Show,
    /// Import what waits: an import that was stopped, or that ended with the program.
    GoOn,
    /// Let what waits rest: the window does not go on with it by itself.
    Pause,
    /// Forget what waits. What is imported stays.
    Cancel,
}

/// What to do with watched folders.
#[derive(Debug, Subcommand)]
pub enum WatchCommand {
    /// List the folders that are watched.
    List,
    /// Import what lies in folders and what lands in them later, while the window is open or `watch run` runs.
    Add(ImportArguments),
    /// Watch a folder no more. What was imported from it stays.
    Remove {
        /// Its path, as the list gives it.
        folder: String,
    },
    /// Import what lands in watched folders, until Ctrl+C.
    Run,
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
    /// List the messages of the exchange that an e-mail belongs to, in the order in which they were sent.
    Thread {
        /// The e-mail.
        doc: String,
    },
    /// Show what a document lies inside, and what lies inside it: the attachments of an e-mail, the entries of an archive.
    Relatives {
        /// The document.
        doc: String,
    },
    /// Show which documents share text with one, or all families of copies. None is dropped for it.
    Near {
        /// The document.
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        doc: Option<String>,
        /// All families of copies instead.
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        scope: CaseOption,
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
        /// When what it tells of happened; empty for none.
        #[arg(long, value_name = "DATE")]
        event_date: Option<String>,
        /// When it was captured or obtained; empty for none.
        #[arg(long, value_name = "DATE")]
        captured: Option<String>,
        /// Where a date was read from, as DATE=FROM or DATE=FROM:DETAIL ("dated=text:page 2"): the date is event, dated,
        /// published or captured, FROM is file, header, text or person. May be given more than once.
        #[arg(long = "read-from", value_name = "DATE=FROM", value_parser = basis)]
        read_from: Vec<DateBasisRow>,
        /// Put it in this case; may be given more than once.
        #[arg(long = "file-in", value_name = "CASE")]
        file_in: Vec<String>,
        /// Take it out of this case; may be given more than once.
        #[arg(long = "take-out-of", value_name = "CASE")]
        take_out_of: Vec<String>,
    },
    /// Mark documents: reviewed, starred, confidential, privileged, relevant; tags, issues, cases.
    Mark(MarkArguments),
    /// Change how a document was obtained at one of the places where it was found.
    Location {
        /// The document.
        doc: String,
        /// The place, as `document show` lists it.
        path: String,
        /// How it was obtained, in words.
        #[arg(long, value_name = "TEXT")]
        obtained: Option<String>,
        /// Who obtained it.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        /// From whom, or from which address.
        #[arg(long, value_name = "TEXT")]
        obtained_from: Option<String>,
        /// When; empty for not known.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// By which account of which computer or service.
        #[arg(long, value_name = "TEXT")]
        account: Option<String>,
    },
    /// Read a document again that could not be read.
    Retry {
        /// The document.
        doc: String,
        /// A file whose first line is the password that opens the document; - reads that line from standard input.
        #[arg(long, value_name = "FILE")]
        password: Option<PathBuf>,
    },
    /// What was done with a document, and copies of it outside the library.
    #[command(flatten)]
    Custody(CustodyCommand),
}

fn basis(text: &str) -> Result<DateBasisRow, String> {
    let shape = "write it like dated=text:page 2";
    let (date, from) = text.split_once('=').ok_or(shape)?;
    let (read_from, detail) = from.split_once(':').unwrap_or((from, ""));
    Ok(DateBasisRow {
        date: DateKind::from_word(date.trim()).map_err(|error| format!("{error}; {shape}"))?,
        read_from: ReadFrom::from_word(read_from.trim()).map_err(|error| format!("{error}; {shape}"))?,
        detail: detail.trim().to_owned(),
    })
}
