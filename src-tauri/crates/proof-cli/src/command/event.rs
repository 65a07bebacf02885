use proof_api::{
    AccountRef, CaseFilter, EventRef, FollowArgs, MergeArgs, Mode, MoveArgs, Session, handlers,
    wire::EventRow,
};

use super::{Answer, DONE, changed, timeline};
use crate::{
    arguments::{AccountCommand, EventCommand},
    failure::Failure,
    output::{self, Output},
};

pub const fn mode(command: &EventCommand) -> Mode {
    match command {
        EventCommand::List(_) | EventCommand::Show { .. } | EventCommand::Facets(_) => Mode::Read,
        _ => Mode::Write,
    }
}

pub fn run(session: &Session, command: &EventCommand, output: &Output) -> Answer {
    match command {
        EventCommand::List(options) => return timeline::list(session, options, output),
        EventCommand::Facets(scope) => {
            let facets = handlers::timeline_facets(session, CaseFilter { case: scope.case.clone() })?;
            output.answer(&facets, output::facets)?;
        }
        EventCommand::Show { event, known_on } => {
            let args = EventRef { event: event.clone(), known_on: known_on.clone() };
            output.answer(&handlers::event_show(session, args)?, output::event_in_full)?;
        }
        EventCommand::Remove { event } => {
            let args = EventRef { event: event.clone(), known_on: None };
            return changed(&handlers::event_remove(session, args)?, "done", output);
        }
        EventCommand::Uncite { account } => {
            let removed = handlers::account_remove(session, AccountRef { account: account.clone() })?;
            return changed(&removed, "done", output);
        }
        act => output.answer(&acted(session, act)?, output::event)?,
    }
    Ok(DONE)
}

pub fn account(session: &Session, command: &AccountCommand, output: &Output) -> Answer {
    let AccountCommand::Edit(edit) = command;
    output.answer(&handlers::account_edit(session, edit.args()?)?, output::event)?;
    Ok(DONE)
}

/// The event that an act was done to.
fn acted(session: &Session, command: &EventCommand) -> Result<EventRow, Failure> {
    let row = match command {
        EventCommand::Add(add) => handlers::event_add(session, add.args()?),
        EventCommand::Edit(edit) => handlers::event_edit(session, edit.args()?),
        EventCommand::Merge { into, from } => {
            handlers::event_merge(session, MergeArgs { into: into.clone(), from: from.clone() })
        }
        EventCommand::Split(split) => handlers::event_split(session, split.args()),
        EventCommand::Move { event, by } => {
            handlers::event_move(session, MoveArgs { event: event.clone(), by: *by })
        }
        EventCommand::Follow { event, account, reason } => {
            let (account, reason) = (Some(account.clone()), reason.clone());
            handlers::event_follow(session, FollowArgs { event: event.clone(), account, reason })
        }
        EventCommand::Unfollow { event } => {
            handlers::event_follow(session, FollowArgs { event: event.clone(), ..FollowArgs::default() })
        }
        EventCommand::Cite(cite) => handlers::account_add(session, cite.args()?),
        EventCommand::List(_)
        | EventCommand::Facets(_)
        | EventCommand::Show { .. }
        | EventCommand::Remove { .. }
        | EventCommand::Uncite { .. } => return Err(Failure::usage("this is no act on one event", "")),
    };
    Ok(row?)
}
