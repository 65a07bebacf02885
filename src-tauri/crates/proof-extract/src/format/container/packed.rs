//! Compressed files (RFC 1952, bzip2, the .xz format 1.2): one file each, or a TAR archive of many.

use super::names::decoded;
use super::tar;
use super::unpacking::{Entry, Unpacking};
use super::{BZIP2, GZIP};
use crate::InnerFile;
use crate::input::Input;
use crate::output::Stop;
use bzip2::read::MultiBzDecoder;
use flate2::read::MultiGzDecoder;
use lzma_rust2::XzReader;
use std::io::{self, BufReader, Cursor, Read};

/// Bytes that are unpacked to see what it is.
const HEAD: u64 = 512;
/// Kibibytes that unpacking XZ may take: its highest level takes 65 MiB.
const XZ_MEMORY: u32 = 256 << 10;

/// Passes on the file, or the files of the archive, that are compressed in `input`.
pub(super) fn read(
    media_type: &str,
    input: &mut Input,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let counted = BufReader::with_capacity(32 << 10, unpacking.counted(input));
    match media_type {
        GZIP => {
            let content = MultiGzDecoder::new(counted);
            let header = content.header().map(|header| (header.filename().map(decoded), header.mtime()));
            let (name, modified) = header.unwrap_or_default();
            let modified = if modified == 0 { None } else { super::unix(modified.into()) };
            let file = InnerFile::entry(&name.unwrap_or_default(), modified);
            read_content(content, file, unpacking)
        }
        BZIP2 => read_content(MultiBzDecoder::new(counted), InnerFile::entry("", None), unpacking),
        _ => {
            let content = XzReader::new_mem_limit(counted, true, XZ_MEMORY);
            read_content(content, InnerFile::entry("", None), unpacking)
        }
    }
}

fn read_content(
    mut content: impl Read,
    file: InnerFile,
    unpacking: &mut Unpacking<'_, '_>,
) -> Result<(), Stop> {
    let mut head = Vec::new();
    let broken = content.by_ref().take(HEAD).read_to_end(&mut head).err();
    let is_archive = broken.is_none() && tar::is_header(&head);
    let rest = AfterHead { broken, content };
    let mut whole = Cursor::new(head).chain(rest);
    if is_archive {
        return tar::read_stream(&mut BufReader::with_capacity(64 << 10, whole), unpacking);
    }
    unpacking.entry(&Entry { file, size: None, packed: None }, &mut whole)
}

/// What comes after the head: the fault that ended it, if one did.
struct AfterHead<R> {
    broken: Option<io::Error>,
    content: R,
}

impl<R: Read> Read for AfterHead<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.broken.take() {
            Some(error) => Err(error),
            None => self.content.read(buffer),
        }
    }
}
