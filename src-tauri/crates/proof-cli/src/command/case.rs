use proof_api::{Mode, Nothing, Session, handlers};

use super::{Answer, DONE};
use crate::{
    arguments::CaseCommand,
    output::{self, Output},
};

pub const fn mode(command: &CaseCommand) -> Mode {
    match command {
        CaseCommand::List | CaseCommand::Show { .. } => Mode::Read,
        _ => Mode::Write,
    }
}

pub fn run(session: &Session, command: &CaseCommand, output: &Output) -> Answer {
    let row = match command {
        CaseCommand::List => {
            output.answer(&handlers::case_list(session, Nothing {})?, output::each(output::case))?;
            return Ok(DONE);
        }
        CaseCommand::Show { case } => handlers::case_show(session, case)?,
        CaseCommand::Add(add) => handlers::case_add(session, add.args())?,
        CaseCommand::Edit(edit) => handlers::case_edit(session, edit.args())?,
        CaseCommand::Relate { relation, note } => handlers::relation_add(session, relation.args(note))?,
        CaseCommand::Unrelate(relation) => handlers::relation_remove(session, relation.key())?,
    };
    output.answer(&row, output::case)?;
    Ok(DONE)
}
