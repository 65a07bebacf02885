//! What files say about themselves, as a real worker reads it.

use crate::{claim, extract, made, text};
use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use proof_model::Outcome;
use std::io::Cursor;

#[test]
fn a_picture_is_a_page_without_words_and_says_how_large_it_is() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x20\x08\x02\0\0\0".to_vec();
    let gif = b"GIF89a\0\x01\x20\0\0\0\0;".to_vec();
    let webp = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\0\0\x1f\0\0".to_vec();
    let tiff =
        b"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\0\x01\0\0\x01\x01\x03\0\x01\0\0\0\x20\0\0\0\0\0\0\0"
            .to_vec();
    let cases = [
        ("image/png", png),
        ("image/gif", gif),
        ("image/webp", webp),
        ("image/tiff", tiff),
        ("image/jpeg", jpeg(&[])),
    ];
    for (media_type, bytes) in cases {
        let extraction = extract(&bytes, "scan.pdf");
        assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Partial, media_type));
        let reason = "the words in the picture are not read; the picture can be looked at";
        assert_eq!(extraction.reason.as_deref(), Some(reason), "{media_type}");
        assert_eq!((extraction.pages.len(), text(&extraction).as_str()), (1, ""), "{media_type}");
        let size = (claim(&extraction, "width"), claim(&extraction, "height"));
        assert_eq!(size, (Some("256"), Some("32")), "{media_type}");
    }
    let damaged = extract(b"\x89PNG\r\n\x1a\n and what follows", "a.png");
    assert_eq!((damaged.outcome, damaged.pages.len(), damaged.metadata.len()), (Outcome::Partial, 1, 0));
}

/// A picture of 256 by 32 with these fields.
fn jpeg(fields: &[Field]) -> Vec<u8> {
    let mut exif = b"Exif\0\0".to_vec();
    if !fields.is_empty() {
        let mut written = Cursor::new(Vec::new());
        let mut writer = Writer::new();
        for field in fields {
            writer.push_field(field);
        }
        writer.write(&mut written, false).unwrap();
        exif.extend(written.into_inner());
    }
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let frame = b"\xff\xc0\0\x0b\x08\0\x20\x01\0\x01\x01\x11\0\xff\xd9";
    [b"\xff\xd8\xff\xe1", length.as_slice(), &exif, frame].concat()
}

