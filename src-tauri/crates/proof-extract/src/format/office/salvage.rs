//! Parts of a ZIP package that has lost its end, and with it the list of its parts (APPNOTE 6.3.10, 4.3.7).

use std::collections::HashMap;
use std::io::Read;
use zip::read::read_zipfile_from_stream_with_compressed_size;

/// What can be unpacked of parts that hold XML, by their names: each as far as it goes, since the last is cut short.
pub(super) fn parts(input: &[u8], most_bytes: fn(u64) -> u64) -> HashMap<String, Vec<u8>> {
    let begins: Vec<usize> = beginnings(input).take(MAX_PARTS).collect();
    let mut left = MAX_BYTES;
    let mut parts = HashMap::new();
    for (index, &at) in begins.iter().enumerate() {
        let end = begins.get(index + 1).copied().unwrap_or(input.len());
        let mut bytes = &input[at..end];
        let packed = (end - at) as u64;
        let Ok(Some(part)) = read_zipfile_from_stream_with_compressed_size(&mut bytes, packed) else {
            continue;
        };
        let Ok(name) = part.name().map(std::borrow::Cow::into_owned) else { continue };
        if !matches!(name.rsplit('.').next(), Some("xml" | "rels")) {
            continue;
        }
        let mut content = Vec::new();
        // An error says that the part is cut short, or that its checksum stood in what is lost.
        let _ = part.take(most_bytes(packed).min(left)).read_to_end(&mut content);
        left -= content.len() as u64;
        parts.entry(name).or_insert(content);
    }
    parts
}

const MAX_PARTS: usize = 10_000;
/// Of all parts together.
const MAX_BYTES: u64 = 256 << 20;
const SIGNATURE: &[u8] = b"PK\x03\x04";

fn beginnings(input: &[u8]) -> impl Iterator<Item = usize> {
    let marks = input.windows(SIGNATURE.len()).enumerate();
    marks.filter(|(_, window)| *window == SIGNATURE).map(|(at, _)| at)
}
