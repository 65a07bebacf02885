//! Every command, once: its name, what it takes and what it answers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wire::{
    AmountLine, CaseRow, Changed, DocumentRow, EventRow, LedgerRow, LibraryInfo, PageView, PartyRow,
    ReviewItem, SearchAnswer, VerifyReport,
};

/// Declares the commands: the request enum that crosses the wire and the table that TypeScript is made from.
macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($args:ident) -> $answer:ty;)+) => {
        /// A request, as it crosses the wire: `{"command": "timeline", "args": {…}}`.
        #[derive(Debug, Clone, Deserialize)]
        #[serde(tag = "command", content = "args", rename_all = "snake_case")]
        #[allow(non_camel_case_types)]
        pub enum Request { $($(#[doc = $doc])+ $name($args),)+ }

        /// The table of commands in TypeScript, from name to arguments and answer.
        pub(crate) fn typescript_table(cfg: &ts_rs::Config) -> String {
            let mut table = String::from("export type Commands = {\n");
            $(
                for line in [$($doc),+] { table.push_str(&format!("  /**{line} */\n")); }
                table.push_str(&format!(
                    "  {}: {{ args: {}; answer: {} }};\n",
                    stringify!($name), <$args as TS>::name(cfg), <$answer as TS>::name(cfg),
                ));
            )+
            table.push_str("};\n");
            table
        }

        /// Calls the handler of a request and turns its answer into JSON.
        pub(crate) fn dispatch(
            session: &crate::Session,
            request: Request,
        ) -> Result<serde_json::Value, crate::WireError> {
            match request {
                $(Request::$name(args) => {
                    let answer: $answer = crate::handlers::$name(session, args)?;
                    serde_json::to_value(answer).map_err(crate::WireError::internal)
                })+
            }
        }
    };
}

commands! {
    /// The open library; none before one is opened.
    library_info(Nothing) -> Option<LibraryInfo>;
    /// Opens a library's folder.
    library_open(OpenArgs) -> LibraryInfo;
    /// Makes a new library, with or without the sample's contents, and opens it.
    library_new(NewArgs) -> LibraryInfo;
    /// All cases, in the order in which they were made.
    case_list(Nothing) -> Vec<CaseRow>;
    /// Adds a case.
    case_add(CaseArgs) -> CaseRow;
    /// The events of one case or of all, in their order.
    timeline(CaseFilter) -> Vec<EventRow>;
    /// One event.
    event_show(EventRef) -> EventRow;
    /// Adds an event, with the passages that it rests on.
    event_add(EventArgs) -> EventRow;
    /// Changes what an event says of itself.
    event_edit(EventEditArgs) -> EventRow;
    /// Takes an event away, with its accounts.
    event_remove(EventRef) -> Changed;
    /// Adds an account to an event.
    account_add(AccountArgs) -> EventRow;
    /// Takes an account away.
    account_remove(AccountRef) -> Changed;
    /// Who takes part in one case or in any, by name.
    party_list(CaseFilter) -> Vec<PartyRow>;
    /// The sums that the accounts of one case or of all state, in the order of their dates.
    amount_list(CaseFilter) -> Vec<AmountLine>;
    /// The documents of one case or of all.
    document_list(CaseFilter) -> Vec<DocumentRow>;
    /// One document.
    document_show(DocumentRef) -> DocumentRow;
    /// Changes what is said of a document, and which cases it is in.
    document_edit(DocumentEditArgs) -> DocumentRow;
    /// A page to read.
    page_show(PageArgs) -> PageView;
    /// Reads a document again that could not be read.
    document_retry(DocumentRef) -> DocumentRow;
    /// Searches the pages.
    search(SearchArgs) -> SearchAnswer;
    /// Starts an import; progress arrives as messages.
    import_start(ImportArgs) -> Nothing;
    /// Stops the running import after the file that it is reading. What is done is kept.
    import_cancel(Nothing) -> Nothing;
    /// What wants a look.
    review(Nothing) -> Vec<ReviewItem>;
    /// Takes back the last act.
    undo(Nothing) -> Changed;
    /// Does again what undo took back.
    redo(Nothing) -> Changed;
    /// The newest lines of the ledger, newest first.
    ledger(LedgerArgs) -> Vec<LedgerRow>;
    /// Checks originals, quotes, ledger, index and database.
    verify(Nothing) -> VerifyReport;
}

/// No arguments, or no answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Which library to open.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpenArgs {
    /// Its folder.
    pub path: String,
}

/// Where to make a library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NewArgs {
    /// The folder to make: it must not exist or be empty.
    pub path: String,
    /// Whether to fill it with the sample.
    pub sample: bool,
}

