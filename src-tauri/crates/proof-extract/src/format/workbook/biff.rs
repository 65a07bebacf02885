//! How wide the sheets of an XLS workbook are (MS-XLS), looked at before they are laid out in memory.

use crate::output::Stop;

/// Refuses a workbook whose sheets, each as the rectangle from its first cell to its last, would take more memory
/// than a worker has. Fewer than this many cells take 400 MiB.
pub(super) fn weigh(stream: &[u8]) -> Result<(), Stop> {
    if area(stream).is_some_and(|area| area <= MAX_CELLS) {
        return Ok(());
    }
    Err(Stop::Limit("its cells are too far apart to be read: save it as .xlsx".into()))
}

const MAX_CELLS: u64 = 12_000_000;

/// The cells of all rectangles together; nothing where a sheet announces a rectangle that is none.
fn area(stream: &[u8]) -> Option<u64> {
    let mut total = 0_u64;
    let mut sheet = Extent::default();
    for (kind, data) in records(stream) {
        match kind {
            BEGIN => total += std::mem::take(&mut sheet).area(),
            DIMENSIONS => total += announced(data)?,
            NUMBER | LABEL | RICH_LABEL | TRUTH | RK | SHARED_LABEL | FORMULA => sheet.hold(data, 0),
            // The last column stands at the end of a run of numbers.
            RUN => sheet.hold(data, data.len().saturating_sub(2)),
            _ => {}
        }
    }
    Some(total + sheet.area())
}

const FORMULA: u16 = 0x0006;
const RUN: u16 = 0x00BD;
const RICH_LABEL: u16 = 0x00D6;
const SHARED_LABEL: u16 = 0x00FD;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const TRUTH: u16 = 0x0205;
const RK: u16 = 0x027E;
const BEGIN: u16 = 0x0809;

/// The records of a stream: two bytes each of kind and length, then the data.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (head, after) = rest.split_at_checked(4)?;
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let (data, after) = after.split_at_checked(length)?;
        rest = after;
        Some((u16::from_le_bytes([head[0], head[1]]), data))
    })
}

fn announced(data: &[u8]) -> Option<u64> {
    let word = |at: usize| Some(u64::from(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?)));
    let double = |at: usize| Some(u64::from(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?)));
    // Rows are 16 bits wide before BIFF8.
    let (top, bottom, left, right) = if data.len() < 14 {
        (word(0)?, word(2)?, word(4)?, word(6)?)
    } else {
        (double(0)?, double(4)?, word(8)?, word(10)?)
    };
    // The first row and column and those after the last, all of them 0 for an empty sheet.
    if bottom > 65_536 || right > 256 || top > bottom || left > right {
        return None;
    }
    Some((bottom - top) * (right - left))
}

/// The rectangle that holds all cells seen.
#[derive(Default)]
struct Extent(Option<[u16; 4]>);

impl Extent {
    fn hold(&mut self, data: &[u8], last_column_at: usize) {
        let word = |at: usize| Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?));
        let (Some(row), Some(column)) = (word(0), word(2)) else { return };
        let last = if last_column_at == 0 { column } else { word(last_column_at).unwrap_or(column) };
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, column, last]);
        self.0 = Some([top.min(row), bottom.max(row), left.min(column), right.max(last)]);
    }

    fn area(self) -> u64 {
        let Some([top, bottom, left, right]) = self.0 else { return 0 };
        (u64::from(bottom - top) + 1) * (u64::from(right.saturating_sub(left)) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, words: &[u16]) -> Vec<u8> {
        let data: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        let length = u16::try_from(data.len()).unwrap().to_le_bytes();
        [&kind.to_le_bytes()[..], &length, &data].concat()
    }

    #[test]
    fn a_sheet_weighs_as_much_as_the_rectangle_around_its_cells() {
        let cell = |row, column| record(NUMBER, &[row, column, 0, 0, 0, 0, 0]);
        let cases = [
            (vec![], Some(0)),
            (vec![cell(0, 0)], Some(1)),
            (vec![cell(0, 0), cell(65_535, 255)], Some(16_777_216)),
            (vec![cell(0, 0), cell(9, 9), record(BEGIN, &[]), cell(1, 1), cell(1, 2)], Some(102)),
            (vec![record(RUN, &[2, 3, 0, 0, 0, 0, 0, 0, 4])], Some(2)),
            (vec![record(DIMENSIONS, &[0, 0, 10, 0, 0, 5, 0])], Some(50)),
            (vec![record(DIMENSIONS, &[9, 0, 1, 0, 0, 5, 0])], None),
            (vec![record(DIMENSIONS, &[0, 0, 65_535, 65_535, 0, 5, 0])], None),
        ];
        for (records, expected) in cases {
            assert_eq!(area(&records.concat()), expected);
        }
    }
}
