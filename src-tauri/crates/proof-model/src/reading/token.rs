//! The pieces of a written date, each with its place.

use edtf_core::{Date, Edtf};

use super::language::{LONGEST_PHRASE, Language, Sense};

/// A piece of the text: characters `from` to `to`, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub from: usize,
    pub to: usize,
    /// No space stands before it.
    pub joined: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number {
        value: u32,
        digits: usize,
    },
    Sense(Sense),
    /// A date in EDTF inside a phrase, such as `2021-02-XX`.
    Date(Date),
    /// A word that the language does not have, or a number too long to be one.
    Unknown,
    Mark(char),
}

/// Cuts a text into tokens. Nothing is refused here: what has no meaning is [`Kind::Unknown`] or a mark.
pub(super) fn tokens(text: &[char], language: &Language) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&sign) = text.get(at) {
        let (kind, to) = match sign {
            _ if is_space(sign) || is_silent(sign) => (None, at + 1),
            _ if edtf_date(text, at).is_some() => {
                edtf_date(text, at).map_or((None, at + 1), |(date, to)| (Some(Kind::Date(date)), to))
            }
            '0'..='9' => number(text, at),
            _ if sign.is_alphabetic() => phrase(text, at, found.last(), language),
            _ => (Some(Kind::Mark(plain_mark(sign))), at + 1),
        };
        if let Some(kind) = kind {
            let joined = at > 0 && !is_space(text[at - 1]);
            found.push(Token { kind, from: at, to, joined });
        }
        at = to.max(at + 1);
    }
    found
}

fn is_space(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{200b}'
}

const fn is_silent(sign: char) -> bool {
    matches!(sign, '(' | ')' | '\'' | '\u{2018}' | '\u{2019}' | '"' | '\u{201c}' | '\u{201d}')
}

/// Every dash and minus is one mark.
const fn plain_mark(sign: char) -> char {
    match sign {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

fn number(text: &[char], from: usize) -> (Option<Kind>, usize) {
    let digits = run(text, from, |sign| sign.is_ascii_digit());
    let value = text[from..from + digits].iter().collect::<String>().parse();
    (Some(value.map_or(Kind::Unknown, |value| Kind::Number { value, digits })), from + digits)
}

fn run(text: &[char], from: usize, belongs: impl Fn(char) -> bool) -> usize {
    text[from..].iter().take_while(|sign| belongs(**sign)).count()
}

/// A whole date in EDTF at the start of a chunk. A bare number is left to the grammar.
fn edtf_date(text: &[char], from: usize) -> Option<(Date, usize)> {
    let ends = |sign: char| is_space(sign) || matches!(sign, ',' | ';' | '(' | ')' | '\u{2010}'..='\u{2015}');
    if from > 0 && !ends(text[from - 1])
        || !matches!(text[from], '0'..='9' | '-' | 'Y' | 'X' | '?' | '~' | '%')
    {
        return None;
    }
    let mut length = run(text, from, |sign| !ends(sign));
    if text.get(from + length - 1) == Some(&'.') {
        length -= 1;
    }
    let chunk: String = text[from..from + length].iter().collect::<String>().to_uppercase();
    if chunk.trim_end_matches(['?', '~', '%']).chars().all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    // “2019 -2020” is two years, not the year -2020.
    if chunk.starts_with('-') && !chunk[1..].contains('-') {
        return None;
    }
    match Edtf::parse(&chunk) {
        Ok(Edtf::Date(date)) => Some((date, from + length)),
        _ => None,
    }
}

/// The longest phrase of the language from here, or the one word that it does not have.
fn phrase(text: &[char], from: usize, before: Option<&Token>, language: &Language) -> (Option<Kind>, usize) {
    let mut words: Vec<(String, usize)> = Vec::new();
    let mut at = from;
    while words.len() < LONGEST_PHRASE && text.get(at).is_some_and(|sign| sign.is_alphabetic()) {
        let (word, to) = word(text, at);
        words.push((word, to));
        at = to + run(text, to, is_space);
    }
    let after_digit = before.is_some_and(|last| last.to == from && matches!(last.kind, Kind::Number { .. }))
        || (before.is_some_and(|last| matches!(last.kind, Kind::Number { .. }))
            && from > 0
            && is_silent(text[from - 1]));
    if let Some(sense) = words.first().filter(|_| after_digit).and_then(|(word, _)| ending(word, language)) {
        return (Some(Kind::Sense(sense)), words[0].1);
    }
    for count in (1..=words.len()).rev() {
        let joined: Vec<&str> = words[..count].iter().map(|(word, _)| word.as_str()).collect();
        if let Some(sense) = language.sense(&joined.join(" ")) {
            return (Some(Kind::Sense(sense)), words[count - 1].1);
        }
    }
    (Some(Kind::Unknown), words.first().map_or(from + 1, |(_, to)| *to))
}

fn ending(word: &str, language: &Language) -> Option<Sense> {
    let decade = || language.decade_endings.contains(&word).then_some(Sense::DecadeEnding);
    language.ordinal_endings.contains(&word).then_some(Sense::OrdinalEnding).or_else(decade)
}

/// One word in lower case without the dots of an abbreviation: “Aug.”, “p.m.”; and where it ends.
fn word(text: &[char], from: usize) -> (String, usize) {
    let mut word = String::new();
    let mut at = from;
    loop {
        let letters = run(text, at, char::is_alphabetic);
        word.extend(text[at..at + letters].iter().flat_map(|sign| sign.to_lowercase()));
        at += letters;
        if text.get(at) != Some(&'.') {
            return (word, at);
        }
        let initials = letters == 1 && text.get(at + 1).is_some_and(|sign| sign.is_alphabetic());
        at += 1;
        if !initials {
            return (word, at);
        }
    }
}
