//! The middle layer of a mailbox: a node's data as a heap of small pieces, and on it trees of properties and tables
//! ([MS-PST] 2.3).

use super::blocks::{Blocks, Node, damaged};
use std::collections::HashMap;
use std::io::{self, Read, Seek};

/// A node with its data read: pieces by number, and the nodes below it.
pub(super) struct Heap {
    blocks: Vec<Vec<u8>>,
    below: HashMap<u32, Node>,
}

/// Levels of a tree on a heap; one holds a hundred thousand times as much as the one below it.
const LEVELS: u8 = 8;
/// Records of one tree.
const RECORDS: usize = 100_000;

impl Heap {
    /// The heap of a node.
    pub(super) fn open(file: &mut Blocks<impl Read + Seek>, node: Node) -> io::Result<Self> {
        let blocks = file.data(node.data)?;
        let below = file.below(node.below)?.into_iter().collect();
        Ok(Self { blocks, below })
    }

    /// The node below this one of that identifier.
    pub(super) fn node(&self, id: u32) -> Option<Node> {
        self.below.get(&id).copied()
    }

    /// What the heap is (`bClientSig`) and the piece that it begins with (2.3.1.2).
    pub(super) fn kind(&self) -> io::Result<(u8, u32)> {
        let first = self.blocks.first().ok_or_else(damaged)?;
        match first[..] {
            [_, _, 0xec, kind, a, b, c, d, ..] => Ok((kind, u32::from_le_bytes([a, b, c, d]))),
            _ => Err(damaged()),
        }
    }

    /// A piece (2.3.1.1): in the upper half of its number the block, then its place in that block's map.
    pub(super) fn piece(&self, id: u32) -> Option<&[u8]> {
        let [low, high, block_low, block_high] = id.to_le_bytes();
        let index = usize::from(u16::from_le_bytes([low, high]) >> 5).checked_sub(1)?;
        let block = self.blocks.get(usize::from(u16::from_le_bytes([block_low, block_high])))?;
        let number =
            |at: usize| Some(usize::from(u16::from_le_bytes([*block.get(at)?, *block.get(at + 1)?])));
        let map = number(0)?;
        (index < number(map)?).then_some(())?;
        let (from, to) = (number(map + 4 + 2 * index)?, number(map + 6 + 2 * index)?);
        block.get(from..to)
    }

    /// The value of that number: a piece of the heap, or the data of a node below (2.3.3.2); block by block.
    pub(super) fn value(&self, id: u32, file: &mut Blocks<impl Read + Seek>) -> io::Result<Vec<Vec<u8>>> {
        match (id, id & 0x1f) {
            (0, _) => Ok(Vec::new()),
            (_, 0) => Ok(vec![self.piece(id).ok_or_else(damaged)?.to_vec()]),
            _ => file.data(self.node(id).ok_or_else(damaged)?.data),
        }
    }

    /// The records of a tree: their keys and what belongs to them (2.3.2).
    pub(super) fn records(&self, tree: u32) -> io::Result<Vec<(u32, &[u8])>> {
        let header = self.piece(tree).ok_or_else(damaged)?;
        let [0xb5, key, entry, levels, a, b, c, d] = header[..] else { return Err(damaged()) };
        let (key, entry) = (usize::from(key), usize::from(entry));
        if !matches!(key, 2 | 4) || entry == 0 || levels > LEVELS {
            return Err(damaged());
        }
        let mut records = Vec::new();
        let mut level: Vec<u32> = vec![u32::from_le_bytes([a, b, c, d])];
        for depth in (0..=levels).rev() {
            let size = key + if depth == 0 { entry } else { 4 };
            let mut next = Vec::new();
            for id in level.into_iter().filter(|id| *id != 0) {
                for record in self.piece(id).ok_or_else(damaged)?.chunks_exact(size) {
                    let (name, rest) = record.split_at(key);
                    match depth {
                        0 => records.push((number(name), rest)),
                        _ => next.push(number(rest)),
                    }
                }
                if records.len() + next.len() > RECORDS {
                    return Err(damaged());
                }
            }
            level = next;
        }
        Ok(records)
    }
}

/// A number of up to four bytes.
pub(super) fn number(bytes: &[u8]) -> u32 {
    let mut wide = [0; 4];
    for (to, from) in wide.iter_mut().zip(bytes) {
        *to = *from;
    }
    u32::from_le_bytes(wide)
}
