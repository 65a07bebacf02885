//! Messages of other programs than mail's own, and what messages carry.

use crate::archives::take;
use crate::{WORKER, claim, file, made_pst, text};
use proof_extract::{Extractor, InnerKind, Limits, WorkerCommand};
use proof_model::Outcome;
use std::io::{Cursor, Write};

/// A property: its identifier and its value.
enum Property<'a> {
    Text(u16, &'a str),
    Bytes(u16, &'a [u8]),
    Number(u16, u32),
    Instant(u16, u64),
}

use Property::{Bytes, Instant, Number, Text};

type File = cfb::CompoundFile<Cursor<Vec<u8>>>;

fn write(file: &mut File, path: &str, content: &[u8]) {
    file.create_stream(path).unwrap().write_all(content).unwrap();
}

/// Writes the properties of the storage at `path`, whose stream of short ones begins with a header of that length.
fn put(file: &mut File, path: &str, header: usize, properties: &[Property<'_>]) {
    let mut short = vec![0; header];
    for property in properties {
        let (kind, id, value) = match property {
            Text(id, text) => {
                let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                write(file, &format!("{path}/__substg1.0_{id:04X}001F"), &wide);
                (0x1f_u16, *id, [0; 8])
            }
            Bytes(id, bytes) => {
                write(file, &format!("{path}/__substg1.0_{id:04X}0102"), bytes);
                (0x102, *id, [0; 8])
            }
            Number(id, number) => (3, *id, u64::from(*number).to_le_bytes()),
            Instant(id, ticks) => (0x40, *id, ticks.to_le_bytes()),
        };
        short.extend(kind.to_le_bytes());
        short.extend(id.to_le_bytes());
        short.extend([6, 0, 0, 0]);
        short.extend(value);
    }
    write(file, &format!("{path}/__properties_version1.0"), &short);
}

fn storage(file: &mut File, path: &str) -> String {
    file.create_storage(path).unwrap();
    path.to_owned()
}

/// A message in a file of its own, with these properties, and what `more` puts into it.
fn msg(properties: &[Property<'_>], more: impl FnOnce(&mut File)) -> Vec<u8> {
    let mut file = File::create(Cursor::new(Vec::new())).unwrap();
    put(&mut file, "", 32, properties);
    more(&mut file);
    file.flush().unwrap();
    file.into_inner().into_inner()
}

const NINE: u64 = 132_539_652_000_000_000;

#[test]
fn an_outlook_message_is_read_as_an_e_mail() {
    let properties = [
        Text(0x0037, "Die Übergabe"),
        Text(0x0042, "Jörg"),
        Text(0x5d02, "j@example.org"),
        Text(0x1000, "Größe: 5\r\n> On Monday, 4 May 2009, X wrote:\r\n"),
        Text(0x1035, "<1@example.org>"),
        Text(0x1042, "<0@example.org>"),
        Instant(0x0039, NINE),
    ];
    let bytes = msg(&properties, |file| {
        for (index, (name, address, kind)) in
            [("A", "a@example.org", 1), ("C", "c@example.org", 2), ("B", "b@example.org", 3)]
                .into_iter()
                .enumerate()
        {
            let place = storage(file, &format!("/__recip_version1.0_#{index:08X}"));
            put(file, &place, 8, &[Text(0x3001, name), Text(0x39fe, address), Number(0x0c15, kind)]);
        }
        let place = storage(file, "/__attach_version1.0_#00000000");
        let attached = [
            Text(0x3707, "../terms ä.txt"),
            Text(0x370e, "text/plain"),
            Bytes(0x3701, b"terms"),
            Number(0x3705, 1),
        ];
        put(file, &place, 8, &attached);
        let place = storage(file, "/__attach_version1.0_#00000001");
        put(file, &place, 8, &[Text(0x3001, "The earlier one"), Number(0x3705, 5)]);
        let inner = storage(file, &format!("{place}/__substg1.0_3701000D"));
        put(
            file,
            &inner,
            24,
            &[Text(0x0037, "Earlier"), Text(0x1000, "Inner words."), Instant(0x0e06, NINE)],
        );
        let place = storage(file, "/__attach_version1.0_#00000002");
        put(file, &place, 8, &[Text(0x3707, "elsewhere.doc"), Number(0x3705, 2)]);
    });
    let (extraction, taken) = take(&bytes, "a.msg");
    assert_eq!(extraction.media_type, "application/vnd.ms-outlook");
    assert_eq!(extraction.outcome, Outcome::Partial);
    let reason = "not everything attached was taken: elsewhere.doc: the message only says where it was";
    assert_eq!(extraction.reason.as_deref(), Some(reason));
    let expected = "From: Jörg <j@example.org>\nTo: A <a@example.org>\nCc: C <c@example.org>\n\
        Date: 01 Jan 2021 09:00:00 +0000\nSubject: Die Übergabe\n\nGröße: 5\n> On Monday, 4 May 2009, X wrote:\n";
    assert_eq!(text(&extraction), expected);
    assert_eq!(claim(&extraction, "date"), Some("2021-01-01T09:00:00Z"));
    assert_eq!(claim(&extraction, "message-id"), Some("1@example.org"));
    assert_eq!(claim(&extraction, "in-reply-to"), Some("0@example.org"));
    assert_eq!(claim(&extraction, "bcc"), Some("B <b@example.org>"));
    assert_eq!(taken.names(), ["../terms ä.txt", "The earlier one.eml"]);
    assert_eq!(taken.files[0].head, b"terms");
    assert_eq!(taken.files[1].file.kind, InnerKind::Message);
    let (inner, _) = take(&taken.files[1].head, "a.eml");
    assert_eq!(text(&inner), "Date: 01 Jan 2021 09:00:00 +0000\nSubject: Earlier\n\nInner words.\n");
}

#[test]
fn the_body_is_what_there_is() {
    let rtf = br"{\rtf1\ansi\fromhtml1 {\*\htmltag <p>}Wrapped{\*\htmltag </p>}}";
    let length = |add: usize| u32::try_from(rtf.len() + add).unwrap().to_le_bytes();
    let packed = [&length(12)[..], &length(0), b"MELA\0\0\0\0", rtf].concat();
    let cases = [
        (vec![Text(0x1000, "Plain"), Bytes(0x1013, b"<p>Page")], "Plain"),
        (vec![Bytes(0x1013, b"<p>Page \xe9"), Number(0x3fde, 28_591)], "Page é"),
        (vec![Bytes(0x1009, &packed)], "Wrapped"),
        (vec![], ""),
    ];
    for (mut properties, expected) in cases {
        properties.push(Text(0x0037, "S"));
        let (extraction, _) = take(&msg(&properties, |_| {}), "a.msg");
        let text = text(&extraction);
        assert_eq!(text.strip_prefix("Subject: S\n").unwrap().trim(), expected);
    }
}

#[test]
fn an_outlook_message_is_drawn_as_an_e_mail() {
    let bytes = msg(&[Text(0x0037, "The deal"), Text(0x1000, "Plain words.")], |_| {});
    let extractor = Extractor::new(WorkerCommand::new(WORKER), Limits::default());
    let portrayal = extractor.portray(file(&bytes), "a.msg");
    assert_eq!(portrayal.outcome, Outcome::Ok, "{:?}", portrayal.reason);
    assert!(portrayal.html.contains("The deal") && portrayal.html.contains("Plain words."));
}

#[test]
fn a_damaged_outlook_message_ends_with_an_outcome() {
    let whole = msg(&[Text(0x0037, "S"), Text(0x1000, "Plain")], |_| {});
    for length in (512..whole.len()).step_by(256) {
        let (extraction, _) = take(&whole[..length], "a.msg");
        assert!(extraction.outcome != Outcome::Ok || !extraction.pages.is_empty(), "{length}");
    }
}

#[test]
fn the_encoding_before_mime_is_read() {
    let message = "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
        --x\r\nContent-Type: application/octet-stream; name=cat.bin\r\n\
        Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 cat.bin\r\n#0V%T\r\n`\r\nend\r\n\r\n--x--\r\n";
    let (_, taken) = take(message.as_bytes(), "a.eml");
    assert_eq!((taken.names(), taken.files[0].head.as_slice()), (vec!["cat.bin"], &b"Cat"[..]));
}

#[test]
fn what_the_text_shows_is_told_from_what_is_attached() {
    let message = "From: a@example.org\r\nReferences: <1@x> <2@x>\r\nIn-Reply-To: <2@x>\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related; boundary=x\r\n\r\n\
        --x\r\nContent-Type: text/html\r\n\r\n<img src=\"cid:logo@x\">Hello\r\n\
        --x\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo@x>\r\n\r\nPNG\r\n\
        --x\r\nContent-Type: image/png; name=scan.png\r\nContent-ID: <scan@x>\r\n\
        Content-Disposition: attachment\r\n\r\nPNG\r\n\
        --x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\nWords.\r\n--x--\r\n";
    let (extraction, taken) = take(message.as_bytes(), "a.eml");
    let found: Vec<_> = taken.files.iter().map(|inner| (inner.file.name.as_str(), inner.file.kind)).collect();
    let expected = [
        ("logo.png", InnerKind::Inline),
        ("scan.png", InnerKind::Attached),
        ("Inner.eml", InnerKind::Message),
    ];
    assert_eq!(found, expected);
    assert_eq!(claim(&extraction, "references"), Some("1@x 2@x"));
    assert_eq!(claim(&extraction, "in-reply-to"), Some("2@x"));
}

fn mailbox() -> Vec<u8> {
    use made_pst::{Made, Value};
    let inner = Made::of(&[Value::Text(0x0037, "Inner"), Value::Text(0x1000, "Inner words.")]);
    let attached = Made::of(&[
        Value::Text(0x3707, "a.txt"),
        Value::Number(0x3705, 1),
        Value::Bytes(0x3701, b"attached"),
    ]);
    let carried =
        Made::of(&[Value::Number(0x3705, 5), Value::Object(0x3701, 0x1_0004)]).with(0x1_0004, inner);
    let elsewhere = Made::of(&[Value::Text(0x3707, "b.doc"), Value::Number(0x3705, 2)]);
    let first = Made::of(&[
        Value::Text(0x0037, "\u{1}\u{1}Größe/5"),
        Value::Text(0x0042, "A"),
        Value::Text(0x5d02, "a@example.org"),
        Value::Text(0x1000, "Words."),
        Value::Instant(0x0039, NINE),
    ]);
    let first = first
        .with(0x671, Made::table(&[0x8025, 0x8045, 0x8065]))
        .with(0x8025, attached)
        .with(0x8045, carried)
        .with(0x8065, elsewhere);
    made_pst::mailbox(vec![first, Made::of(&[Value::Text(0x1000, "No subject.")])])
}

#[test]
fn a_mailbox_of_outlook_gives_its_messages_as_e_mail() {
    let (extraction, taken) = take(&mailbox(), "a.pst");
    assert_eq!(extraction.media_type, "application/vnd.ms-outlook-pst");
    assert_eq!(taken.names(), ["Inbox/Größe_5.eml", "Inbox/message 2.eml"]);
    assert_eq!(taken.files[0].file.modified.as_deref(), Some("2021-01-01T09:00:00Z"));
    assert_eq!(extraction.outcome, Outcome::Partial);
    let reason =
        "1 of 3 files inside were not taken: Inbox/Größe_5/b.doc: the message only says where it was";
    assert_eq!(extraction.reason.as_deref(), Some(reason));
    let (mail, carried) = take(&taken.files[0].head, "a.eml");
    let expected = "From: A <a@example.org>\nDate: 01 Jan 2021 09:00:00 +0000\nSubject: Größe/5\n\nWords.\n";
    assert_eq!((text(&mail).as_str(), carried.names()), (expected, vec!["a.txt", "Inner.eml"]));
    assert_eq!(carried.files[0].head, b"attached");
    assert_eq!(text(&take(&carried.files[1].head, "a.eml").0), "Subject: Inner\n\nInner words.\n");
}

#[test]
fn a_message_that_holds_itself_ends() {
    use made_pst::{Made, Value};
    let message = || Made::of(&[Value::Text(0x0037, "Again")]).with(0x671, Made::table(&[0x8025, 0x8045]));
    let whole = made_pst::mailbox_of_itself(message(), &[0x8025, 0x8045], &|again| {
        Made::of(&[Value::Number(0x3705, 5), Value::Object(0x3701, 0x1_0004)]).with(0x1_0004, again)
    });
    let (extraction, taken) = take(&whole, "a.pst");
    assert_eq!((extraction.outcome, taken.files.len()), (Outcome::Partial, 1), "{:?}", extraction.reason);
}

#[test]
fn a_damaged_mailbox_ends_with_an_outcome() {
    let whole = mailbox();
    for length in (600..whole.len()).step_by(300) {
        let (extraction, _) = take(&whole[..length], "a.pst");
        assert_ne!(extraction.outcome, Outcome::Ok, "{length}");
    }
    for at in (12..whole.len()).step_by(61) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        let (extraction, _) = take(&bytes, "a.pst");
        assert!(!extraction.diagnostics.contains("panicked"), "{at}: {}", extraction.diagnostics);
    }
    let mut newer = whole;
    newer[10] = 36;
    assert_eq!(take(&newer, "a.ost").0.outcome, Outcome::Unsupported);
}