/// A new case.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CaseArgs {
    /// Name.
    pub name: String,
    /// `litigation`, `regulatory_action`, `government_action` or `investigation`; the first where empty.
    pub kind: String,
    /// Court or body.
    pub forum: String,
    /// Docket numbers.
    pub dockets: Vec<String>,
}

/// All cases or one: an identifier, the start of one, or a name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CaseFilter {
    /// The case, or none for all.
    pub case: Option<String>,
}

/// An event: an identifier, the start of one, or an exact title.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EventRef {
    /// The event.
    pub event: String,
}

/// A document: an identifier, the start of one, an exact title or file name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DocumentRef {
    /// The document.
    pub document: String,
}

/// A new event.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EventArgs {
    /// Its case.
    pub case: String,
    /// What happened, in a line.
    pub title: String,
    /// A short word: filing, hearing, fine.
    pub kind: String,
    /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`; `reported` where empty.
    pub status: String,
    /// The date, as people write it or in EDTF; empty where there is none.
    pub date: String,
    /// The source's own day, ISO 8601, against which words like "Tuesday" are read; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
    /// The passages that it rests on.
    pub cites: Vec<CiteArgs>,
}

/// What is to change of an event; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EventEditArgs {
    /// The event.
    pub event: String,
    /// What happened, in a line.
    pub title: Option<String>,
    /// A short word.
    pub kind: Option<String>,
    /// `alleged`, `reported`, `confirmed`, `disputed` or `scheduled`.
    pub status: Option<String>,
    /// The date, as people write it or in EDTF; empty for none.
    pub date: Option<String>,
    /// The source's own day, ISO 8601; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
}

/// An account to be added to an event.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountArgs {
    /// The event.
    pub event: String,
    /// The passage that it rests on.
    pub cite: CiteArgs,
    /// Who asserts it; whoever published the document where empty.
    pub asserted_by: String,
    /// `reports`, `alleges`, `denies`, `confirms` or `rules`; the first where empty.
    pub stance: String,
    /// The date that it states, as people write it or in EDTF; empty where it states none.
    pub date: String,
    /// The source's own day, ISO 8601; empty where there is none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reference: String,
}

/// An account, by its identifier.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountRef {
    /// The account.
    pub account: String,
}

/// What is to change of a document; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct DocumentEditArgs {
    /// The document.
    pub document: String,
    /// Title.
    pub title: Option<String>,
    /// Who published or wrote it.
    pub source: Option<String>,
    /// The origin that it copies.
    pub origin: Option<String>,
    /// The date that it bears, as people write it or in EDTF; empty for none.
    pub dated: Option<String>,
    /// When it was published, as people write it or in EDTF; empty for none.
    pub published: Option<String>,
    /// Cases to put it in.
    pub file_in: Vec<String>,
    /// Cases to take it out of.
    pub take_out_of: Vec<String>,
}

/// A passage to cite.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CiteArgs {
    /// The document.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The exact words.
    pub quote: String,
}

/// A page to show.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PageArgs {
    /// The document.
    pub document: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// A query whose words are to be marked; empty for none.
    #[serde(default)]
    pub query: String,
}

/// A query.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SearchArgs {
    /// The query, in Proofline's query language.
    pub query: String,
    /// Only in this case.
    pub case: Option<String>,
    /// How many pages at most; 50 where none is given.
    pub limit: Option<u32>,
}

/// What to import.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ImportArgs {
    /// Files and folders.
    pub paths: Vec<String>,
    /// The case to put them in; none leaves them unfiled.
    pub case: Option<String>,
    /// Who published or wrote them.
    pub source: String,
    /// When they were published, as people write it or in EDTF.
    pub published: String,
    /// How they were obtained.
    pub obtained: String,
}

/// How much of the ledger.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct LedgerArgs {
    /// How many lines; 100 where none is given.
    pub limit: Option<u32>,
}
