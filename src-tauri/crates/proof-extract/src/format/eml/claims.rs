//! What a message says about itself (RFC 5322, RFC 2919).

use super::heading::addresses;
use crate::output::{Output, Stop};
use mail_parser::{DateTime, HeaderValue, Message};

/// Sends what the header says.
pub(super) fn send(message: &Message<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    let text = |value: Option<&str>| value.map(ToOwned::to_owned);
    let claims = [
        ("from", addresses(message.from())),
        ("to", addresses(message.to())),
        ("cc", addresses(message.cc())),
        ("bcc", addresses(message.bcc())),
        ("date", message.date().map(DateTime::to_rfc3339)),
        ("subject", text(message.subject())),
        ("message-id", text(message.message_id())),
        ("in-reply-to", identifiers(message.in_reply_to())),
        ("references", identifiers(message.references())),
        ("sender", addresses(message.sender())),
        ("reply-to", addresses(message.reply_to())),
        ("return-path", raw(message, "Return-Path")),
        ("x-mailer", raw(message, "X-Mailer")),
        ("user-agent", raw(message, "User-Agent")),
        ("list-id", raw(message, "List-Id")),
    ];
    for (key, value) in claims {
        output.claim(key, &value.unwrap_or_default())?;
    }
    send_hops(message, output)
}

/// The first and the last of the servers that passed the message on. Each puts its field above those before it.
fn send_hops(message: &Message<'_>, output: &mut Output<'_>) -> Result<(), Stop> {
    let mut hops =
        message.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case("received")).map(|(_, hop)| hop);
    let last = hops.next();
    let first = hops.last().or(last);
    output.claim("received-first", first.unwrap_or_default())?;
    output.claim("received-last", last.unwrap_or_default())
}

/// Identifiers of other messages, parted by spaces.
fn identifiers(value: &HeaderValue<'_>) -> Option<String> {
    Some(value.as_text_list()?.join(" "))
}

fn raw(message: &Message<'_>, name: &str) -> Option<String> {
    message.header_raw(name).map(ToOwned::to_owned)
}
