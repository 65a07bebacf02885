//! The messages that a worker sends: one byte for the kind, four for the length (little endian), then the payload in
//! postcard's encoding.

use crate::scan::{Picture, Place};
use crate::table::TITLE_BYTES;
use crate::{Confinement, InnerKind, Limits};
use proof_model::Outcome;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::io::{self, Read, Write};

/// A message of the worker, in the order in which they may come: `Start`, any of the middle ones, `End`.
#[derive(Debug, PartialEq)]
pub(crate) enum Frame {
    Start(Start),
    Progress,
    Metadata(Claim),
    Page(WirePage),
    Inner(WireInner),
    InnerBytes(Vec<u8>),
    InnerEnd(WireInnerEnd),
    Scan(WireScan),
    ScanPixels(Vec<u8>),
    Sheet(WireSheet),
    Rows(Vec<WireRow>),
    Portrayal(WirePortrayal),
    Words(Vec<WirePlaced>),
    Confinement(Confinement),
    End(End),
}

/// What kind of file it is, and how many pages it will have if that is known.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Start {
    pub media_type: String,
    pub pages: Option<u32>,
}

/// One claim of the file about itself.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Claim {
    pub key: String,
    pub value: String,
}

/// A page of text.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WirePage {
    pub number: u32,
    pub label: Option<String>,
    pub text: String,
    /// Whether, and in what way, the page is a picture: its words are not in the text.
    pub picture: Option<Picture>,
}

/// The beginning of a picture of a page that was said to be one. Its pixels follow, grey, one byte each, in as many
/// messages as it takes.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WireScan {
    pub page: u32,
    /// In pixels.
    pub width: u32,
    pub height: u32,
    /// Pixels an inch, where that is known.
    pub density: Option<u16>,
}

/// The beginning of a file inside the file.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WireInner {
    pub name: String,
    pub media_type: String,
    pub kind: InnerKind,
    pub modified: Option<String>,
}

/// The end of the file inside the file that was begun last, and why it is not whole if it is not.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WireInnerEnd {
    pub incomplete: Option<String>,
}

/// The beginning of a sheet: its name and its header.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WireSheet {
    pub name: String,
    pub columns: Vec<String>,
}

/// A row of the sheet that was begun last.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WireRow {
    pub number: u32,
    pub cells: Vec<String>,
}

/// A page to look at.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WirePortrayal {
    pub html: String,
    pub left_out: u32,
}

/// A word of a page, and where it stands.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WirePlaced {
    pub text: String,
    pub ends_line: bool,
    pub place: Place,
}

/// How reading ended.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct End {
    pub outcome: Outcome,
    pub reason: Option<String>,
    pub peak_memory: Option<u64>,
}

/// Bytes of a file inside the file, or pixels, that come in one message, at most.
pub(crate) const CHUNK_BYTES: usize = 256 << 10;

/// Bytes that a payload may have beyond its main field: names, labels, lengths.
const ENVELOPE: u64 = 64 << 10;

/// Bytes of rows after which a message of rows is sent: the last row may carry it beyond that by its own length.
pub(crate) const ROWS_BYTES: usize = 256 << 10;

/// Words of one page whose places are told. 20 000: a page of the smallest print has half of them.
pub(crate) const MOST_WORDS: usize = 20_000;

/// Bytes that a word takes beside its letters: its length and its place.
const WORD_BYTES: u64 = 32;

/// The next message, or nothing at the end of the stream. A payload is allocated only once its announced length has
/// been held against the limit for its kind.
pub(crate) fn read(from: &mut impl Read, limits: &Limits) -> io::Result<Option<Frame>> {
    let Some((kind, untrusted_length)) = read_header(from)? else {
        return Ok(None);
    };
    let most = match kind {
        PROGRESS => 0,
        PAGE => u64::from(limits.page_bytes) + ENVELOPE,
        INNER_BYTES | SCAN_PIXELS => CHUNK_BYTES as u64,
        SHEET => u64::from(limits.columns) * (TITLE_BYTES as u64 + 4) + ENVELOPE,
        ROWS => ROWS_BYTES as u64 + u64::from(limits.row_bytes) + ENVELOPE,
        PORTRAYAL => limits.portrayal_bytes + ENVELOPE,
        WORDS => u64::from(limits.page_bytes) + MOST_WORDS as u64 * WORD_BYTES,
        _ => ENVELOPE,
    };
    if u64::from(untrusted_length) > most {
        return Err(malformed());
    }
    let mut untrusted_payload = vec![0; untrusted_length as usize];
    from.read_exact(&mut untrusted_payload)?;
    match kind {
        INNER_BYTES => Ok(Some(Frame::InnerBytes(untrusted_payload))),
        SCAN_PIXELS => Ok(Some(Frame::ScanPixels(untrusted_payload))),
        _ => decode(kind, &untrusted_payload).map(Some),
    }
}

