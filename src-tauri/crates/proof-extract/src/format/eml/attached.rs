//! The files that a message carries.

use super::uuencode;
use crate::output::{Output, Stop};
use crate::{InnerFile, InnerKind};
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

/// Their names, in the message's order.
pub(crate) fn names(message: &Message<'_>) -> Vec<String> {
    message.attachments().enumerate().map(|(index, part)| name(part, index, &media_type(part))).collect()
}

/// Sends each as a file of its own.
pub(super) fn send(message: &Message<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    let shown = pages(message);
    for (index, part) in message.attachments().enumerate().filter(|(_, part)| !is_shell(part)) {
        let media_type = media_type(part);
        let kind = kind(part, &shown);
        let file = InnerFile::new(kind, &name(part, index, &media_type), &media_type);
        output.inner(file, &contents(part))?;
        output.progress()?;
    }
    Ok(())
}

/// What a part holds, decoded.
fn contents<'a>(part: &'a MessagePart<'_>) -> Cow<'a, [u8]> {
    let encoding = part.content_transfer_encoding().unwrap_or_default().to_ascii_lowercase();
    let old = encoding.contains("uuencode").then(|| uuencode::decoded(part.contents())).flatten();
    old.map_or(Cow::Borrowed(part.contents()), Cow::Owned)
}

/// Whether a part is one that only holds others, and holds none.
fn is_shell(part: &MessagePart<'_>) -> bool {
    part.contents().is_empty() && media_type(part).starts_with("multipart/")
}

/// What the message's web pages say, in which pictures are referred to.
fn pages(message: &Message<'_>) -> String {
    let html = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(html) => Some(html.as_ref()),
        _ => None,
    });
    html.collect::<Vec<_>>().join("\n")
}

fn kind(part: &MessagePart<'_>, pages: &str) -> InnerKind {
    let id = part.content_id().map(|id| id.trim().trim_start_matches('<').trim_end_matches('>'));
    match id {
        _ if part.is_message() => InnerKind::Message,
        Some(id) if !id.is_empty() && pages.contains(&format!("cid:{id}")) => InnerKind::Inline,
        _ => InnerKind::Attached,
    }
}

fn name(part: &MessagePart<'_>, index: usize, media_type: &str) -> String {
    part.attachment_name().map_or_else(|| unnamed(part, index, media_type), ToOwned::to_owned)
}

fn media_type(part: &MessagePart<'_>) -> String {
    if part.is_message() {
        return "message/rfc822".to_owned();
    }
    let claimed = part.content_type().map(|kind| {
        format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("octet-stream")).to_ascii_lowercase()
    });
    claimed.unwrap_or_else(|| "application/octet-stream".to_owned())
}

/// A name for a part that has none: a forwarded message's subject, or its place.
fn unnamed(part: &MessagePart<'_>, index: usize, media_type: &str) -> String {
    let subject = part.message().and_then(Message::subject);
    match (subject, media_type) {
        (Some(subject), _) => format!("{subject}.eml"),
        (None, "message/rfc822") => format!("message {}.eml", index + 1),
        (None, "text/html") => format!("part {}.html", index + 1),
        (None, "text/plain") => format!("part {}.txt", index + 1),
        (None, _) => format!("part {}", index + 1),
    }
}
