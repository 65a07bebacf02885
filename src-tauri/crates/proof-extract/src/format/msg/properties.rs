//! The properties of a message, an attachment or a person ([MS-OXMSG] 2.4): short ones in one stream of each storage,
//! long ones in streams of their own.

use crate::format::mapi;
use cfb::{CompoundFile, Stream};
use std::borrow::Cow;
use std::io::{Cursor, Read};

/// Bytes of one property that are read: of a body, which is text.
const PROPERTY_BYTES: u64 = 64 << 20;

/// A compound file.
pub(super) struct Store<'a> {
    file: CompoundFile<Cursor<Cow<'a, [u8]>>>,
    /// How many more bytes are read: streams may be made to share their sectors.
    left: u64,
    /// That of the message, which what belongs to it does not repeat.
    code_page: u32,
}

impl<'a> Store<'a> {
    /// The compound file in `input`, if it is one.
    pub(super) fn open(input: &'a [u8]) -> Option<Self> {
        let open = |bytes| CompoundFile::open(Cursor::new(bytes)).ok();
        let file = open(Cow::Borrowed(input)).or_else(|| open(Cow::Owned(filled_up(input)?)))?;
        Some(Self { file, left: most(input.len()), code_page: WESTERN })
    }

    /// The storages right below `path` whose names begin so, in order.
    pub(super) fn storages(&self, path: &str, prefix: &str) -> Vec<String> {
        let Ok(entries) = self.file.read_storage(path) else { return Vec::new() };
        let named = entries.filter(|entry| entry.is_storage() && entry.name().starts_with(prefix));
        let mut found: Vec<String> =
            named.map(|entry| format!("{}/{}", path.trim_end_matches('/'), entry.name())).collect();
        found.sort();
        found
    }

    /// Whether there is a storage of that name.
    pub(super) fn has_storage(&self, path: &str) -> bool {
        self.file.is_storage(path)
    }

    /// A stream, if there is one and not too much has been read by now.
    pub(super) fn stream(&mut self, path: &str) -> Option<Stream<Cursor<Cow<'a, [u8]>>>> {
        let stream = self.file.open_stream(path).ok()?;
        self.left = self.left.checked_sub(stream.len())?;
        Some(stream)
    }

    /// The properties of the storage `path`, whose stream of short ones begins with a header of that length.
    pub(super) fn properties(&mut self, path: &str, header: usize) -> Properties {
        let path = path.trim_end_matches('/').to_owned();
        let short = self.bytes(&format!("{path}/__properties_version1.0")).unwrap_or_default();
        let entries = short.get(header..).unwrap_or_default().chunks_exact(16);
        let mut fixed: Vec<(u16, [u8; 8])> = Vec::new();
        for entry in entries {
            let id = u16::from_le_bytes([entry[2], entry[3]]);
            fixed.push((
                id,
                [entry[8], entry[9], entry[10], entry[11], entry[12], entry[13], entry[14], entry[15]],
            ));
        }
        let mut properties = Properties { path, fixed, code_page: self.code_page };
        // PidTagMessageCodepage, then PidTagInternetCodepage.
        let page = properties.number(0x3ffd).or_else(|| properties.number(0x3fde));
        self.code_page = page.unwrap_or(self.code_page);
        properties.code_page = self.code_page;
        properties
    }

    fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.stream(path)?.take(PROPERTY_BYTES).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}

/// Bytes that are read of all streams together. In honest files each sector belongs to one, which is read twice at most.
fn most(length: usize) -> u64 {
    (length as u64).saturating_mul(4).saturating_add(1 << 20)
}

const WESTERN: u32 = 1_252;

/// The file with as many sectors as its table of sectors speaks of ([MS-CFB] 2.3): some programs leave out those at the
/// end that are not used. Nothing where that would make it much longer.
fn filled_up(input: &[u8]) -> Option<Vec<u8>> {
    const SECTOR: usize = 512;
    const MOST: usize = 1 << 20;
    let sectors_of_table = u32::from_le_bytes(input.get(44..48)?.try_into().ok()?);
    let sectors = usize::try_from(sectors_of_table).ok()?.checked_mul(SECTOR / 4)?;
    let length = sectors.checked_add(1)?.checked_mul(SECTOR)?;
    let fits = length > input.len() && length - input.len() <= MOST;
    fits.then(|| {
        let mut filled = input.to_vec();
        filled.resize(length, 0);
        filled
    })
}

/// The properties of one storage.
pub(super) struct Properties {
    path: String,
    fixed: Vec<(u16, [u8; 8])>,
    code_page: u32,
}

impl Properties {
    /// A whole number.
    pub(super) fn number(&self, id: u16) -> Option<u32> {
        self.fixed_value(id).map(|[a, b, c, d, ..]| u32::from_le_bytes([a, b, c, d]))
    }

    /// An instant, in tenths of a microsecond since 1601; none for zero.
    pub(super) fn instant(&self, id: u16) -> Option<u64> {
        self.fixed_value(id).map(u64::from_le_bytes).filter(|&ticks| ticks != 0)
    }

    /// Text, in Unicode or in the message's code page; empty if there is none.
    pub(super) fn text(&self, id: u16, store: &mut Store<'_>) -> String {
        let wide = store.bytes(&self.stream(id, "001F")).map(|bytes| mapi::decoded(&bytes, 1_200));
        let text =
            wide.or_else(|| Some(mapi::decoded(&store.bytes(&self.stream(id, "001E"))?, self.code_page)));
        text.unwrap_or_default().trim_end_matches('\0').to_owned()
    }

    /// Bytes; none if there are none.
    pub(super) fn bytes(&self, id: u16, store: &mut Store<'_>) -> Vec<u8> {
        store.bytes(&self.stream(id, "0102")).unwrap_or_default()
    }

    /// A web page: bytes in an encoding that it names, else in the Internet's code page of the message; or text.
    pub(super) fn html(&self, id: u16, store: &mut Store<'_>) -> String {
        let bytes = self.bytes(id, store);
        match (bytes.is_empty(), self.number(0x3fde)) {
            (true, _) => self.text(id, store),
            (false, Some(page)) if page != 1252 => mapi::decoded(&bytes, page),
            (false, _) => crate::format::html::decode(&bytes),
        }
    }

    /// Where the stream or the storage of a long property is.
    pub(super) fn stream(&self, id: u16, kind: &str) -> String {
        format!("{}/__substg1.0_{id:04X}{kind}", self.path)
    }

    fn fixed_value(&self, id: u16) -> Option<[u8; 8]> {
        self.fixed.iter().find(|(found, _)| *found == id).map(|(_, value)| *value)
    }
}
