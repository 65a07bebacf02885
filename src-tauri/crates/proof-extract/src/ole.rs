//! Compound files ([MS-CFB]), the containers of older documents: read leniently, because what is cut short or badly
//! closed still holds what was written first.

/// A compound file.
pub(crate) struct CompoundFile<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector, the one that follows it in its chain.
    followers: Vec<u32>,
    /// The same for the small sectors of the stream of small streams.
    small_followers: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

/// An entry of the directory: a stream or a storage.
struct Entry {
    name: String,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    length: usize,
}

/// No entry, or no sector.
const NONE: u32 = u32::MAX;
/// Numbers from this on are no sectors, but the end of a chain and the like.
const SPECIAL: u32 = 0xffff_fffa;
/// Bytes of an entry (2.6).
const ENTRY: usize = 128;
/// Bytes of a small sector, and of the longest stream but one that is in them.
const SMALL_SECTOR: usize = 64;
const SMALL_STREAM: usize = 4_096;
/// Sectors of the table of sectors that the header itself lists.
const LISTED: usize = 109;

impl<'a> CompoundFile<'a> {
    /// The compound file that `bytes` are, or are the beginning of.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return None;
        }
        let shift = u32::from(u16::from_le_bytes(bytes.get(30..32)?.try_into().ok()?));
        let sector = 1_usize << Some(shift).filter(|shift| (7..=16).contains(shift))?;
        let mut file = Self {
            bytes,
            sector,
            followers: Vec::new(),
            small_followers: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        file.followers = numbers(&file.table()?);
        file.entries = file.chain(u32_at(bytes, 48)?).chunks_exact(ENTRY).filter_map(entry).collect();
        let root = file.entries.first()?;
        file.small = file.chain(root.start);
        file.small_followers = numbers(&file.chain(u32_at(bytes, 60)?));
        Some(file)
    }

    /// The names in the root. What is embedded in a document has a storage of its own, and is no name of the root.
    pub(crate) fn root_names(&self) -> Vec<&str> {
        let names = self.children(self.entries.first()).into_iter();
        names.map(|entry| entry.name.as_str()).collect()
    }

    /// The stream of that name in the root, as far as it is there. Names are equal whatever the case of their letters.
    pub(crate) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.find(name)?;
        let mut content =
            if entry.length < SMALL_STREAM { self.small_chain(entry.start) } else { self.chain(entry.start) };
        content.truncate(entry.length);
        Some(content)
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        let equal = |entry: &&Entry| entry.name.to_lowercase() == name.to_lowercase();
        self.children(self.entries.first()).into_iter().find(equal)
    }

    fn children(&self, storage: Option<&Entry>) -> Vec<&Entry> {
        let mut found = Vec::new();
        let mut pending: Vec<u32> = storage.into_iter().map(|storage| storage.child).collect();
        // A tree visits each entry once; whatever goes on after that is a circle.
        for _ in 0..=self.entries.len() * 2 {
            let Some(next) = pending.pop() else { break };
            let Some(entry) = self.entries.get(next as usize).filter(|_| next != NONE) else { continue };
            found.push(entry);
            pending.extend([entry.left, entry.right]);
        }
        found.truncate(self.entries.len());
        found
    }

    /// The table of sectors: its own sectors are listed in the header, and after those in a chain of lists.
    fn table(&self) -> Option<Vec<u8>> {
        let mut table = Vec::new();
        for index in 0..LISTED {
            self.extend(&mut table, u32_at(self.bytes, 76 + 4 * index)?);
        }
        let mut list = u32_at(self.bytes, 68)?;
        for _ in 0..self.sectors() {
            let Some(content) = self.content(list).filter(|content| content.len() == self.sector) else {
                break;
            };
            let listed = numbers(content);
            let Some((next, listed)) = listed.split_last() else { break };
            for &sector in listed {
                self.extend(&mut table, sector);
            }
            list = *next;
        }
        Some(table)
    }

    /// Adds a sector to the table, which never needs more than four bytes for each sector of the file.
    fn extend(&self, table: &mut Vec<u8>, sector: u32) {
        if table.len() < 4 * self.sectors()
            && let Some(content) = self.content(sector)
        {
            table.extend_from_slice(content);
        }
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    /// A sector, or what is there of the last one.
    fn content(&self, sector: u32) -> Option<&'a [u8]> {
        if sector >= SPECIAL {
            return None;
        }
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..self.bytes.len().min(start.checked_add(self.sector)?))
    }

    fn chain(&self, start: u32) -> Vec<u8> {
        let mut content = Vec::new();
        let mut sector = start;
        for _ in 0..self.sectors() {
            let Some(bytes) = self.content(sector) else { break };
            content.extend_from_slice(bytes);
            sector = self.followers.get(sector as usize).copied().unwrap_or(NONE);
        }
        content
    }

    fn small_chain(&self, start: u32) -> Vec<u8> {
        let mut content = Vec::new();
        let mut sector = start;
        // A small stream has few sectors.
        for _ in 0..=SMALL_STREAM / SMALL_SECTOR {
            let from = (sector as usize).saturating_mul(SMALL_SECTOR);
            let to = self.small.len().min(from.saturating_add(SMALL_SECTOR));
            let Some(bytes) = self.small.get(from..to) else { break };
            content.extend_from_slice(bytes);
            sector = self.small_followers.get(sector as usize).copied().unwrap_or(NONE);
        }
        content
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|bytes| u32_at(bytes, 0)).collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16::from_le_bytes(bytes.get(64..66)?.try_into().ok()?)).min(64);
    let units: Vec<u16> =
        bytes[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned(),
        left: u32_at(bytes, 68)?,
        right: u32_at(bytes, 72)?,
        child: u32_at(bytes, 76)?,
        start: u32_at(bytes, 116)?,
        length: usize::try_from(u32_at(bytes, 120)?).ok()?,
    })
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};

    fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (path, content) in streams {
            if let Some((folder, _)) = path.rsplit_once('/') {
                file.create_storage_all(folder).unwrap();
            }
            file.create_stream(path).unwrap().write_all(content).unwrap();
        }
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn embedded_documents_are_not_in_the_root() {
        let bytes = compound(&[("WordDocument", b""), ("1Table", b""), ("ObjectPool/_1/Workbook", b"")]);
        let file = CompoundFile::open(&bytes).unwrap();
        let mut names = file.root_names();
        names.sort_unstable();
        assert_eq!(names, ["1Table", "ObjectPool", "WordDocument"]);
    }

    #[test]
    fn streams_are_read_whole_whatever_their_length() {
        let long: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        let bytes =
            compound(&[("short", b"abc"), ("middle", &long[..4_095]), ("long", &long), ("empty", b"")]);
        let file = CompoundFile::open(&bytes).unwrap();
        for (name, expected) in
            [("SHORT", &b"abc"[..]), ("middle", &long[..4_095]), ("long", &long), ("empty", b"")]
        {
            assert!(file.stream(name).unwrap() == expected, "{name}");
        }
        assert!(file.stream("none").is_none());
    }

    #[test]
    fn many_entries_take_several_sectors() {
        let names: Vec<String> = (0..40).map(|number| format!("stream {number}")).collect();
        let streams: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        assert_eq!(CompoundFile::open(&compound(&streams)).unwrap().root_names().len(), 40);
    }

    #[test]
    fn what_is_damaged_gives_what_is_there_and_ends() {
        let long = vec![7; 50_000];
        let whole = compound(&[("a", b"x"), ("b", &long), ("c", b"z")]);
        for cut in (0..whole.len()).step_by(1_021) {
            if let Some(file) = CompoundFile::open(&whole[..cut]) {
                let _ = (file.root_names(), file.stream("b"));
            }
        }
        // Each byte of header, table and directory says something else.
        for at in (0..whole.len().min(16_384)).step_by(3) {
            for wrong in [0, 1, 0xff] {
                let mut other = whole.clone();
                other[at] = wrong;
                if let Some(file) = CompoundFile::open(&other) {
                    assert!(
                        file.root_names().len() <= 32 && file.stream("b").is_none_or(|b| b.len() <= 65_536)
                    );
                }
            }
        }
    }
}
