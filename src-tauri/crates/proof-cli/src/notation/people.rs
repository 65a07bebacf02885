use proof_api::PartyChoice;

use crate::failure::Failure;

const KINDS: [&str; 3] = ["person", "organisation", "class"];

/// Takes each `NAME[:KIND]` apart. A colon within a name is followed by a space.
pub fn people(texts: &[String]) -> Result<Vec<PartyChoice>, Failure> {
    texts.iter().map(|text| person(text)).collect()
}

fn person(text: &str) -> Result<PartyChoice, Failure> {
    let (name, kind) = match text.rsplit_once(':') {
        Some((name, kind)) if !kind.starts_with(char::is_whitespace) => (name, kind.trim_end()),
        _ => (text, ""),
    };
    if name.trim().is_empty() || text != name && !KINDS.contains(&kind) {
        return Err(Failure::usage(
            format!("“{text}” is not NAME[:KIND]"),
            format!("Write it like 'Anne Longfield' or 'TikTok:organisation'. KIND is {}.", KINDS.join(", ")),
        ));
    }
    Ok(PartyChoice { party: name.trim().to_owned(), kind: kind.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_a_name_with_or_without_its_kind() {
        let check = |text: &str, name: &str, kind: &str| {
            let choice = person(text).unwrap();
            assert_eq!((&*choice.party, &*choice.kind), (name, kind), "{text}");
        };
        check("Anne Longfield", "Anne Longfield", "");
        check("TikTok:organisation", "TikTok", "organisation");
        check("Children of the UK : class", "Children of the UK : class", "");
        check("Care: a charity:organisation", "Care: a charity", "organisation");
    }

    #[test]
    fn a_kind_that_is_none_is_refused_rather_than_made_part_of_a_name() {
        for text in ["TikTok:company", "TikTok:", ":person", " "] {
            assert!(person(text).is_err(), "{text}");
        }
    }
}
