//! The handlers: one function a command, by the command's name. None needs a desktop.

#![allow(clippy::needless_pass_by_value, reason = "each takes its arguments as the wire gives them")]

mod account;
mod amount;
mod annotation;
mod case;
mod concordance;
mod custody;
mod document;
mod event;
mod exhibit;
mod facets;
mod import;
mod library;
mod near;
mod note;
mod party;
mod production;
mod recent;
mod register;
mod relative;
mod saved_search;
mod search;
mod search_help;
mod table;
mod terms;
mod thread;
mod timeline;
mod verify;
mod views;
mod watch;

pub use account::{account_add, account_edit, account_remove};
pub use amount::amount_list;
pub use annotation::{
    annotation_add, annotation_edit, annotation_remove, colour_list, colour_name, document_marks,
    passage_read,
};
pub use case::{case_add, case_edit, case_list, case_show, relation_add, relation_remove};
pub use concordance::{concordance, concordance_write, numbering_list};
pub use custody::{custody_list, document_export, document_view_outside, location_edit, view_outside_with};
pub use document::{document_edit, document_list, document_retry, document_show, page_show};
pub use event::{
    event_add, event_edit, event_follow, event_merge, event_move, event_remove, event_show, event_split,
    events_in_full,
};
pub use exhibit::{
    exhibit_assign, exhibit_plan, exhibit_remove, exhibit_renumber, scheme_add, scheme_edit, scheme_list,
    scheme_remove,
};
pub use import::{
    ImportWatcher, import_cancel, import_go_on, import_now, import_pause, import_resume, import_start,
    import_state, import_wait, reader_state,
};
pub use library::{
    index_up_to_date, ledger, library_info, library_new, library_open, library_wake, read_all_again,
    read_scans, rebuild_index, redo, review, undo,
};
pub use near::{document_families, document_near};
pub use note::{note_add, note_edit, note_list, note_remove};
pub use party::{
    party_add, party_edit, party_list, party_merge, party_remove, party_show, role_add, role_edit,
    role_remove,
};
pub use production::{production_add, production_list, production_plan, production_remove, production_show};
pub use recent::{search_recent_add, search_recent_clear, search_recent_list, search_recent_remember};
pub use register::{
    document_mark, register, register_facets, register_match, register_place, register_write,
};
pub use relative::document_relatives;
pub use saved_search::{search_save, search_saved_list, search_saved_look, search_saved_remove};
pub use search::search;
pub use search_help::search_help;
pub use table::{table_import, table_open, table_plan, table_write};
pub use terms::terms_report;
pub use thread::document_thread;
pub use timeline::{date_read, next_list, timeline, timeline_facets, timeline_match};
pub use verify::{
    head_check, head_show, head_write, verify, verify_cancel, verify_start, verify_with, verify_write,
};
pub use views::{view_list, view_remove, view_save};
pub use watch::{watch_add, watch_list, watch_remove, watch_run};
