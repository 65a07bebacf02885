use proof_api::{
    AccountArgs, AccountRef, CaseFilter, CiteArgs, EventArgs, EventEditArgs, EventRef, Session, handlers,
};

use super::{Answer, DONE, changed, event_show};
use crate::{
    arguments::EventCommand,
    failure::Failure,
    output::{self, Output},
};

pub fn run(session: &Session, command: &EventCommand, output: &Output) -> Answer {
    match command {
        EventCommand::Add { case, title, date, reference, kind, status, cites } => {
            let args = EventArgs {
                case: case.clone(),
                title: title.clone(),
                kind: kind.clone(),
                status: status.clone(),
                date: date.clone(),
                reference: reference.clone().unwrap_or_default(),
                cites: cites.iter().map(|text| cite(text)).collect::<Result<_, _>>()?,
            };
            output.answer(&handlers::event_add(session, args)?, output::event)?;
            Ok(DONE)
        }
        EventCommand::Edit { event, title, date, reference, kind, status } => {
            let args = EventEditArgs {
                event: event.clone(),
                title: title.clone(),
                kind: kind.clone(),
                status: status.clone(),
                date: date.clone(),
                reference: reference.clone(),
            };
            output.answer(&handlers::event_edit(session, args)?, output::event)?;
            Ok(DONE)
        }
        EventCommand::Remove { event } => {
            let removed = handlers::event_remove(session, EventRef { event: event.clone() })?;
            changed(&removed, "done", output)
        }
        EventCommand::Cite { event, passage, asserted_by, stance, date, reference } => {
            let args = AccountArgs {
                event: event.clone(),
                cite: cite(passage)?,
                asserted_by: asserted_by.clone(),
                stance: stance.clone(),
                date: date.clone(),
                reference: reference.clone(),
            };
            output.answer(&handlers::account_add(session, args)?, output::event)?;
            Ok(DONE)
        }
        EventCommand::Uncite { account } => {
            let removed = handlers::account_remove(session, AccountRef { account: account.clone() })?;
            changed(&removed, "done", output)
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
