//! The lines of a mailbox, with those ahead in sight, so that a separator can be told from a sentence.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

/// Bytes of a line that are held at once; a longer one comes in pieces.
const PIECE_BYTES: u64 = 64 << 10;

/// The lines of a mailbox.
pub(super) struct Lines<R> {
    from: R,
    ahead: VecDeque<Piece>,
    /// Whether the last line that was read ended as a line.
    at_line_start: bool,
}

struct Piece {
    bytes: Vec<u8>,
    begins_line: bool,
}

impl<R: BufRead> Lines<R> {
    /// The lines that `from` gives.
    pub(super) fn new(from: R) -> Self {
        Self { from, ahead: VecDeque::new(), at_line_start: true }
    }

    /// Whether the next line is the separator above a message.
    pub(super) fn at_separator(&mut self) -> io::Result<bool> {
        self.is_separator(0)
    }

    /// Goes on to the next separator; whether there is one.
    pub(super) fn seek_separator(&mut self) -> io::Result<bool> {
        while self.next_of_message()?.is_some() {}
        self.at_separator()
    }

    /// The next line, whatever it is.
    pub(super) fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        self.look(0)?;
        Ok(self.ahead.pop_front().map(|piece| piece.bytes))
    }

    /// The next line of the message, unquoted; nothing at the next separator and at the end. The empty line that
    /// stands before a separator is no part of the message.
    pub(super) fn next_of_message(&mut self) -> io::Result<Option<Vec<u8>>> {
        if self.is_blank(0)? && self.is_separator(1)? {
            self.ahead.pop_front();
            return Ok(None);
        }
        // A message may lack the empty line at its end.
        if self.is_separator(0)? {
            return Ok(None);
        }
        let Some(begins_line) = self.look(0)?.map(|piece| piece.begins_line) else { return Ok(None) };
        let line = self.next()?.unwrap_or_default();
        Ok(Some(if begins_line { unquoted(line) } else { line }))
    }

    fn is_blank(&mut self, at: usize) -> io::Result<bool> {
        let blank = |piece: &Piece| piece.begins_line && matches!(piece.bytes.as_slice(), b"\n" | b"\r\n");
        Ok(self.look(at)?.is_some_and(blank))
    }

    fn is_separator(&mut self, at: usize) -> io::Result<bool> {
        let envelope = self.look(at)?.is_some_and(|piece| piece.begins_line && is_envelope(&piece.bytes));
        Ok(envelope && self.look(at + 1)?.is_some_and(|piece| is_field(&piece.bytes)))
    }

    fn look(&mut self, at: usize) -> io::Result<Option<&Piece>> {
        while self.ahead.len() <= at {
            let mut bytes = Vec::new();
            self.from.by_ref().take(PIECE_BYTES).read_until(b'\n', &mut bytes)?;
            if bytes.is_empty() {
                break;
            }
            let begins_line = std::mem::replace(&mut self.at_line_start, bytes.ends_with(b"\n"));
            self.ahead.push_back(Piece { bytes, begins_line });
        }
        Ok(self.ahead.get(at))
    }
}

/// Whether a line is `From `, whom, and when: with a time of day and a year, as RFC 4155 asks.
fn is_envelope(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let words = || rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let is_time = |word: &[u8]| {
        let parts = word.split(|&byte| byte == b':').count();
        (2..=3).contains(&parts) && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
    };
    let is_year = |word: &[u8]| word.len() == 4 && matches!(word, [b'1', b'9', ..] | [b'2', b'0', ..]);
    rest.len() < 1_000 && words().any(is_time) && words().skip(1).any(is_year)
}

/// Whether a line is a header field (RFC 5322, 2.2).
fn is_field(line: &[u8]) -> bool {
    let name = line.iter().take_while(|byte| byte.is_ascii_graphic() && **byte != b':').count();
    name > 0 && line.get(name) == Some(&b':') || line.starts_with(b">From ")
}

/// A line without one of the marks that were put before `From `.
fn unquoted(mut line: Vec<u8>) -> Vec<u8> {
    let marks = line.iter().take_while(|&&byte| byte == b'>').count();
    if marks > 0 && line[marks..].starts_with(b"From ") {
        line.remove(0);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENVELOPE: &str = "From a@example.org Tue Feb  2 10:00:00 2021\n";

    #[test]
    fn a_separator_is_told_from_a_sentence() {
        let cases = [
            (format!("{ENVELOPE}Subject: x\n"), true),
            ("From MAILER-DAEMON Tue Feb 2 10:00:00 2021 +0100\r\nX: y\r\n".into(), true),
            ("From here on it was clear.\nSubject: x\n".into(), false),
            ("From 2021 on, at 10:00, we met.\nWithout a field.\n".into(), false),
            (format!("{ENVELOPE}No field.\n"), false),
            (ENVELOPE.into(), false),
        ];
        for (text, expected) in cases {
            assert_eq!(Lines::new(text.as_bytes()).at_separator().unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn a_message_comes_out_as_it_went_in() {
        let text = format!("A: b\n\nOne\n>From x\n>>From y\n>quoted\n\n{ENVELOPE}C: d\n");
        let mut lines = Lines::new(text.as_bytes());
        let mut message = Vec::new();
        while let Some(line) = lines.next_of_message().unwrap() {
            message.extend(line);
        }
        assert_eq!(String::from_utf8(message).unwrap(), "A: b\n\nOne\nFrom x\n>From y\n>quoted\n");
        assert!(lines.at_separator().unwrap());
    }
}
