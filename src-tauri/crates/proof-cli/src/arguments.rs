//! What the command can be given.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A case-timeline and evidence manager. Everything stays on this computer.
///
/// CASE, DOC and EVENT are an identifier, the unambiguous start of one, or an exact name.
#[derive(Debug, Parser)]
#[command(name = "proofline", version, max_term_width = 100)]
pub struct Arguments {
    /// The library's folder.
    #[arg(long, short = 'L', global = true, env = "PROOFLINE_LIBRARY", value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a library in a new or empty folder.
    New {
        /// The folder.
        dir: PathBuf,
        /// Fill it with the sample: five matters around one company.
        #[arg(long)]
        sample: bool,
    },
    /// Cases: add, list, show.
    #[command(subcommand)]
    Case(CaseCommand),
    /// Import files and folders.
    Import(ImportArguments),
    /// Documents: list, show, text, retry.
    #[command(subcommand)]
    Document(DocumentCommand),
    /// Events: add, list, show.
    #[command(subcommand)]
    Event(EventCommand),
    /// People and organisations, with their roles.
    #[command(subcommand)]
    Party(PartyCommand),
    /// The sums that accounts state: claimed, offered, settled, fined, awarded, paid.
    #[command(subcommand)]
    Amount(AmountCommand),
    /// The events of one case or of all, in their order, with what they rest on.
    Timeline(CaseOption),
    /// Search the pages.
    ///
    /// Words must all be there; "words in quotes" stand together; AND, OR, NOT and ( ) combine; word* finds
    /// what begins so; title:, file:, type:, case:, source:, from: and to: look there only.
    Search {
        /// The query.
        query: String,
        #[command(flatten)]
        case: CaseOption,
        /// How many pages at most.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Check originals, quotes, ledger, index and database.
    Verify,
    /// Make the search index anew.
    RebuildIndex,
    /// Take back the last act.
    Undo,
    /// Do again what undo took back.
    Redo,
    /// What wants a look: unread, unfiled, unsupported, broken.
    Review,
    /// The ledger: every change, newest first.
    Ledger {
        /// How many lines at most.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
}

/// Only one case.
#[derive(Debug, Args)]
pub struct CaseOption {
    /// Only this case.
    #[arg(long, value_name = "CASE")]
    pub case: Option<String>,
}

/// What to do with cases.
#[derive(Debug, Subcommand)]
pub enum CaseCommand {
    /// Add a case.
    Add {
        /// Its name.
        name: String,
        /// `litigation`, `regulatory_action`, `government_action` or `investigation`.
        #[arg(long, default_value = "litigation")]
        kind: String,
        /// Court or body.
        #[arg(long, default_value = "")]
        forum: String,
        /// A docket number; may be given more than once.
        #[arg(long = "docket", value_name = "DOCKET")]
        dockets: Vec<String>,
    },
    /// List the cases.
    List,
    /// Show a case.
    Show {
        /// The case.
        case: String,
    },
}

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

/// What to do with events.
#[derive(Debug, Subcommand)]
pub enum EventCommand {
    /// Add an event.
    Add {
        /// Its case.
        #[arg(long)]
        case: String,
        /// What happened, in a line.
        #[arg(long)]
        title: String,
        /// When: as people write it, or EDTF. Leave it out where it is not known.
        #[arg(long, default_value = "")]
        date: String,
        /// The source's own day, against which words like “Tuesday” are read: 2021-04-20.
        #[arg(long, value_name = "DAY")]
        reference: Option<String>,
        /// A short word: filing, hearing, fine.
        #[arg(long, default_value = "")]
        kind: String,
        /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
        #[arg(long, default_value = "reported")]
        status: String,
        /// A passage that it rests on; may be given more than once.
        #[arg(long = "cite", value_name = "DOC:PAGE:quote")]
        cites: Vec<String>,
    },
    /// Change what an event says of itself. Its accounts stay what they are.
    Edit {
        /// The event.
        event: String,
        /// What happened, in a line.
        #[arg(long)]
        title: Option<String>,
        /// When; empty for undated.
        #[arg(long)]
        date: Option<String>,
        /// The source's own day, against which words like “Tuesday” are read.
        #[arg(long, value_name = "DAY", default_value = "")]
        reference: String,
        /// A short word: filing, hearing, fine.
        #[arg(long)]
        kind: Option<String>,
        /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
        #[arg(long)]
        status: Option<String>,
    },
    /// Take an event away, with its accounts. Undo brings it back.
    Remove {
        /// The event.
        event: String,
    },
    /// Add an account to an event: another source's version of it.
    Cite {
        /// The event.
        event: String,
        /// The passage.
        #[arg(value_name = "DOC:PAGE:quote")]
        passage: String,
        /// Who asserts it; whoever published the document where left out.
        #[arg(long, default_value = "", value_name = "WHO")]
        asserted_by: String,
        /// `reports`, `alleges`, `denies`, `confirms` or `rules`.
        #[arg(long, default_value = "reports")]
        stance: String,
        /// The date that it states.
        #[arg(long, default_value = "")]
        date: String,
        /// The source's own day, against which words like “Tuesday” are read.
        #[arg(long, value_name = "DAY", default_value = "")]
        reference: String,
    },
    /// Take an account away, by its identifier. Undo brings it back.
    Uncite {
        /// The account.
        account: String,
    },
    /// List the events.
    List(CaseOption),
    /// Show an event with its accounts.
    Show {
        /// The event.
        event: String,
    },
}

/// What to do with parties.
#[derive(Debug, Subcommand)]
pub enum PartyCommand {
    /// List the parties.
    List(CaseOption),
}

/// What to do with sums.
#[derive(Debug, Subcommand)]
pub enum AmountCommand {
    /// List the sums, each as one account states it.
    List(CaseOption),
}
