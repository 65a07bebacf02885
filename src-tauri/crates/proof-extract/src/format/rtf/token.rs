//! The syntax of RTF (Rich Text Format Specification 1.9.1, "RTF Syntax"): groups, control words, text.

/// A piece of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// A control word and its number.
    Word(&'a str, Option<i32>),
    /// A control symbol.
    Symbol(u8),
    /// A byte of text in hexadecimal.
    Hex(u8),
    /// Bytes of text, without line ends.
    Text(&'a [u8]),
}

/// The pieces of a file, one by one. Binary data is passed over.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

/// Letters that a control word may have.
const MAX_LETTERS: usize = 64;

impl<'a> Tokens<'a> {
    pub(super) const fn new(input: &'a [u8]) -> Self {
        Self { rest: input }
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let (&first, after) = self.rest.split_first()?;
        if first == b'\'' {
            self.rest = after;
            return Some(self.hex());
        }
        if !first.is_ascii_alphabetic() {
            self.rest = after;
            return Some(Token::Symbol(first));
        }
        let letters = self.run(u8::is_ascii_alphabetic).min(MAX_LETTERS);
        let name = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let number = self.number();
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if name == "bin" {
            let bytes = number.and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or(0);
            self.take(bytes);
        }
        Some(Token::Word(name, number))
    }

    fn hex(&mut self) -> Token<'a> {
        let digits = self.rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte {
            Some(byte) => {
                self.take(2);
                Token::Hex(byte)
            }
            None => Token::Text(b""),
        }
    }

    fn number(&mut self) -> Option<i32> {
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        let text = std::str::from_utf8(self.take(sign + digits)).ok()?;
        text.parse::<i64>()
            .ok()
            .map(|number| i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX }))
    }

    fn run(&self, wanted: impl Fn(&u8) -> bool) -> usize {
        self.rest.iter().take_while(|byte| wanted(byte)).count()
    }

    fn take(&mut self, bytes: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.rest = rest;
        taken
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            match *self.rest.first()? {
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    return self.control();
                }
                b'\r' | b'\n' | 0 => {
                    self.take(1);
                }
                _ => {
                    let bytes = self.run(|byte| !b"{}\\\r\n\0".contains(byte));
                    return Some(Token::Text(self.take(bytes)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_groups_words_and_text() {
        let input = b"{\\rtf1\\b0 a\r\nb\\'e9\\u-3 ?\\~\\bin3 }{}c}";
        let expected = [
            Token::Open,
            Token::Word("rtf", Some(1)),
            Token::Word("b", Some(0)),
            Token::Text(b"a"),
            Token::Text(b"b"),
            Token::Hex(0xe9),
            Token::Word("u", Some(-3)),
            Token::Text(b"?"),
            Token::Symbol(b'~'),
            Token::Word("bin", Some(3)),
            Token::Text(b"c"),
            Token::Close,
        ];
        assert_eq!(Tokens::new(input).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_cut_off_is_no_trouble() {
        for input in [&b"\\"[..], b"\\'", b"\\'g", b"\\u99999999999", b"\\bin99999999 x", b"\\-", b"\\u-"] {
            assert!(Tokens::new(input).count() <= 2, "{}", input.escape_ascii());
        }
    }
}
