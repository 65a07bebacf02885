//! How people get a word wrong.

use crate::chance::Chance;

/// The word with one letter behind its first changed or missing, or with two that have changed places. It is another
/// one, and has four letters or more.
pub fn mistyped(word: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = word.chars().collect();
    loop {
        let at = 1 + chance.below(letters.len() - 1);
        let mut typed = letters.clone();
        match chance.below(3) {
            0 => {
                typed[at] =
                    chance.of(&["a", "e", "i", "o", "r", "s", "t", "n"]).chars().next().unwrap_or('e');
            }
            1 => drop(typed.remove(at)),
            _ => typed.swap(at, (at + 1).min(letters.len() - 1)),
        }
        if typed != letters {
            return typed.into_iter().collect();
        }
    }
}

/// An English word in another form: one thing for many, or many for one; what is done for what was done. Nothing where
/// none comes to mind.
pub fn inflected(word: &str) -> Option<String> {
    let swapped = |ending: &str, other: &str, least: usize| {
        word.strip_suffix(ending).filter(|stem| stem.len() >= least).map(|stem| format!("{stem}{other}"))
    };
    // Letters that stand for something have no other form.
    if !word.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return None;
    }
    if ["ss", "us", "is", "ly", "ous", "ese"].iter().any(|ending| word.ends_with(ending)) {
        return None;
    }
    let consonant_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    swapped("ies", "y", 3)
        .or_else(|| swapped("sses", "ss", 3))
        .or_else(|| swapped("s", "", 3))
        .or_else(|| swapped("ed", "ing", 4))
        .or_else(|| swapped("ing", "ed", 4))
        .or_else(|| consonant_y.map(|stem| format!("{stem}ies")))
        .or_else(|| Some(format!("{word}{}", if word.ends_with(['x', 'h', 'z']) { "es" } else { "s" })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_other_form_that_people_would_use() {
        let table = [
            ("settlements", Some("settlement")),
            ("settlement", Some("settlements")),
            ("companies", Some("company")),
            ("company", Some("companies")),
            ("witnesses", Some("witness")),
            ("disclosed", Some("disclosing")),
            ("disclosing", Some("disclosed")),
            ("breach", Some("breaches")),
            ("survey", Some("surveys")),
            ("process", None),
            ("html", None),
            ("quickly", None),
        ];
        for (word, expected) in table {
            assert_eq!(inflected(word).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn a_mistyped_word_is_one_letter_away() {
        let mut chance = Chance(1);
        for word in ["settlement", "noon", "geese", "überall"] {
            for _ in 0..200 {
                let typed = mistyped(word, &mut chance);
                let (long, short) = (word.chars().count(), typed.chars().count());
                assert_ne!(typed, word);
                assert!(short == long || short + 1 == long, "{word} {typed}");
                assert_eq!(typed.chars().next(), word.chars().next());
            }
        }
    }
}
