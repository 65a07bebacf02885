use proof_api::{SearchArgs, SearchFilters, Session, handlers};

use super::{Answer, DONE};
use crate::{
    arguments::SearchArguments,
    output::{self, Output},
};

/// What was changed just now is found, too.
pub fn run(session: &Session, arguments: &SearchArguments, output: &Output) -> Answer {
    handlers::index_up_to_date(session)?;
    let args = SearchArgs {
        query: arguments.query.clone(),
        case: arguments.scope.case.clone(),
        limit: Some(arguments.limit),
        filters: SearchFilters { kinds: arguments.kind.clone(), ..SearchFilters::default() },
        ..SearchArgs::default()
    };
    output.answer(&handlers::search(session, args)?, output::search)?;
    Ok(DONE)
}
