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
