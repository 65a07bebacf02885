use std::path::Path;

use proof_api::{Session, TermsArgs, handlers};

use super::{Answer, DONE};
use crate::{
    arguments::CaseOption,
    output::{self, Output},
};

pub fn run(
    session: &Session,
    list: &Path,
    scope: &CaseOption,
    write: Option<&Path>,
    output: &Output,
) -> Answer {
    let words = |path: &Path| path.to_string_lossy().into_owned();
    let args = TermsArgs { list: words(list), case: scope.case.clone(), write: write.map(words) };
    output.answer(&handlers::terms_report(session, args)?, output::term_report)?;
    Ok(DONE)
}
