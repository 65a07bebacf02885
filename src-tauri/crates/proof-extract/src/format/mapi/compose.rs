//! A message as it would be sent (RFC 5322, RFC 2045 to 2047).

use super::{Attachment, Content, Message, Person};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The message as bytes, header and all. Its text is as it was; its outer form is ours.
pub(crate) fn compose(message: &Message) -> Vec<u8> {
    let mut out = header(message);
    out.push_str("MIME-Version: 1.0\r\n");
    let mut out = out.into_bytes();
    let bodies = bodies(message);
    if message.attachments.is_empty() {
        write_bodies(&mut out, &bodies, "b");
        return out;
    }
    let boundary = boundary(message);
    out.extend(format!("Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n").into_bytes());
    out.extend(format!("--{boundary}\r\n").into_bytes());
    write_bodies(&mut out, &bodies, &boundary);
    for attachment in &message.attachments {
        out.extend(format!("\r\n--{boundary}\r\n").into_bytes());
        write_attachment(&mut out, attachment);
    }
    out.extend(format!("\r\n--{boundary}--\r\n").into_bytes());
    out
}

/// A boundary that no composed message inside this one has: by how deep they go.
fn boundary(message: &Message) -> String {
    let mut depth = 0;
    let mut level: Vec<&Message> = vec![message];
    while !level.is_empty() {
        depth += 1;
        let inner = level.iter().flat_map(|message| &message.attachments);
        level = inner
            .filter_map(|attachment| match &attachment.content {
                Content::Message(message) => Some(&**message),
                Content::Bytes(_) => None,
            })
            .collect();
    }
    format!("=_proofline_{depth}_=")
}

/// The fields that the message came with, without those that describe its outer form, and those it must have had.
fn header(message: &Message) -> String {
    let mut out = String::new();
    let mut named = Vec::new();
    for field in fields(&message.transport) {
        let name = field.split(':').next().unwrap_or_default().to_ascii_lowercase();
        if name.starts_with("content-") || name == "mime-version" {
            continue;
        }
        named.push(name);
        out.push_str(&field);
        out.push_str("\r\n");
    }
    let sender = if message.sender.address == message.from.address {
        Person::default()
    } else {
        message.sender.clone()
    };
    let own = [
        ("From", people(std::slice::from_ref(&message.from))),
        ("Sender", people(&[sender])),
        ("To", people(&message.to)),
        ("Cc", people(&message.cc)),
        ("Bcc", people(&message.bcc)),
        ("Date", message.date.and_then(date).unwrap_or_default()),
        ("Subject", encoded(&message.subject)),
        ("Message-ID", plain(&message.id)),
        ("In-Reply-To", plain(&message.in_reply_to)),
        ("References", plain(&message.references)),
    ];
    for (name, value) in own {
        if !value.is_empty() && !named.iter().any(|named| name.eq_ignore_ascii_case(named)) {
            out.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    out
}

/// The fields of a header, each with its continuation lines; what is no field is left out.
fn fields(header: &str) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    let mut last_is_field = false;
    for line in header.lines().map(str::trim_end).take_while(|line| !line.is_empty()) {
        let name = line.split(':').next().unwrap_or_default();
        if line.starts_with([' ', '\t']) {
            if let Some(last) = fields.last_mut().filter(|_| last_is_field) {
                last.push_str("\r\n");
                last.push_str(line);
            }
            continue;
        }
        last_is_field =
            name.len() < line.len() && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
        if last_is_field {
            fields.push(line.to_owned());
        }
    }
    fields
}

/// A body: its media type and its text.
type Body<'a> = (&'static str, &'a str);

fn bodies(message: &Message) -> Vec<Body<'_>> {
    let all = [("text/plain", message.plain.as_str()), ("text/html", message.html.as_str())];
    let there: Vec<Body<'_>> = all.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    if there.is_empty() { vec![("text/plain", "")] } else { there }
}

