use proof_api::{Mode, NoteEditArgs, NoteRef, Session, handlers};

use super::{Answer, DONE, changed};
use crate::{
    arguments::NoteCommand,
    output::{self, Output},
};

pub const fn mode(command: &NoteCommand) -> Mode {
    match command {
        NoteCommand::List(_) => Mode::Read,
        _ => Mode::Write,
    }
}

pub fn run(session: &Session, command: &NoteCommand, output: &Output) -> Answer {
    let row = match command {
        NoteCommand::List(about) => {
            output.answer(&handlers::note_list(session, about.list())?, output::each(output::note))?;
            return Ok(DONE);
        }
        NoteCommand::Remove { note } => {
            let removed = handlers::note_remove(session, NoteRef { note: note.clone() })?;
            return changed(&removed, "done", output);
        }
        NoteCommand::Add { text, about } => handlers::note_add(session, about.note(text))?,
        NoteCommand::Edit { note, text } => {
            handlers::note_edit(session, NoteEditArgs { note: note.clone(), body: text.clone() })?
        }
    };
    output.answer(&row, output::note)?;
    Ok(DONE)
}