#[test]
fn a_photograph_says_what_took_it_when_and_where() {
    let field = |tag, value| Field { tag, ifd_num: In::PRIMARY, value };
    let words = |tag, text: &str| field(tag, Value::Ascii(vec![text.as_bytes().to_vec()]));
    let angle = |tag, parts: [(u32, u32); 3]| {
        let rational = |(num, denom)| Rational { num, denom };
        field(tag, Value::Rational(parts.map(rational).to_vec()))
    };
    let long = "x".repeat(600);
    let extraction = extract(
        &jpeg(&[
            words(Tag::Make, "Acme"),
            words(Tag::Model, " Eye  7 "),
            words(Tag::Software, "Größe 1.0"),
            words(Tag::Artist, "A. Clerk"),
            words(Tag::Copyright, &long),
            words(Tag::DateTimeOriginal, "2021:02:03 04:05:06"),
            words(Tag::OffsetTimeOriginal, "+01:00"),
            field(Tag::Orientation, Value::Short(vec![6])),
            angle(Tag::GPSLatitude, [(51, 1), (30, 1), (2646, 100)]),
            words(Tag::GPSLatitudeRef, "N"),
            angle(Tag::GPSLongitude, [(0, 1), (7, 1), (4017, 100)]),
            words(Tag::GPSLongitudeRef, "W"),
        ]),
        "a.jpg",
    );
    let expected = [
        ("width", "256"),
        ("height", "32"),
        ("make", "Acme"),
        ("model", "Eye 7"),
        ("software", "Größe 1.0"),
        ("artist", "A. Clerk"),
        ("copyright", &long[..500]),
        ("taken", "2021-02-03T04:05:06+01:00"),
        ("latitude", "51.50735"),
        ("longitude", "-0.12782"),
        ("orientation", "row 0 at right and column 0 at top"),
    ];
    let found: Vec<_> =
        extraction.metadata.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn fields_that_make_no_sense_are_no_claims() {
    let nowhere = Value::Rational(vec![Rational { num: 1, denom: 0 }]);
    let field = |tag, value| Field { tag, ifd_num: In::PRIMARY, value };
    let extraction = extract(
        &jpeg(&[
            field(Tag::GPSLatitude, nowhere),
            field(Tag::GPSLatitudeRef, Value::Ascii(vec![b"N".to_vec()])),
            field(Tag::Make, Value::Short(vec![1])),
            field(Tag::DateTimeOriginal, Value::Ascii(vec![b"yesterday".to_vec()])),
        ]),
        "a.jpg",
    );
    assert_eq!(claim(&extraction, "latitude"), None);
    assert_eq!(claim(&extraction, "make"), None);
    assert_eq!(claim(&extraction, "taken"), Some("yesterday"));
}

const CORE: &str = "<c><dc:title>Terms</dc:title><dc:creator>A. Clerk</dc:creator><cp:lastModifiedBy>B</cp:lastModifiedBy>\
    <cp:revision>7</cp:revision><dcterms:created>2021-02-03T04:05:06Z</dcterms:created></c>";
const APP: &str = "<p><Template>Normal.dotm</Template><TotalTime>90</TotalTime><Application>Word</Application>\
    <AppVersion>16.0</AppVersion><Company>Acme</Company></p>";

#[test]
fn office_documents_say_who_made_them_whether_or_not_they_can_be_read() {
    let parts = [("docProps/core.xml", CORE), ("docProps/app.xml", APP)];
    let workbook = made::zipped(&[("xl/workbook.xml", "<w/>"), parts[0], parts[1]]);
    let slides = made::zipped(&[("ppt/presentation.xml", "<p/>"), parts[0], parts[1]]);
    let cases = [
        ("a.docx", made::docx("<w:p/>", &parts), Outcome::Ok),
        ("a.xlsx", workbook, Outcome::Crash),
        ("a.pptx", slides, Outcome::Partial),
    ];
    let expected = [
        ("title", "Terms"),
        ("author", "A. Clerk"),
        ("last-modified-by", "B"),
        ("revision", "7"),
        ("created", "2021-02-03T04:05:06Z"),
        ("template", "Normal.dotm"),
        ("editing-time", "PT90M"),
        ("application", "Word"),
        ("application-version", "16.0"),
        ("company", "Acme"),
    ];
    for (name, bytes, outcome) in cases {
        let extraction = extract(&bytes, name);
        let found: Vec<_> =
            extraction.metadata.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!((extraction.outcome, found.as_slice()), (outcome, expected.as_slice()), "{name}");
    }
}

#[test]
fn open_documents_say_who_made_them() {
    let meta = "<m><dc:title>Terms</dc:title><meta:initial-creator>A</meta:initial-creator><dc:creator>B</dc:creator>\
        <dc:date>2021-02-03T04:05:06</dc:date><meta:editing-duration>PT1H2M</meta:editing-duration>\
        <meta:template xlink:type='simple' xlink:title='Letter'/><meta:generator>Writer/7</meta:generator></m>";
    let kind = "application/vnd.oasis.opendocument.text";
    let content = "<c><office:body><office:text><text:p>Text</text:p></office:text></office:body></c>";
    let extraction =
        extract(&made::zipped(&[("mimetype", kind), ("meta.xml", meta), ("content.xml", content)]), "a.odt");
    assert_eq!((extraction.outcome, extraction.media_type.as_str()), (Outcome::Ok, kind));
    let expected = [
        ("title", "Terms"),
        ("author", "A"),
        ("last-modified-by", "B"),
        ("modified", "2021-02-03T04:05:06"),
        ("editing-time", "PT1H2M"),
        ("template", "Letter"),
        ("application", "Writer/7"),
    ];
    let found: Vec<_> =
        extraction.metadata.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_pdf_says_how_it_is_made() {
    let extraction = extract(&made::pdf(&[""]), "a.pdf");
    assert_eq!(claim(&extraction, "pdf-version"), Some("1.7"));
    assert_eq!(claim(&extraction, "encrypted"), Some("no"));
    let described = made::pdf(&["BT /F1 12 Tf 72 700 Td (/Encrypt and /EncryptMetadata) Tj ET"]);
    assert_eq!(claim(&extract(&described, "a.pdf"), "encrypted"), Some("no"));
}

#[test]
fn a_message_says_which_way_it_came() {
    let message = "Return-Path: <bounce@example.org>\r\n\
        Received: from b by c;\r\n Tue, 2 Feb 2021 10:00:02 +0100\r\nReceived: from x by b\r\n\
        Received: from a by x; Tue, 2 Feb 2021 10:00:00 +0100\r\nFrom: a@example.org\r\nSender: s@example.org\r\n\
        Reply-To: R <r@example.org>\r\nX-Mailer: Post 1\r\nUser-Agent: Bird/2\r\nList-Id: The list <l.example.org>\r\n\
        \r\nx";
    let extraction = extract(message.as_bytes(), "a.eml");
    let cases = [
        ("return-path", "<bounce@example.org>"),
        ("received-first", "from a by x; Tue, 2 Feb 2021 10:00:00 +0100"),
        ("received-last", "from b by c; Tue, 2 Feb 2021 10:00:02 +0100"),
        ("sender", "s@example.org"),
        ("reply-to", "R <r@example.org>"),
        ("x-mailer", "Post 1"),
        ("user-agent", "Bird/2"),
        ("list-id", "The list <l.example.org>"),
    ];
    for (key, expected) in cases {
        assert_eq!(claim(&extraction, key), Some(expected), "{key}");
    }
}
