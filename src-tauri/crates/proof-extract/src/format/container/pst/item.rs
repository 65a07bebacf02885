//! A message of a mailbox with what it carries ([MS-PST] 2.4.5, 2.4.6).

use super::blocks::{Blocks, Node, damaged};
use super::heap::{Heap, number};
use super::values::{Values, rows};
use crate::format::mapi::{Attachment, Content, Message, Person};
use std::io::{self, Read, Seek};

/// What reading a message has come to.
pub(super) struct Account {
    /// What it carries that could not be read: its name and why.
    pub missing: Vec<(String, &'static str)>,
    /// How many more things it may carry, in all the messages in it: a node may be made to hold itself.
    left: usize,
    /// How many more bytes of them.
    bytes_left: usize,
}

impl Default for Account {
    fn default() -> Self {
        Self { missing: Vec::new(), left: MANY, bytes_left: BYTES }
    }
}

/// Attachments and recipients of one message that are read.
const MANY: usize = 10_000;
/// Bytes of all attachments of one message, which is composed in memory: mail servers stop at 25 to 150 MB.
const BYTES: usize = 200 << 20;
/// Messages in messages; a real thread of forwarded ones is not deeper.
const DEPTH: u32 = 10;
/// The nodes below a message that hold the tables of its recipients and of its attachments.
const RECIPIENTS: u32 = 0x692;
const ATTACHMENTS: u32 = 0x671;

/// The message that the node is.
pub(super) fn read(
    file: &mut Blocks<impl Read + Seek>,
    node: Node,
    depth: u32,
    account: &mut Account,
) -> io::Result<Message> {
    let heap = Heap::open(file, node)?;
    let own = Values::read(&heap, file, None)?;
    let mut message = fields(&own);
    for (_, person) in table(&heap, RECIPIENTS, file, own.code_page()).unwrap_or_default() {
        let found = Person { name: person.text(0x3001), address: address(&person, [0x39fe, 0x3003]) };
        match person.number(0x0c15) {
            Some(2) => message.cc.push(found),
            Some(3) => message.bcc.push(found),
            _ => message.to.push(found),
        }
    }
    match table(&heap, ATTACHMENTS, file, own.code_page()) {
        Ok(attached) => {
            for (index, (id, listed)) in attached.into_iter().enumerate() {
                match one(&heap, id, file, index, depth, account) {
                    Ok(attachment) => message.attachments.extend(attachment),
                    Err(_) => account.missing.push((name(&listed, index), "it is damaged")),
                }
            }
        }
        Err(_) => account.missing.push(("what is attached".into(), "it is damaged")),
    }
    message.settle_body();
    Ok(message)
}

/// The rows of a table below the message; none if there is no such table.
fn table(
    heap: &Heap,
    id: u32,
    file: &mut Blocks<impl Read + Seek>,
    code_page: u32,
) -> io::Result<Vec<(u32, Values)>> {
    let Some(node) = heap.node(id) else { return Ok(Vec::new()) };
    rows(&Heap::open(file, node)?, file, code_page, MANY)
}

fn fields(own: &Values) -> Message {
    let sender = Person { name: own.text(0x0c1a), address: address(own, [0x5d01, 0x0c1f]) };
    let from = Person { name: own.text(0x0042), address: address(own, [0x5d02, 0x0065]) };
    Message {
        transport: own.text(0x007d),
        subject: subject(&own.text(0x0037)),
        from: if from.is_nobody() { sender.clone() } else { from },
        sender,
        date: own.instant(0x0039).or_else(|| own.instant(0x0e06)),
        id: own.text(0x1035),
        in_reply_to: own.text(0x1042),
        references: own.text(0x1039),
        plain: own.text(0x1000),
        html: own.html(0x1013),
        rtf: own.bytes(0x1009).to_vec(),
        ..Message::default()
    }
}

/// A subject without the mark that tells how long its prefix is ([MS-PST] 2.5.3.1.1.1).
fn subject(raw: &str) -> String {
    let mut rest = raw.chars();
    if raw.starts_with('\u{1}') {
        rest.nth(1);
    }
    rest.collect()
}

fn address(own: &Values, ids: [u16; 2]) -> String {
    let [first, second] = ids.map(|id| own.text(id));
    if first.contains('@') || second.is_empty() { first } else { second }
}

/// One thing that a message carries; nothing, and why, if it is not here.
fn one(
    heap: &Heap,
    id: u32,
    file: &mut Blocks<impl Read + Seek>,
    index: usize,
    depth: u32,
    account: &mut Account,
) -> io::Result<Option<Attachment>> {
    account.left = account.left.checked_sub(1).ok_or_else(damaged)?;
    let inner = Heap::open(file, heap.node(id).ok_or_else(damaged)?)?;
    let own = Values::read(&inner, file, None)?;
    let name = name(&own, index);
    let content = match own.number(0x3705) {
        Some(5) if depth >= DEPTH => Err("it lies too deep in other messages"),
        Some(5) => {
            // The value is an object: the identifier of a node below, and a size.
            let object = own.bytes(0x3701).first_chunk::<4>().ok_or_else(damaged)?;
            let node = inner.node(number(object)).ok_or_else(damaged)?;
            Ok(Content::Message(Box::new(read(file, node, depth + 1, account)?)))
        }
        Some(6) => Err("it is an object of another program"),
        Some(2..=4 | 7) => Err("the message only says where it was"),
        _ => {
            let bytes = own.bytes(0x3701);
            let left = account.bytes_left.checked_sub(bytes.len());
            account.bytes_left = left.unwrap_or(account.bytes_left);
            left.map(|_| Content::Bytes(bytes.to_vec())).ok_or("the message carries more than is read of one")
        }
    };
    Ok(match content {
        Ok(content) => {
            Some(Attachment { name, media_type: own.text(0x370e), content_id: own.text(0x3712), content })
        }
        Err(why) => {
            account.missing.push((name, why));
            None
        }
    })
}

fn name(own: &Values, index: usize) -> String {
    let names = [0x3707, 0x3704, 0x3001].map(|id| own.text(id));
    let found = names.into_iter().find(|name| !name.trim().is_empty());
    found.unwrap_or_else(|| format!("part {}", index + 1))
}
