//! How text becomes words: for the index, for queries and for highlights alike.
//!
//! Words are those of Unicode UAX #29, cut further at `.`, `:` and `_` unless the dot stands between digits, so that
//! `settlement.The` and `Master_Complaint.pdf` give up their words while `5.7` stays one. Words are lower-cased, accents
//! and soft hyphens fall away, typographic apostrophes become plain ones, and the commas of `92,000,000` are dropped.

mod segments;

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager,
};

use self::segments::Segments;

/// The name under which the analyser that keeps word forms is registered.
pub(crate) const EXACT: &str = "proof_exact";
/// The name under which the analyser that stems English words is registered.
pub(crate) const STEMMED: &str = "proof_stemmed";

/// A longer run without a break is no word of any language (base64, mostly) and is indexed by its beginning.
const LONGEST_WORD: usize = 200;

/// A word of a text: what it is compared by, and the bytes that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// The words of a text with their forms kept.
pub(crate) fn exact_words(text: &str) -> Vec<Word> {
    words(&mut exact(), text)
}

/// The words of a text, stemmed. Same number and places as [`exact_words`].
pub(crate) fn stemmed_words(text: &str) -> Vec<Word> {
    words(&mut stemmed(), text)
}

/// The analysers by the names that the schema uses.
pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(EXACT, exact());
    manager.register(STEMMED, stemmed());
    manager
}

fn exact() -> TextAnalyzer {
    TextAnalyzer::builder(WordTokenizer).filter(AsciiFoldingFilter).build()
}

fn stemmed() -> TextAnalyzer {
    TextAnalyzer::builder(WordTokenizer)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::English))
        .build()
}

fn words(analyzer: &mut TextAnalyzer, text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    analyzer.token_stream(text).process(&mut |token| {
        found.push(Word { text: token.text.clone(), start: token.offset_from, end: token.offset_to });
    });
    found
}

#[derive(Clone)]
struct WordTokenizer;

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream { segments: Segments::new(text), rest: "", at: 0, token: Token::default() }
    }
}

/// Walks the segments of a text; `rest` is what is left of the present one and `at` where that begins.
struct WordStream<'a> {
    segments: Segments<'a>,
    rest: &'a str,
    at: usize,
    token: Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            while let Some((start, piece)) = self.next_piece() {
                if piece.contains(char::is_alphanumeric) && self.emit(start, piece) {
                    return true;
                }
            }
            let Some((at, segment)) = self.segments.next() else { return false };
            (self.at, self.rest) = (at, segment);
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

impl<'a> WordStream<'a> {
    /// Takes the next piece from the present segment: up to a `.`, `:` or `_` that does not belong to a number.
    fn next_piece(&mut self) -> Option<(usize, &'a str)> {
        if self.rest.is_empty() {
            return None;
        }
        let (start, rest) = (self.at, self.rest);
        if rest.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.rest = "";
            return Some((start, rest));
        }
        let cut = rest.char_indices().find(|(at, c)| splits(rest, *at, *c));
        let (end, next) = cut.map_or((rest.len(), rest.len()), |(at, c)| (at, at + c.len_utf8()));
        self.at += next;
        self.rest = &rest[next..];
        Some((start, &rest[..end]))
    }

    /// Makes the piece the present word; false when nothing is left of it (a lone accent).
    fn emit(&mut self, start: usize, piece: &str) -> bool {
        // An accent clings to the mark before it, even to a parenthesis.
        let clean = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (start, piece) = (start + piece.len() - clean.len(), clean);
        fold(piece, &mut self.token.text);
        if self.token.text.is_empty() {
            return false;
        }
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = start;
        self.token.offset_to = start + piece.len();
        true
    }
}

/// Whether the character at this byte ends a word inside a UAX #29 segment.
fn splits(segment: &str, at: usize, c: char) -> bool {
    let before = segment[..at].chars().next_back();
    let after = segment[at + c.len_utf8()..].chars().next();
    let digits = |c: Option<char>| c.is_some_and(char::is_numeric);
    match c {
        ':' | '_' | '\u{ff3f}' | '\u{203f}' => true,
        '.' | '\u{2024}' | '\u{fe52}' | '\u{ff0e}' => !(digits(before) && digits(after)),
        ',' | ';' => !is_thousands(segment),
        _ => false,
    }
}

/// Whether a number is written in groups of three: `92,000,000` or `1,234.50`, but not `2019,2020`.
fn is_thousands(number: &str) -> bool {
    let whole = number.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && digits(first) && groups.all(|group| group.len() == 3 && digits(group))
}

/// Writes the form that a word is compared by into `out`; accents of ready-made letters fall to the next filter.
fn fold(piece: &str, out: &mut String) {
    out.clear();
    if piece.len() <= LONGEST_WORD && piece.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        out.push_str(piece);
        out.make_ascii_lowercase();
        return;
    }
    for c in piece.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | ',' => {}
            '\u{2018}' | '\u{2019}' | '\u{ff07}' => out.push('\''),
            _ => out.push(c),
        }
        if out.len() > LONGEST_WORD {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = exact_words(text).into_iter().map(|w| w.text).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn words_are_cut_the_way_a_reader_would() {
        check("$92 million", &["92", "million"]);
        check("5.7 million in 1.5 years.", &["5.7", "million", "in", "1.5", "years"]);
        check("$92,000,000.50 and 2019,2020", &["92000000.50", "and", "2019", "2020"]);
        check("1:20-cv-04699", &["1", "20", "cv", "04699"]);
        check("settlement.The U.S. court", &["settlement", "the", "u", "s", "court"]);
        check("Master_Complaint.pdf", &["master", "complaint", "pdf"]);
        check("plaintiffs’ and plaintiff’s", &["plaintiffs", "and", "plaintiff's"]);
        check("Café CAFE\u{301} ﬁled", &["cafe", "cafe", "filed"]);
        check("settle\u{ad}ment", &["settlement"]);
        check("和解 — ... *", &["和", "解"]);
        check("Dkt.5, v1.5, 10b-5", &["dkt", "5", "v1.5", "10b", "5"]);
    }

    #[test]
    fn places_are_those_of_the_original_text() {
        let text = "Ünder “Café’s” rules";
        let cut: Vec<&str> = exact_words(text).iter().map(|w| &text[w.start..w.end]).collect();
        assert_eq!(cut, ["Ünder", "Café’s", "rules"]);
    }

    #[test]
    fn stems_stand_in_the_same_places_as_words() {
        let text = "Settlements were settled; the plaintiff’s claims, 5.7 million";
        let (exact, stems) = (exact_words(text), stemmed_words(text));
        assert_eq!(exact.len(), stems.len());
        assert!(exact.iter().zip(&stems).all(|(a, b)| (a.start, a.end) == (b.start, b.end)));
        assert_eq!(stems[0].text, "settlement");
        assert_eq!(stems[2].text, "settl");
    }
}
