use proof_api::{CaseFilter, CiteArgs, EventArgs, Session, handlers};

use super::{Answer, DONE, event_show};
use crate::{
    arguments::EventCommand,
    date,
    failure::Failure,
    output::{self, Output},
};

pub fn run(session: &Session, command: &EventCommand, output: &Output) -> Answer {
    match command {
        EventCommand::Add { case, title, date, reference, kind, status, cites } => {
            let reading = date::read(date, reference.as_deref())?;
            let stated = if reading.relative { date.clone() } else { String::new() };
            let args = EventArgs {
                case: case.clone(),
                title: title.clone(),
                kind: kind.clone(),
                status: status.clone(),
                date: String::new(),
                cites: cites.iter().map(|text| cite(text)).collect::<Result<_, _>>()?,
            };
            output.answer(&handlers::event_add_at(session, args, reading.when, stated)?, output::event)?;
            Ok(DONE)
        }
        EventCommand::List(filter) => {
            let rows = handlers::timeline(session, CaseFilter { case: filter.case.clone() })?;
            output.answer(&rows, |out, rows| rows.iter().try_for_each(|row| output::event_line(out, row)))?;
            Ok(DONE)
        }
        EventCommand::Show { event } => event_show(session, event, output),
    }
}

/// Takes `DOC:PAGE:quote` apart at the first number between colons: a document's title may hold colons, too.
fn cite(text: &str) -> Result<CiteArgs, Failure> {
    let parts: Vec<&str> = text.split(':').collect();
    let at =
        (1..parts.len().saturating_sub(1)).find(|&at| parts[at].parse::<u32>().is_ok_and(|page| page > 0));
    let at = at.ok_or_else(|| {
        Failure::usage(
            format!("--cite “{text}” is not DOC:PAGE:quote"),
            "Write it like --cite 'memo.pdf:3:the exact words of the page'",
        )
    })?;
    Ok(CiteArgs {
        document: parts[..at].join(":"),
        page: parts[at].parse().unwrap_or(1),
        quote: parts[at + 1..].join(":"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_taken_apart_at_its_page() {
        let check = |text: &str, expect: (&str, u32, &str)| {
            let cite = cite(text).unwrap();
            assert_eq!((&*cite.document, cite.page, &*cite.quote), expect, "{text}");
        };
        check("memo.pdf:3:the words", ("memo.pdf", 3, "the words"));
        check("Digest: a claim:1:at 10:30, he said", ("Digest: a claim", 1, "at 10:30, he said"));
    }

    #[test]
    fn what_is_no_citation_is_refused() {
        for text in ["memo.pdf", "memo.pdf:3", "memo.pdf:three:words", ":", "memo.pdf:0:words"] {
            assert!(cite(text).is_err(), "{text}");
        }
    }
}
