use proof_api::{CaseFilter, RegisterArgs, RegisterWriteArgs, Session, handlers};

use super::{Answer, DONE};
use crate::{
    arguments::RegisterArguments,
    output::{self, Output},
};

pub fn run(session: &Session, arguments: &RegisterArguments, output: &Output) -> Answer {
    let order = arguments.order();
    if arguments.facets {
        let facets = handlers::register_facets(session, CaseFilter { case: arguments.case().case.clone() })?;
        output.answer(&facets, output::register_facets)?;
    } else if let Some(path) = &arguments.write {
        let path = path.to_string_lossy().into_owned();
        let args = RegisterWriteArgs { order, path, privilege_log: arguments.privilege_log };
        output.answer(&handlers::register_write(session, args)?, output::rows_written)?;
    } else {
        let args = RegisterArgs { order, from: arguments.from, count: arguments.limit };
        output.answer(&handlers::register(session, args)?, output::register)?;
    }
    Ok(DONE)
}
