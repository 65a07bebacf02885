//! Captures of the web (WARC 1.1, ISO 28500): each answer that is a document as a file named by its address.

mod http;

use super::listing::Why;
use super::unpacking::{Entry, Unpacking};
use crate::input::Input;
use crate::output::Stop;
use crate::{InnerFile, InnerKind};
use flate2::read::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Read};

/// Bytes of a header that are read.
const HEADER_BYTES: u64 = 256 << 10;

/// Whether a file begins as a capture does, unpacked or packed.
pub(super) fn begins(head: &[u8]) -> bool {
    let mut start = Vec::new();
    // What cannot be unpacked is no capture.
    let _ = MultiGzDecoder::new(head).take(5).read_to_end(&mut start);
    head.starts_with(b"WARC/") || start == b"WARC/"
}

/// Passes on the documents of a capture.
pub(super) fn read(input: &mut Input, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    let is_packed = input.head(2)? == b"\x1f\x8b";
    let counted = BufReader::with_capacity(64 << 10, unpacking.counted(input));
    if is_packed {
        let mut records = BufReader::with_capacity(64 << 10, MultiGzDecoder::new(counted));
        read_records(&mut records, unpacking)
    } else {
        let mut records = counted;
        read_records(&mut records, unpacking)
    }
}

fn read_records(from: &mut dyn BufRead, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    loop {
        match next_version(from) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(_) => return Err(damaged()),
        }
        let header = Header::read(from).map_err(|_| damaged())?;
        let Some(length) = header.field("content-length").and_then(|length| length.parse().ok()) else {
            return Err(damaged());
        };
        let mut block = from.take(length);
        take(&header, &mut block, unpacking)?;
        let left = block.limit();
        unpacking.skip(from, left)?;
    }
}

/// Goes past empty lines to the line that begins a record; whether there is one.
fn next_version(from: &mut dyn BufRead) -> io::Result<bool> {
    loop {
        let mut line = Vec::new();
        from.take(1_000).read_until(b'\n', &mut line)?;
        match line.trim_ascii() {
            [] if line.is_empty() => return Ok(false),
            [] => {}
            version if version.starts_with(b"WARC/") => return Ok(true),
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

fn take(header: &Header, block: &mut dyn BufRead, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    let address = header.field("warc-target-uri").unwrap_or_default().trim_matches(['<', '>']).to_owned();
    let captured = header.field("warc-date").map(ToOwned::to_owned);
    let file = |media_type: &str| InnerFile {
        modified: captured.clone().filter(|date| date.len() <= 40),
        ..InnerFile::new(InnerKind::Entry, &address, media_type)
    };
    match header.field("warc-type").unwrap_or_default() {
        "response"
            if header.field("content-type").is_some_and(|kind| kind.starts_with("application/http")) =>
        {
            let Ok(answer) = http::Answer::read(block) else {
                let entry = Entry { file: file(""), size: None, packed: None };
                unpacking.miss(&entry, &Why::Damaged("its header cannot be read".into()));
                return Ok(());
            };
            if !answer.is_success() {
                unpacking.listing().noted(&address, &format!("HTTP {}", answer.status));
            } else if http::is_document(&answer.media_type) {
                let entry = Entry { file: file(&answer.media_type), size: None, packed: None };
                unpacking.entry(&entry, &mut answer.content(block))?;
            } else {
                unpacking.listing().noted(&address, &format!("{}: no document", answer.media_type));
            }
        }
        "resource" | "response" | "conversion" => {
            let media_type = header.field("content-type").unwrap_or_default().to_owned();
            let media_type = media_type.split(';').next().unwrap_or_default().trim();
            if http::is_document(media_type) {
                unpacking.entry(&Entry { file: file(media_type), size: None, packed: None }, block)?;
            } else {
                unpacking.listing().noted(&address, &format!("{media_type}: no document"));
            }
        }
        "revisit" => {
            let date = header.field("warc-refers-to-date").unwrap_or("before");
            unpacking.listing().noted(&address, &format!("found as it was captured {date}"));
        }
        _ => {}
    }
    Ok(())
}

fn damaged() -> Stop {
    Stop::Malformed("the capture is cut or damaged after the last file that was taken".into())
}

/// The named fields of a record or of an answer: lower-case names.
struct Header(Vec<(String, String)>);

impl Header {
    /// The fields up to the empty line.
    fn read(from: &mut dyn BufRead) -> io::Result<Self> {
        let mut limited = from.take(HEADER_BYTES);
        let mut fields: Vec<(String, String)> = Vec::new();
        loop {
            let mut line = Vec::new();
            if limited.read_until(b'\n', &mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let line = String::from_utf8_lossy(&line);
            if line.trim().is_empty() {
                return Ok(Self(fields));
            }
            match (line.split_once(':'), fields.last_mut()) {
                (_, Some((_, value))) if line.starts_with([' ', '\t']) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                (Some((name, value)), _) => {
                    fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                (None, _) => {}
            }
        }
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}
