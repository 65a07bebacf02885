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
    /// A part of the register of documents.
    register(RegisterArgs) -> Register;
    /// The identifiers of the documents of a register, in its order.
    register_match(RegisterOrder) -> Vec<String>;
    /// The row at which a document stands in a register, from 0; none where it is not in it.
    register_place(RegisterPlaceArgs) -> Option<u32>;
    /// What the documents of one case or of all can be filtered by.
    register_facets(CaseFilter) -> RegisterFacets;
    /// Writes a register, or a privilege log, as a table.
    register_write(RegisterWriteArgs) -> RowsWritten;
    /// Changes the marks of documents, and which cases they are in.
    document_mark(DocumentMarkArgs) -> Changed;
    /// Everything that cites or marks a passage of a document.
    document_marks(DocumentRef) -> DocumentMarks;
    /// Finds a passage on its page, and says how it would be cited.
    passage_read(CiteArgs) -> PassageRow;
    /// Highlights a passage, or writes a note on it.
    annotation_add(AnnotationArgs) -> AnnotationRow;
    /// Changes the colour or the note of a highlight.
    annotation_edit(AnnotationEditArgs) -> AnnotationRow;
    /// Takes a highlight or a note away.
    annotation_remove(AnnotationRef) -> Changed;
    /// The colours of highlights, each with what it stands for.
    colour_list(Nothing) -> Vec<ColourRow>;
    /// Says what a colour stands for.
    colour_name(ColourArgs) -> Vec<ColourRow>;
    /// The schemes of exhibit marks of one case or of all.
    scheme_list(CaseFilter) -> Vec<SchemeRow>;
    /// Adds a scheme of exhibit marks to a case.
    scheme_add(SchemeArgs) -> SchemeRow;
    /// Changes a scheme. Another first mark renumbers its exhibits.
    scheme_edit(SchemeEditArgs) -> SchemeRow;
    /// Takes a scheme away, with its marks.
    scheme_remove(SchemeRef) -> Changed;
    /// Marks documents as exhibits, in the order given.
    exhibit_assign(ExhibitAssignArgs) -> ExhibitPlan;
    /// Says what numbering exhibits anew would do, and does nothing.
    exhibit_plan(RenumberArgs) -> ExhibitPlan;
    /// Numbers exhibits anew.
    exhibit_renumber(RenumberArgs) -> ExhibitPlan;
    /// Takes marks away.
    exhibit_remove(ExhibitRemoveArgs) -> ExhibitPlan;
    /// The productions of one case or of all.
    production_list(CaseFilter) -> Vec<ProductionRow>;
    /// A production's documents, each with its Bates numbers.
    production_show(ProductionRef) -> ProductionPlan;
    /// Says which Bates numbers a production would give, and does nothing.
    production_plan(ProductionArgs) -> ProductionPlan;
    /// Makes a production: numbers the pages of documents through.
    production_add(ProductionArgs) -> ProductionRow;
    /// Takes a production away, with its Bates numbers.
    production_remove(ProductionRef) -> Changed;
    /// Finds a document or a page by a mark, a Bates number, a page or a printed label, of today's numbering and of
    /// earlier ones.
    concordance(ConcordanceArgs) -> Vec<ConcordanceRow>;
    /// The acts that changed numbers in one case or in any, newest first.
    numbering_list(CaseFilter) -> Vec<NumberingRow>;
    /// Writes the concordance of a case as a table.
    concordance_write(ConcordanceWriteArgs) -> RowsWritten;
    /// Changes how a document was obtained at a place.
    location_edit(LocationEditArgs) -> DocumentRow;
    /// Everything that was done with a document, oldest first.
    custody_list(DocumentRef) -> Vec<CustodyRow>;
    /// Writes a copy of an original outside the library.
    document_export(CopyOutArgs) -> Changed;
    /// Opens a copy of an original with another program.
    document_view_outside(DocumentRef) -> Changed;
    /// The documents of one case or of all.
    document_list(CaseFilter) -> Vec<DocumentRow>;
    /// One document.
    document_show(DocumentRef) -> DocumentRow;
    /// What a document lies inside, what lies beside it there, and what lies inside it: parts of long lists.
    document_relatives(DocumentRef) -> Relatives;
    /// The documents that share text with one, each with its share.
    document_near(DocumentRef) -> NearDocuments;
    /// The families of copies in one case or in all.
    document_families(CaseFilter) -> Families;
    /// The messages of the exchange that a document belongs to.
    document_thread(DocumentRef) -> Vec<ThreadRow>;
    /// Changes what is said of a document, and which cases it is in.
    document_edit(DocumentEditArgs) -> DocumentRow;
    /// A page to read.
    page_show(PageArgs) -> PageView;
    /// Reads a document again that could not be read.
    document_retry(RetryArgs) -> DocumentRow;
    /// Searches the pages.
    search(SearchArgs) -> SearchAnswer;
    /// Searches for every term of a list, and writes the report where a file is named for it.
    terms_report(TermsArgs) -> TermReport;
    /// The page on the query language: examples, each with what it finds.
    search_help(Nothing) -> Vec<HelpRow>;
    /// The saved searches, by name.
    search_saved_list(Nothing) -> Vec<SavedSearchRow>;
    /// Keeps a search under a name.
    search_save(SearchSaveArgs) -> Vec<SavedSearchRow>;
    /// Forgets a saved search.
    search_saved_remove(SavedSearchRef) -> Changed;
    /// Looks at a saved search now, and gives it as it was last looked at: what was added since is new.
    search_saved_look(SavedSearchRef) -> SavedSearchRow;
    /// What was searched for in this library on this computer, newest first.
    search_recent_list(Nothing) -> RecentSearches;
    /// Remembers a search on this computer, where searches are remembered.
    search_recent_add(KeptSearch) -> RecentSearches;
    /// Forgets what was searched for in any library on this computer.
    search_recent_clear(Nothing) -> RecentSearches;
    /// Remembers searches on this computer from now on, or no more; what was remembered is forgotten then.
    search_recent_remember(RememberArgs) -> RecentSearches;
    /// Starts an import; progress arrives as messages.
    import_start(ImportArgs) -> Nothing;
    /// How documents are read on this computer, and what is kept from their readers.
    reader_state(Nothing) -> ReaderState;
    /// How the import stands that is not over, or how the last one ended, with the files that did not end well.
    import_state(Nothing) -> ImportProgress;
    /// Lets the files that wait rest until `import_resume`, also after the program was closed.
    import_pause(Nothing) -> Nothing;
    /// Lets an import go on.
    import_resume(Nothing) -> Nothing;
    /// Breaks the import off. What is done is kept; what waits is forgotten.
    import_cancel(Nothing) -> Nothing;
    /// The folders that are watched: what lands in one is imported.
    watch_list(Nothing) -> Vec<WatchedFolder>;
    /// Imports what lies in folders, and what lands in them from now on.
    watch_add(ImportArgs) -> Vec<WatchedFolder>;
    /// Watches a folder no more. What was imported from it stays.
    watch_remove(WatchRef) -> Changed;
    /// What wants a look.
    review(Nothing) -> Vec<ReviewItem>;
    /// Takes back the last act.
    undo(Nothing) -> Changed;
    /// Does again what undo took back.
    redo(Nothing) -> Changed;
    /// The newest lines of the ledger, newest first.
    ledger(LedgerArgs) -> Vec<LedgerRow>;
    /// Checks originals, quotes, ledger, index and database.
    verify(VerifyArgs) -> VerifyReport;
    /// Starts a verification; progress arrives as messages.
    verify_start(VerifyArgs) -> Nothing;
    /// Stops the running verification.
    verify_cancel(Nothing) -> Nothing;
    /// Writes the report of the last verification, for a reader who has no Proofline.
    verify_write(FileArgs) -> Nothing;
    /// The head of the ledger.
    head_show(Nothing) -> HeadRow;
    /// Writes the head of the ledger to a file, to be kept elsewhere.
    head_write(FileArgs) -> HeadRow;
    /// Holds the ledger against a head that was written out earlier.
    head_check(FileArgs) -> HeadCheck;
}
