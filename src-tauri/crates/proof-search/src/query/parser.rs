//! Builds the tree from the tokens: `NOT` binds tightest, then `AND`, written or not, then `OR`.

use super::ast::Node;
use super::error::QueryError;
use super::lexer::{Kind, Token};

/// Parentheses and `NOT`s within one another at most: no reader needs more, and each costs stack.
const MAX_DEPTH: usize = 50;

/// The tree of the whole query; `None` when it asks nothing.
pub(super) fn parse(tokens: &[Token]) -> Result<Option<Node>, QueryError> {
    let mut parser = Parser { tokens, at: 0, depth: 0 };
    let node = parser.either()?;
    match parser.peek() {
        None => Ok(node),
        Some(stray) => Err(QueryError::new(
            stray.column,
            "this parenthesis closes none: remove it, or open one before it",
        )),
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    fn next_is(&self, kind: &Kind) -> Option<usize> {
        self.peek().filter(|token| token.kind == *kind).map(|token| token.column)
    }

    /// Alternatives joined by `OR`, up to a closing parenthesis or the end.
    fn either(&mut self) -> Result<Option<Node>, QueryError> {
        let mut nodes: Vec<Node> = self.together()?.into_iter().collect();
        while let Some(column) = self.next_is(&Kind::Or) {
            if nodes.is_empty() {
                return Err(nothing_before("OR", column));
            }
            self.at += 1;
            nodes.push(self.together()?.ok_or_else(|| nothing_after("OR", column))?);
        }
        Ok(Node::any(nodes))
    }

    /// Parts that must all hold, up to an `OR`, a closing parenthesis or the end.
    fn together(&mut self) -> Result<Option<Node>, QueryError> {
        let mut nodes = Vec::new();
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::Or | Kind::Close => break,
                Kind::And if nodes.is_empty() => return Err(nothing_before("AND", token.column)),
                Kind::And => {
                    self.at += 1;
                    nodes.push(self.operand("AND", token.column)?);
                }
                _ => nodes.extend(self.part()?),
            }
        }
        Ok(Node::all(nodes))
    }

    /// What an operator needs after it.
    fn operand(&mut self, operator: &str, column: usize) -> Result<Node, QueryError> {
        match self.peek().map(|token| &token.kind) {
            None | Some(Kind::And | Kind::Or | Kind::Close) => Err(nothing_after(operator, column)),
            Some(_) => self.part()?.ok_or_else(|| nothing_after(operator, column)),
        }
    }

    /// A leaf, a group or a negation; `None` for a group of nothing.
    fn part(&mut self) -> Result<Option<Node>, QueryError> {
        let Some(Token { kind, column }) = self.peek() else { return Ok(None) };
        self.at += 1;
        match kind {
            Kind::Leaf(leaf) => Ok(Some(Node::Leaf(leaf.clone()))),
            Kind::Open => self.deeper(*column, |parser| parser.group(*column)),
            Kind::Not => self.deeper(*column, |parser| Ok(Some(not(parser.operand("NOT", *column)?)))),
            Kind::Minus => self.deeper(*column, |parser| Ok(parser.minus_operand()?.map(not))),
            Kind::And | Kind::Or | Kind::Close => Ok(None),
        }
    }

    /// What a minus takes away: the very next leaf or group, if there is one.
    fn minus_operand(&mut self) -> Result<Option<Node>, QueryError> {
        match self.peek().map(|token| &token.kind) {
            Some(Kind::Leaf(_) | Kind::Open) => self.part(),
            _ => Ok(None),
        }
    }

    fn group(&mut self, column: usize) -> Result<Option<Node>, QueryError> {
        let node = self.either()?;
        if self.next_is(&Kind::Close).is_none() {
            return Err(QueryError::new(column, "this parenthesis is not closed: add ) after the group"));
        }
        self.at += 1;
        Ok(node)
    }

    fn deeper<T>(
        &mut self,
        column: usize,
        read: impl FnOnce(&mut Self) -> Result<T, QueryError>,
    ) -> Result<T, QueryError> {
        if self.depth == MAX_DEPTH {
            return Err(QueryError::new(
                column,
                format!("nested more than {MAX_DEPTH} deep: ask in simpler terms"),
            ));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }
}

fn not(node: Node) -> Node {
    Node::Not(Box::new(node))
}

fn nothing_before(operator: &str, column: usize) -> QueryError {
    QueryError::new(
        column,
        format!("{operator} needs something before it; for the word, type it in small letters"),
    )
}

fn nothing_after(operator: &str, column: usize) -> QueryError {
    QueryError::new(
        column,
        format!("{operator} needs something after it; for the word, type it in small letters"),
    )
}
