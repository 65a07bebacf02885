//! What the command can be given.

mod account;
mod case;
mod custody;
mod document;
mod event;
pub mod exhibit;
mod highlight;
mod note;
mod party;
mod register;
mod search;
mod table;
mod timeline;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use account::{AccountCommand, AmountCommand};
pub use case::{CaseCommand, CaseOption};
pub use custody::{CustodyCommand, LedgerArguments, LedgerCommand, VerifyArguments};
pub use document::{DocumentCommand, ImportArguments, QueueCommand, WatchCommand};
pub use event::EventCommand;
pub use exhibit::{ConcordanceCommand, ExhibitCommand, ProductionCommand, SchemeCommand};
pub use highlight::HighlightCommand;
pub use note::NoteCommand;
pub use party::{PartyCommand, RoleCommand};
pub use register::{MarkArguments, RegisterArguments};
pub use search::{SavedCommand, SearchArguments};
pub use table::{PlanTable, TableCommand};
pub use timeline::{DateCommand, FilterOptions, ViewCommand, view_named};

/// A case-timeline and evidence manager. Everything stays on this computer.
///
/// CASE, DOC, EVENT and PARTY are an identifier, the unambiguous start of one, or an exact name. Accounts, roles and notes
/// go by their identifiers, which `event show`, `party show` and `note list` give.
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
    /// Cases, and how they stand to each other.
    #[command(subcommand)]
    Case(CaseCommand),
    /// Import files and folders.
    Import(ImportArguments),
    /// Files that wait to be imported: how far, go on, pause, cancel.
    #[command(subcommand)]
    Queue(QueueCommand),
    /// Folders that are watched: what lands in one is imported.
    #[command(subcommand)]
    Watch(WatchCommand),
    /// Documents: list, show, text, edit, mark, retry.
    #[command(subcommand)]
    Document(DocumentCommand),
    /// The register of documents: filtered, sorted, grouped; written as a table, or as a privilege log.
    Register(RegisterArguments),
    /// Highlights and notes on passages, and what their colours stand for.
    #[command(subcommand)]
    Highlight(HighlightCommand),
    /// Events, with the accounts that they rest on.
    #[command(subcommand)]
    Event(EventCommand),
    /// Accounts: change what one says.
    #[command(subcommand)]
    Account(AccountCommand),
    /// People and organisations, with their roles.
    #[command(subcommand)]
    Party(PartyCommand),
    /// The roles of people and organisations, each for as long as they have it.
    #[command(subcommand)]
    Role(RoleCommand),
    /// Notes on cases, events and parties.
    #[command(subcommand)]
    Note(NoteCommand),
    /// The sums that accounts state: claimed, offered, settled, fined, awarded, paid.
    #[command(subcommand)]
    Amount(AmountCommand),
    /// The events of one case or of all, in their order, with what they rest on.
    Timeline(FilterOptions),
    /// The scheduled events of one case or of all: what is overdue, then what is next.
    Next(CaseOption),
    /// Filters that are kept under a name.
    #[command(subcommand)]
    View(ViewCommand),
    /// How written dates read.
    #[command(subcommand)]
    Date(DateCommand),
    /// Schemes of exhibit marks: how the exhibits of a side or a witness are numbered.
    #[command(subcommand)]
    Scheme(SchemeCommand),
    /// Exhibits: mark documents, number them anew.
    #[command(subcommand)]
    Exhibit(ExhibitCommand),
    /// Productions: documents whose pages bear Bates numbers.
    #[command(subcommand)]
    Production(ProductionCommand),
    /// Marks, Bates numbers, pages and printed labels, each found from any other.
    #[command(subcommand)]
    Concordance(ConcordanceCommand),
    /// Tables in and out: CSV and XLSX.
    #[command(subcommand)]
    Table(TableCommand),
    /// Search everything: pages of documents, e-mails, events, accounts, notes, people, cases.
    ///
    /// Words must all be there; "words in quotes" stand together; AND, OR, NOT and ( ) combine; word* finds
    /// what begins so; title:, case:, type:, dated: and many more look there only: `how-to-ask` shows all of it.
    Search(SearchArguments),
    /// How to ask: the query language, by examples.
    HowToAsk,
    /// Search for every term of a list: which documents and pages each hits, and which documents none does.
    Terms {
        /// The list: a text file with a word or a query on each line.
        list: PathBuf,
        #[command(flatten)]
        case: CaseOption,
        /// Write the report to this file as well: its name ends in .csv or .xlsx.
        #[arg(long, value_name = "FILE")]
        write: Option<PathBuf>,
    },
    /// Searches that are kept under a name, each with how much is new since it was last looked at.
    #[command(subcommand)]
    Saved(SavedCommand),
    /// Check originals, quotes, ledger, index and database.
    ///
    /// Ctrl+C stops it; what was found until then is printed all the same.
    Verify(VerifyArguments),
    /// Make the search index anew.
    RebuildIndex,
    /// Make the text of every document anew from its original, and look every quote up again.
    ///
    /// Ctrl+C stops it; what is done is kept.
    RebuildText {
        /// Only of documents with pages that are pictures and that no machine has read yet.
        #[arg(long)]
        pictures: bool,
    },
    /// Take back the last act.
    Undo,
    /// Do again what undo took back.
    Redo,
    /// What wants a look: unread, unfiled, unsupported, broken.
    Review,
    /// The ledger: every change, newest first; its head, to be kept elsewhere and held against it later.
    Ledger(LedgerArguments),
}

/// All the values that were given in place of those that are there; none where none was given. An empty one among them
/// stands for none at all.
fn some(given: &[String]) -> Option<Vec<String>> {
    let kept = given.iter().filter(|value| !value.trim().is_empty()).cloned();
    (!given.is_empty()).then(|| kept.collect())
}
