//! Outlook's mailboxes ([MS-PST]), of both widths: each message as e-mail, named by its folder.
//!
//! Read here and not by a crate because the one there is (outlook-pst 1.2) refuses a message for any small fault in it,
//! and waits for itself where a message lies in a message.

mod blocks;
mod cipher;
mod heap;
mod item;
mod values;

use super::listing::Why;
use super::unpacking::{Counted, Entry, Unpacking};
use crate::format::mapi;
use crate::input::Input;
use crate::output::Stop;
use crate::{InnerFile, InnerKind};
use blocks::Blocks;
use heap::Heap;
use std::collections::HashSet;
use std::io::{self, Cursor};
use values::Values;

/// The folder that holds all others (`NID_ROOT_FOLDER`, [MS-PST] 2.4.1).
const ROOT_FOLDER: u32 = 0x122;
/// Kinds of nodes, in the lowest five bits of their identifiers (2.2.2.1): a folder, and the tables that belong to it.
const KIND: u32 = 0x1f;
const FOLDER: u32 = 2;
const FOLDERS_IN_IT: u32 = 0x0d;
const MESSAGES_IN_IT: u32 = 0x0e;
/// Folders in folders; Outlook allows 300.
const DEPTH: usize = 300;
/// Rows of one table: messages of one folder.
const ROWS: usize = 1_000_000;
const WESTERN: u32 = 1_252;

type File<'a> = Blocks<Counted<&'a mut Input>>;

/// Passes on each message of the mailbox.
pub(super) fn read(input: &mut Input, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    let opened = Blocks::open(unpacking.counted(input));
    let unknown = "this is a mailbox of a kind that Proofline does not know; export it from Outlook as .pst";
    let Ok(mut file) = opened else {
        unpacking.stopped(Why::Unknown(unknown.into()));
        return Ok(());
    };
    let mut ahead = vec![Ahead { node: ROOT_FOLDER, path: String::new(), depth: 0 }];
    let mut seen = HashSet::new();
    while let Some(next) = ahead.pop() {
        if next.depth > DEPTH || !seen.insert(next.node) {
            continue;
        }
        let path = path(&mut file, &next);
        read_messages(&mut file, next.node, &path, unpacking)?;
        let Ok(below) = nodes(&mut file, next.node, FOLDERS_IN_IT) else {
            unpacking.stopped(Why::Damaged(format!("the folders in {} cannot be read", shown(&path))));
            continue;
        };
        // The last that is put there is read first.
        let below = below.into_iter().rev().filter(|node| node & KIND == FOLDER);
        ahead.extend(below.map(|node| Ahead { node, path: path.clone(), depth: next.depth + 1 }));
    }
    Ok(())
}

/// A folder to be read: its node, the path of the one that it is in, how deep it lies.
struct Ahead {
    node: u32,
    path: String,
    depth: usize,
}

/// The names of the folders down to this one. The topmost has none.
fn path(file: &mut File<'_>, folder: &Ahead) -> String {
    if folder.depth == 0 {
        return String::new();
    }
    let mut own = || {
        let node = file.node(folder.node)?;
        let heap = Heap::open(file, node)?;
        Ok::<_, io::Error>(Values::read(&heap, file, None)?.text(0x3001))
    };
    let name = own().unwrap_or_default();
    if folder.path.is_empty() { name } else { format!("{}/{name}", folder.path) }
}

/// The identifiers in a table of a folder.
fn nodes(file: &mut File<'_>, folder: u32, table: u32) -> io::Result<Vec<u32>> {
    let node = file.node(folder & !KIND | table)?;
    let heap = Heap::open(file, node)?;
    Ok(values::rows(&heap, file, WESTERN, ROWS)?.into_iter().map(|(id, _)| id).collect())
}

fn read_messages(
    file: &mut File<'_>,
    folder: u32,
    path: &str,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let Ok(messages) = nodes(file, folder, MESSAGES_IN_IT) else {
        unpacking.stopped(Why::Damaged(format!("the messages in {} cannot be read", shown(path))));
        return Ok(());
    };
    for (index, id) in messages.into_iter().enumerate() {
        let mut account = item::Account::default();
        let found = file.node(id).and_then(|node| item::read(file, node, 0, &mut account));
        if let Ok(message) = found {
            send(&message, account.missing, path, index, unpacking)?;
        } else {
            let entry = described(&format!("{path}/message {}", index + 1), None, 0);
            unpacking.miss(&entry, &Why::Damaged("it is damaged".into()));
        }
    }
    Ok(())
}

fn send(
    message: &mapi::Message,
    missing: Vec<(String, &'static str)>,
    path: &str,
    index: usize,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let subject = message.subject.trim();
    let name = if subject.is_empty() { format!("message {}", index + 1) } else { subject.replace('/', "_") };
    let mail = mapi::compose(message);
    let entry = described(&format!("{path}/{name}.eml"), message.date, mail.len() as u64);
    unpacking.entry(&entry, &mut Cursor::new(mail))?;
    for (attached, why) in missing {
        let entry = described(&format!("{path}/{name}/{attached}"), None, 0);
        unpacking.miss(&entry, &Why::Damaged(why.into()));
    }
    Ok(())
}

/// A message: it takes as much of the mailbox as it has bytes.
fn described(name: &str, date: Option<u64>, size: u64) -> Entry {
    let modified = date.and_then(super::filetime);
    let file = InnerFile { modified, ..InnerFile::new(InnerKind::Message, name, "message/rfc822") };
    Entry { file, size: None, packed: Some(size) }
}

fn shown(path: &str) -> &str {
    if path.is_empty() { "the mailbox" } else { path }
}
