//! Which part of the text belongs to which reference in the body ([MS-DOC] 2.8).

use crate::format::office::{slice, u16_at, u32_at};
use std::ops::Range;

/// Positions that a table begins with, as many as it has room for beside `data` bytes for each but the last.
pub(super) fn positions(plc: &[u8], data: usize) -> Vec<u32> {
    let count = plc.len().saturating_sub(4) / (4 + data) + 1;
    (0..count).map_while(|index| u32_at(plc, 4 * index)).collect()
}

/// The stretches between positions, counted from `start` and held to `end`; none goes back behind the one before it.
pub(super) fn stretches(positions: &[u32], start: usize, end: usize) -> Vec<Range<usize>> {
    let mut last = start;
    let mut place = |position: u32| {
        last = start.saturating_add(position as usize).clamp(last, end.max(last));
        last
    };
    let places: Vec<usize> = positions.iter().map(|&position| place(position)).collect();
    places.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The authors of comments, in the order in which comments name them.
pub(super) fn authors(names: &[u8], references: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = names;
    while let Some(length) = u16_at(rest, 0) {
        let bytes = 2 * u32::from(length);
        let Some(name) = slice(rest, 2, bytes) else { break };
        let units: Vec<u16> =
            name.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        all.push(String::from_utf16_lossy(&units));
        rest = &rest[2 + bytes as usize..];
    }
    let count = references.len().saturating_sub(4) / (4 + COMMENT);
    let author = |index: usize| u16_at(references, 4 * (count + 1) + COMMENT * index + 20);
    let name = |index| all.get(usize::from(author(index)?)).cloned();
    (0..count).map(|index| name(index).unwrap_or_default()).collect()
}

/// Bytes that are kept for each comment's reference (2.9.6).
pub(super) const COMMENT: usize = 30;
