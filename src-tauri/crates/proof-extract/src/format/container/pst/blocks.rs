//! The lowest layer of a mailbox: nodes and blocks, each found by its identifier in a tree of pages ([MS-PST] 2.2).

use super::cipher::Cipher;
use std::io::{self, Read, Seek, SeekFrom};

/// A mailbox as nodes and blocks.
pub(super) struct Blocks<R> {
    file: R,
    layout: Layout,
    cipher: Cipher,
    node_tree: u64,
    block_tree: u64,
}

/// Identifiers and places are eight bytes wide in newer mailboxes, four in those before Outlook 2003.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Wide,
    Narrow,
}

/// What a node is made of: its data, and the tree of the nodes below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    pub data: u64,
    pub below: u64,
}

const PAGE: usize = 512;
/// Pages from the root of a tree to a leaf: eight bytes of identifiers with twenty of them a page need fewer.
const LEVELS: u32 = 16;
/// Bytes of one node that are read: of an attachment.
const NODE_BYTES: usize = 256 << 20;
/// Nodes below one node that are looked at.
const BELOW: usize = 200_000;

impl<R: Read + Seek> Blocks<R> {
    /// The mailbox in `file`, if it is of a kind that is known here (2.2.2.6).
    pub(super) fn open(mut file: R) -> io::Result<Self> {
        let mut header = [0; 564];
        file.rewind()?;
        file.read_exact(&mut header)?;
        let layout = match u16::from_le_bytes([header[10], header[11]]) {
            14 | 15 => Layout::Narrow,
            23..36 => Layout::Wide,
            _ => return Err(unknown()),
        };
        let (node_tree, block_tree, cipher) = match layout {
            Layout::Wide => (224, 240, header[513]),
            Layout::Narrow => (188, 196, header[461]),
        };
        let cipher = Cipher::of(cipher).filter(|_| header.starts_with(b"!BDN")).ok_or_else(unknown)?;
        let at = |place: usize| layout.number(&header[place..]).ok_or_else(unknown);
        Ok(Self { layout, cipher, node_tree: at(node_tree)?, block_tree: at(block_tree)?, file })
    }

    /// The node of that identifier.
    pub(super) fn node(&mut self, id: u32) -> io::Result<Node> {
        let entry = self.find(self.node_tree, id.into(), |key| key & 0xffff_ffff)?;
        let width = self.layout.width();
        let field = |index: usize| entry.get(index * width..).and_then(|rest| self.layout.number(rest));
        Ok(Node { data: field(1).ok_or_else(damaged)?, below: field(2).ok_or_else(damaged)? })
    }

