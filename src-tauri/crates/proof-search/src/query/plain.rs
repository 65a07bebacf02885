//! The plain reading of a query that did not parse.

use super::Query;
use super::lexer::{self, is_quote};
use crate::analysis::exact_words;

/// The same words without the signs of the language, if that parses and says anything.
pub(super) fn reading(input: &str) -> Option<String> {
    let words: Vec<String> =
        input.split_whitespace().map(plain_word).filter(|word| says_anything(word)).collect();
    let limit = lexer::MAX_WORDS;
    [words.join(" "), bare_words(input, limit)]
        .into_iter()
        .find(|plain| Query::parse_strictly(plain).is_ok_and(|query| !query.is_empty()))
}

/// One word freed of quotation marks, parentheses, stars and the like; operators in small letters.
fn plain_word(word: &str) -> String {
    let kept: String =
        word.chars().map(|c| if is_quote(c) || "()*~=<>".contains(c) { ' ' } else { c }).collect();
    let parts = kept.split_whitespace().map(|part| part.trim_start_matches('-'));
    let plain: Vec<String> = parts.map(plain_part).collect();
    plain.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain_part(part: &str) -> String {
    match part {
        "AND" | "OR" | "NOT" => part.to_lowercase(),
        _ => lexer::field_name(part).map_or_else(
            || part.to_owned(),
            |(name, value)| format!("{} {}", plain_part(name), plain_part(value)),
        ),
    }
}

fn says_anything(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// The last resort: nothing but the words themselves.
fn bare_words(input: &str, limit: usize) -> String {
    exact_words(input).into_iter().take(limit).map(|word| word.text).collect::<Vec<_>>().join(" ")
}
