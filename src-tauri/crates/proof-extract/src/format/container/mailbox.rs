//! Mailboxes of many messages in one file (RFC 4155, with the quoting of mboxrd and mboxo).

mod lines;

use super::unpacking::{Entry, Unpacking};
use crate::input::Input;
use crate::output::Stop;
use crate::{InnerFile, InnerKind};
use lines::Lines;
use mail_parser::{DateTime, MessageParser};
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};

/// Bytes of a message in which its subject and its date are looked for.
const HEADER_BYTES: u64 = 64 << 10;

/// Whether the file is a mailbox of two messages or more. One message below a `From ` line is a message.
pub(super) fn is_mailbox(input: &mut Input) -> io::Result<bool> {
    input.rewind()?;
    let mut lines = Lines::new(BufReader::with_capacity(64 << 10, &mut *input));
    let mut several = lines.at_separator()?;
    if several {
        lines.next()?;
        several = lines.seek_separator()?;
    }
    input.rewind()?;
    Ok(several)
}

/// Passes on each message of the mailbox, as it was before it was put there.
pub(super) fn read(input: &mut Input, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    let mut lines = Lines::new(BufReader::with_capacity(64 << 10, unpacking.counted(input)));
    let mut number = 0;
    while lines.at_separator()? {
        lines.next()?;
        number += 1;
        let mut message = Message { lines: &mut lines, line: Cursor::default() };
        let mut header = Vec::new();
        message.by_ref().take(HEADER_BYTES).read_to_end(&mut header)?;
        let entry = Entry { file: described(&header, number), size: None, packed: None };
        let mut whole = Cursor::new(header).chain(message);
        unpacking.entry(&entry, &mut whole)?;
        // Only if the message was not taken whole is there anything left of it.
        lines.seek_separator()?;
    }
    Ok(())
}

/// A message, by its subject and its date as far as they can be read.
fn described(header: &[u8], number: u32) -> InnerFile {
    let message = MessageParser::default().parse_headers(header);
    let subject = message.as_ref().and_then(|message| message.subject()).map(str::trim);
    let name = match subject {
        Some(subject) if !subject.is_empty() => format!("{subject}.eml"),
        _ => format!("message {number}.eml"),
    };
    let modified = message.as_ref().and_then(|message| message.date()).map(DateTime::to_rfc3339);
    InnerFile { modified, ..InnerFile::new(InnerKind::Message, &name, "message/rfc822") }
}

/// The lines up to the next separator, without the quoting of those that look like one.
struct Message<'l, R> {
    lines: &'l mut Lines<R>,
    line: Cursor<Vec<u8>>,
}

impl<R: BufRead> Read for Message<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.line.read(buffer)?;
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
            match self.lines.next_of_message()? {
                Some(line) => self.line = Cursor::new(line),
                None => return Ok(0),
            }
        }
    }
}
