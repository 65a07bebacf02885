//! Outlook messages in files of their own ([MS-OXMSG] in a compound file, [MS-CFB]).

mod message;
mod properties;

use super::{eml, mapi};
use crate::output::{Ending, Output, Reading, Stop};
use crate::wire::CHUNK_BYTES;
use crate::{InnerFile, InnerKind};
use message::{Carried, Kind, carried, open_attachment};
use proof_model::Outcome;
use properties::Store;
use std::io::Read;

/// Reads a message as an e-mail is read: one page and its claims; what it carries as files of their own, messages in it
/// as e-mail.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(mut store) = Store::open(input) else { return Ok(damaged()) };
    let message = message::read(&mut store, message::TOP, 0, false);
    eml::read(&mapi::compose(&message), output)?;
    let page = message.html;
    let mut missing = Vec::new();
    for carried in carried(&mut store, message::TOP) {
        if let Err(why) = send(&mut store, &carried, &page, output)? {
            missing.push(format!("{}: {why}", crate::text::one_line(&carried.name, 80)));
        }
    }
    if missing.is_empty() {
        return Ok(Ending::OK);
    }
    missing.truncate(3);
    Ok(Ending::because(
        Outcome::Partial,
        format!("not everything attached was taken: {}", missing.join("; ")),
    ))
}

/// The message as e-mail, with all it carries.
pub(crate) fn to_mail(input: &[u8]) -> Option<Vec<u8>> {
    let mut store = Store::open(input)?;
    Some(mapi::compose(&message::read(&mut store, message::TOP, 0, true)))
}

/// Sends what a message carries, or says why not. `page` is what the message shows.
fn send(
    store: &mut Store<'_>,
    carried: &Carried,
    page: &str,
    output: &mut Output<'_>,
) -> Result<Result<(), &'static str>, Stop> {
    match carried.kind {
        Kind::File => {
            let kind = if carried.is_shown(page) { InnerKind::Inline } else { InnerKind::Attached };
            let file = InnerFile::new(kind, &carried.name, &carried.media_type);
            let Some(content) = open_attachment(store, carried) else { return Ok(Err("it is damaged")) };
            send_content(content, file, output).map(Ok)
        }
        Kind::Message => {
            let message = message::embedded(store, carried, 0);
            let file = InnerFile::new(InnerKind::Message, &carried.name, "message/rfc822");
            output.inner(file, &mapi::compose(&message)).map(Ok)
        }
        Kind::Elsewhere => Ok(Err("the message only says where it was")),
        Kind::Object => Ok(Err("it is an object of another program")),
    }
}

fn send_content(mut content: impl Read, file: InnerFile, output: &mut Output<'_>) -> Result<(), Stop> {
    output.begin_inner(file)?;
    let mut buffer = vec![0; CHUNK_BYTES];
    let incomplete = loop {
        match content.read(&mut buffer) {
            Ok(0) => break None,
            Ok(count) => output.inner_bytes(&buffer[..count])?,
            Err(_) => break Some("it is damaged"),
        }
    };
    output.end_inner(incomplete)
}

fn damaged() -> Ending {
    Ending::because(Outcome::Crash, "the file is damaged; the original is kept")
}
