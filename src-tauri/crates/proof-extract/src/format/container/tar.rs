//! TAR archives: POSIX ustar and pax (IEEE 1003.1, pax utility), the long names of GNU tar, and the format of Unix v7.
//!
//! Read here and not by a crate because those keep the name of an entry in memory however long the archive says it is.

mod header;

pub(super) use header::is_header;

use super::listing::Why;
use super::names::decoded;
use super::unpacking::{Entry, Unpacking};
use crate::InnerFile;
use crate::input::Input;
use crate::output::Stop;
use header::{BLOCK, Header};
use std::io::{BufReader, Read};

/// Bytes of a long name or of a pax header that are read; what is longer is skipped.
const EXTENSION_BYTES: u64 = 64 << 10;

/// Passes on what the archive holds.
pub(super) fn read(input: &mut Input, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    let mut counted = BufReader::with_capacity(64 << 10, unpacking.counted(input));
    read_stream(&mut counted, unpacking)
}

/// What the entries before one say of it.
#[derive(Default)]
struct Ahead {
    name: Option<String>,
    link: Option<String>,
    size: Option<u64>,
    modified: Option<i64>,
    sparse: bool,
}

/// Passes on what the archive holds that `from` gives.
pub(super) fn read_stream(from: &mut dyn Read, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    let mut ahead = Ahead::default();
    loop {
        let mut block = [0; BLOCK];
        unpacking.spend(BLOCK as u64)?;
        match fill(from, &mut block) {
            Filled::Whole if block.iter().all(|&byte| byte == 0) => return Ok(()),
            Filled::Whole => {}
            Filled::Nothing => return Ok(()),
            Filled::Cut => return Err(Stop::Malformed("the archive is cut or damaged".into())),
        }
        let Some(header) = Header::parse(&block) else {
            return Err(Stop::Malformed("the archive is damaged after the last file that was taken".into()));
        };
        match header.kind {
            b'L' => ahead.name = Some(extension_name(from, &header, unpacking)?),
            b'K' => ahead.link = Some(extension_name(from, &header, unpacking)?),
            b'x' => ahead.take_pax(&extension(from, &header, unpacking)?),
            b'g' => drop(extension(from, &header, unpacking)?),
            _ => entry(from, &header, std::mem::take(&mut ahead), unpacking)?,
        }
    }
}

fn entry(
    from: &mut dyn Read,
    header: &Header,
    ahead: Ahead,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let name = ahead.name.unwrap_or_else(|| decoded(&header.name));
    let link = ahead.link.unwrap_or_else(|| decoded(&header.link));
    let size = ahead.size.unwrap_or(header.size);
    let modified = super::unix(ahead.modified.unwrap_or(header.modified));
    let entry = Entry { file: InnerFile::entry(&name, modified), size: Some(size), packed: None };
    let noted = match header.kind {
        b'1' => Some(format!("another name of {link}")),
        b'2' => Some(format!("a link to {link}")),
        b'3' | b'4' | b'6' => Some("a device or a pipe".to_owned()),
        _ => None,
    };
    if let Some(noted) = noted {
        unpacking.listing().noted(&name, &noted);
        return skip(from, size, unpacking);
    }
    if header.kind == b'5' || matches!(header.kind, 0 | b'0') && name.ends_with('/') {
        return skip(from, size, unpacking);
    }
    if ahead.sparse || header.kind == b'S' {
        unpacking.miss(&entry, &Why::Damaged("it is stored in pieces, which Proofline does not join".into()));
        return skip(from, size, unpacking);
    }
    pass(from, &entry, size, unpacking)
}

/// Passes one file on, and stands at the next header afterwards.
fn pass(
    from: &mut dyn Read,
    entry: &Entry,
    size: u64,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let mut content = from.take(size);
    unpacking.entry(entry, &mut content)?;
    let left = content.limit();
    unpacking.skip(from, left.saturating_add(padding(size)))
}

fn skip(from: &mut dyn Read, size: u64, unpacking: &mut Unpacking<'_, '_>) -> Result<(), Stop> {
    unpacking.skip(from, size.saturating_add(padding(size)))
}

fn padding(size: u64) -> u64 {
    (BLOCK as u64 - size % BLOCK as u64) % BLOCK as u64
}

/// The content of an entry that describes the next one.
fn extension(
    from: &mut dyn Read,
    header: &Header,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<Vec<u8>, Stop> {
    let mut content = Vec::new();
    let read = from.take(header.size.min(EXTENSION_BYTES)).read_to_end(&mut content);
    let left = header.size.saturating_sub(content.len() as u64);
    if read.is_err() {
        return Err(Stop::Malformed("the archive is cut or damaged".into()));
    }
    unpacking.skip(from, left.saturating_add(padding(header.size)))?;
    Ok(content)
}

fn extension_name(
    from: &mut dyn Read,
    header: &Header,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<String, Stop> {
    let content = extension(from, header, unpacking)?;
    let end = content.iter().position(|&byte| byte == 0).unwrap_or(content.len());
    Ok(decoded(&content[..end]))
}

impl Ahead {
    /// Takes pax records: `LENGTH KEY=VALUE\n`, the length in decimal and of all of it.
    fn take_pax(&mut self, mut records: &[u8]) {
        while let Some((record, rest)) = pax_record(records) {
            let mut parts = record.splitn(2, |&byte| byte == b'=');
            let (key, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            match key {
                b"path" => self.name = Some(decoded(value)),
                b"linkpath" => self.link = Some(decoded(value)),
                b"size" => self.size = number(value),
                b"mtime" => {
                    let whole = value.split(|&byte| byte == b'.').next().unwrap_or_default();
                    self.modified = std::str::from_utf8(whole).ok().and_then(|seconds| seconds.parse().ok());
                }
                _ => self.sparse |= key.starts_with(b"GNU.sparse."),
            }
            records = rest;
        }
    }
}

fn pax_record(records: &[u8]) -> Option<(&[u8], &[u8])> {
    let space = records.iter().take(20).position(|&byte| byte == b' ')?;
    let length = usize::try_from(number(&records[..space])?).ok()?;
    let record = records.get(space + 1..length)?;
    Some((record.strip_suffix(b"\n").unwrap_or(record), &records[length..]))
}

fn number(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

enum Filled {
    Whole,
    Nothing,
    Cut,
}

fn fill(from: &mut dyn Read, block: &mut [u8]) -> Filled {
    let mut filled = 0;
    while filled < block.len() {
        match from.read(&mut block[filled..]) {
            Ok(0) if filled == 0 => return Filled::Nothing,
            Ok(0) => return Filled::Cut,
            Ok(count) => filled += count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Filled::Cut,
        }
    }
    Filled::Whole
}
