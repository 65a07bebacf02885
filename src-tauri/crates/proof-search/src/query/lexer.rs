//! Cuts what was typed into operators, parentheses and leaves.

mod compound;
mod leaf;
mod values;

pub(super) use self::leaf::field_name;

use super::ast::Leaf;
use super::error::QueryError;

/// Words in one query at most. A page holds a few hundred different ones; what asks for more is pasted text.
pub(super) const MAX_WORDS: usize = 256;

/// A token and the column where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub column: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    And,
    Or,
    Not,
    /// A leading minus: `Not` that may turn out to stand before nothing.
    Minus,
    Leaf(Leaf),
}

/// Cuts the whole input. Lone punctuation gives no token.
pub(super) fn tokens(input: &str) -> Result<Vec<Token>, QueryError> {
    let mut scanner = Scanner { chars: input.chars().collect(), at: 0 };
    let mut tokens = Vec::new();
    let mut words = 0;
    while let Some(c) = scanner.peek() {
        let column = scanner.column();
        let kind = match c {
            _ if c.is_whitespace() => scanner.skip(None),
            '(' => scanner.skip(Some(Kind::Open)),
            ')' => scanner.skip(Some(Kind::Close)),
            '-' => scanner.minus(),
            _ => scanner.operator_or_leaf()?,
        };
        if let Some(Kind::Leaf(leaf)) = &kind {
            words += leaf.words();
        }
        if words > MAX_WORDS {
            return Err(QueryError::new(column, format!("more than {MAX_WORDS} words: ask for fewer")));
        }
        tokens.extend(kind.map(|kind| Token { kind, column }));
    }
    Ok(tokens)
}

/// Walks over the characters of the input.
struct Scanner {
    chars: Vec<char>,
    at: usize,
}

impl Scanner {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// The column of the next character, from 1.
    fn column(&self) -> usize {
        self.at + 1
    }

    fn skip(&mut self, kind: Option<Kind>) -> Option<Kind> {
        self.at += 1;
        kind
    }

    /// A minus that touches what follows takes it away; one that stands alone is a dash.
    fn minus(&mut self) -> Option<Kind> {
        self.at += 1;
        let touches = self.peek().is_some_and(|c| !c.is_whitespace() && c != ')' && c != '-');
        touches.then_some(Kind::Minus)
    }

    fn operator_or_leaf(&mut self) -> Result<Option<Kind>, QueryError> {
        if self.peek().is_some_and(is_quote) {
            return Ok(self.phrase(super::ast::Field::Text)?.map(Kind::Leaf));
        }
        if let Some(leaf) = self.compound() {
            return Ok(Some(Kind::Leaf(leaf)));
        }
        let column = self.column();
        let word = self.take_word();
        match word.as_str() {
            "AND" => Ok(Some(Kind::And)),
            "OR" => Ok(Some(Kind::Or)),
            "NOT" => Ok(Some(Kind::Not)),
            _ => Ok(self.leaf(&word, column)?.map(Kind::Leaf)),
        }
    }

    /// Everything up to white space, a parenthesis or a quotation mark.
    fn take_word(&mut self) -> String {
        let ends = |c: &char| c.is_whitespace() || *c == '(' || *c == ')' || is_quote(*c);
        let word: String = self.chars[self.at..].iter().take_while(|c| !ends(c)).collect();
        self.at += word.chars().count();
        word
    }
}

/// Whether the character opens or closes a phrase: the plain mark and those that word processors make of it.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ff02}')
}
