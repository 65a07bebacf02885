//! What taking a table in would do, or did.

use proof_store::StoreError;

use super::field::Field;
use crate::LibraryError;

/// What taking a table in would do, or did, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TablePlan {
    /// The rows, in the file's order.
    pub rows: Vec<Planned>,
    /// Whether the library now says what the rows say that are not refused.
    pub done: bool,
}

impl TablePlan {
    /// How many rows there are of a standing.
    pub fn count(&self, standing: RowStanding) -> usize {
        self.rows.iter().filter(|row| row.standing == standing).count()
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its number in the file, as a person counts.
    pub row: u32,
    /// What becomes of it.
    pub standing: RowStanding,
    /// What it is about.
    pub title: String,
    /// The head of the column that it is refused for.
    pub column: Option<String>,
    /// What changes, or why it is refused.
    pub words: String,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowStanding {
    /// It makes something new.
    Added,
    /// It changes what is there.
    Changed,
    /// It says what is there already.
    Unchanged,
    /// It cannot be taken in.
    Refused,
}

/// What a row that can be taken in makes.
#[derive(Debug)]
pub(super) struct Told {
    pub standing: RowStanding,
    pub words: String,
}

impl Told {
    /// Something new.
    pub fn added(words: &[String]) -> Self {
        Self { standing: RowStanding::Added, words: words.join("; ") }
    }

    /// What is there, with these changes.
    pub fn of(words: &[String]) -> Self {
        let standing = if words.is_empty() { RowStanding::Unchanged } else { RowStanding::Changed };
        Self { standing, words: words.join("; ") }
    }
}

/// Why a row is not taken in.
#[derive(Debug)]
pub(super) enum Fault {
    /// What it says cannot be used.
    Refused(Option<Field>, String),
    /// The library cannot go on.
    Failed(LibraryError),
}

impl Fault {
    /// For what a field says.
    pub fn at(field: Field, words: impl Into<String>) -> Self {
        Self::Refused(Some(field), words.into())
    }

    /// For `map_err` on citing a passage: the page or the quote is at fault.
    pub fn in_passage<E: Into<LibraryError>>(error: E) -> Self {
        let error = error.into();
        let no_page = matches!(error, LibraryError::Store(StoreError::NoPage { .. }));
        Self::in_field(if no_page { Field::Page } else { Field::Quote })(error)
    }

    /// For `map_err` on what is made of a field.
    pub fn in_field<E: Into<LibraryError>>(field: Field) -> impl Fn(E) -> Self {
        move |error| match Self::from(error.into()) {
            Self::Refused(_, words) => Self::Refused(Some(field), words),
            failed @ Self::Failed(_) => failed,
        }
    }
}

impl From<LibraryError> for Fault {
    fn from(error: LibraryError) -> Self {
        match error {
            LibraryError::Store(StoreError::Sql(_) | StoreError::Damaged(_) | StoreError::Disk { .. }) => {
                Self::Failed(error)
            }
            error => Self::Refused(None, error.to_string()),
        }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        LibraryError::from(error).into()
    }
}

/// From one value to another, in words; nothing where they are the same.
pub(super) fn change(words: &mut Vec<String>, name: &str, before: &str, after: &str) {
    let shown =
        |text: &str| if text.is_empty() { "empty".to_owned() } else { format!("“{}”", short(text)) };
    words.push(format!("{}: {} → {}", name.to_lowercase(), shown(before), shown(after)));
}

/// A text as a line of a report has room for it.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    line.chars().take(MOST - 1).chain(['…']).collect()
}
