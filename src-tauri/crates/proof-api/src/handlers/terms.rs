use std::path::Path;

use proof_library::{LibraryError, TermHits, TermReport, read_terms};

use crate::{Session, WireError, args::TermsArgs, view, wire};

/// Searches for every term of a list, and writes the report where a file is named for it.
///
/// # Errors
/// Where the list cannot be read, the case is not there, or the report cannot be written.
pub fn terms_report(session: &Session, args: TermsArgs) -> Result<wire::TermReport, WireError> {
    let library = session.library()?;
    let terms = read_terms(Path::new(&args.list))?;
    let case = args.case.as_deref();
    let case =
        case.map(|key| library.read::<_, LibraryError>(|read| Ok(read.find_case(key)?.id))).transpose()?;
    let report = library.term_report(&terms, case)?;
    if let Some(path) = &args.write {
        library.write_term_report(&report, Path::new(path))?;
    }
    Ok(answer(&report, args.write))
}

fn answer(report: &TermReport, path: Option<String>) -> wire::TermReport {
    wire::TermReport {
        terms: report.terms.iter().map(row).collect(),
        documents: view::number(report.documents),
        hit_documents: view::number(report.hit_documents),
        hits: view::number(report.hits.len()),
        without: view::number(report.without.len()),
        without_text: view::number(report.without.iter().filter(|line| !line.searched).count()),
        path,
    }
}

fn row(term: &TermHits) -> wire::TermRow {
    wire::TermRow {
        term: term.term.clone(),
        line: view::number(term.line),
        documents: view::number(term.documents),
        pages: view::number(term.pages),
        alone: view::number(term.alone),
        error: term.error.clone(),
    }
}