/// Sends one message and flushes it, so that the reader on the other side sees progress as it happens.
pub(crate) fn write(to: &mut dyn Write, frame: &Frame) -> io::Result<()> {
    let (kind, payload) = match frame {
        Frame::Start(start) => (START, encode(start)?),
        Frame::Progress => (PROGRESS, Vec::new()),
        Frame::Metadata(claim) => (METADATA, encode(claim)?),
        Frame::Page(page) => (PAGE, encode(page)?),
        Frame::Inner(inner) => (INNER, encode(inner)?),
        Frame::InnerBytes(bytes) => return write_inner_bytes(to, bytes),
        Frame::InnerEnd(end) => (INNER_END, encode(end)?),
        Frame::Scan(scan) => (SCAN, encode(scan)?),
        Frame::ScanPixels(pixels) => return write_pixels(to, pixels),
        Frame::Sheet(sheet) => (SHEET, encode(sheet)?),
        Frame::Rows(rows) => (ROWS, encode(rows)?),
        Frame::Portrayal(portrayal) => (PORTRAYAL, encode(portrayal)?),
        Frame::Words(words) => (WORDS, encode(words)?),
        Frame::Confinement(confinement) => (CONFINEMENT, encode(confinement)?),
        Frame::End(end) => (END, encode(end)?),
    };
    write_payload(to, kind, &payload)?;
    // A hundred thousand small files are not flushed one by one, nor what a file claims, which other messages follow: the
    // end flushes all.
    if matches!(kind, INNER | INNER_END | METADATA) { Ok(()) } else { to.flush() }
}

/// Sends bytes of the file inside the file that was begun last: at most [`CHUNK_BYTES`].
pub(crate) fn write_inner_bytes(to: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    write_payload(to, INNER_BYTES, bytes)
}

/// Sends pixels of the picture that was begun last: at most [`CHUNK_BYTES`].
pub(crate) fn write_pixels(to: &mut dyn Write, pixels: &[u8]) -> io::Result<()> {
    write_payload(to, SCAN_PIXELS, pixels)?;
    to.flush()
}

fn write_payload(to: &mut dyn Write, kind: u8, payload: &[u8]) -> io::Result<()> {
    let length = u32::try_from(payload.len()).map_err(|_| malformed())?;
    let [a, b, c, d] = length.to_le_bytes();
    to.write_all(&[kind, a, b, c, d])?;
    to.write_all(payload)
}

const START: u8 = 1;
const PROGRESS: u8 = 2;
const METADATA: u8 = 3;
const PAGE: u8 = 4;
const INNER: u8 = 5;
const END: u8 = 6;
const SHEET: u8 = 7;
const ROWS: u8 = 8;
const PORTRAYAL: u8 = 9;
const CONFINEMENT: u8 = 10;
const INNER_BYTES: u8 = 11;
const INNER_END: u8 = 12;
const SCAN: u8 = 13;
const SCAN_PIXELS: u8 = 14;
const WORDS: u8 = 15;

fn read_header(from: &mut impl Read) -> io::Result<Option<(u8, u32)>> {
    let mut kind = [0];
    if from.read(&mut kind)? == 0 {
        return Ok(None);
    }
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    Ok(Some((kind[0], u32::from_le_bytes(length))))
}

