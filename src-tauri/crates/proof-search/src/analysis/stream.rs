//! The tokens of a text as tantivy takes them.

use tantivy::tokenizer::{Token as IndexToken, TokenStream, Tokenizer};

use super::language::{self, Stems};
use super::tokens::{Sort, Tokens};

/// The analyser that keeps the forms of words.
#[derive(Clone)]
pub(super) struct Exact {
    tokens: Tokens,
    token: IndexToken,
}

impl Exact {
    pub(super) fn new() -> Self {
        Self { tokens: Tokens::new(), token: IndexToken::default() }
    }
}

impl Tokenizer for Exact {
    type TokenStream<'a> = ExactStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ExactStream<'a> {
        self.tokens.read(text);
        ExactStream { tokens: &self.tokens, token: &mut self.token, next: 0 }
    }
}

pub(super) struct ExactStream<'a> {
    tokens: &'a Tokens,
    token: &'a mut IndexToken,
    next: usize,
}

impl TokenStream for ExactStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(token) = self.tokens.get(self.next) else { return false };
        self.next += 1;
        self.token.text.clear();
        self.token.text.push_str(token.text);
        (self.token.offset_from, self.token.offset_to) = (token.start, token.end);
        self.token.position = token.position;
        true
    }

    fn token(&self) -> &IndexToken {
        self.token
    }

    fn token_mut(&mut self) -> &mut IndexToken {
        self.token
    }
}

/// The analyser that stems, in the language that a text names before its first word; see [`in_language`].
#[derive(Clone)]
pub(super) struct Stemmed {
    tokens: Tokens,
    stems: Stems,
    token: IndexToken,
}

impl Stemmed {
    pub(super) fn new() -> Self {
        Self { tokens: Tokens::new(), stems: Stems::default(), token: IndexToken::default() }
    }
}

/// Parts the name of a language from the text.
const MARK: char = '\u{1}';

/// The text with the language that it is to be stemmed in.
pub(crate) fn in_language(language: &str, text: &str) -> String {
    format!("{language}{MARK}{text}")
}

/// The term of a stem. Languages are kept apart: the stem of one may be a word of another.
pub(crate) fn stem_term(language: &str, stem: &str) -> String {
    let language = if language == language::UNKNOWN { "en" } else { language };
    format!("{language}:{stem}")
}

impl Tokenizer for Stemmed {
    type TokenStream<'a> = StemmedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemmedStream<'a> {
        let (language, text) = text.split_once(MARK).unwrap_or((language::UNKNOWN, text));
        self.tokens.read(text);
        let language = language::code(language).unwrap_or(language::UNKNOWN);
        StemmedStream {
            tokens: &self.tokens,
            stems: &mut self.stems,
            token: &mut self.token,
            language,
            next: 0,
        }
    }
}

pub(super) struct StemmedStream<'a> {
    tokens: &'a Tokens,
    stems: &'a mut Stems,
    token: &'a mut IndexToken,
    language: language::Code,
    next: usize,
}

impl TokenStream for StemmedStream<'_> {
    fn advance(&mut self) -> bool {
        while let Some(token) = self.tokens.get(self.next) {
            self.next += 1;
            if token.sort == Sort::Compound {
                continue;
            }
            let stem = self.stems.of(token.text, self.language);
            let prefix = if self.language == language::UNKNOWN { "en" } else { self.language };
            let said = &mut self.token.text;
            // A word whose accents make no difference to its stem is counted once.
            if token.sort == Sort::Accented && said.get(prefix.len() + 1..) == Some(stem) {
                continue;
            }
            said.clear();
            said.push_str(prefix);
            said.push(':');
            said.push_str(stem);
            (self.token.offset_from, self.token.offset_to) = (token.start, token.end);
            self.token.position = token.position;
            return true;
        }
        false
    }

    fn token(&self) -> &IndexToken {
        self.token
    }

    fn token_mut(&mut self) -> &mut IndexToken {
        self.token
    }
}
