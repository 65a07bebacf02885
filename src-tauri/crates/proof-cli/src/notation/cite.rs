use proof_api::CiteArgs;

use crate::failure::Failure;

/// Takes `DOC:PAGE:quote` apart at the first number between colons: a document's title may hold colons, too.
pub fn cite(text: &str) -> Result<CiteArgs, Failure> {
    let parts: Vec<&str> = text.split(':').collect();
    let at =
        (1..parts.len().saturating_sub(1)).find(|&at| parts[at].parse::<u32>().is_ok_and(|page| page > 0));
    let at = at.ok_or_else(|| {
        Failure::usage(
            format!("“{text}” is not DOC:PAGE:quote"),
            "Write it like 'memo.pdf:3:the exact words of the page'",
        )
    })?;
    Ok(CiteArgs {
        document: parts[..at].join(":"),
        page: parts[at].parse().unwrap_or(1),
        quote: parts[at + 1..].join(":"),
        ..CiteArgs::default()
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
