//! What stands in the root of a compound file (MS-CFB), as far as it takes to tell kinds of documents apart.

/// The names in the root of the compound file `bytes`; nothing if its directory is not there or makes no sense. What
/// is embedded in a document has a storage of its own, and is no name of the root.
pub(super) fn root_names(bytes: &[u8]) -> Option<Vec<String>> {
    let entries = directory(bytes)?;
    let child = |at: usize| entries.get(at).map(|entry| [entry.left, entry.right]);
    let mut names = Vec::new();
    let mut pending = vec![entries.first()?.child];
    // A tree visits each entry once; whatever goes on after that is a circle.
    for _ in 0..=entries.len() * 2 {
        let Some(next) = pending.pop() else { break };
        let Some(entry) = entries.get(next as usize) else { continue };
        names.push(entry.name.clone());
        pending.extend(child(next as usize).into_iter().flatten().filter(|&id| id != NONE));
    }
    Some(names)
}

/// No entry.
const NONE: u32 = u32::MAX;
/// Bytes of an entry (MS-CFB 2.6).
const ENTRY: usize = 128;
/// Sectors of the directory that are looked at: room for 16 000 entries.
const MAX_SECTORS: usize = 4_096;

struct Entry {
    name: String,
    left: u32,
    right: u32,
    child: u32,
}

fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    let shift = u32::from(u16::from_le_bytes(bytes.get(30..32)?.try_into().ok()?));
    let size = 1_usize << Some(shift).filter(|shift| (7..=16).contains(shift))?;
    let mut sector = double(bytes, 48)?;
    let mut entries = Vec::new();
    for _ in 0..MAX_SECTORS {
        let start = (sector as usize).checked_add(1)?.checked_mul(size)?;
        // The last sector of a file may be cut short.
        let content = bytes.get(start..bytes.len().min(start.checked_add(size)?))?;
        entries.extend(content.chunks_exact(ENTRY).filter_map(entry));
        match follower(bytes, sector, size) {
            Some(next) => sector = next,
            None => break,
        }
    }
    Some(entries)
}

/// The sector that follows in the chain, by the allocation table, of which the header names the first 109 sectors.
fn follower(bytes: &[u8], sector: u32, size: usize) -> Option<u32> {
    let per_sector = size / 4;
    let table = sector as usize / per_sector;
    let table = double(bytes, 76 + 4 * Some(table).filter(|&table| table < 109)?)?;
    let start = (table as usize).checked_add(1)?.checked_mul(size)?;
    let next = double(bytes, start.checked_add(4 * (sector as usize % per_sector))?)?;
    // Numbers from this on mean the end of a chain, and other things that are no sector.
    (next < 0xffff_fffa).then_some(next)
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16::from_le_bytes(bytes.get(64..66)?.try_into().ok()?)).min(64);
    let units: Vec<u16> =
        bytes[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let name = String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned();
    Some(Entry { name, left: double(bytes, 68)?, right: double(bytes, 72)?, child: double(bytes, 76)? })
}

fn double(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn compound(paths: &[&str]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for path in paths {
            if let Some((folder, _)) = path.rsplit_once('/') {
                file.create_storage_all(folder).unwrap();
            }
            file.create_stream(path).unwrap();
        }
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn embedded_documents_are_not_in_the_root() {
        let bytes = compound(&["WordDocument", "1Table", "ObjectPool/_1/Workbook"]);
        let mut names = root_names(&bytes).unwrap();
        names.sort();
        assert_eq!(names, ["1Table", "ObjectPool", "WordDocument"]);
    }

    #[test]
    fn many_entries_take_several_sectors() {
        let paths: Vec<String> = (0..40).map(|number| format!("stream {number}")).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        assert_eq!(root_names(&compound(&paths)).unwrap().len(), 40);
    }

    #[test]
    fn damaged_directories_are_no_trouble() {
        let whole = compound(&["a", "b", "c"]);
        for cut in [0, 30, 60, 512, 1_024, 1_100] {
            let _ = root_names(&whole[..cut.min(whole.len())]);
        }
        let mut circle = whole;
        let directory = (double(&circle, 48).unwrap() as usize + 1) << 12;
        for at in [68, 72, 76] {
            let place = directory + ENTRY + at;
            if let Some(bytes) = circle.get_mut(place..place + 4) {
                bytes.copy_from_slice(&1_u32.to_le_bytes());
            }
        }
        let _ = root_names(&circle);
    }
}