fn decode(kind: u8, untrusted_payload: &[u8]) -> io::Result<Frame> {
    Ok(match kind {
        START => Frame::Start(whole(untrusted_payload)?),
        PROGRESS => Frame::Progress,
        METADATA => Frame::Metadata(whole(untrusted_payload)?),
        PAGE => Frame::Page(whole(untrusted_payload)?),
        INNER => Frame::Inner(whole(untrusted_payload)?),
        INNER_END => Frame::InnerEnd(whole(untrusted_payload)?),
        SCAN => Frame::Scan(whole(untrusted_payload)?),
        SHEET => Frame::Sheet(whole(untrusted_payload)?),
        ROWS => Frame::Rows(whole(untrusted_payload)?),
        PORTRAYAL => Frame::Portrayal(whole(untrusted_payload)?),
        WORDS => Frame::Words(whole(untrusted_payload)?),
        CONFINEMENT => Frame::Confinement(whole(untrusted_payload)?),
        END => Frame::End(whole(untrusted_payload)?),
        _ => return Err(malformed()),
    })
}

fn whole<T: DeserializeOwned>(untrusted_payload: &[u8]) -> io::Result<T> {
    match postcard::take_from_bytes(untrusted_payload) {
        Ok((value, [])) => Ok(value),
        _ => Err(malformed()),
    }
}

fn encode(value: &impl Serialize) -> io::Result<Vec<u8>> {
    postcard::to_stdvec(value).map_err(io::Error::other)
}

fn malformed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "malformed message")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(frames: &[Frame]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for frame in frames {
            write(&mut bytes, frame).unwrap();
        }
        bytes
    }

    fn page(text: &str) -> Frame {
        Frame::Page(WirePage { number: 1, label: Some("iii".into()), text: text.into(), picture: None })
    }

    #[test]
    fn what_is_written_is_read_back() {
        let frames = [
            Frame::Start(Start { media_type: "text/plain".into(), pages: Some(2) }),
            Frame::Progress,
            Frame::Metadata(Claim { key: "title".into(), value: "Brief".into() }),
            page("First.\n"),
            Frame::Inner(WireInner {
                name: "a.bin".into(),
                media_type: "application/octet-stream".into(),
                kind: InnerKind::Entry,
                modified: Some("2021-02-03".into()),
            }),
            Frame::InnerBytes(vec![0, 255]),
            Frame::InnerEnd(WireInnerEnd { incomplete: None }),
            Frame::Scan(WireScan { page: 1, width: 2, height: 1, density: Some(200) }),
            Frame::ScanPixels(vec![0, 255]),
            Frame::Sheet(WireSheet { name: "Events".into(), columns: vec!["Date".into()] }),
            Frame::Rows(vec![WireRow { number: 2, cells: vec!["2021".into()] }]),
            Frame::Portrayal(WirePortrayal { html: "<p>".into(), left_out: 1 }),
            Frame::Words(vec![WirePlaced {
                text: "word".into(),
                ends_line: true,
                place: Place { left: 0, top: 1, right: 2, bottom: 10_000 },
            }]),
            Frame::Confinement(Confinement { landlock: Some(7), ..Confinement::default() }),
            Frame::End(End { outcome: Outcome::Ok, reason: None, peak_memory: Some(1) }),
        ];
        let bytes = sent(&frames);
        let mut rest = bytes.as_slice();
        for frame in &frames {
            assert_eq!(read(&mut rest, &Limits::default()).unwrap().as_ref(), Some(frame));
        }
        assert_eq!(read(&mut rest, &Limits::default()).unwrap(), None);
    }

    #[test]
    fn malformed_messages_are_refused() {
        let mut trailing = sent(&[page("x")]);
        trailing[1] += 1;
        trailing.push(0);
        let cases: [(&str, Vec<u8>); 8] = [
            ("an unknown kind", vec![99, 0, 0, 0, 0]),
            ("a length beyond the limit", vec![PAGE, 255, 255, 255, 255]),
            ("a piece of a file beyond the limit", vec![INNER_BYTES, 1, 0, 4, 0]),
            ("pixels beyond the limit", vec![SCAN_PIXELS, 1, 0, 4, 0]),
            ("rows beyond the limit", vec![ROWS, 0, 0, 0, 2]),
            ("a payload for a message that has none", vec![PROGRESS, 1, 0, 0, 0, 7]),
            ("a cut payload", sent(&[page("cut")])[..8].to_vec()),
            ("bytes after the payload", trailing),
        ];
        for (what, bytes) in cases {
            assert!(read(&mut bytes.as_slice(), &Limits::default()).is_err(), "{what}");
        }
    }
}
