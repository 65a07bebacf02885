//! The tokens of a text as tantivy takes them.

use std::cell::RefCell;
use std::rc::Rc;

use tantivy::tokenizer::{Token as IndexToken, TokenStream, Tokenizer};

use super::language::{self, Stems};
use super::tokens::{Sort, Tokens};

/// The text that was last cut on this thread, with its tokens. The fields of one text, with its forms and stemmed, are
/// filled one after the other: cutting it is half of the work, and is done once.
#[derive(Default)]
struct Last {
    text: String,
    tokens: Rc<Tokens>,
}

fn tokens(text: &str) -> Rc<Tokens> {
    thread_local! {
        static LAST: RefCell<Last> = RefCell::default();
    }
    LAST.with_borrow_mut(|last| {
        if last.text != text {
            last.text.clear();
            last.text.push_str(text);
            let mut tokens = Rc::unwrap_or_clone(std::mem::take(&mut last.tokens));
            tokens.read(text);
            last.tokens = Rc::new(tokens);
        }
        last.tokens.clone()
    })
}

/// The analyser that keeps the forms of words.
#[derive(Clone, Default)]
pub(super) struct Exact {
    token: IndexToken,
}

impl Tokenizer for Exact {
    type TokenStream<'a> = ExactStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ExactStream<'a> {
        ExactStream { tokens: tokens(text), token: &mut self.token, next: 0 }
    }
}

pub(super) struct ExactStream<'a> {
    tokens: Rc<Tokens>,
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

/// The analyser that stems, in the language that a text names before its first word; see [`in_language`]. It gives the
/// stems of those words alone that are not their own: the others stand in the index as they are written.
#[derive(Clone, Default)]
pub(super) struct Stemmed {
    stems: Stems,
    token: IndexToken,
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
        let language = language::code(language).unwrap_or(language::UNKNOWN);
        StemmedStream {
            tokens: tokens(text),
            stems: &mut self.stems,
            token: &mut self.token,
            language,
            next: 0,
        }
    }
}

pub(super) struct StemmedStream<'a> {
    tokens: Rc<Tokens>,
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
            if stem == token.text {
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
