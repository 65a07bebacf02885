//! The properties of a message, a folder, an attachment ([MS-PST] 2.3.3), and the rows of a table (2.3.4).

use super::blocks::{Blocks, damaged};
use super::heap::{Heap, number};
use crate::format::mapi;
use std::collections::HashMap;
use std::io::{self, Read, Seek};

/// Properties by identifier.
pub(super) struct Values {
    all: HashMap<u16, Value>,
    code_page: u32,
}

struct Value {
    kind: u16,
    bytes: Vec<u8>,
}

const STRING8: u16 = 0x1e;
const UNICODE: u16 = 0x1f;
const WESTERN: u32 = 1_252;
/// What a heap of properties and a heap of a table are marked with (2.3.1.2).
const PROPERTIES: u8 = 0xbc;
const TABLE: u8 = 0x7c;
/// The column that holds the identifier of a row's node.
const ROW_ID: u16 = 0x67f2;

impl Values {
    /// All properties of a heap of properties. One that cannot be read is as one that is missing.
    pub(super) fn read(
        heap: &Heap,
        file: &mut Blocks<impl Read + Seek>,
        code_page: Option<u32>,
    ) -> io::Result<Self> {
        let (PROPERTIES, tree) = heap.kind()? else { return Err(damaged()) };
        let mut all = HashMap::new();
        for (id, record) in heap.records(tree)? {
            let (kind, value) = record.split_at_checked(2).ok_or_else(damaged)?;
            let kind = u16::from_le_bytes([kind[0], kind[1]]);
            if let (Ok(id), Ok(bytes)) = (u16::try_from(id), one(kind, value, heap, file)) {
                all.insert(id, Value { kind, bytes });
            }
        }
        Ok(Self::of(all, code_page))
    }

    fn of(all: HashMap<u16, Value>, code_page: Option<u32>) -> Self {
        let mut values = Self { all, code_page: code_page.unwrap_or(WESTERN) };
        // PidTagMessageCodepage, then PidTagInternetCodepage.
        let page = values.number(0x3ffd).or_else(|| values.number(0x3fde));
        values.code_page = page.unwrap_or(values.code_page);
        values
    }

    /// The code page of text that is not in Unicode.
    pub(super) const fn code_page(&self) -> u32 {
        self.code_page
    }

    pub(super) fn text(&self, id: u16) -> String {
        let Some(value) = self.all.get(&id) else { return String::new() };
        let text = match value.kind {
            UNICODE => mapi::decoded(&value.bytes, 1_200),
            STRING8 => mapi::decoded(&value.bytes, self.code_page),
            _ => String::new(),
        };
        text.trim_end_matches('\0').to_owned()
    }

    pub(super) fn bytes(&self, id: u16) -> &[u8] {
        self.all.get(&id).map_or(&[], |value| &value.bytes)
    }

    pub(super) fn number(&self, id: u16) -> Option<u32> {
        self.all.get(&id).filter(|value| value.bytes.len() >= 4).map(|value| number(&value.bytes))
    }

    pub(super) fn instant(&self, id: u16) -> Option<u64> {
        self.bytes(id).first_chunk().copied().map(u64::from_le_bytes).filter(|ticks| *ticks != 0)
    }

    /// A web page: bytes in an encoding that it or the message names, or text.
    pub(super) fn html(&self, id: u16) -> String {
        let is_text = self.all.get(&id).is_some_and(|value| matches!(value.kind, UNICODE | STRING8));
        match self.number(0x3fde) {
            _ if is_text => self.text(id),
            Some(page) if page != WESTERN => mapi::decoded(self.bytes(id), page),
            _ => crate::format::html::decode(self.bytes(id)),
        }
    }
}

/// The bytes of a value: in its record if they are four at most, else where that says.
fn one(kind: u16, record: &[u8], heap: &Heap, file: &mut Blocks<impl Read + Seek>) -> io::Result<Vec<u8>> {
    // Whole numbers of two and four bytes, a small fraction, an error, yes or no.
    if matches!(kind, 2 | 3 | 4 | 0xa | 0xb) {
        return Ok(record.to_vec());
    }
    heap.value(number(record), file).map(|blocks| blocks.concat())
}

/// A column of a table: what it holds, and where in a row.
struct Column {
    kind: u16,
    id: u16,
    from: usize,
    width: usize,
    /// Its bit among those that say which cells are there.
    bit: usize,
}

/// The rows of a table, each as properties; its node's identifier is one of them, and is told beside it.
pub(super) fn rows(
    heap: &Heap,
    file: &mut Blocks<impl Read + Seek>,
    code_page: u32,
    most: usize,
) -> io::Result<Vec<(u32, Values)>> {
    let (TABLE, info) = heap.kind()? else { return Err(damaged()) };
    let info = heap.piece(info).ok_or_else(damaged)?;
    let field = |at: usize| info.get(at..at + 2).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])));
    let (bits_at, width) = (field(6).ok_or_else(damaged)?, field(8).ok_or_else(damaged)?);
    let place = number(info.get(14..18).ok_or_else(damaged)?);
    if width < 4 || bits_at > width {
        return Err(damaged());
    }
    let columns: Vec<Column> = info.get(22..).unwrap_or_default().chunks_exact(8).map(column).collect();
    let mut rows = Vec::new();
    // No row goes from one block into the next.
    for block in heap.value(place, file)? {
        for row in block.chunks_exact(width).take(most.saturating_sub(rows.len())) {
            let mut all = HashMap::new();
            for column in &columns {
                let is_there = row[bits_at..]
                    .get(column.bit / 8)
                    .is_some_and(|bits| bits & 0x80 >> (column.bit % 8) != 0);
                let cell = row.get(column.from..column.from + column.width).filter(|_| is_there);
                if let Some(cell) = cell
                    && let Ok(bytes) = cell_bytes(column, cell, heap, file)
                {
                    all.insert(column.id, Value { kind: column.kind, bytes });
                }
            }
            let values = Values::of(all, Some(code_page));
            rows.push((values.number(ROW_ID).unwrap_or_else(|| number(row)), values));
        }
    }
    Ok(rows)
}

fn cell_bytes(
    column: &Column,
    cell: &[u8],
    heap: &Heap,
    file: &mut Blocks<impl Read + Seek>,
) -> io::Result<Vec<u8>> {
    // Numbers and instants stand in the row; of all else, its place does.
    let in_row = matches!(column.kind, 2..=7 | 0xa | 0xb | 0x14 | 0x40);
    if in_row { Ok(cell.to_vec()) } else { one(column.kind, cell, heap, file) }
}

fn column(raw: &[u8]) -> Column {
    Column {
        kind: u16::from_le_bytes([raw[0], raw[1]]),
        id: u16::from_le_bytes([raw[2], raw[3]]),
        from: usize::from(u16::from_le_bytes([raw[4], raw[5]])),
        width: usize::from(raw[6]),
        bit: usize::from(raw[7]),
    }
}
