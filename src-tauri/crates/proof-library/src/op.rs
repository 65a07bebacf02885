//! The acts: everything that can change a library, by name.

/// Declares the acts. Each has what its name is made from; the name is what the ledger, undo and redo call it.
macro_rules! acts {
    ($($(#[doc = $doc:literal])+ $name:ident($($field:ident),*) => $words:literal;)+) => {
        /// An act that is called by the thing that it is done to: by its name or title, as it was before.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Op {
            $($(#[doc = $doc])+ $name {
                $(
                    /// Name or title of what it is done to, or with.
                    $field: String,
                )*
            },)+
            /// A file is imported, with what is attached to it.
            Import {
                /// The file's name.
                name: String,
                /// The import that it belongs to: its files are undone together.
                group: String,
                /// What that import is called.
                all: String,
            },
            /// A new library is filled with the sample.
            FillSample,
        }

        impl Op {
            /// The act's name, in the words of a menu.
            pub fn name(&self) -> String {
                match self {
                    $(Self::$name { $($field),* } => format!($words),)+
                    Self::Import { name, .. } => format!("import {name}"),
                    Self::FillSample => "fill with the sample".to_owned(),
                }
            }
        }
    };
}

acts! {
    /// A case is added.
    AddCase(name) => "add case {name}";
    /// What is said of a case is changed.
    EditCase(name) => "change case {name}";
    /// One case is related to another.
    AddRelation(name, other) => "relate {name} to {other}";
    /// A relation between cases is taken away.
    RemoveRelation(name, other) => "no longer relate {name} to {other}";
    /// An event is added.
    AddEvent(title) => "add event {title}";
    /// What an event says of itself is changed.
    EditEvent(title) => "change event {title}";
    /// An event's date is changed.
    DateEvent(title) => "change date of {title}";
    /// An event is given a star, or loses it.
    StarEvent(title) => "star {title}";
    /// An event is moved among those of its date.
    MoveEvent(title) => "move {title}";
    /// An event's date is made to follow one of its accounts, or none.
    FollowAccount(title) => "choose whom the date of {title} follows";
    /// Events are made one.
    MergeEvents(title) => "merge events into {title}";
    /// An event is made two.
    SplitEvent(title) => "split event {title}";
    /// An event is taken away, with its accounts.
    RemoveEvent(title) => "remove event {title}";
    /// An account is added to an event.
    AddAccount(title) => "add an account to {title}";
    /// What an account says is changed.
    EditAccount(name) => "change the account of {name}";
    /// An account is taken away.
    RemoveAccount(name) => "remove the account of {name}";
    /// A party is added.
    AddParty(name) => "add {name}";
    /// A party's name or kind is changed.
    EditParty(name) => "change {name}";
    /// A party is taken away.
    RemoveParty(name) => "remove {name}";
    /// Parties are made one.
    MergeParties(name) => "merge people into {name}";
    /// A role is added to a party.
    AddRole(role, name) => "add role {role} of {name}";
    /// A role is changed.
    EditRole(role, name) => "change role {role} of {name}";
    /// A role is taken away.
    RemoveRole(role, name) => "remove role {role} of {name}";
    /// A note is added.
    AddNote(about) => "add a note on {about}";
    /// A note's text is changed.
    EditNote(about) => "change a note on {about}";
    /// A note is taken away.
    RemoveNote(about) => "remove a note on {about}";
    /// A filter is kept under a name.
    SaveView(name) => "save view {name}";
    /// A saved view is forgotten.
    RemoveView(name) => "remove view {name}";
    /// A search is kept under a name.
    SaveSearch(name) => "save search {name}";
    /// A saved search is forgotten.
    RemoveSearch(name) => "remove search {name}";
    /// What lands in a folder is imported.
    WatchFolder(folder) => "watch {folder}";
    /// What lands in a folder is imported no more.
    UnwatchFolder(folder) => "stop watching {folder}";
    /// A table is taken in.
    ImportTable(name) => "import table {name}";
    /// What is said of a document is changed.
    EditDocument(title) => "change document {title}";
    /// Documents are marked with one thing.
    MarkDocuments(what, as_) => "mark {what} as {as_}";
    /// Tags or issues of documents are changed.
    TagDocuments(what) => "tag {what}";
    /// Documents are put in cases or taken out of some.
    FileDocuments(what) => "file {what}";
    /// Several things of documents are changed.
    ChangeDocuments(what) => "change {what}";
    /// How a document was obtained at a place is changed.
    EditLocation(title) => "change where {title} came from";
    /// A passage is highlighted.
    Highlight(title) => "highlight a passage of {title}";
    /// A note is written on a passage.
    NotePassage(title) => "add a note to a passage of {title}";
    /// A highlight or its note is changed.
    EditAnnotation(title) => "change a highlight in {title}";
    /// A highlight or a note is taken away.
    RemoveAnnotation(title) => "remove a highlight from {title}";
    /// What a colour stands for is said.
    NameColour(colour) => "name the colour {colour}";
    /// A scheme of exhibit marks is added.
    AddScheme(prefix) => "add exhibit scheme {prefix}";
    /// A scheme of exhibit marks is changed, and its exhibits renumbered with it.
    EditScheme(prefix) => "change exhibit scheme {prefix}";
    /// A scheme of exhibit marks is taken away, with its marks.
    RemoveScheme(prefix) => "remove exhibit scheme {prefix}";
    /// Documents are marked as exhibits.
    MarkExhibits(count) => "mark {count}";
    /// Exhibits are numbered anew.
    RenumberExhibits(prefix) => "renumber exhibits {prefix}";
    /// Documents are exhibits no more.
    RemoveExhibits(count, prefix) => "remove {count} {prefix}";
    /// The pages of documents get Bates numbers.
    AddProduction(name) => "add production {name}";
    /// A production is taken away, with its Bates numbers.
    RemoveProduction(name) => "remove production {name}";
    /// A document that could not be read is read again.
    ReadAgain(title) => "read {title} again";
    /// Documents are read again, to make their text anew.
    ReadAllAgain(count) => "read {count} again";
    /// A copy of a document is written outside the library.
    ExportDocument(title) => "export {title}";
    /// A copy of a document is opened with another program.
    ViewOutside(title) => "view {title} outside";
    /// All of the library is verified.
    Verify(result) => "verify: {result}";
}
