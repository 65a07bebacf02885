//! A message and what it carries, by its properties ([MS-OXPROPS] names them).

use super::properties::{Properties, Store};
use crate::format::mapi::{Attachment, Content, Message, Person};
use cfb::Stream;
use std::borrow::Cow;
use std::io::{Cursor, Read};

/// The storage of the message that the file is.
pub(super) const TOP: &str = "/";

/// Messages in messages; a real thread of forwarded ones is not deeper.
const DEPTH: u32 = 10;
/// Attachments and recipients of one message that are read.
const MANY: usize = 10_000;
/// Bytes of one attachment of a message inside the message, which is composed in memory.
const INNER_BYTES: u64 = 128 << 20;

/// What a message carries.
pub(super) struct Carried {
    storage: String,
    pub name: String,
    pub media_type: String,
    content_id: String,
    /// The message says that its text shows it.
    is_rendered: bool,
    pub kind: Kind,
}

impl Carried {
    /// Whether the text shows it: it says so, or that page refers to it.
    pub(super) fn is_shown(&self, page: &str) -> bool {
        let id = self.content_id.trim_matches(['<', '>']);
        self.is_rendered || !id.is_empty() && page.contains(&format!("cid:{id}"))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Message,
    /// A file that is not here, only its path.
    Elsewhere,
    Object,
}

/// The message in that storage; with all it carries, if that is wanted.
pub(super) fn read(store: &mut Store<'_>, storage: &str, depth: u32, whole: bool) -> Message {
    let header = if storage == TOP { 32 } else { 24 };
    let own = store.properties(storage, header);
    let mut message = fields(&own, store);
    // PidTagSubject may be left to be put together of its prefix and the rest.
    if message.subject.is_empty() {
        message.subject = own.text(0x003d, store) + &own.text(0x0e1d, store);
    }
    for place in store.storages(storage, "__recip_version1.0_").into_iter().take(MANY) {
        let person = store.properties(&place, 8);
        let found =
            Person { name: person.text(0x3001, store), address: address(&person, [0x39fe, 0x3003], store) };
        match person.number(0x0c15) {
            Some(2) => message.cc.push(found),
            Some(3) => message.bcc.push(found),
            _ => message.to.push(found),
        }
    }
    if whole && depth < DEPTH {
        message.attachments = attachments(store, storage, depth);
    }
    message.settle_body();
    message
}

/// The message that a message carries, with all it carries.
pub(super) fn embedded(store: &mut Store<'_>, carried: &Carried, depth: u32) -> Message {
    read(store, &format!("{}/{DATA_STORAGE}", carried.storage), depth + 1, true)
}

/// What the message in that storage carries, in order.
pub(super) fn carried(store: &mut Store<'_>, storage: &str) -> Vec<Carried> {
    let storages = store.storages(storage, "__attach_version1.0_");
    storages
        .into_iter()
        .take(MANY)
        .enumerate()
        .map(|(index, place)| one_carried(store, place, index))
        .collect()
}

/// The bytes of a file that a message carries.
pub(super) fn open_attachment<'a>(
    store: &mut Store<'a>,
    carried: &Carried,
) -> Option<Stream<Cursor<Cow<'a, [u8]>>>> {
    store.stream(&format!("{}/__substg1.0_37010102", carried.storage))
}

const DATA_STORAGE: &str = "__substg1.0_3701000D";

fn fields(own: &Properties, store: &mut Store<'_>) -> Message {
    Message {
        subject: own.text(0x0037, store),
        transport: own.text(0x007d, store),
        from: Person { name: own.text(0x0042, store), address: address(own, [0x5d02, 0x0065], store) },
        sender: Person { name: own.text(0x0c1a, store), address: address(own, [0x5d01, 0x0c1f], store) },
        date: own.instant(0x0039).or_else(|| own.instant(0x0e06)),
        id: own.text(0x1035, store),
        in_reply_to: own.text(0x1042, store),
        references: own.text(0x1039, store),
        plain: own.text(0x1000, store),
        html: own.html(0x1013, store),
        rtf: own.bytes(0x1009, store),
        ..Message::default()
    }
    .with_some_sender()
}

impl Message {
    /// A message that says only who handed it in is from them.
    fn with_some_sender(mut self) -> Self {
        if self.from.is_nobody() {
            self.from = self.sender.clone();
        }
        self
    }
}

/// The first address that looks like one of the Internet's, else the first there is: Exchange has its own.
fn address(own: &Properties, ids: [u16; 2], store: &mut Store<'_>) -> String {
    let found = ids.map(|id| own.text(id, store));
    let [first, second] = &found;
    if first.contains('@') || second.is_empty() { first.clone() } else { second.clone() }
}

fn one_carried(store: &mut Store<'_>, storage: String, index: usize) -> Carried {
    let own = store.properties(&storage, 8);
    let names = [0x3707, 0x3704, 0x3001].map(|id| own.text(id, store));
    let name = names.into_iter().find(|name| !name.trim().is_empty());
    let has_storage = store.has_storage(&format!("{storage}/{DATA_STORAGE}"));
    let kind = match own.number(0x3705) {
        Some(5) if has_storage => Kind::Message,
        Some(6) | None if has_storage => Kind::Object,
        Some(2..=4 | 7) => Kind::Elsewhere,
        _ => Kind::File,
    };
    let name = match (name, kind) {
        (Some(name), Kind::Message) => format!("{}.eml", name.trim_end_matches(".msg")),
        (Some(name), _) => name,
        (None, Kind::Message) => format!("message {}.eml", index + 1),
        (None, _) => format!("part {}", index + 1),
    };
    let content_id = own.text(0x3712, store);
    // PidTagAttachFlags: rendered in the body; PidTagAttachmentHidden.
    let is_rendered = own.number(0x3714).is_some_and(|flags| flags & 4 != 0);
    let is_hidden = own.number(0x7ffe).is_some_and(|hidden| hidden & 1 != 0);
    let is_rendered = !content_id.is_empty() && (is_rendered || is_hidden);
    Carried { media_type: own.text(0x370e, store), storage, name, content_id, is_rendered, kind }
}

fn attachments(store: &mut Store<'_>, storage: &str, depth: u32) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for carried in carried(store, storage) {
        let content = match carried.kind {
            Kind::File => {
                let mut bytes = Vec::new();
                let opened = open_attachment(store, &carried);
                // What can be read of a damaged one is more than nothing.
                let _ = opened.map(|content| content.take(INNER_BYTES).read_to_end(&mut bytes));
                Content::Bytes(bytes)
            }
            Kind::Message => Content::Message(Box::new(embedded(store, &carried, depth))),
            Kind::Elsewhere | Kind::Object => continue,
        };
        let Carried { name, media_type, content_id, .. } = carried;
        attachments.push(Attachment { name, media_type, content_id, content });
    }
    attachments
}
