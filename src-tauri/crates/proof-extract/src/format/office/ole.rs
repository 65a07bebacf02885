//! The compound file of an older document (MS-CFB).

use cfb::CompoundFile;
use std::io::{Cursor, Read};

/// A compound file whose streams are read whole, by name.
pub(crate) struct OleFile<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    bytes: u64,
}

impl<'a> OleFile<'a> {
    /// The compound file in `input`, if it is one.
    pub(crate) fn open(input: &'a [u8]) -> Option<Self> {
        let file = CompoundFile::open(Cursor::new(input)).ok()?;
        Some(Self { file, bytes: input.len() as u64 })
    }

    /// Whether the root has such a stream.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.file.is_stream(name)
    }

    /// A stream of the root, as far as it can be read; never more bytes than the file has.
    pub(crate) fn stream(&mut self, name: &str) -> Option<Vec<u8>> {
        if !self.has(name) {
            return None;
        }
        let mut bytes = Vec::new();
        let stream = self.file.open_stream(name).ok()?;
        // What could be read of a damaged one is better than nothing.
        let _ = stream.take(self.bytes).read_to_end(&mut bytes);
        Some(bytes)
    }
}
