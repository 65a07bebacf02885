//! The forms that a word is compared by.

use tantivy::tokenizer::{AsciiFoldingFilter, RawTokenizer, TextAnalyzer};
use unicode_normalization::UnicodeNormalization;

/// A longer run without a break is no word of any language (base64, mostly) and is indexed by its beginning.
const LONGEST_WORD: usize = 200;

/// Folds words, one after another.
#[derive(Clone)]
pub(super) struct Folder {
    ascii: TextAnalyzer,
}

impl Default for Folder {
    fn default() -> Self {
        Self { ascii: TextAnalyzer::builder(RawTokenizer::default()).filter(AsciiFoldingFilter).build() }
    }
}

impl Folder {
    /// Appends the folded form of a word: small letters without accents. Gives the form with accents, where that is
    /// another. Nothing is appended of what has no letter or digit.
    pub(super) fn fold(&mut self, word: &str, out: &mut String) -> Option<String> {
        if word.len() <= LONGEST_WORD && word.is_ascii() {
            let at = out.len();
            out.push_str(word);
            out[at..].make_ascii_lowercase();
            // Commas stand between the digits of a number only.
            if word.contains(',') {
                let bare = out[at..].replace(',', "");
                out.truncate(at);
                out.push_str(&bare);
            }
            return None;
        }
        let small = small(word);
        let bare: String = small.chars().filter(|c| !is_mark(*c)).map(same).collect();
        let at = out.len();
        self.ascii.token_stream(&bare).process(&mut |token| out.push_str(&token.text));
        let with_accents: String = small.nfc().filter(|c| !is_vowel_sign(*c)).collect();
        let differs = with_accents != out[at..] && !with_accents.chars().any(is_arabic) && out.len() > at;
        differs.then_some(with_accents)
    }
}

/// Compatible letters made one, in small letters, with what nobody sees left out.
fn small(word: &str) -> String {
    let mut small = String::new();
    for c in word.nfkc().flat_map(char::to_lowercase) {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{640}' | ',' => {}
            '\u{2018}' | '\u{2019}' => small.push('\''),
            // Greek accents are part of ready-made letters, which the folding of Latin letters passes over.
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => small.extend(std::iter::once(c).nfd()),
            _ => small.push(c),
        }
        if small.len() > LONGEST_WORD {
            break;
        }
    }
    small
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}') || is_vowel_sign(c)
}

/// Arabic vowel signs, which are written or left out at will.
const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}')
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}

/// Letters of Arabic, Persian and Urdu keyboards that stand for one another, and digits of those scripts.
fn same(c: char) -> char {
    match c {
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => '\u{627}',
        '\u{649}' | '\u{6cc}' | '\u{6d2}' => '\u{64a}',
        '\u{6a9}' => '\u{643}',
        '\u{629}' | '\u{6be}' | '\u{6c0}' | '\u{6c1}' | '\u{6c2}' | '\u{6c3}' | '\u{6d5}' => '\u{647}',
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
        _ => c,
    }
}

fn digit(c: char, nought: char) -> char {
    char::from_digit(u32::from(c) - u32::from(nought), 10).unwrap_or(c)
}
