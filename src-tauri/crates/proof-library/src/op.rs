//! The acts: everything that can change a library, by name.

/// An act. Its name is what the ledger, undo and redo call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// A case is added.
    AddCase {
        /// Its name.
        name: String,
    },
    /// An event is added.
    AddEvent {
        /// Its title.
        title: String,
    },
    /// What an event says of itself is changed.
    EditEvent {
        /// Its title, as it was.
        title: String,
    },
    /// An event is taken away, with its accounts.
    RemoveEvent {
        /// Its title.
        title: String,
    },
    /// An account is added to an event.
    AddAccount {
        /// The event's title.
        title: String,
    },
    /// An account is taken away.
    RemoveAccount,
    /// What is said of a document is changed.
    EditDocument {
        /// Its title, as it was.
        title: String,
    },
    /// A file is imported, with what is attached to it.
    Import {
        /// The file's name.
        name: String,
        /// The import that it belongs to: its files are undone together.
        group: String,
        /// What that import is called.
        all: String,
    },
    /// A document that could not be read is read again.
    ReadAgain {
        /// Its title.
        title: String,
    },
    /// A new library is filled with the sample.
    FillSample,
}

impl Op {
    /// The act's name, in the words of a menu.
    pub fn name(&self) -> String {
        match self {
            Self::AddCase { name } => format!("add case {name}"),
            Self::AddEvent { title } => format!("add event {title}"),
            Self::EditEvent { title } => format!("change event {title}"),
            Self::RemoveEvent { title } => format!("remove event {title}"),
            Self::AddAccount { title } => format!("add an account to {title}"),
            Self::RemoveAccount => "remove an account".to_owned(),
            Self::EditDocument { title } => format!("change document {title}"),
            Self::Import { name, .. } => format!("import {name}"),
            Self::ReadAgain { title } => format!("read {title} again"),
            Self::FillSample => "fill with the sample".to_owned(),
        }
    }
}