fn write_bodies(out: &mut Vec<u8>, bodies: &[Body<'_>], outer: &str) {
    let [_, _] = bodies else {
        return bodies.iter().for_each(|body| write_body(out, body));
    };
    let boundary = format!("{outer}alternative");
    out.extend(format!("Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n").into_bytes());
    for body in bodies {
        out.extend(format!("--{boundary}\r\n").into_bytes());
        write_body(out, body);
        out.extend(b"\r\n");
    }
    out.extend(format!("--{boundary}--\r\n").into_bytes());
}

fn write_body(out: &mut Vec<u8>, (media_type, text): &Body<'_>) {
    out.extend(format!("Content-Type: {media_type}; charset=utf-8\r\n").into_bytes());
    write_base64(out, text.as_bytes());
}

fn write_attachment(out: &mut Vec<u8>, attachment: &Attachment) {
    let media_type = plain(&attachment.media_type);
    let is_type = media_type.split_once('/').is_some_and(|(kind, of)| !kind.is_empty() && !of.is_empty())
        && !media_type.contains([';', ' ', '"']);
    let name = encoded(&attachment.name).replace('"', "'");
    let id = plain(&attachment.content_id);
    match &attachment.content {
        Content::Message(message) => {
            out.extend(b"Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n");
            out.extend(compose(message));
        }
        Content::Bytes(bytes) => {
            let media_type = if is_type { &media_type } else { "application/octet-stream" };
            out.extend(format!("Content-Type: {media_type}\r\n").into_bytes());
            out.extend(format!("Content-Disposition: attachment; filename=\"{name}\"\r\n").into_bytes());
            if !id.is_empty() {
                out.extend(format!("Content-ID: <{}>\r\n", id.trim_matches(['<', '>'])).into_bytes());
            }
            write_base64(out, bytes);
        }
    }
}

fn write_base64(out: &mut Vec<u8>, bytes: &[u8]) {
    const BYTES_A_LINE: usize = 57;
    out.extend(b"Content-Transfer-Encoding: base64\r\n\r\n");
    for line in bytes.chunks(BYTES_A_LINE) {
        out.extend(STANDARD.encode(line).into_bytes());
        out.extend(b"\r\n");
    }
}

fn people(people: &[Person]) -> String {
    let one = |person: &Person| {
        let (name, address) = (encoded(&person.name), plain(&person.address));
        match (name.is_empty() || person.name == person.address, address.is_empty()) {
            (true, _) => address,
            (false, true) => quoted(&name),
            (false, false) => format!("{} <{address}>", quoted(&name)),
        }
    };
    let there = people.iter().filter(|person| !person.is_nobody());
    there.map(one).collect::<Vec<_>>().join(",\r\n ")
}

/// A name in quotation marks, unless it is in encoded words, which may not stand in them.
fn quoted(name: &str) -> String {
    if name.starts_with("=?") { name.to_owned() } else { format!("\"{}\"", name.replace(['"', '\\'], "'")) }
}

/// A value on one line of ASCII: encoded words of UTF-8 (RFC 2047) where it is not that already.
fn encoded(value: &str) -> String {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.is_ascii() {
        return value.trim().to_owned();
    }
    let mut words = Vec::new();
    let mut rest = value.trim();
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.floor_char_boundary(45));
        words.push(format!("=?utf-8?b?{}?=", STANDARD.encode(word)));
        rest = after;
    }
    words.join(" ")
}

fn plain(value: &str) -> String {
    value.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect::<String>().trim().to_owned()
}

/// A date as RFC 5322 has it (3.3), in UTC.
fn date(filetime: u64) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let iso = crate::format::container::filetime(filetime)?;
    let month = MONTHS.get(iso.get(5..7)?.parse::<usize>().ok()?.checked_sub(1)?)?;
    let (day, year, time) = (iso.get(8..10)?, iso.get(..4)?, iso.get(11..19)?);
    Some(format!("{day} {month} {year} {time} +0000"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mail_parser::{MessageParser, MimeHeaders};

    fn person(name: &str, address: &str) -> Person {
        Person { name: name.into(), address: address.into() }
    }

    #[test]
    fn what_is_composed_is_read_again() {
        let inner = Message { subject: "Inner".into(), plain: "In it.".into(), ..Message::default() };
        let attached = |name: &str, content| Attachment {
            name: name.into(),
            media_type: "image/png".into(),
            content_id: "pic@x".into(),
            content,
        };
        let message = Message {
            transport:
                "Microsoft Mail\r\nReceived: by a\r\n\tfor b\r\nContent-Type: text/plain\r\nDate: x\r\n"
                    .into(),
            subject: "Übergabe der Unterlagen, die im Sommer angefordert worden waren".into(),
            from: person("Jörg", "j@example.org"),
            to: vec![person("A, B", "a@example.org"), person("", "c@example.org")],
            date: Some(132_539_436_000_000_000),
            plain: "Größe\r\n".into(),
            html: "<p>Größe".into(),
            attachments: vec![
                attached("Foto ä.png", Content::Bytes(vec![0, 1, 255])),
                attached("", Content::Message(Box::new(inner))),
            ],
            ..Message::default()
        };
        let bytes = compose(&message);
        let back = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(back.subject(), Some(message.subject.as_str()));
        assert_eq!(back.from().unwrap().first().unwrap().name(), Some("Jörg"));
        assert_eq!(back.to().unwrap().iter().count(), 2);
        assert_eq!(back.header_raw("Date").unwrap().trim(), "x");
        assert_eq!(
            back.header_raw("Received").unwrap().split_whitespace().collect::<Vec<_>>(),
            ["by", "a", "for", "b"]
        );
        assert_eq!(back.body_text(0).unwrap(), "Größe\r\n");
        assert_eq!(back.body_html(0).unwrap(), "<p>Größe");
        let found: Vec<_> = back.attachments().collect();
        assert_eq!((found[0].attachment_name(), found[0].contents()), (Some("Foto ä.png"), &[0, 1, 255][..]));
        assert_eq!(found[1].message().unwrap().subject(), Some("Inner"));
        assert_eq!(compose(&message), bytes);
    }

    #[test]
    fn dates_are_as_mail_has_them() {
        assert_eq!(date(132_539_436_000_000_000).as_deref(), Some("01 Jan 2021 03:00:00 +0000"));
        assert_eq!(date(0), None);
    }
}
