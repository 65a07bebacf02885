//! The handlers: one function a command, by the command's name. None needs a desktop.

#![allow(clippy::needless_pass_by_value, reason = "each takes its arguments as the wire gives them")]

mod amount;
mod case;
mod document;
mod event;
mod import;
mod library;
mod party;
mod search;

pub use amount::amount_list;
pub use case::{case_add, case_list, case_show};
pub use document::{document_edit, document_list, document_retry, document_show, page_show};
pub use event::{account_add, account_remove, event_add, event_edit, event_remove, event_show, timeline};
pub use import::{ImportWatcher, import_cancel, import_now, import_start};
pub use library::{
    ledger, library_info, library_new, library_open, rebuild_index, redo, review, undo, verify, verify_with,
};
pub use party::party_list;
pub use search::search;
