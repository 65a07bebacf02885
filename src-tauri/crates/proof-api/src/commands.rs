//! Every command, once: its name, what it takes and what it answers.

use serde::Deserialize;
use ts_rs::TS;

#[allow(clippy::wildcard_imports, reason = "the table names nearly all of them, once each")]
use crate::{args::*, wire::*};

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
    /// Changes what is said of a case.
    case_edit(CaseEditArgs) -> CaseRow;
    /// Relates one case to another.
    relation_add(RelationArgs) -> CaseRow;
    /// Takes a relation between cases away.
    relation_remove(RelationRef) -> CaseRow;
    /// The events that pass a filter, in their order.
    timeline(TimelineArgs) -> Timeline;
    /// The identifiers of the events that pass a filter, in their order.
    timeline_match(EventFilter) -> Vec<String>;
    /// What the events of one case or of all can be filtered by.
    timeline_facets(CaseFilter) -> Facets;
    /// The scheduled events of one case or of all: what is overdue, then what is next.
    next_list(CaseFilter) -> Vec<DueRow>;
    /// The saved views, after the three that come ready.
    view_list(Nothing) -> Vec<ViewRow>;
    /// Keeps a filter under a name.
    view_save(ViewArgs) -> Vec<ViewRow>;
    /// Forgets a saved view.
    view_remove(ViewRef) -> Changed;
    /// How a date reads. What cannot be read is an answer, not an error.
    date_read(DateArgs) -> DateReading;
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
    /// Makes events that are one into one.
    event_merge(MergeArgs) -> EventRow;
    /// Makes an event that is two into two, and gives the new one.
    event_split(SplitArgs) -> EventRow;
    /// Moves an event among those of the same date.
    event_move(MoveArgs) -> EventRow;
    /// Lets an event's date follow one of its accounts, and says why.
    event_follow(FollowArgs) -> EventRow;
    /// Changes an account. Its passage stays what it is.
    account_edit(AccountEditArgs) -> EventRow;
    /// Takes an account away.
    account_remove(AccountRef) -> Changed;
    /// Who takes part in one case or in any, by name.
    party_list(CaseFilter) -> Vec<PartyRow>;
    /// Everything that the library holds of a party.
    party_show(PartyKey) -> PartyPage;
    /// Adds a party.
    party_add(PartyArgs) -> PartyRow;
    /// Changes a party's name or kind.
    party_edit(PartyEditArgs) -> PartyRow;
    /// Takes a party away, with its roles. It must take part in no event.
    party_remove(PartyKey) -> Changed;
    /// Makes parties that are one into one.
    party_merge(MergeArgs) -> PartyRow;
    /// Adds a role to a party.
    role_add(RoleArgs) -> PartyRow;
    /// Changes a role.
    role_edit(RoleEditArgs) -> PartyRow;
    /// Takes a role away.
    role_remove(RoleRef) -> Changed;
    /// The notes on a case, an event or a party, newest first.
    note_list(NotesArgs) -> Vec<NoteRow>;
    /// Adds a note.
    note_add(NoteArgs) -> NoteRow;
    /// Changes a note's text.
    note_edit(NoteEditArgs) -> NoteRow;
    /// Takes a note away.
    note_remove(NoteRef) -> Changed;
    /// Looks at a table before it is taken in.
    table_open(TableOpenArgs) -> TablePreview;
    /// Says what taking a table in would do, row by row, and does nothing.
    table_plan(TablePlanArgs) -> TablePlan;
    /// Takes a table in.
    table_import(TableImportArgs) -> TablePlan;
    /// Writes events and accounts as a table.
    table_write(TableWriteArgs) -> TableWritten;
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
