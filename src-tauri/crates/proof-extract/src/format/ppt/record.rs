//! The records that a presentation is made of ([MS-PPT] 2.3.1).

use crate::format::office::{u16_at, u32_at};

/// A record: what kind it is, and its data, which for a container are more records.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub instance: u16,
    pub data: &'a [u8],
    container: bool,
}

/// Bytes before the data of a record.
const HEADER: usize = 8;

/// The record that begins at `at`, as far as it is there.
pub(super) fn record(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let bytes = stream.get(at..)?;
    let (first, kind) = (u16_at(bytes, 0)?, u16_at(bytes, 2)?);
    let length = usize::try_from(u32_at(bytes, 4)?).ok()?;
    let there = bytes.get(HEADER..)?;
    let data = &there[..length.min(there.len())];
    Some(Record { kind, instance: first >> 4, data, container: first & 0xf == 0xf })
}

/// All records in `data` in their order: those of a container after it, so that no depth costs anything.
pub(super) fn records(data: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let record = record(data, at)?;
        at += HEADER + if record.is_entered() { 0 } else { record.data.len() };
        Some(record)
    })
}

/// Records directly in `data`, and not those in them.
pub(super) fn children(data: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let record = record(data, at)?;
        at += HEADER + record.data.len();
        Some(record)
    })
}

impl Record<'_> {
    /// Whether its data are records: of a container, or of a tag that holds what later versions added.
    fn is_entered(&self) -> bool {
        self.container || self.kind == 0x138b
    }
}
