use proof_api::{
    CaseFilter, ExhibitAssignArgs, ExhibitRemoveArgs, Mode, ProductionRef, SchemeRef, Session, handlers,
};

use super::{Answer, DONE, changed};
use crate::{
    arguments::{
        CaseOption, ConcordanceCommand, ExhibitCommand, ProductionCommand, SchemeCommand,
        exhibit as arguments,
    },
    output::{self, Output},
};

pub const fn scheme_mode(command: &SchemeCommand) -> Mode {
    match command {
        SchemeCommand::List(_) => Mode::Read,
        _ => Mode::Write,
    }
}

pub const fn exhibit_mode(command: &ExhibitCommand) -> Mode {
    match command {
        ExhibitCommand::Plan(_) => Mode::Read,
        _ => Mode::Write,
    }
}

pub const fn production_mode(command: &ProductionCommand) -> Mode {
    match command {
        ProductionCommand::Add { .. } | ProductionCommand::Remove { .. } => Mode::Write,
        _ => Mode::Read,
    }
}

pub fn scheme(session: &Session, command: &SchemeCommand, output: &Output) -> Answer {
    let row = match command {
        SchemeCommand::List(scope) => {
            output.answer(&handlers::scheme_list(session, of(scope))?, output::each(output::scheme))?;
            return Ok(DONE);
        }
        SchemeCommand::Remove { scheme } => {
            let removed = handlers::scheme_remove(session, SchemeRef { scheme: scheme.clone() })?;
            return changed(&removed, "done", output);
        }
        SchemeCommand::Add(add) => handlers::scheme_add(session, add.args())?,
        SchemeCommand::Edit { scheme, first, whose } => {
            handlers::scheme_edit(session, arguments::scheme_edit(scheme, first.as_ref(), whose.as_ref()))?
        }
    };
    output.answer(&row, output::scheme)?;
    Ok(DONE)
}

pub fn exhibit(session: &Session, command: &ExhibitCommand, output: &Output) -> Answer {
    let plan = match command {
        ExhibitCommand::Assign { scheme, documents, behind } => {
            let args = ExhibitAssignArgs {
                scheme: scheme.clone(),
                documents: documents.clone(),
                behind: behind.clone(),
            };
            handlers::exhibit_assign(session, args)?
        }
        ExhibitCommand::Plan(wanted) => handlers::exhibit_plan(session, wanted.args())?,
        ExhibitCommand::Renumber(wanted) => handlers::exhibit_renumber(session, wanted.args())?,
        ExhibitCommand::Remove { scheme, documents, close_gaps } => {
            let args = ExhibitRemoveArgs {
                scheme: scheme.clone(),
                documents: documents.clone(),
                close_gaps: *close_gaps,
            };
            handlers::exhibit_remove(session, args)?
        }
    };
    output.answer(&plan, output::exhibit_plan)?;
    Ok(DONE)
}

pub fn production(session: &Session, command: &ProductionCommand, output: &Output) -> Answer {
    let production = |key: &String| ProductionRef { production: key.clone() };
    match command {
        ProductionCommand::List(scope) => {
            output
                .answer(&handlers::production_list(session, of(scope))?, output::each(output::production))?;
        }
        ProductionCommand::Show { production: key } => {
            output.answer(&handlers::production_show(session, production(key))?, output::production_plan)?;
        }
        ProductionCommand::Plan { pages } => {
            output.answer(&handlers::production_plan(session, pages.args(""))?, output::production_plan)?;
        }
        ProductionCommand::Add { name, pages } => {
            output.answer(&handlers::production_add(session, pages.args(name))?, output::production)?;
        }
        ProductionCommand::Remove { production: key } => {
            return changed(&handlers::production_remove(session, production(key))?, "done", output);
        }
    }
    Ok(DONE)
}

pub fn concordance(session: &Session, command: &ConcordanceCommand, output: &Output) -> Answer {
    match command {
        ConcordanceCommand::Find { find, page, label, case, numbering } => {
            let args = arguments::asked(find, *page, label.as_ref(), case, numbering);
            output.answer(&handlers::concordance(session, args)?, output::each(output::concordance))?;
        }
        ConcordanceCommand::Numberings(scope) => {
            output.answer(&handlers::numbering_list(session, of(scope))?, output::each(output::numbering))?;
        }
        ConcordanceCommand::Write { path, case, numbering } => {
            let args = arguments::written(path, case, numbering);
            output.answer(&handlers::concordance_write(session, args)?, output::rows_written)?;
        }
    }
    Ok(DONE)
}

fn of(scope: &CaseOption) -> CaseFilter {
    CaseFilter { case: scope.case.clone() }
}
