use clap::{Args, Subcommand};
use proof_api::{NoteArgs, NotesArgs};

/// What to do with notes.
#[derive(Debug, Subcommand)]
pub enum NoteCommand {
    /// List the notes on a case, an event or a party; all where none of them is given.
    List(About),
    /// Add a note on a case, an event or a party.
    Add {
        /// The text, in Markdown.
        text: String,
        #[command(flatten)]
        about: About,
    },
    /// Change a note's text.
    Edit {
        /// The note, by its identifier.
        note: String,
        /// The text, in Markdown.
        text: String,
    },
    /// Take a note away. Undo brings it back.
    Remove {
        /// The note, by its identifier.
        note: String,
    },
}

/// What a note is on.
#[derive(Debug, Args)]
pub struct About {
    /// On this case.
    #[arg(long, conflicts_with_all = ["event", "party"])]
    case: Option<String>,
    /// On this event.
    #[arg(long, conflicts_with = "party")]
    event: Option<String>,
    /// On this party.
    #[arg(long)]
    party: Option<String>,
}

impl About {
    /// As the handler takes it for a list.
    pub fn list(&self) -> NotesArgs {
        NotesArgs { case: self.case.clone(), event: self.event.clone(), party: self.party.clone() }
    }

    /// As the handler takes it for a new note.
    pub fn note(&self, body: &str) -> NoteArgs {
        let NotesArgs { case, event, party } = self.list();
        NoteArgs { case, event, party, body: body.to_owned() }
    }
}
