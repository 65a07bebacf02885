//! What was taken instead of what was typed, in words.

use proof_library::Instead;

pub(super) fn words(instead: &Instead) -> String {
    match instead {
        Instead::MostWords => "Nothing holds all of these words: this holds most of them.".to_owned(),
        Instead::Spelling(words) => {
            let typed: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            let taken: Vec<&str> = words.iter().flat_map(|(_, taken)| taken).map(String::as_str).collect();
            let were = if taken.len() == 1 { "was" } else { "were" };
            format!(
                "Nothing holds {}: {} {were} searched for instead.",
                quoted(&typed, "or"),
                quoted(&taken, "and")
            )
        }
    }
}

fn quoted(words: &[&str], link: &str) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {link} {last}", before.join(", ")),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &[(&str, &[&str])], expected: &str) {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let instead = typed.iter().map(|(word, taken)| ((*word).to_owned(), owned(taken))).collect();
        assert_eq!(words(&Instead::Spelling(instead)), expected);
    }

    #[test]
    fn what_was_taken_instead_is_a_sentence() {
        check(
            &[("settlemnet", &["settlement"])],
            "Nothing holds “settlemnet”: “settlement” was searched for instead.",
        );
        check(
            &[("finne", &["fine", "finn"]), ("jugde", &["judge"])],
            "Nothing holds “finne” or “jugde”: “fine”, “finn” and “judge” were searched for instead.",
        );
    }
}
