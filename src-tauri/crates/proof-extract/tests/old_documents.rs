//! Documents of the office programs of 1997 to 2003, made byte by byte and read by a real worker.

use crate::{extract, text};
use proof_model::Outcome;
use std::io::{Cursor, Write};

fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, content) in streams {
        file.create_stream(path).unwrap().write_all(content).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn put(bytes: &mut [u8], at: usize, value: u32) {
    bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// A DOC whose text stands in two pieces, the first with a byte a character and the second with two, of which the
/// body is `body` characters and a footnote the rest.
fn doc(narrow: &[u8], wide: &str, body: u32, reference: u32) -> Vec<u8> {
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (first, second) = (u32::try_from(narrow.len()).unwrap(), u32::try_from(wide.len() / 2).unwrap());
    let notes = first + second - body;
    let mut stream = vec![0; 1_024];
    stream[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    stream[11] = 0x02;
    put(&mut stream, 76, body);
    put(&mut stream, 80, notes);
    let mut tables = vec![0xff; 8];
    let mut table = |stream: &mut Vec<u8>, part: usize, content: &[u8]| {
        put(stream, 154 + 8 * part, u32::try_from(tables.len()).unwrap());
        put(stream, 158 + 8 * part, u32::try_from(content.len()).unwrap());
        tables.extend_from_slice(content);
    };
    let mut pieces = vec![1, 2, 0, 9, 9, 2, 28, 0, 0, 0];
    pieces.extend(numbers(&[0, first, first + second]));
    pieces.extend([&[0, 0][..], &(0x4000_0000 | (1_024 * 2_u32)).to_le_bytes(), &[0, 0]].concat());
    pieces.extend([&[0, 0][..], &(1_024 + first).to_le_bytes(), &[0, 0]].concat());
    table(&mut stream, 33, &pieces);
    table(&mut stream, 2, &[&numbers(&[reference, body])[..], &[1, 0]].concat());
    table(&mut stream, 3, &numbers(&[0, notes, notes]));
    stream.extend_from_slice(narrow);
    stream.extend_from_slice(&wide);
    compound(&[("WordDocument", &stream), ("1Table", &tables)])
}

#[test]
fn a_word_document_is_read_from_its_pieces() {
    let narrow = b"Caf\xe9 \x93one\x94 \x13 HYPERLINK \"x\" \x14link\x15\x02 on\ra\x07b\x07\x07\x0c";
    let body = u32::try_from(narrow.len()).unwrap() + 4;
    let reference = u32::try_from(narrow.iter().position(|&byte| byte == 2).unwrap()).unwrap();
    let extraction = extract(&doc(narrow, "Größ\u{2} See.\r", body, reference), "a.pdf");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    assert_eq!(extraction.media_type, "application/msword");
    assert_eq!(text(&extraction), "Café “one” link[1] on\na\tb\n\nFootnotes:\n[1] See.\n\u{c}Größ\n");
}

#[test]
fn a_word_document_that_promises_more_text_says_so() {
    let extraction = extract(&doc(b"Only this\r", "", 10, 99), "a.doc");
    assert_eq!((extraction.outcome, text(&extraction).as_str()), (Outcome::Ok, "Only this\n"));
    let mut file = doc(b"Only this\r", "x", 10, 99);
    let at = file.windows(4).position(|bytes| bytes == [0xec, 0xa5, 0xc1, 0]).unwrap();
    put(&mut file, at + 76, 5_000);
    let extraction = extract(&file, "a.doc");
    assert_eq!(extraction.outcome, Outcome::Partial);
    assert!(text(&extraction).starts_with("Only this"));
}

#[test]
fn an_encrypted_word_document_says_so() {
    let mut file = doc(b"x\r", "", 2, 99);
    let at = file.windows(4).position(|bytes| bytes == [0xec, 0xa5, 0xc1, 0]).unwrap();
    file[at + 11] |= 0x01;
    assert_eq!(extract(&file, "a.doc").outcome, Outcome::Encrypted);
}

fn record(first: u16, kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_le_bytes();
    [&first.to_le_bytes()[..], &kind.to_le_bytes(), &length, data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A PPT of two slides, of which the second stands first in the file, with notes and a comment on the first.
fn ppt(token: u32) -> Vec<u8> {
    let header = |kind: u32| record(0, 0x0f9f, &kind.to_le_bytes());
    let first = record(
        0xf,
        0x03ee,
        &[
            record(2, 0x03ef, &[&[0; 16][..], &numbers(&[700]), &[0; 4]].concat()),
            header(4),
            record(0, 0x0fa0, &wide("Body\r“two”")),
            record(0xf, 0xf00d, &record(0, 0x0f9e, &numbers(&[0]))),
            record(
                0,
                0x138b,
                &record(
                    0xf,
                    0x2ee0,
                    &[
                        record(0, 0x0fba, &wide("A. Clerk")),
                        record(0x10, 0x0fba, &wide("Why?")),
                        record(
                            0,
                            0x2ee1,
                            &[&[0; 4][..], &[229, 7, 2, 0, 3, 0, 3, 0, 4, 0, 5, 0, 6, 0, 0, 0]].concat(),
                        ),
                    ]
                    .concat(),
                ),
            ),
        ]
        .concat(),
    );
    let second = record(
        0xf,
        0x03ee,
        &[
            record(0, 0x03f9, &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0]),
            header(1),
            record(0, 0x0fa8, b"Kept back"),
        ]
        .concat(),
    );
    let notes = record(0xf, 0x03f0, &[header(2), record(0, 0x0fa8, b"Say this.")].concat());
    let place = |id: u32, slide: u32| record(0, 0x03f3, &numbers(&[id, 0, 0, slide, 0]));
    let document = record(
        0xf,
        0x03e8,
        &[
            record(
                0x000f,
                0x0ff0,
                &[place(3, 256), header(0), record(0, 0x0fa0, &wide("First")), place(2, 257)].concat(),
            ),
            record(0x002f, 0x0ff0, &place(4, 700)),
        ]
        .concat(),
    );
    let mut stream = Vec::new();
    let mut places = Vec::new();
    for container in [document, second, first, notes] {
        places.push(u32::try_from(stream.len()).unwrap());
        stream.extend(container);
    }
    let directory = u32::try_from(stream.len()).unwrap();
    stream.extend(record(0, 0x1772, &[numbers(&[1 | 4 << 20]), numbers(&places)].concat()));
    let edit = u32::try_from(stream.len()).unwrap();
    stream.extend(record(0, 0x0ff5, &numbers(&[0, 0, 0, directory, 1, 5, 0])));
    let user = numbers(&[0x0ff6_0000, 20, 20, token, edit]);
    compound(&[("PowerPoint Document", &stream), ("Current User", &user)])
}

#[test]
fn an_old_presentation_gives_its_slides_in_order() {
    let extraction = extract(&ppt(0xe391_c05f), "a.doc");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    let pages: Vec<&str> = extraction.pages.iter().map(|page| page.text.as_str()).collect();
    let first = "First\nBody\n“two”\n\nNotes:\nSay this.\n\nComments:\nA. Clerk, 2021-02-03T04:05:06: Why?\n";
    assert_eq!(pages, [first, "[hidden slide]\nKept back\n"]);
    assert_eq!(extract(&ppt(0xf3d1_c4df), "a.ppt").outcome, Outcome::Encrypted);
}

#[test]
fn old_documents_say_who_made_them() {
    let words = |text: &[u8]| [numbers(&[0x1e, u32::try_from(text.len()).unwrap()]), text.to_vec()].concat();
    let values = [
        (1, numbers(&[2, 1252])),
        (2, words(b"Gr\xf6\xdfe\0\0\0")),
        (4, words(b"A. Clerk\0\0\0\0")),
        (12, [numbers(&[0x40]), 132_567_987_060_000_000_u64.to_le_bytes().to_vec()].concat()),
    ];
    let (mut index, mut content) = (Vec::new(), Vec::new());
    for (id, value) in &values {
        index.extend(numbers(&[*id, u32::try_from(8 + 8 * values.len() + content.len()).unwrap()]));
        content.extend(value);
    }
    let mut stream = vec![0; 44];
    stream.extend(numbers(&[48, 0, 4]));
    stream.extend([index, content].concat());
    let file = compound(&[("WordDocument", b""), ("\u{5}SummaryInformation", &stream)]);
    let found: Vec<_> = extract(&file, "a.doc").metadata;
    let expected = [("title", "Größe"), ("author", "A. Clerk"), ("created", "2021-02-03T04:05:06Z")];
    let found: Vec<_> = found.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(found, expected);
}
