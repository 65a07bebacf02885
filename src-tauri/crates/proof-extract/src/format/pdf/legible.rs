//! Whether text is a language, or what comes of fonts that do not tell their letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether a page's text is no language: too few letters and digits, characters that stand for nothing, or words that
/// nobody could say. In doubt it is one: short texts, tables, forms and lists of numbers are.
pub(super) fn is_no_language(text: &str) -> bool {
    let shown: Vec<char> = text.chars().filter(|character| !is_filling(*character)).collect();
    if shown.len() < ENOUGH_CHARACTERS {
        return false;
    }
    let share =
        |is: fn(char) -> bool| percent(shown.iter().filter(|&&character| is(character)).count(), shown.len());
    share(stands_for_nothing) > 30 || share(says_something) < 30 || is_unsayable(text)
}

/// Fewer characters than this tell nothing.
const ENOUGH_CHARACTERS: usize = 150;
/// Fewer words than this tell nothing.
const ENOUGH_WORDS: usize = 30;

fn percent(part: usize, of: usize) -> usize {
    part * 100 / of.max(1)
}

/// Space, and what fills lines of forms and tables of contents.
fn is_filling(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '.' | '_' | '-' | '–' | '—' | '…' | '·' | '*' | '=' | '|')
}

fn says_something(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Characters for private use and the one for what could not be decoded.
fn stands_for_nothing(character: char) -> bool {
    matches!(character, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Whether most of the longer words in Latin letters have no vowel: abbreviations do not make most of a page.
fn is_unsayable(text: &str) -> bool {
    let words = text.split(|character: char| !character.is_alphabetic());
    let words = words.filter(|word| word.chars().count() >= 4).map(plain).filter(|word| is_latin(word));
    let (all, said) = words.fold((0_usize, 0_usize), |(all, said), word| {
        (all + 1, said + usize::from(word.contains(['a', 'e', 'i', 'o', 'u', 'y'])))
    });
    all >= ENOUGH_WORDS && percent(said, all) < 40
}

/// The word in small letters without accents.
fn plain(word: &str) -> String {
    word.nfd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).collect()
}

fn is_latin(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_tables_are_told_from_rubbish() {
        let english =
            "The Commission found that the undertakings had agreed on prices and shared the market. ";
        let cases = [
            ("a language", english.repeat(4), false),
            ("rubbish that is short", "#$%&'".repeat(20), false),
            ("symbols", "#$%&'()+,/:;<>?@".repeat(20), true),
            ("private characters", "\u{e001}\u{e002}a".repeat(100), true),
            ("undecoded characters", "\u{fffd}\u{fffd}b ".repeat(100), true),
            ("letters shifted by three", shifted(&english.repeat(5)), true),
            ("a table of figures", "1 234.50 | 17.03.2021 | -5,6 %\n".repeat(20), false),
            ("a form", format!("Name: {0}\nDate: {0}\n", "_".repeat(200)), false),
            ("a table of contents", format!("Article 1 {} 3\n", ".".repeat(80)).repeat(10), false),
            ("abbreviations in a text", format!("{}{}", "GMBH LTD PLC ", english.repeat(4)), false),
            ("Arabic", "قررت اللجنة أن المؤسسات قد اتفقت على الأسعار ".repeat(6), false),
            ("Hindi", "आयोग ने पाया कि उपक्रमों ने कीमतों पर सहमति व्यक्त की थी ".repeat(6), false),
            ("Chinese", "委员会认定各企业已就价格达成一致并瓜分市场。".repeat(10), false),
            (
                "Czech",
                "Čtvrt hrst skrz krk strčil Smrž vlk zmlkl prst příliš žluťoučký kůň úpěl ".repeat(4),
                false,
            ),
        ];
        for (what, text, expected) in cases {
            assert_eq!(is_no_language(&text), expected, "{what}");
        }
    }

    /// As a subset font gives it whose codes are not the alphabet's: vowels become other letters.
    fn shifted(text: &str) -> String {
        let letters = "abcdefghijklmnopqrstuvwxyz";
        let others = "bcdfghjklmnpqrstvwxzbcdfgh";
        let other =
            |letter: char| letters.find(letter).and_then(|at| others.chars().nth(at)).unwrap_or(letter);
        text.to_lowercase().chars().map(other).collect()
    }
}
