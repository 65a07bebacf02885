//! What a command prints: words for people or JSON for programs.

mod amount;
mod case;
mod custody;
mod date;
mod document;
mod event;
mod exhibit;
mod library;
mod near;
mod note;
mod party;
mod register;
mod relative;
mod search;
mod table;
mod terms;
mod timeline;

use std::io::{self, Write};

use serde::Serialize;

pub use amount::amount_line;
pub use case::case;
pub use custody::{custody_line, head, verification};
pub use date::{date, readings};
pub use document::{document, document_in_full};
pub use event::{event, event_in_full};
pub use exhibit::{concordance, exhibit_plan, numbering, production, production_plan, scheme};
pub use library::ledger_line;
pub use near::{families, near};
pub use note::note;
pub use party::{party, party_page};
pub use register::{annotation, colour, document_marks, register, register_facets, rows_written};
pub use relative::relatives;
pub use search::{saved_search, search};
pub use table::{plan, preview, written};
pub use terms::term_report;
pub use timeline::{Names, due_line, facets, known, line, view};

use crate::failure::Failure;

/// Where answers go.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
}

impl Output {
    pub const fn new(json: bool) -> Self {
        Self { json }
    }

    pub const fn is_json(&self) -> bool {
        self.json
    }

    /// Prints an answer as JSON, or as `words` writes it.
    pub fn answer<T: Serialize + ?Sized>(
        &self,
        answer: &T,
        words: impl FnOnce(&mut dyn Write, &T) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        if self.json {
            serde_json::to_writer_pretty(&mut out, answer).map_err(io::Error::from)?;
            writeln!(out)?;
        } else {
            words(&mut out, answer)?;
        }
        Ok(out.flush()?)
    }
}

/// A number with its noun: "1 page", "2 pages".
pub fn counted(number: impl Into<u64>, noun: &str) -> String {
    match number.into() {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    }
}

/// Prints each row of a list as `words` writes it.
pub fn each<T>(
    words: impl Fn(&mut dyn Write, &T) -> io::Result<()>,
) -> impl FnOnce(&mut dyn Write, &Vec<T>) -> io::Result<()> {
    move |out, rows| rows.iter().try_for_each(|row| words(out, row))
}
