//! E-mail messages (RFC 5322 with MIME).

mod attached;
mod claims;
mod heading;
mod uuencode;

pub(crate) use attached::names as attachment_names;
pub(crate) use heading::fields;

use super::html;
use crate::output::{Ending, Output, Reading};
use mail_parser::{Message, MessageParser, MessagePart, PartType};
use proof_model::Outcome;

/// Reads a message: one page, beginning with the header fields that people look at; each file in it an attachment.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(message) = parse(input) else { return Ok(no_message()) };
    claims::send(&message, output)?;
    output.page(None, &format!("{}\n{}", heading(&message), text(&message)))?;
    attached::send(&message, output)?;
    Ok(Ending::OK)
}

/// The message in `input`, if it has header fields.
pub(crate) fn parse(input: &[u8]) -> Option<Message<'_>> {
    MessageParser::default().parse(without_envelope(input)).filter(|message| !message.headers().is_empty())
}

/// What is said of a file that is no message.
pub(crate) fn no_message() -> Ending {
    Ending::because(
        Outcome::Unsupported,
        "this is named like an e-mail message but has no header fields; the original is kept",
    )
}

/// One part of the body: plain text where the message has it, else its HTML.
pub(crate) enum Body<'a> {
    /// Plain text.
    Plain(&'a str),
    /// A web page's source.
    Html(&'a str),
}

/// The parts of the body that make the text of the message.
pub(crate) fn bodies<'a>(message: &'a Message<'_>) -> impl Iterator<Item = Body<'a>> {
    let body = |part: &'a MessagePart<'_>| match &part.body {
        PartType::Text(text) => Body::Plain(text),
        PartType::Html(html) => Body::Html(html),
        _ => Body::Plain(""),
    };
    message.text_bodies().map(body)
}

fn heading(message: &Message<'_>) -> String {
    fields(message).iter().flat_map(|(name, value)| [name, ": ", value, "\n"]).collect()
}

fn text(message: &Message<'_>) -> String {
    let text = |body: Body<'_>| match body {
        Body::Plain(text) => text.to_owned(),
        Body::Html(html) => html::text_of(html),
    };
    bodies(message).map(text).collect::<Vec<_>>().join("\n\n")
}

/// The message without the `From ` line that mailboxes put above each.
fn without_envelope(input: &[u8]) -> &[u8] {
    match input.iter().position(|&byte| byte == b'\n') {
        Some(end) if input.starts_with(b"From ") => &input[end + 1..],
        _ => input,
    }
}
