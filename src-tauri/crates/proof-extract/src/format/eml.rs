//! E-mail messages (RFC 5322 with MIME).

use super::html;
use crate::output::{Ending, Output, Reading, Stop};
use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use proof_model::Outcome;

/// Reads a message: one page, beginning with the header fields that people look at; each file in it an attachment.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let input = without_envelope(input);
    let Some(message) = MessageParser::default().parse(input).filter(|message| !message.headers().is_empty())
    else {
        return Ok(Ending::because(
            Outcome::Unsupported,
            "this is named like an e-mail message but has no header fields; the original is kept",
        ));
    };
    send_claims(&message, output)?;
    let text = format!("{}\n{}", heading(&message), body(&message));
    output.page(None, &text)?;
    send_attachments(&message, output)?;
    Ok(Ending::OK)
}

/// The message without the `From ` line that mailboxes put above each.
fn without_envelope(input: &[u8]) -> &[u8] {
    match input.iter().position(|&byte| byte == b'\n') {
        Some(end) if input.starts_with(b"From ") => &input[end + 1..],
        _ => input,
    }
}

fn send_claims(message: &Message<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    let date = message.date().map(mail_parser::DateTime::to_rfc3339);
    let in_reply_to = message.in_reply_to().as_text().map(ToOwned::to_owned);
    let claims = [
        ("from", addresses(message.from())),
        ("to", addresses(message.to())),
        ("cc", addresses(message.cc())),
        ("bcc", addresses(message.bcc())),
        ("date", date),
        ("subject", message.subject().map(ToOwned::to_owned)),
        ("message-id", message.message_id().map(ToOwned::to_owned)),
        ("in-reply-to", in_reply_to),
    ];
    for (key, value) in claims {
        output.claim(key, &value.unwrap_or_default())?;
    }
    Ok(())
}

/// The fields above the body, the date as the message words it.
fn heading(message: &Message<'_>) -> String {
    let date = message.header_raw("Date").map(|date| date.trim().to_owned());
    let fields = [
        ("From", addresses(message.from())),
        ("To", addresses(message.to())),
        ("Cc", addresses(message.cc())),
        ("Date", date),
        ("Subject", message.subject().map(ToOwned::to_owned)),
    ];
    let line = |(name, value): (&str, Option<String>)| {
        let value = value?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!value.is_empty()).then(|| format!("{name}: {value}\n"))
    };
    fields.into_iter().filter_map(line).collect()
}

fn addresses(address: Option<&Address<'_>>) -> Option<String> {
    let one = |addr: &mail_parser::Addr<'_>| match (addr.name(), addr.address()) {
        (Some(name), Some(address)) if name != address => Some(format!("{name} <{address}>")),
        (_, Some(address)) => Some(address.to_owned()),
        (Some(name), None) => Some(name.to_owned()),
        (None, None) => None,
    };
    let all: Vec<String> = address?.iter().filter_map(one).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The body: plain text where the message has it, else its HTML as text.
fn body(message: &Message<'_>) -> String {
    let part = |part: &MessagePart<'_>| match &part.body {
        PartType::Text(text) => text.to_string(),
        PartType::Html(html) => html::text_of(html),
        _ => String::new(),
    };
    message.text_bodies().map(part).collect::<Vec<_>>().join("\n\n")
}

fn send_attachments(message: &Message<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    for (index, part) in message.attachments().enumerate() {
        let media_type = media_type(part);
        let name =
            part.attachment_name().map_or_else(|| unnamed(part, index, &media_type), ToOwned::to_owned);
        output.attachment(&name, &media_type, part.contents())?;
        output.progress()?;
    }
    Ok(())
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
