use std::path::Path;

use proof_api::{NewArgs, Nothing, Session, handlers};

use super::{Answer, DONE};
use crate::{
    output::{self, Output},
    progress,
};

pub fn new(session: &Session, dir: &Path, sample: bool, output: &Output) -> Answer {
    let info = handlers::library_new(session, NewArgs { path: dir.to_string_lossy().into_owned(), sample })?;
    output.answer(&info, |out, info| {
        writeln!(
            out,
            "{}: {}, {}, {} in {}",
            info.name,
            output::counted(info.cases, "case"),
            output::counted(info.events, "event"),
            output::counted(info.documents, "document"),
            info.path
        )
    })?;
    Ok(DONE)
}

pub fn rebuild_index(session: &Session, output: &Output) -> Answer {
    let bar = progress::bar(0);
    let mut documents = 0;
    handlers::rebuild_index(session, &mut |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        documents = total;
    })?;
    bar.finish_and_clear();
    output.answer(&serde_json::json!({ "documents": documents }), |out, _| {
        writeln!(out, "index made anew: {documents} items")
    })?;
    Ok(DONE)
}

pub fn review(session: &Session, output: &Output) -> Answer {
    let items = handlers::review(session, Nothing {})?;
    output.answer(&items, |out, items| {
        for item in items {
            writeln!(out, "{} ({}): {}", item.title, item.id, item.words)?;
        }
        if items.is_empty() { writeln!(out, "nothing to review") } else { Ok(()) }
    })?;
    Ok(DONE)
}
