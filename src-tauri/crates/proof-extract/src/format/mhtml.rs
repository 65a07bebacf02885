//! Web pages saved as one file (MHTML, RFC 2557): the page as the text, what belongs to it as files.

use super::html;
use crate::output::{Ending, Output, Reading, Stop};
use crate::{InnerFile, InnerKind};
use mail_parser::{DateTime, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// Reads a saved page: one page, its address and the time of saving as claims.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(message) = MessageParser::default().parse(input) else {
        return Ok(super::eml::no_message());
    };
    let root = root(&message);
    send_claims(&message, root, output)?;
    match root.map(|index| &message.parts[index].body) {
        Some(PartType::Html(page)) => html::read_decoded(page, output)?,
        _ => super::eml::read(input, output)?,
    };
    for (index, part) in message.parts.iter().enumerate() {
        if Some(index) != root {
            send_part(part, index, output)?;
        }
    }
    Ok(Ending::OK)
}

/// The source of the page that was saved.
pub(crate) fn page(input: &[u8]) -> Option<String> {
    let message = MessageParser::default().parse(input)?;
    match &message.parts[root(&message)?].body {
        PartType::Html(page) => Some(page.to_string()),
        _ => None,
    }
}

/// The part that is the page: the one that the container calls its start, else the first web page.
fn root(message: &Message<'_>) -> Option<usize> {
    let start = message.parts.first()?.content_type().and_then(|kind| kind.attribute("start"));
    let bare = |id: &str| id.trim().trim_start_matches('<').trim_end_matches('>').to_owned();
    let is_page = |part: &MessagePart<'_>| matches!(part.body, PartType::Html(_));
    let named = start.and_then(|start| {
        message.parts.iter().position(|part| part.content_id().is_some_and(|id| bare(id) == bare(start)))
    });
    named.filter(|&index| is_page(&message.parts[index])).or_else(|| message.parts.iter().position(is_page))
}

fn send_claims(message: &Message<'_>, root: Option<usize>, output: &mut Output<'_>) -> Result<(), Stop> {
    let snapshot = message.header_raw("Snapshot-Content-Location");
    let own = root.and_then(|index| message.parts[index].content_location());
    output.claim("url", snapshot.or(own).unwrap_or_default())?;
    output.claim("created", &message.date().map(DateTime::to_rfc3339).unwrap_or_default())
}

fn send_part(part: &MessagePart<'_>, index: usize, output: &mut Output<'_>) -> Result<(), Stop> {
    if matches!(part.body, PartType::Multipart(_)) {
        return Ok(());
    }
    let kind = part.content_type();
    let media_type =
        kind.map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("octet-stream")));
    let unnamed = format!("part {index}");
    let name = part.content_location().or(part.attachment_name()).unwrap_or(&unnamed);
    let file = InnerFile::new(InnerKind::Inline, name, &media_type.unwrap_or_default().to_ascii_lowercase());
    output.inner(file, part.contents())
}
