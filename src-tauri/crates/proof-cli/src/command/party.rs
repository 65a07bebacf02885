use proof_api::{
    CaseFilter, MergeArgs, Mode, Nothing, PartyArgs, PartyEditArgs, PartyKey, RoleRef, Session, handlers,
    wire::PartyRow,
};

use super::{Answer, DONE, changed};
use crate::{
    arguments::{AmountCommand, PartyCommand, RoleCommand},
    failure::Failure,
    output::{self, Output},
};

pub const fn mode(command: &PartyCommand) -> Mode {
    match command {
        PartyCommand::List(_) | PartyCommand::Show { .. } => Mode::Read,
        _ => Mode::Write,
    }
}

pub fn run(session: &Session, command: &PartyCommand, output: &Output) -> Answer {
    let row = match command {
        PartyCommand::List(scope) => {
            let rows = handlers::party_list(session, CaseFilter { case: scope.case.clone() })?;
            output.answer(&rows, output::each(output::party))?;
            return Ok(DONE);
        }
        PartyCommand::Show { party } => {
            show(session, party, output)?;
            return Ok(DONE);
        }
        PartyCommand::Remove { party } => {
            let removed = handlers::party_remove(session, PartyKey { party: party.clone() })?;
            return changed(&removed, "done", output);
        }
        PartyCommand::Add { name, kind } => {
            handlers::party_add(session, PartyArgs { name: name.clone(), kind: kind.clone() })?
        }
        PartyCommand::Edit { party, name, kind } => {
            let args = PartyEditArgs { party: party.clone(), name: name.clone(), kind: kind.clone() };
            handlers::party_edit(session, args)?
        }
        PartyCommand::Merge { into, from } => {
            handlers::party_merge(session, MergeArgs { into: into.clone(), from: from.clone() })?
        }
    };
    told(&row, output)
}

pub fn role(session: &Session, command: &RoleCommand, output: &Output) -> Answer {
    let row = match command {
        RoleCommand::Add(add) => handlers::role_add(session, add.args())?,
        RoleCommand::Edit(edit) => handlers::role_edit(session, edit.args())?,
        RoleCommand::Remove { role_id } => {
            let removed = handlers::role_remove(session, RoleRef { role_id: role_id.clone() })?;
            return changed(&removed, "done", output);
        }
    };
    told(&row, output)
}

pub fn amount(session: &Session, command: &AmountCommand, output: &Output) -> Answer {
    let AmountCommand::List(scope) = command;
    let lines = handlers::amount_list(session, CaseFilter { case: scope.case.clone() })?;
    output.answer(&lines, output::each(output::amount_line))?;
    Ok(DONE)
}

fn show(session: &Session, party: &str, output: &Output) -> Result<(), Failure> {
    let page = handlers::party_show(session, PartyKey { party: party.to_owned() })?;
    let names = output::Names::of(handlers::case_list(session, Nothing {})?);
    output.answer(&page, |out, page| output::party_page(out, page, &names))
}

fn told(row: &PartyRow, output: &Output) -> Answer {
    output.answer(row, output::party)?;
    Ok(DONE)
}
