use proof_api::{
    AnnotationArgs, AnnotationEditArgs, AnnotationRef, ColourArgs, DocumentRef, Mode, Nothing, Session,
    handlers,
};

use super::{Answer, DONE, changed};
use crate::{
    arguments::HighlightCommand,
    output::{self, Output},
};

pub const fn mode(command: &HighlightCommand) -> Mode {
    match command {
        HighlightCommand::List { .. } | HighlightCommand::Colours | HighlightCommand::Cite(_) => Mode::Read,
        _ => Mode::Write,
    }
}

pub fn run(session: &Session, command: &HighlightCommand, output: &Output) -> Answer {
    let row = match command {
        HighlightCommand::List { doc } => {
            let marks = handlers::document_marks(session, DocumentRef { document: doc.clone() })?;
            output.answer(&marks, output::document_marks)?;
            return Ok(DONE);
        }
        HighlightCommand::Colours => {
            output.answer(&handlers::colour_list(session, Nothing {})?, output::each(output::colour))?;
            return Ok(DONE);
        }
        HighlightCommand::Name { colour, name } => {
            let args = ColourArgs { colour: *colour, name: name.clone() };
            output.answer(&handlers::colour_name(session, args)?, output::each(output::colour))?;
            return Ok(DONE);
        }
        HighlightCommand::Cite(passage) => {
            let row = handlers::passage_read(session, passage.cite())?;
            output.answer(&row, |out, row| writeln!(out, "{}", row.citation))?;
            return Ok(DONE);
        }
        HighlightCommand::Remove { highlight } => {
            let args = AnnotationRef { annotation: highlight.clone() };
            return changed(&handlers::annotation_remove(session, args)?, "done", output);
        }
        HighlightCommand::Add { passage, colour, note } => {
            let args = AnnotationArgs { cite: passage.cite(), colour: *colour, note: note.clone() };
            handlers::annotation_add(session, args)?
        }
        HighlightCommand::Edit { highlight, colour, note } => {
            let args =
                AnnotationEditArgs { annotation: highlight.clone(), colour: *colour, note: note.clone() };
            handlers::annotation_edit(session, args)?
        }
    };
    output.answer(&row, output::annotation)?;
    Ok(DONE)
}