    /// The data of a node, block by block.
    pub(super) fn data(&mut self, id: u64) -> io::Result<Vec<Vec<u8>>> {
        let mut leaves = Vec::new();
        self.leaves(id, 2, &mut leaves)?;
        let (mut blocks, mut length) = (Vec::new(), 0);
        for leaf in leaves {
            let block = self.block(leaf)?;
            length += block.len();
            if length > NODE_BYTES {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "longer than is read of one"));
            }
            blocks.push(block);
        }
        Ok(blocks)
    }

    /// The nodes below a node, with their identifiers (2.2.2.8.3.3).
    pub(super) fn below(&mut self, id: u64) -> io::Result<Vec<(u32, Node)>> {
        let mut nodes = Vec::new();
        if id != 0 {
            self.take_below(id, 1, &mut nodes)?;
        }
        Ok(nodes)
    }

    fn take_below(&mut self, id: u64, levels: u8, nodes: &mut Vec<(u32, Node)>) -> io::Result<()> {
        let block = self.block(id)?;
        let [2, level, low, high, ..] = block[..] else { return Err(damaged()) };
        let (layout, width) = (self.layout, self.layout.width());
        let of_entry = if level == 0 { 3 } else { 2 } * width;
        let entries = block.get(width..).unwrap_or_default().chunks_exact(of_entry);
        for entry in entries.take(u16::from_le_bytes([low, high]).into()) {
            let field = |index: usize| layout.number(&entry[index * width..]).unwrap_or(0);
            if nodes.len() >= BELOW {
                return Err(damaged());
            }
            if level == 0 {
                let [a, b, c, d, ..] = field(0).to_le_bytes();
                nodes.push((u32::from_le_bytes([a, b, c, d]), Node { data: field(1), below: field(2) }));
            } else if levels > 0 {
                self.take_below(field(1), levels - 1, nodes)?;
            }
        }
        Ok(())
    }

    /// The blocks that hold data and not places of others (2.2.2.8.3.2).
    fn leaves(&mut self, id: u64, levels: u8, leaves: &mut Vec<u64>) -> io::Result<()> {
        const INTERNAL: u64 = 2;
        if id == 0 {
            return Ok(());
        }
        if id & INTERNAL == 0 {
            leaves.push(id);
            return if leaves.len() > NODE_BYTES / PAGE { Err(damaged()) } else { Ok(()) };
        }
        let block = self.block(id)?;
        let [1, _, low, high, ..] = block[..] else { return Err(damaged()) };
        let next = levels.checked_sub(1).ok_or_else(damaged)?;
        let places = block.get(8..).unwrap_or_default().chunks_exact(self.layout.width());
        for place in places.take(u16::from_le_bytes([low, high]).into()) {
            let id = self.layout.number(place).ok_or_else(damaged)?;
            self.leaves(id, next, leaves)?;
        }
        Ok(())
    }

    fn block(&mut self, id: u64) -> io::Result<Vec<u8>> {
        // The lowest bit is Outlook's own.
        let entry = self.find(self.block_tree, id & !1, |key| key & !1)?;
        let width = self.layout.width();
        let place = entry.get(width..).and_then(|rest| self.layout.number(rest)).ok_or_else(damaged)?;
        let length = entry.get(2 * width..2 * width + 2).ok_or_else(damaged)?;
        let length = usize::from(u16::from_le_bytes([length[0], length[1]]));
        let mut block = self.at(place, length)?;
        if id & 2 == 0 {
            let [a, b, c, d, ..] = id.to_le_bytes();
            self.cipher.decode(&mut block, u32::from_le_bytes([a, b, c, d]));
        }
        Ok(block)
    }

    /// The entry of that key in the leaf where it must be (2.2.2.7.7).
    fn find(&mut self, root: u64, sought: u64, plain: fn(u64) -> u64) -> io::Result<Vec<u8>> {
        let width = self.layout.width();
        let end = if self.layout == Layout::Wide { 488 } else { 496 };
        let mut place = root;
        for _ in 0..LEVELS {
            let page = self.at(place, PAGE)?;
            let (count, size, level) = (page[end], usize::from(page[end + 2]), page[end + 3]);
            if size < 2 * width || usize::from(count) * size > end {
                return Err(damaged());
            }
            let entries = || page[..usize::from(count) * size].chunks_exact(size);
            let key = |entry: &[u8]| plain(self.layout.number(entry).unwrap_or(u64::MAX));
            if level == 0 {
                return entries().find(|entry| key(entry) == sought).map(<[u8]>::to_vec).ok_or_else(damaged);
            }
            let next = entries().take_while(|entry| key(entry) <= sought).last().ok_or_else(damaged)?;
            place = next.get(2 * width..).and_then(|rest| self.layout.number(rest)).ok_or_else(damaged)?;
        }
        Err(damaged())
    }

    fn at(&mut self, place: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.file.seek(SeekFrom::Start(place))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl Layout {
    const fn width(self) -> usize {
        match self {
            Self::Wide => 8,
            Self::Narrow => 4,
        }
    }

    /// The number that `bytes` begin with.
    fn number(self, bytes: &[u8]) -> Option<u64> {
        match self {
            Self::Wide => bytes.first_chunk().copied().map(u64::from_le_bytes),
            Self::Narrow => bytes.first_chunk().copied().map(u32::from_le_bytes).map(u64::from),
        }
    }
}

pub(super) fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "damaged")
}

fn unknown() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "not a kind that is known")
}
